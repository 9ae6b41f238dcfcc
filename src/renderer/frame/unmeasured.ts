import type { Figure } from '../../shared/contract.ts'

/**
 * The share of waits that working hours cannot measure, because none are known where they were: 0 none (or nothing to
 * measure at all), 1 all of them. Both figures are the same duration over the same scope, once in each kind of hours.
 */
export function unmeasuredShare(business: Figure | undefined, calendar: Figure | undefined): number {
  const measured = casesOf(business)
  const all = casesOf(calendar)
  return all === 0 ? 0 : Math.max(0, 1 - measured / all)
}

function casesOf(figure: Figure | undefined): number {
  return figure !== undefined && 'count' in figure ? figure.count : 0
}
