/** The lists beside the charts: categories, the way of a message, failures, contacts by week, channels. */
import type { Dimension, Figures, MetricsRow } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { countOf, figuresFor, keyOf } from './figures.ts'

export interface CountedRow {
  /** null: none, for example no category. */
  readonly key: string | null
  readonly count: number
  /** null: not compared. */
  readonly before: number | null
  /** Share of the largest, 0…1: the length of the bar. */
  readonly length: number
}

/** Rows by one dimension, largest first, those without a key last; rows of nothing are left out. */
export function countedBy(
  dimension: Dimension,
  metric: MetricId,
  rows: readonly MetricsRow[],
  before: readonly MetricsRow[] | null,
): readonly CountedRow[] {
  const counts = rows
    .map((row) => {
      const key = keyOf(row, dimension)
      const earlier = before === null ? null : countOf(figuresFor(before, dimension, key), metric)
      return { key, count: countOf(row.metrics, metric), before: earlier }
    })
    .filter((row) => row.count > 0 || (row.before ?? 0) > 0)
  const largest = Math.max(1, ...counts.map((row) => row.count))
  return counts
    .map((row) => ({ ...row, length: row.count / largest }))
    .sort((one, other) => Number(one.key === null) - Number(other.key === null) || other.count - one.count)
}

/** The row that grew the most in per cent, worth an accent; null when none grew by a twentieth over 30 cases or more. */
export function fastestGrowing(rows: readonly CountedRow[]): CountedRow | null {
  let fastest: CountedRow | null = null
  let highest = 0.05
  for (const row of rows) {
    if (row.key === null || row.before === null || row.before < 30) continue
    const growth = row.count / row.before - 1
    if (growth > highest) {
      highest = growth
      fastest = row
    }
  }
  return fastest
}

interface FunnelStep {
  readonly metric: 'messages_sent' | 'messages_delivered' | 'messages_read'
  readonly count: number
  /** Share of the step before, 0…1; null: nothing to divide, or the first step. */
  readonly share: number | null
  readonly of: number | null
  /** Share of the messages sent: the length of the bar. */
  readonly length: number
}

/**
 * Sent → delivered → read. The shares are the catalogue's rates, which count only messages whose source reports
 * statuses; the lengths follow the counts.
 */
export function funnelOf(figures: Figures): readonly FunnelStep[] {
  const sent = countOf(figures, 'messages_sent')
  const step = (metric: FunnelStep['metric'], rate: 'delivery_rate' | 'read_rate' | null): FunnelStep => {
    const count = countOf(figures, metric)
    const share = rate === null ? undefined : figures[rate]
    const of = share !== undefined && 'of' in share ? (share.of ?? null) : null
    const value = share !== undefined && 'value' in share ? share.value : null
    return { metric, count, share: value, of, length: sent === 0 ? 0 : Math.min(1, count / sent) }
  }
  return [
    step('messages_sent', null),
    step('messages_delivered', 'delivery_rate'),
    step('messages_read', 'read_rate'),
  ]
}

/** The first `shown` rows and, as one row without a key to open, the sum of the others; null: nothing was left over. */
export function firstAndRest(
  rows: readonly CountedRow[],
  shown: number,
): { readonly first: readonly CountedRow[]; readonly rest: number | null } {
  if (rows.length <= shown) return { first: rows, rest: null }
  const rest = rows.slice(shown).reduce((sum, row) => sum + row.count, 0)
  return { first: rows.slice(0, shown), rest }
}

interface ContactWeek {
  /** `2026-W19`. */
  readonly week: string
  readonly fresh: number
  readonly returning: number
}

/** The last `shown` weeks of the answer, oldest first. */
export function contactWeeks(rows: readonly MetricsRow[], shown: number): readonly ContactWeek[] {
  return rows.slice(-shown).map((row) => ({
    week: keyOf(row, 'week') ?? '',
    fresh: countOf(row.metrics, 'contacts_new'),
    returning: countOf(row.metrics, 'contacts_returning'),
  }))
}

/** The Monday of an ISO week as a day key: `2026-W19` → `2026-05-04`. Throws on anything else. */
export function mondayOf(week: string): string {
  const match = /^(\d{4})-W(\d{2})$/.exec(week)
  if (match === null) throw new Error(`"${week}" is not an ISO week such as 2026-W19.`)
  const year = Number(match[1])
  const fourth = Date.UTC(year, 0, 4)
  const weekday = new Date(fourth).getUTCDay() || 7
  const monday = fourth + (1 - weekday + (Number(match[2]) - 1) * 7) * 86_400_000
  return new Date(monday).toISOString().slice(0, 10)
}
