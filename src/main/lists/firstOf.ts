/** The first few of many by key, then by id, without sorting the rest. */
import type { Ids } from './ids.ts'

export interface Place {
  /** NaN: no value, which comes last. */
  readonly key: number
  readonly id: number
}

/** Ids and their keys, side by side. */
export interface Keyed {
  readonly ids: Ids
  readonly keys: Float64Array
  /** 1: of equal keys the smaller id comes first; -1: the greater. */
  readonly direction: 1 | -1
}

/** Sorting this many costs less than looking for a way around it. */
const few = 1024
const samples = 512
/** Of the samples, how many shall come first beside those the limit asks for: seldom too few, never far too many. */
const margin = 6

/** Drops, in place, what does not come behind a place. */
export function keepBehind({ ids, keys, direction }: Keyed, place: Place): void {
  const { list, count } = ids
  const isLast = Number.isNaN(place.key)
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? NaN
    const id = list[index] ?? 0
    const isEqual = key === place.key || (isLast && Number.isNaN(key))
    if (isEqual ? (id - place.id) * direction <= 0 : isLast || key < place.key) continue
    keys[kept] = key
    list[kept++] = id
  }
  ids.count = kept
}

/** The first `limit`, in order; all of them when there are fewer. */
export function firstOf(keyed: Keyed, limit: number): readonly Place[] {
  const { count } = keyed.ids
  if (count <= few) return sortedPlaces(keyed, 1).slice(0, limit)
  for (let share = (limit * 2) / count + margin / samples; share < 1; share *= 4) {
    const last = placeAtShare(keyed, share)
    // So few have a value that the sample ran out of them.
    if (Number.isNaN(last.key)) break
    const found = upTo(keyed, last)
    if (found.ids.count >= limit && found.ids.count < count) return firstOf(found, limit)
  }
  const valued = upTo(keyed, { key: Infinity, id: 0 })
  const { count: values } = valued.ids
  if (values >= limit) return values < count ? firstOf(valued, limit) : sortedPlaces(keyed, 1).slice(0, limit)
  return [...sortedPlaces(valued, 1), ...firstWithout(keyed, limit - values)]
}

/** The first of those without a value: ids ascend, so they are sorted. */
function firstWithout({ ids, keys, direction }: Keyed, limit: number): readonly Place[] {
  const places: Place[] = []
  for (let step = 0; step < ids.count && places.length < limit; step += 1) {
    const index = direction === 1 ? step : ids.count - 1 - step
    if (Number.isNaN(keys[index])) places.push({ key: NaN, id: ids.list[index] ?? 0 })
  }
  return places
}

/** About the place up to which this share of them comes, told from a sample. */
function placeAtShare(keyed: Keyed, share: number): Place {
  const sample = sortedPlaces(keyed, keyed.ids.count / samples)
  return sample[Math.floor(share * sample.length)] ?? { key: NaN, id: 0 }
}

/** What has a value and comes up to a place; nothing at all where that has none. */
function upTo({ ids, keys, direction }: Keyed, last: Place): Keyed {
  const { list, count } = ids
  const foundIds: number[] = []
  const foundKeys: number[] = []
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? NaN
    if (!(key <= last.key)) continue
    const id = list[index] ?? 0
    if (key === last.key && (id - last.id) * direction > 0) continue
    foundIds.push(id)
    foundKeys.push(key)
  }
  return {
    ids: { list: Uint32Array.from(foundIds), count: foundIds.length },
    keys: Float64Array.from(foundKeys),
    direction,
  }
}

/** Every `step`-th, in order. */
function sortedPlaces({ ids, keys, direction }: Keyed, step: number): readonly Place[] {
  const places: Place[] = []
  for (let at = 0; at < ids.count; at += step) {
    const index = Math.floor(at)
    places.push({ key: keys[index] ?? NaN, id: ids.list[index] ?? 0 })
  }
  return places.sort((a, b) => compareKeys(a.key, b.key) || (a.id - b.id) * direction)
}

function compareKeys(a: number, b: number): number {
  if (a < b) return -1
  if (a > b) return 1
  return (Number.isNaN(a) ? 1 : 0) - (Number.isNaN(b) ? 1 : 0)
}
