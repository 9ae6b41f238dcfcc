/** From when on the data is complete, as the sources say it. */
import type { SyncHealth } from '../../shared/contract.ts'

/**
 * The time (epoch ms) from which every source holds everything, where that lies inside the period; null: the period is
 * complete. A source that has not begun counts as holding nothing before now.
 */
export function heldFrom(health: SyncHealth | undefined, from: number, now: number): number | null {
  if (health === undefined) return null
  const starts = health.sources
    .filter((source) => !source.backfilled)
    .map((source) => source.backfilledTo ?? source.completeTo ?? now)
  const latest = Math.max(from, ...starts)
  return latest > from ? latest : null
}
