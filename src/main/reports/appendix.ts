/** The last pages: what the numbers mean, how they were measured, what was left out, and what is behind each. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Settings } from '../../shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../shared/metrics.ts'
import type { BlockData } from '../../shared/reportBlocks.ts'
import type { ReportAppendix } from '../../shared/reporting.ts'
import { defaultRules, type NumberRules } from '../../shared/rules.ts'
import { metricWords } from '../print/words.ts'
import type { ComposeContext } from './context.ts'
import { against, filterNames } from './headline.ts'
import { hoursWords } from './hoursWords.ts'
import { endedOnce } from './words/pieces.ts'

export function appendixOf(context: ComposeContext, blocks: readonly BlockData[]): ReportAppendix {
  const { query, ports } = context
  const shown = shownMetrics(blocks)
  return {
    definitions: shown.map((metric) => ({
      metric,
      ...metricWords(query.language, metric),
      leftOut: leftOutOf(metric, context),
    })),
    settings: settingLines(context),
    completeTo: ports.completeTo === null ? null : Math.min(ports.completeTo, query.scope.to),
    ...(ports.recomputed !== null && { recomputed: ports.recomputed }),
    rejected: ports.rejected,
  }
}

/** Every metric the blocks show, in the catalogue's order. */
function shownMetrics(blocks: readonly BlockData[]): readonly MetricId[] {
  const shown = new Set(blocks.flatMap(metricsOf))
  return metricIds.filter((id) => shown.has(id))
}

function metricsOf(block: BlockData): readonly MetricId[] {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.map(({ metric }) => metric)
    case 'chart':
    case 'chats':
      return [block.metric]
    case 'table':
      return block.metrics
    case 'flags':
      return ['flags_raised']
    case 'audits':
      return ['audit_score']
    case 'summary':
    case 'text':
    case 'insights':
    case 'notes':
    case 'break':
      return []
    default:
      return assertNever(block)
  }
}

/** What might have counted in the scope and did not, most first. */
function leftOutOf(
  metric: MetricId,
  { numbers, query }: ComposeContext,
): ReportAppendix['definitions'][number]['leftOut'] {
  if (metrics[metric].leavesOut.length === 0) return []
  return [...numbers.leftOut({ metric, scope: query.scope })]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}

// ── settings in words ────────────────────────────────────────────────────────────────────────────────────────────

function settingLines(context: ComposeContext): ReportAppendix['settings'] {
  const { query, words, dated, isComparable, ports } = context
  const { scope } = query
  const line = (key: string, value: string) => ({ name: words(`setting.${key}`), value })
  const filters = filterNames(context)
  return [
    line(
      'period',
      words('setting.periodValue', {
        from: dated.dateTime(scope.from),
        to: dated.dateTime(scope.to),
        zone: scope.zone,
      }),
    ),
    line(
      'against',
      isComparable ? dated.period(context.previous.from, context.previous.to) : against(context),
    ),
    line('filters', filters.length === 0 ? words('allTeams') : filters.join(', ')),
    line('measured', words(`hours.${scope.hours ?? ports.settings.rules.hours ?? 'calendar'}`)),
    ...hoursWords(context).map((value) => line('hours', value)),
    ...targetLine(context),
    line('rules', ruleWords(context)),
  ]
}

type Unit = 'seconds' | 'rate'
const targetUnits: Readonly<
  Record<keyof Settings['targets'], { readonly metric: MetricId; readonly unit: Unit }>
> = {
  firstResponse: { metric: 'first_response_time', unit: 'seconds' },
  nextResponse: { metric: 'next_response_time', unit: 'seconds' },
  resolution: { metric: 'resolution_time', unit: 'seconds' },
  csat: { metric: 'csat_score', unit: 'rate' },
  failureRate: { metric: 'failure_rate', unit: 'rate' },
  firstContactResolution: { metric: 'first_contact_resolution', unit: 'rate' },
  utilization: { metric: 'utilization', unit: 'rate' },
  botContainment: { metric: 'bot_contained', unit: 'rate' },
  negativeSettled: { metric: 'negative_resolved_in_target', unit: 'seconds' },
}

function targetLine(context: ComposeContext): ReportAppendix['settings'] {
  const { ports, words, names } = context
  const { targets, targetOverrides } = ports.settings
  const said = targetWords(targets, context)
  const own = targetOverrides.map(({ team, channel, targets: others }) => {
    const who = [
      ...(team === null ? [] : [names.of('team', team)]),
      ...(channel === null ? [] : [names.of('channel', channel)]),
    ]
    return words('setting.ownTargets', { who: who.join(', '), targets: targetWords(others, context) })
  })
  return said === ''
    ? []
    : [
        {
          name: words('setting.targets'),
          value: endedOnce(words('setting.targetsValue', { targets: [said, ...own].join('; ') })),
        },
      ]
}

/** Those that are set, by the name of their metric. */
function targetWords(targets: Partial<Settings['targets']>, { format, query }: ComposeContext): string {
  const names = Object.keys(targetUnits) as readonly (keyof typeof targetUnits)[]
  const said = names.flatMap((name) => {
    const value = targets[name]
    const { metric, unit } = targetUnits[name]
    if (value === null || value === undefined) return []
    const text = unit === 'seconds' ? format.duration(value) : format.rate(value)
    return [`${metricWords(query.language, metric).name} ${text}`]
  })
  return said.join(', ')
}

/** The choices that differ from the catalogue's own, by name; where none does, that. */
function ruleWords({ ports, words, format }: ComposeContext): string {
  const { rules } = ports.settings
  const names = Object.keys(defaultRules) as readonly (keyof NumberRules)[]
  const changed = names
    .filter((name) => rules[name] !== defaultRules[name])
    .map((name) => {
      const value = rules[name]
      return typeof value === 'number'
        ? words(`rule.${name}`, { value: format.count(value) })
        : words(`rule.${name}.${String(value)}`)
    })
  return changed.length === 0 ? words('rule.own') : changed.join(', ')
}
