/** `floorwalker flags …`: what needs a person, what was done about it, and how the rules do. */
import type { Command } from 'commander'
import type { Api } from '../../../shared/contract.ts'
import {
  flagRuleIds,
  flagRuleKinds,
  type Flag,
  type FlagAct,
  type FlagPreviewQuery,
  type FlagQuery,
  type Severity,
} from '../../../shared/flags.ts'
import { createAuditRunner, type AuditOptions, type AuditRunner } from './auditRunner.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions, addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { boundary, countOf, known, listOf, scopeOf } from './scope.ts'

const states = ['open', 'snoozed', 'decided', 'all'] as const
const severities = ['danger', 'warning'] as const satisfies readonly Severity[]
const makers = ['rule', 'person'] as const

interface ListOptions extends AuditOptions {
  readonly state: string
  readonly rule?: string
  readonly severity?: string
  readonly madeBy?: string
  readonly owner?: string
  readonly limit: string
  readonly after?: string
}

export function addFlagCommands(program: Command, context: CommandContext): void {
  const run = createAuditRunner(context)
  const flags = program.command('flags').description('what needs a person: lists, decisions, rules')
  addReading(flags, run, context.now)
  addActs(flags, run, context.now)
}

function addReading(flags: Command, run: AuditRunner, now: () => number): void {
  addScopeOptions(flags.command('list', { isDefault: true }).description('flags, newest first'))
    .option('--state <STATE>', states.join(', '), 'all')
    .option('--rule <RULES>', 'only of these rules, with commas between')
    .option('--severity <SEVERITIES>', severities.join(', '))
    .option('--made-by <WHO>', makers.join(' or '))
    .option('--owner <NAME>', 'who looks after it; empty: nobody')
    .option('--limit <N>', 'how many', '50')
    .option('--after <CURSOR>', 'the "next" of the page before')
    .action((options: ListOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.flags(await queryOf(api, options, now()))
        const more = value.next === null ? '' : `\nMore: --after ${value.next}`
        return { value, words: `${tableOf(value.rows)}\n${value.total} flags, ${value.open} open${more}` }
      }),
    )

  addScopeOptions(flags.command('groups').description('open flags by rule')).action((options: AuditOptions) =>
    run(options, 'read', async (api) => {
      const value = await api.flagGroups({ scope: scopeOf(options, await api.workspace(), now()) })
      const cells = value.map(({ rule, severity, open, oldest, newest, subjects }) => [
        rule,
        severity,
        String(open),
        iso(oldest),
        iso(newest),
        subjects.map(({ name, open: count }) => `${name} (${count})`).join(', '),
      ])
      return { value, words: table(['rule', 'severity', 'open', 'oldest', 'newest', 'mostly'], cells) }
    }),
  )

  addScopeOptions(flags.command('rates').description('how the rules did in the period')).action(
    (options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.flagRates({ scope: scopeOf(options, await api.workspace(), now()) })
        const cells = value.map(({ rule, raised, decided, falseAlarms, falseAlarmRate, medianOpen }) => [
          rule,
          String(raised),
          String(decided),
          String(falseAlarms),
          falseAlarmRate === null
            ? '–'
            : `${percent(falseAlarmRate.value)} (${percent(falseAlarmRate.low)} to ${percent(falseAlarmRate.high)})`,
          medianOpen === null ? '–' : String(Math.round(medianOpen)),
        ])
        const columns = ['rule', 'raised', 'decided', 'false alarms', 'rate', 'median seconds open']
        return { value, words: table(columns, cells) }
      }),
  )

  addCommonOptions(flags.command('show <flag>').description('one flag, and what became of it')).action(
    (flag: string, options: AuditOptions) =>
      run(options, 'read', async (api) => {
        const value = await api.flagHistory(flag)
        const cells = value.entries.map(({ at, kind, by, reason, owner, until }) => [
          iso(at),
          kind,
          by ?? '–',
          reason ?? owner ?? (until === null ? '–' : iso(until)),
        ])
        return { value, words: `${tableOf([value.flag])}\n${table(['at', 'what', 'by', 'how'], cells)}` }
      }),
  )

  addCommonOptions(
    flags.command('preview <rule>').description('what a changed rule would have flagged in the last week'),
  )
    .option('--threshold <N>', 'in the unit of the rule: seconds, times or a share')
    .option('--hours <HOURS>', 'calendar or business')
    .option('--team <IDS>', 'only these teams')
    .action((rule: string, options: AuditOptions & { readonly threshold?: string }) =>
      run(options, 'read', async (api) => {
        const value = await api.previewFlagRule(await changeOf(api, rule, options))
        const days = value.byDay.map(({ day, raised }) => [day, String(raised)])
        const all = value.matchesEverything ? ' That is nearly everything.' : ''
        return {
          value,
          words: `${value.raised} flags instead of ${value.raisedNow}, on ${value.flagged} of ${value.of} since ${iso(value.from)}.${all}\n${table(['day', 'raised'], days)}`,
        }
      }),
    )
}

