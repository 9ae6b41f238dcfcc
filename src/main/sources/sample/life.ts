import type { SourceRecord } from '../../../shared/records.ts'
import type { Notice } from '../source.ts'
import { dayOf, midnight } from './berlin.ts'
import { playConversation } from './conversation.ts'
import { noticesBetween } from './notices.ts'
import { recall } from './recall.ts'
import { createRoster } from './roster.ts'
import { arrivalsOn, arrivalTime } from './story.ts'
import type { Origin, Premise } from './story.ts'
import type { Timed } from './timed.ts'

/** The life of Nordlicht: what happened, or will, in any stretch of time. */
export interface Life {
  readonly premise: Premise
  /**
   * Everything with `from` ≤ its moment < `to` (epoch milliseconds), in order of time. Asking in other stretches or in
   * another order gives the same records.
   */
  readonly between: (from: number, to: number) => readonly SourceRecord[]
  /** What the cloud says about the account in that stretch. */
  readonly notices: (from: number, to: number) => readonly Notice[]
}

/** No conversation goes on for longer than this many days after the one it began on; later turns are left out. */
const span = 16

const origins: readonly Origin[] = ['everyday', 'outage', 'rush', 'campaign']

export function createLife(premise: Premise): Life {
  const world = { premise, roster: createRoster(premise.seed) }
  const begunOn = recall(span + 6, (day: number) => generate(day))

  /** All that comes of what begins on that day: a function of the premise and the day alone. */
  function generate(day: number): readonly Timed[] {
    const last = midnight(day + span)
    const result: Timed[] = [...world.roster.records(day)]
    for (const origin of origins) {
      const count = arrivalsOn(premise, day, origin)
      for (let n = 0; n < count; n++) {
        const at = arrivalTime(premise, day, origin, n)
        if (at === null) continue
        for (const entry of playConversation(world, { day, origin, n, at }))
          if (entry.at < last) result.push(entry)
      }
    }
    return result.sort((left, right) => left.at - right.at)
  }

  function between(from: number, to: number): readonly SourceRecord[] {
    const found: Timed[] = []
    // Shifts are known an hour before they begin and imported contacts are not dated: nothing is known a day ahead.
    for (let day = dayOf(from) - span; day <= dayOf(to); day++) {
      const entries = begunOn(day)
      for (let index = firstAt(entries, from); index < entries.length; index++) {
        const entry = entries[index]
        if (entry === undefined || entry.at >= to) break
        found.push(entry)
      }
    }
    return found.sort((left, right) => left.at - right.at).map((entry) => entry.record)
  }

  return { premise, between, notices: (from, to) => noticesBetween(premise, from, to) }
}

/** Index of the first entry at or after that moment. */
function firstAt(entries: readonly Timed[], at: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.at ?? Infinity) < at) low = middle + 1
    else high = middle
  }
  return low
}
