import { useMemo } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { addDays, dayKey, startOfDay } from '../../shared/period.ts'
import { useNow, useScope, useSelection } from '../selection.ts'

export interface Moment {
  /** The past moment looked at; null: now. */
  readonly asOf: number | null
  /** The local day whose lanes are drawn: that of the moment, else the last of the period that has begun. */
  readonly day: Scope
  /** The day is the last of a longer period. */
  readonly partOfPeriod: boolean
}

/** The part of the day that had passed at the moment looked at. */
export function countedUpTo(day: Scope, asOf: number | null): Scope {
  return asOf === null ? day : { ...day, to: Math.min(day.to, asOf + 1) }
}

/** What is looked at: the moment in the address and the day around it. */
export function useMoment(): Moment {
  const scope = useScope()
  const now = useNow()
  const chosen = useSelection((selection) => selection.asOf)
  const asOf = chosen === null || (now > 0 && chosen >= now) ? null : chosen
  const last = now > 0 ? Math.min(scope.to - 1, Math.max(now, scope.from)) : scope.to - 1
  const at = asOf ?? last
  const key = dayKey(at, scope.zone)
  return useMemo(() => {
    const from = startOfDay(at, scope.zone)
    const to = addDays(from, 1, scope.zone)
    const day =
      asOf === null
        ? { ...scope, from: Math.max(from, scope.from), to: Math.min(to, scope.to) }
        : { ...scope, from, to }
    return { asOf, day, partOfPeriod: asOf === null && scope.from < day.from }
    // The day, not the minute of now, decides.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scope, asOf, key])
}
