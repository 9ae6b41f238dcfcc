import { dimensions, type Dimension, type Scope } from '../../../shared/contract.ts'
import { metricIds, type MetricId } from '../../../shared/metrics.ts'
import { isZone, parseBoundary } from '../../../shared/period.ts'
import { UsageError } from './output.ts'

export interface ScopeOptions {
  readonly from?: string
  readonly to?: string
  readonly zone?: string
  readonly agent?: string
  readonly team?: string
  readonly channel?: string
  readonly category?: string
}

/** The period and filters of a call. Without them: the last 28 days up to now. Throws `UsageError` with what is wrong. */
export function scopeOf(options: ScopeOptions, fallbackZone: string, now: number): Scope {
  const zone = options.zone ?? fallbackZone
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
    agents: listOf(options.agent),
    teams: listOf(options.team),
    channels: listOf(options.channel),
    categories: listOf(options.category),
  }
}

export function dimensionsOf(text: string | undefined): readonly Dimension[] {
  return listOf(text).map((name) => known(name, dimensions, '--by'))
}

export function metricsOf(text: string | undefined): readonly MetricId[] {
  return listOf(text).map((name) => known(name, metricIds, '--metric'))
}

/** A whole number of at least 1, for --limit and the like. */
export function countOf(name: string, text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new UsageError(`${name} ${text} is no whole number of at least 1.`)
}

function boundary(name: string, text: string, zone: string): number {
  try {
    return parseBoundary(text, zone)
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function known<T extends string>(name: string, names: readonly T[], option: string): T {
  const found = names.find((one) => one === name)
  if (found !== undefined) return found
  throw new UsageError(`${option} ${name} does not exist; there are: ${names.join(', ')}.`)
}
