/** How a wait is judged and drawn: its level against the target, and the height of the silence inside it. */
import type { Targets, Wait } from '../../shared/contract.ts'

/** `calm`: within the target, or no target is set; `danger`: past 2.5 times the target. */
export type WaitLevel = 'calm' | 'warning' | 'danger'

/** Seconds of a wait; one that goes on lasts until `now` (epoch milliseconds). */
export function waitSeconds(wait: Pick<Wait, 'from' | 'to'>, now: number): number {
  return Math.max(0, ((wait.to ?? now) - wait.from) / 1000)
}

/** The target in seconds a wait is held against; null: none. */
export function waitTarget(wait: Pick<Wait, 'first'>, targets: Targets): number | null {
  return wait.first ? targets.firstResponse : targets.nextResponse
}

export function waitLevel(seconds: number, target: number | null): WaitLevel {
  if (target === null || seconds <= target) return 'calm'
  return seconds > 2.5 * target ? 'danger' : 'warning'
}

/** Pixels for a silence: 20 to 64, by the root of its length, so an hour is not sixty times a minute. */
export function gapHeight(seconds: number): number {
  return Math.round(Math.min(64, Math.max(20, 10 * Math.sqrt(seconds / 60))))
}