type ActOptions = AuditOptions & {
  readonly by?: string
  readonly reason?: string
  readonly until?: string
  readonly owner?: string
}

function addActs(flags: Command, run: AuditRunner, now: () => number): void {
  const acting = (
    name: string,
    description: string,
    option: readonly [flags: string, description: string] | null,
    actOf: (options: ActOptions, zone: string) => FlagAct,
  ) => {
    const command = addCommonOptions(flags.command(`${name} <flags...>`).description(description))
    if (option !== null) command.option(...option)
    command.option('--by <NAME>', 'who does it').action((ids: string[], options: ActOptions) =>
      run(options, 'write', async (api) => {
        const act = actOf(options, (await api.workspace()).zone)
        const value = await api.actOnFlags({ flags: ids, act, by: options.by ?? null })
        return { value, words: tableOf(value) }
      }),
    )
  }
  const reason = ['--reason <TEXT>', 'why'] as const
  acting('done', 'nothing is left to do', reason, (options) => ({
    kind: 'done',
    reason: options.reason ?? null,
  }))
  acting('false-alarm', 'the rule was wrong', reason, (options) => ({
    kind: 'false_alarm',
    reason: options.reason ?? null,
  }))
  const until = ['--until <TIME>', 'RFC 3339 or a date; default: an hour from now'] as const
  acting('snooze', 'rests until a moment', until, (options, zone) => ({
    kind: 'snooze',
    until: options.until === undefined ? now() + 3_600_000 : boundary('--until', options.until, zone),
  }))
  acting('own', 'somebody looks after it', ['--owner <NAME>', 'default: nobody any more'], (options) => ({
    kind: 'own',
    owner: options.owner ?? null,
  }))
  acting('reopen', 'takes back a decision or a rest', null, () => ({ kind: 'reopen' }))

  addCommonOptions(flags.command('raise <conversation>').description('flags a conversation by hand'))
    .requiredOption('--text <TEXT>', 'what it is about')
    .option('--message <ID>', 'the message that shows it')
    .option('--severity <S>', severities.join(' or '), 'warning')
    .option('--by <NAME>', 'who flags it')
    .action(
      (
        conversation: string,
        options: AuditOptions & {
          readonly text: string
          readonly message?: string
          readonly severity: string
          readonly by?: string
        },
      ) =>
        run(options, 'write', async (api) => {
          const severity = known(options.severity, severities, '--severity')
          const { text, message = null, by = null } = options
          const value = await api.raiseFlag({ conversation, message, text, severity, by })
          return { value, words: tableOf([value]) }
        }),
    )
}

async function queryOf(api: Api, options: ListOptions, now: number): Promise<FlagQuery> {
  return {
    scope: scopeOf(options, await api.workspace(), now),
    state: known(options.state, states, '--state'),
    rules: listOf(options.rule).map((rule) => known(rule, flagRuleIds, '--rule')),
    severities: listOf(options.severity).map((one) => known(one, severities, '--severity')),
    madeBy: options.madeBy === undefined ? null : known(options.madeBy, makers, '--made-by'),
    owner: options.owner ?? null,
    after: options.after ?? null,
    limit: countOf('--limit', options.limit),
  }
}

async function changeOf(
  api: Api,
  name: string,
  options: AuditOptions & { readonly threshold?: string },
): Promise<FlagPreviewQuery> {
  const rule = known(name, flagRuleIds, 'The rule')
  const [workspace, settings] = await Promise.all([api.workspace(), api.settings()])
  const before = settings.flagRules[rule]
  const { threshold, hours, team } = options
  return {
    rule,
    zone: workspace.zone,
    change: {
      ...before,
      threshold: threshold === undefined ? before.threshold : thresholdOf(threshold, rule),
      hours: hours === undefined ? before.hours : known(hours, ['calendar', 'business'] as const, '--hours'),
      teams: team === undefined ? before.teams : listOf(team),
    },
  }
}

function thresholdOf(text: string, rule: FlagPreviewQuery['rule']): number {
  const threshold = Number(text)
  if (flagRuleKinds[rule].unit === 'none') throw new UsageError(`The rule ${rule} has no threshold.`)
  if (text.trim() !== '' && Number.isFinite(threshold) && threshold > 0) return threshold
  throw new UsageError(`--threshold ${text} is no number above 0.`)
}

function tableOf(flags: readonly Flag[]): string {
  return table(
    ['flag', 'raised', 'rule', 'severity', 'about', 'agent', 'ended', 'decision', 'owner'],
    flags.map((flag) => [
      flag.id,
      iso(flag.raisedAt),
      flag.rule,
      flag.severity,
      flag.conversation ?? flag.subject.name,
      flag.agent ?? '–',
      flag.endedAt === null ? 'open' : iso(flag.endedAt),
      flag.decision ?? '–',
      flag.owner ?? '–',
    ]),
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
