/** What is likely to come, how many agents it takes, and what other shifts would have made of a past period. */
import type { Command } from 'commander'
import { formatFor, type Format } from '../../../shared/numbers.ts'
import type { Forecast, ReplayFigures, ShiftChange, Staffing, WhatIf } from '../../../shared/planning.ts'
import type { CommandContext } from './main.ts'
import { addScopeOptions } from './options.ts'
import { table, UsageError } from './output.ts'
import { scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface PlanningOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
}

export function addPlanningCommands(program: Command, context: CommandContext): void {
  addForecastCommand(program, context)
  addStaffingCommand(program, context)
  addWhatIfCommand(program, context)
}

function addForecastCommand(program: Command, context: CommandContext): void {
  addScopeOptions(
    program.command('forecast').description('conversations likely to come today and tomorrow'),
  ).action(async (options: PlanningOptions) => {
    const output = context.output(options.json ?? false)
    await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
      const workspace = await api.workspace()
      const scope = scopeOf(options, workspace, workspace.now)
      const forecast = await api.forecast({ scope })
      output.result(forecast, () => forecastText(forecast, formatFor('en', scope.zone, forecast.at)))
    })
  })
}

function addStaffingCommand(program: Command, context: CommandContext): void {
  addScopeOptions(
    program.command('staffing').description('the fewest agents an hour that keep first responses in time'),
  )
    .option('--target <SECONDS>', 'a first response may take; default: the target in the settings')
    .option('--share <SHARE>', 'of first responses that keep it, 0…1', '0.5')
    .action(async (options: PlanningOptions & { readonly target?: string; readonly share: string }) => {
      const output = context.output(options.json ?? false)
      const share = numberOf('--share', options.share)
      const asked = options.target === undefined ? null : numberOf('--target', options.target)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const workspace = await api.workspace()
        const scope = scopeOf(options, workspace, workspace.now)
        const target = asked ?? (await api.settings()).targets.firstResponse ?? usualTarget
        const staffing = await api.staffing({ scope, target, share })
        output.result(staffing, () => staffingText(staffing, formatFor('en', scope.zone, scope.to)))
      })
    })
}

/** Seconds, where the settings name no target. */
const usualTarget = 60

function addWhatIfCommand(program: Command, context: CommandContext): void {
  addScopeOptions(
    program.command('what-if').description('what other shifts would have made of a past period'),
  )
    .option(
      '--change <CHANGE>',
      'team/weekdays/hours/agents, for example t1/1-5/8-12/+2; a workspace without teams: -/1-5/8-12/+2; may be given again',
      (text: string, before: readonly ShiftChange[]) => [...before, changeOf(text)],
      [],
    )
    .action(async (options: PlanningOptions & { readonly change: readonly ShiftChange[] }) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const workspace = await api.workspace()
        const scope = scopeOf(options, workspace, workspace.now)
        const answer = await api.whatIf({ scope, changes: options.change })
        output.result(answer, () => whatIfText(answer, formatFor('en', scope.zone, scope.to)))
      })
    })
}

/** Weekdays are `1-5`, `6` or `1,3`; a team of `-` is everybody's, where the workspace has no teams. */
function changeOf(text: string): ShiftChange {
  const match = /^(.+)\/([1-7](?:[-,][1-7])*)\/(\d{1,2})-(\d{1,2})\/([+-]?\d{1,3})$/.exec(text)
  if (match === null)
    throw new UsageError(
      `--change ${text} is no shift change; write team/weekdays/hours/agents, for example t1/1-5/8-12/+2, or -/1-5/8-12/+2 where the workspace has no teams.`,
    )
  const [, team = '', weekdays = '', from, to, agents] = match
  return {
    team: team === '-' ? null : team,
    weekdays: weekdaysOf(weekdays),
    from: Number(from),
    to: Number(to),
    agents: Number(agents),
  }
}

function weekdaysOf(text: string): readonly number[] {
  const days = text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  })
  return [...new Set(days)]
}

function numberOf(name: string, text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number) && number > 0) return number
  throw new UsageError(`${name} ${text} is no number above 0.`)
}

// ── as text ──────────────────────────────────────────────────────────────────────────────────────────────────────

function forecastText({ steps, error, covered }: Forecast, format: Format): string {
  if (steps.length === 0) return 'Too little history: a forecast needs two weeks of conversations.'
  const rows = steps.map(({ from, expected, low, high }) => [
    format.dateTime(from),
    expected.toFixed(1),
    `${low.toFixed(1)}–${high.toFixed(1)}`,
  ])
  const errors =
    error.model === null
      ? 'Its error is not known yet: that takes five weeks of conversations.'
      : `Wrong by ${format.rate(error.model)} on ${error.days} days it had not seen (the same step a week before: ${format.rate(error.lastWeek)}; mean of four weeks: ${format.rate(error.fourWeeks)}). In the band: ${format.rate(covered)}.`
  return [table(['from', 'expected', '80 %'], rows), '', errors].join('\n')
}

function staffingText({ hours, target, share, real, replayed }: Staffing, format: Format): string {
  return [
    `Agents that keep ${format.rate(share)} of first responses within ${format.duration(target)}`,
    table(
      ['hour', 'arrivals', 'present', 'needed'],
      hours.map(({ from, arrivals, present, needed }) => [
        format.time(from),
        String(arrivals),
        String(present),
        needed === null ? 'never enough' : String(needed),
      ]),
    ),
    '',
    figuresTable({ real, replayed }, format),
  ].join('\n')
}

function whatIfText({ real, modelled, changed, error }: WhatIf, format: Format): string {
  return [
    figuresTable({ real, modelled, changed }, format),
    '',
    error.firstResponse === null
      ? 'Its error is not known: that takes eight weeks of conversations.'
      : `On ${error.days} days it had not seen, its median first response was wrong by ${format.rate(error.firstResponse)} (the week before: ${format.rate(error.naiveLastWeek)}; mean of four weeks: ${format.rate(error.naiveMean)}), its median wait by ${format.rate(error.wait)}, its utilization by ${format.rate(error.utilization)}.`,
  ].join('\n')
}

function figuresTable(named: Readonly<Record<string, ReplayFigures>>, format: Format): string {
  const columns = Object.values(named)
  const row = (title: string, text: (figures: ReplayFigures) => string) => [title, ...columns.map(text)]
  return table(
    ['', ...Object.keys(named)],
    [
      row('conversations', ({ conversations }) => format.count(conversations)),
      row('median first response', (one) => format.duration(one.medianFirstResponse)),
      row('p90 first response', (one) => format.duration(one.p90FirstResponse)),
      row('in target', ({ inTarget }) => format.rate(inTarget)),
      row('median wait', ({ medianWait }) => format.duration(medianWait)),
      row('utilization', ({ utilization }) => format.rate(utilization)),
      row('agent hours', ({ hours }) => format.count(hours)),
    ],
  )
}
