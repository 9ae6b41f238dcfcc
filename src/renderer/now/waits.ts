/** What the waits of an answer have become a moment later: they grow without a record arriving. Pure. */
import type { NowAnswer } from '../../shared/live.ts'
import { waitLevel } from '../chats/waits.ts'

type Waits = Pick<NowAnswer, 'at' | 'target'> & {
  readonly waiting: { readonly overTarget: number; readonly rows: readonly { readonly since: number }[] }
}

/** How many wait longer than the target now: those who did, and those who have passed it since. */
export function overTargetAt({ at, target, waiting }: Waits, now: number): number {
  const edge = target * 1000
  const passed = waiting.rows.filter(({ since }) => since + edge >= at && since + edge < now)
  return waiting.overTarget + passed.length
}

/** How many of those listed have waited so long that somebody must act. */
export function urgentAt({ target, waiting }: Waits, now: number): number {
  return waiting.rows.filter(({ since }) => waitLevel((now - since) / 1000, target) === 'danger').length
}

/** Whether so much is missing at the end of the data that waits cannot be counted on. Milliseconds. */
export function isBehind(answer: Pick<NowAnswer, 'at' | 'completeTo'>, allowed: number): boolean {
  return answer.completeTo !== null && answer.at - answer.completeTo > allowed
}
