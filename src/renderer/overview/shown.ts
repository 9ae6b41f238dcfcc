import type { Scope, Targets } from '../../shared/contract.ts'

/** What every section of the overview is about. */
export interface Shown {
  readonly scope: Scope
  /** null: not compared. */
  readonly previous: Scope | null
  readonly targets: Targets | undefined
  /** The day it is now, `2026-05-11` in the zone of the scope. */
  readonly today: string
  /** Epoch milliseconds. */
  readonly now: number
  /** The first day held in full; null: all are. */
  readonly heldFrom: string | null
}
