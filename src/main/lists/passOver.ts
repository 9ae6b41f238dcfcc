/** Drops the first of many by key, then by id, without sorting the rest: where a list is looked at far from its beginning. */
import { firstOf, keepBehind, type Keyed, margin, type Place, placeAtShare, samples } from './firstOf.ts'

/** Drops, in place, as many as asked for, or all. Each step looks for a place shortly before the one wanted. */
export function passOver(keyed: Keyed, skip: number): void {
  const { ids } = keyed
  if (skip >= ids.count) {
    ids.count = 0
    return
  }
  let left = skip
  while (left > 0) {
    const place = placeShortBefore(keyed, left) ?? firstOf(keyed, left).at(-1)
    if (place === undefined) return
    const before = ids.count
    keepBehind(keyed, place)
    left -= before - ids.count
  }
}

/** A place up to which not all of them come, but most; null where they are so few that they are as well sorted. */
function placeShortBefore(keyed: Keyed, left: number): Place | null {
  const { count } = keyed.ids
  for (let short = margin; ; short *= 2) {
    const share = left / count - short / samples
    if (share <= 0) return null
    const place = placeAtShare(keyed, share)
    const passed = countUpTo(keyed, place)
    if (passed > 0 && passed <= left) return place
  }
}

function countUpTo({ ids, keys, direction }: Keyed, place: Place): number {
  const isLast = Number.isNaN(place.key)
  let count = 0
  for (let index = 0; index < ids.count; index += 1) {
    const key = keys[index] ?? NaN
    const isEqual = key === place.key || (isLast && Number.isNaN(key))
    if (isEqual ? ((ids.list[index] ?? 0) - place.id) * direction <= 0 : isLast || key < place.key) count += 1
  }
  return count
}
