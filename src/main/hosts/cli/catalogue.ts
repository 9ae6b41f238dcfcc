/** The metric catalogue as text: for `metrics --list`, and as the page docs/metrics.md. */
import type { ExclusionReason } from '../../../shared/contract.ts'
import { breakdowns, metricIds, metrics, type Metric, type MetricFamily } from '../../../shared/metrics.ts'
import { defaultRules, type NumberRules } from '../../../shared/rules.ts'

const families: Readonly<Record<MetricFamily, string>> = {
  volume: 'Volume',
  messages: 'Messages',
  speed: 'Speed',
  load: 'Load',
  quality: 'Quality',
  automation: 'Automation',
  contacts: 'Contacts',
  campaigns: 'Campaigns',
  cost: 'Cost',
  attention: 'Attention',
}

const reasons: Readonly<Record<ExclusionReason, string>> = {
  bot: 'answered by a bot, nobody asked for a person',
  campaign: 'opened by a campaign, the contact has not written',
  agent_opened: 'opened by an agent, the contact has not written',
  no_reply_yet: 'no reply yet',
  closed_without_reply: 'closed without a reply',
  not_closed: 'not closed',
  reopened: 'reopened',
  never_assigned: 'never assigned',
  no_status: 'its source reports no statuses',
  not_rated: 'not rated',
  no_inbound: 'no inbound message',
  no_hours: 'no working hours are known for it',
  not_scored: 'its language or mood could not be told',
  not_last_close: 'closed again later',
  not_first_response: 'the conversation had a first response before',
}

const rules: Readonly<Record<keyof NumberRules, string>> = {
  firstResponseClock:
    'where the first-response clock starts: `opening`, `first_inbound`, `first_assignment`, `bot_handoff`',
  firstResponsePer: 'one first response for each `episode`, or one for each `conversation`',
  unanswered: 'the wait starts at the `first` or the `last` unanswered message',
  resolution:
    '`episode` (start to close), `first_opening` (first opening to each close), `first_to_last` (first opening to last close), `open_spans` (the same without the time closed)',
  withoutRest: 'time pending or snoozed is left out',
  firstResponseCredit: 'credited to the `sender`, or to who has the conversation now (`current`)',
  resolutionCredit:
    'credited to who was `assigned` at the close, to the `closer`, or to who has it now (`current`)',
  closedOnly: 'only conversations closed by now count',
  hours: 'measured in `calendar` or `business` hours whatever the question says',
  engagedMinutes: 'minutes an agent counts as engaged after a message of their own',
  followUpDays: 'days within which a return counts as a follow-up',
  abandonedAfter: 'seconds a customer may wait before the conversation counts as abandoned',
}

/** Every metric in a few lines, families in the catalogue's order. */
export function catalogueText(): string {
  return metricIds
    .map((id) => {
      const { name, definition, credit, leavesOut, variants } = metrics[id]
      return [
        `${id}  ${name} (${kindOf(metrics[id])})`,
        `  ${definition}`,
        `  Credit: ${credit}.`,
        ...(variants.length > 0 ? [`  Changed by: ${variants.join(', ')}.`] : []),
        ...(leavesOut.length > 0 ? [`  Leaves out: ${leavesOut.join(', ')}.`] : []),
      ].join('\n')
    })
    .join('\n\n')
}

/** docs/metrics.md. */
export function catalogueMarkdown(): string {
  const sections = Object.entries(families).map(([family, title]) => {
    const ids = metricIds.filter((id) => metrics[id].family === family)
    return [`## ${title}`, ...ids.map((id) => section(id, metrics[id]))].join('\n\n')
  })
  return [
    '# Metrics',
    'Generated from `src/shared/metrics.ts` by `npm run -s floorwalker -- metrics --list --markdown`; a test holds the two equal.\nScreens, reports and the command line print the same definitions.',
    'Durations are seconds with count, mean, median, p90 (nearest rank), shortest, longest and seven buckets; rates are 0…1 with their\ndenominator; what cannot be known is `null`, never 0. A metric belongs to the period in which its ending event happened.',
    ...sections,
    '## Figures known by a name of their own',
    tableOf(
      ['name', 'metric', 'by'],
      Object.entries(breakdowns).map(([name, { metric, by }]) => [
        code(name),
        code(metric),
        by.map(code).join(', '),
      ]),
    ),
    '## The rules that change numbers',
    tableOf(
      ['rule', 'default', 'what it chooses'],
      Object.entries(rules).map(([rule, text]) => [
        code(rule),
        code(String(defaultRules[rule as keyof NumberRules])),
        text,
      ]),
    ),
    '## Why something does not count',
    tableOf(
      ['reason', 'in words'],
      Object.entries(reasons).map(([reason, text]) => [code(reason), text]),
    ),
  ].join('\n\n')
}

function section(id: string, metric: Metric): string {
  const lines = [
    `- **Counts as** ${kindOf(metric)}`,
    `- **Credit** ${metric.credit}`,
    ...(metric.variants.length > 0 ? [`- **Changed by** ${metric.variants.map(code).join(', ')}`] : []),
    ...(metric.leavesOut.length > 0 ? [`- **Leaves out** ${metric.leavesOut.map(code).join(', ')}`] : []),
  ]
  return [`### ${code(id)} – ${metric.name}`, metric.definition, lines.join('\n')].join('\n\n')
}

function kindOf({ shape, unit, better }: Metric): string {
  const kind = unit === 'seconds' && shape !== 'duration' ? `${shape} in seconds` : shape
  return better === null ? kind : `${kind}, ${better} is better`
}

function code(text: string): string {
  return `\`${text}\``
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
