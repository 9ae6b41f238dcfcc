import { offsetAt, dayMs } from '../../../shared/period.ts'

/** From when on a zone's clocks are how far ahead of UTC. Milliseconds. */
export interface ZoneOffset {
  readonly starts: number
  readonly offset: number
}

/** No conversation is older: the cloud began later. */
const earliest = Date.UTC(2009, 0, 1)
const yearMs = 366 * dayMs

/** Every change of a zone's clocks from 2009 to two years after `now`; the first row holds for all before it. */
export function zoneOffsets(zone: string, now: number): readonly ZoneOffset[] {
  let offset = offsetAt(earliest, zone)
  const changes: ZoneOffset[] = [{ starts: Number.MIN_SAFE_INTEGER, offset }]
  for (let at = earliest; at < now + 2 * yearMs; at += dayMs) {
    const next = offsetAt(at + dayMs, zone)
    if (next === offset) continue
    changes.push({ starts: changeIn(zone, at, offset), offset: next })
    offset = next
  }
  return changes
}

/** The first millisecond in the day after `day` at which the offset is no longer `before`. */
function changeIn(zone: string, day: number, before: number): number {
  let low = day
  let high = day + dayMs
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === before) low = middle
    else high = middle
  }
  return high
}
