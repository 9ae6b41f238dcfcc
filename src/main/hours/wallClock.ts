/**
 * What a wall clock's times mean in a zone. A wall time is written as if it were UTC: epoch milliseconds of what the
 * clock shows. Where the clock is put forward it skips times; where it is put back it shows them twice. A range of the
 * wall clock therefore
 * - begins at the first instant that shows its start, or where the clock skips it at the instant of the skip;
 * - ends after the last instant that shows less than its end within the change, else at the skip: 01:00–02:30 with
 *   02:30 shown twice ends at the second; 01:00–02:00, when the clock goes from 03:00 back to 02:00, at the first, so
 *   that ranges which touch share nothing and miss nothing.
 */
import { dayMs, offsetAt } from '../../shared/period.ts'

/** When a range that starts at `wall` begins, in epoch milliseconds. */
export function startOf(wall: number, zone: string): number {
  const [before, after] = offsetsAround(wall, zone)
  const first = wall - Math.max(before, after)
  if (before === after || shows(first, wall, zone)) return first
  const second = wall - Math.min(before, after)
  return shows(second, wall, zone) ? second : changeBetween(first, second, zone)
}

/** When a range that goes to `wall` ends, in epoch milliseconds. */
export function endOf(wall: number, zone: string): number {
  const last = wall - 1
  const [before, after] = offsetsAround(last, zone)
  const second = last - Math.min(before, after)
  if (before === after || shows(second, last, zone)) return second + 1
  const first = last - Math.max(before, after)
  return shows(first, last, zone) ? first + 1 : changeBetween(first, second, zone)
}

/** What the zone's clocks show at an instant. */
export function wallOf(ms: number, zone: string): number {
  return ms + offsetAt(ms, zone)
}

/** The offsets a day before and a day after: no zone changes twice within two days. */
function offsetsAround(wall: number, zone: string): readonly [before: number, after: number] {
  return [offsetAt(wall - dayMs, zone), offsetAt(wall + dayMs, zone)]
}

function shows(ms: number, wall: number, zone: string): boolean {
  return ms + offsetAt(ms, zone) === wall
}

/** The instant in (low, high] from which the offset of `high` holds. */
function changeBetween(low: number, high: number, zone: string): number {
  const offset = offsetAt(high, zone)
  let [before, at] = [low, high]
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2)
    if (offsetAt(middle, zone) === offset) at = middle
    else before = middle
  }
  return at
}
