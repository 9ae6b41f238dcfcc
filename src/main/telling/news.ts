/** What is made of flags that became open: which are news, which came late, and who is to be told of them how. */
import type { AppearedFlag, FlagSighting } from '../attention/watching.ts'
import type { Settings } from '../../shared/contract.ts'
import type { QueuedFlag } from './tellingStore.ts'

/** Known later than this after its moment, a flag came too late to be told. Longer than any source rests. Milliseconds. */
export const lateAfter = 15 * 60_000

export interface News {
  readonly sightings: readonly FlagSighting[]
  /** For a notice of this machine. */
  readonly queued: readonly QueuedFlag[]
  /** For the webhook. */
  readonly posted: readonly string[]
  /** New since the last time or back from a rest, told or not. */
  readonly announced: readonly string[]
}

/** `firstLookAt`: flags raised before anybody looked here are history, neither told nor late; null: this is the first look. */
export function newsOf(
  appeared: readonly AppearedFlag[],
  context: { readonly now: number; readonly firstLookAt: number | null; readonly settings: Settings },
): News {
  const { now, firstLookAt, settings } = context
  const unseen = appeared.filter(({ sighting }) => sighting === null)
  const isOld = ({ raisedAt }: AppearedFlag) => firstLookAt === null || now - raisedAt > lateAfter
  const timely = unseen.filter((flag) => !isOld(flag))
  const back = appeared.filter((flag) => isBack(flag, now))
  const { desktop, webhook } = settings.telling
  return {
    sightings: unseen.map((flag) => ({
      flag: flag.id,
      seenAt: now,
      raisedAt: flag.raisedAt,
      late: firstLookAt !== null && isOld(flag) && flag.raisedAt >= firstLookAt,
      toldAt: null,
    })),
    queued: [...timely, ...back]
      .filter(({ rule }) => desktop && isNotified(settings.flagRules[rule].telling))
      .map(({ id }) => ({ flag: id, at: now })),
    posted: timely
      .filter(({ rule }) => webhook !== null && settings.flagRules[rule].webhook)
      .map(({ id }) => id),
    announced: firstLookAt === null ? [] : [...unseen, ...back].map(({ id }) => id),
  }
}

function isNotified(telling: Settings['flagRules']['by_hand']['telling']): boolean {
  return telling === 'notified' || telling === 'sounded'
}

/** Its rest ended after it was last told: it is told again, once. */
function isBack({ sighting, restedUntil }: AppearedFlag, now: number): boolean {
  if (sighting === null || restedUntil === null) return false
  return restedUntil <= now && restedUntil > (sighting.toldAt ?? sighting.seenAt)
}
