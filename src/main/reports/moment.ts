/** The moment a report speaks of, and what it compares with. */
import type { Scope } from '../../shared/contract.ts'
import { addDays, previousPeriod, startOfMonth, startOfWeek } from '../../shared/period.ts'
import type { ReportPorts } from './ports.ts'

/**
 * Up to when the numbers are known. A period that is over never depends on the clock: the same data gives the same report
 * whenever it is made. Of one that is not, so much counts as the data is complete; where nobody can say, the clock does.
 */
export function momentOf(
  { to }: Pick<Scope, 'to'>,
  { completeTo, workspace, clock }: Pick<ReportPorts, 'completeTo' | 'workspace' | 'clock'>,
): number {
  if (clock < to) return Math.min(clock, completeTo ?? clock)
  return completeTo ?? Math.max(to, workspace.span?.to ?? to)
}

/** The period before, of which only as much counts as is known of this one. */
export function comparedWith(scope: Scope, moment: number): Scope {
  return { ...scope, ...previousPeriod(scope.from, scope.to, scope.zone, moment) }
}

export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'days'

/** What the period is in the calendar; `days`: no unit of its own. */
export function unitOf({ from, to, zone }: Pick<Scope, 'from' | 'to' | 'zone'>): PeriodUnit {
  if (addDays(from, 1, zone) === to) return 'day'
  if (startOfWeek(from, zone) === from && addDays(from, 7, zone) === to) return 'week'
  if (startOfMonth(from, zone) !== from) return 'days'
  if (startOfMonth(from, zone, 1) === to) return 'month'
  const month = monthOf(from, zone)
  if (month % 3 === 0 && startOfMonth(from, zone, 3) === to) return 'quarter'
  return month === 0 && startOfMonth(from, zone, 12) === to ? 'year' : 'days'
}

/** 0 January … 11 December. */
export function monthOf(ms: number, zone: string): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone: zone, month: 'numeric' }).format(ms)) - 1
}

/** Local days the period has, at least one. */
export function daysIn({ from, to, zone }: Pick<Scope, 'from' | 'to' | 'zone'>): number {
  let days = 0
  for (let at = from; at < to; at = addDays(at, 1, zone)) days += 1
  return Math.max(1, days)
}
