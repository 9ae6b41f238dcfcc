import {
  dimensions,
  hoursKinds,
  type Dimension,
  type Scope,
  type Workspace,
} from '../../../shared/contract.ts'
import { breakdowns, metricIds, type MetricId } from '../../../shared/metrics.ts'
import { isZone, parseBoundary } from '../../../shared/period.ts'
import { authors, openers } from '../../../shared/records.ts'
import { definitionNames, type DefinitionName } from '../../../shared/rules.ts'
import { UsageError } from './output.ts'

export interface ScopeOptions {
  readonly from?: string
  readonly to?: string
  readonly zone?: string
  readonly agent?: string
  readonly team?: string
  readonly channel?: string
  readonly category?: string
  readonly author?: string
  readonly openedBy?: string
  readonly hours?: string
}

/** The period and filters of a call. Without them: the last 28 days up to now. Throws `UsageError` with what is wrong. */
export function scopeOf(options: ScopeOptions, workspace: Workspace, now: number): Scope {
  const zone = options.zone ?? workspace.zone
  if (!isZone(zone))
    throw new UsageError(
      `--zone ${zone} is no time zone; give an IANA name such as Europe/Berlin or Asia/Taipei.`,
    )
  const to = options.to === undefined ? now : boundary('--to', options.to, zone)
  const from = options.from === undefined ? to - 28 * 86_400_000 : boundary('--from', options.from, zone)
  if (from >= to) throw new UsageError('--from must be before --to: --from is inclusive, --to exclusive.')
  return {
    from,
    to,
    zone,
    agents: inWorkspace('--agent', options.agent, workspace.agents),
    teams: inWorkspace('--team', options.team, workspace.teams),
    channels: inWorkspace('--channel', options.channel, workspace.channels),
    categories: inWorkspace(
      '--category',
      options.category,
      workspace.categories.map((name) => ({ id: name })),
    ),
    authors: listOf(options.author).map((name) => known(name, authors, '--author')),
    openers: listOf(options.openedBy).map((name) => known(name, openers, '--opened-by')),
    hours: known(options.hours ?? 'calendar', hoursKinds, '--hours'),
  }
}

export function dimensionsOf(text: string | undefined): readonly Dimension[] {
  return listOf(text).map((name) => known(name, dimensions, '--by'))
}

/** The metrics named, and what a figure with a name of its own is broken down by. */
export function metricsOf(text: string | undefined): {
  readonly metrics: readonly MetricId[]
  readonly by: readonly Dimension[]
} {
  const names = listOf(text).map((name) => known(name, [...metricIds, ...breakdownNames], '--metric'))
  return {
    metrics: names.map((name) => (isBreakdown(name) ? breakdowns[name].metric : name)),
    by: [...new Set(names.flatMap((name) => (isBreakdown(name) ? breakdowns[name].by : [])))],
  }
}

type BreakdownName = keyof typeof breakdowns
const breakdownNames = Object.keys(breakdowns) as readonly BreakdownName[]

function isBreakdown(name: MetricId | BreakdownName): name is BreakdownName {
  return Object.hasOwn(breakdowns, name)
}

/** The definition named; undefined: the workspace's own. */
export function definitionOf(option: string, name: string | undefined): DefinitionName | undefined {
  return name === undefined ? undefined : known(name, definitionNames, option)
}

/** A whole number of at least 1, for --limit and the like. */
export function countOf(name: string, text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new UsageError(`${name} ${text} is no whole number of at least 1.`)
}

/** A bare date is its midnight in the zone. */
export function boundary(name: string, text: string, zone: string): number {
  try {
    return parseBoundary(text, zone)
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The parts of `a, b`, empty ones left out. */
export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Ids that nothing has would answer with nothing, which reads as a quiet month. */
function inWorkspace(
  option: string,
  text: string | undefined,
  entries: readonly { readonly id: string }[],
): readonly string[] {
  const ids = new Set(entries.map(({ id }) => id))
  const wanted = listOf(text)
  const missing = wanted.find((id) => !ids.has(id))
  if (missing === undefined) return wanted
  const some = [...ids].slice(0, 20).join(', ')
  throw new UsageError(
    `${option} ${missing}: the workspace has none of that id; there ${ids.size === 0 ? 'are none yet' : `are: ${some}${ids.size > 20 ? ', …' : ''}`}.`,
  )
}

/** The one of `names` a call gave. Throws `UsageError` listing them. */
export function known<T extends string>(name: string, names: readonly T[], option: string): T {
  const found = names.find((one) => one === name)
  if (found !== undefined) return found
  throw new UsageError(`${option} ${name} does not exist; there are: ${names.join(', ')}.`)
}
