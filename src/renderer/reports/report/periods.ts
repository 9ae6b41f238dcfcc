/** Periods a report is usually made of: those that are over. */
import { addDays, dayKey, periodOf, startOfMonth } from '../../../shared/period.ts'
import type { ChosenPeriod } from '../../hash.ts'

export const finishedPeriods = ['yesterday', 'last-week', 'last-month', 'last-quarter'] as const
export type FinishedPeriod = (typeof finishedPeriods)[number]

/** How the address says a finished period. */
export function chosenPeriodOf(period: FinishedPeriod, now: number, zone: string): ChosenPeriod {
  if (period !== 'last-quarter') return { preset: period }
  const { from, to } = lastQuarter(now, zone)
  return { from: dayKey(from, zone), to: dayKey(addDays(to, -1, zone), zone) }
}

/** The first and the next instant after a finished period, epoch milliseconds. */
export function boundsOf(
  period: FinishedPeriod,
  now: number,
  zone: string,
): { readonly from: number; readonly to: number } {
  return period === 'last-quarter' ? lastQuarter(now, zone) : periodOf(period, now, zone)
}

function lastQuarter(now: number, zone: string): { readonly from: number; readonly to: number } {
  const passed = (Number(dayKey(now, zone).slice(5, 7)) - 1) % 3
  return { from: startOfMonth(now, zone, -passed - 3), to: startOfMonth(now, zone, -passed) }
}

/** Which period the shipped templates are written for; the others suit any. */
const usual: Readonly<Record<string, FinishedPeriod>> = {
  day: 'yesterday',
  weekly: 'last-week',
  month: 'last-month',
  quarter: 'last-quarter',
}
const days: Readonly<Record<FinishedPeriod, readonly [least: number, most: number]>> = {
  yesterday: [1, 1],
  'last-week': [7, 7],
  'last-month': [28, 31],
  'last-quarter': [90, 92],
}

/**
 * What to offer instead of a period: null where it is over and as long as the template wants. `of` is in epoch
 * milliseconds; local days are counted by whole ones, so that daylight saving makes none longer.
 */
export function betterPeriod(
  template: string,
  of: { readonly from: number; readonly to: number },
  now: number,
): { readonly why: 'unfinished' | 'length'; readonly take: FinishedPeriod } | null {
  const length = Math.round((of.to - of.from) / 86_400_000)
  const wanted = usual[template]
  if (of.to > now) return { why: 'unfinished', take: wanted ?? nearest(length) }
  if (wanted === undefined) return null
  const [least, most] = days[wanted]
  return length >= least && length <= most ? null : { why: 'length', take: wanted }
}

function nearest(length: number): FinishedPeriod {
  return finishedPeriods.find((period) => length <= days[period][1]) ?? 'last-quarter'
}
