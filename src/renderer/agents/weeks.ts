/** The weeks of a trend: when each begins, whether it is over, and whether it belongs to the period chosen. */
import type { MetricsRow } from '../../shared/contract.ts'
import { addDays, parseBoundary, startOfWeek } from '../../shared/period.ts'
import { keyOf } from '../overview/figures.ts'

export interface Week {
  /** `2026-W19`, as answers name it. */
  readonly key: string
  /** Epoch milliseconds. */
  readonly from: number
  readonly to: number
  /** More of it is to come, or lies outside of what was asked. */
  readonly unfinished: boolean
  /** Any of it lies in the period. */
  readonly chosen: boolean
}

/** The weeks of an answer by week that have begun; `to` is where the question ended, `from` where the period begins. */
export function weeksOf(
  rows: readonly MetricsRow[],
  { from, to, zone }: { readonly from: number; readonly to: number; readonly zone: string },
  now: number,
): readonly Week[] {
  return rows.flatMap((row) => {
    const key = keyOf(row, 'week')
    if (key === null) return []
    const start = startOfWeekKey(key, zone)
    if (start > now) return []
    const end = addDays(start, 7, zone)
    return [{ key, from: start, to: end, unfinished: end > Math.min(to, now), chosen: end > from }]
  })
}

/** The instant an ISO week such as `2026-W19` begins. */
function startOfWeekKey(key: string, zone: string): number {
  const [year = '1970', week = '01'] = key.split('-W')
  // 4 January always lies in the first week.
  const first = startOfWeek(parseBoundary(`${year}-01-04`, zone), zone)
  return addDays(first, 7 * (Number(week) - 1), zone)
}
