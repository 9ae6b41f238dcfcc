/** Some of many by key, then by id, without sorting the rest: a list is looked at anywhere for about the same. */
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
/** How many samples beside the wanted part are looked between: seldom too few, never far too many. */
const margin = 6

// Which side of a place something is on is as good as random: both loops over all of them are made without guessing.

/** How many come before a place, or stand there. */
export function countUpTo({ ids, keys, direction }: Keyed, place: Place): number {
  const { list, count } = ids
  const isLast = Number.isNaN(place.key)
  let found = 0
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? NaN
    const isBefore = isLast ? key === key : key < place.key
    const isEqual = isLast ? key !== key : key === place.key
    found += Number(isBefore) | (Number(isEqual) & Number(((list[index] ?? 0) - place.id) * direction <= 0))
  }
  return found
}

/** In order, those behind the first `skip`: `limit` of them, or as many as there are. */
export function ranked(keyed: Keyed, skip: number, limit: number): readonly Place[] {
  const { count } = keyed.ids
  const end = Math.min(count, skip + limit)
  if (skip >= end) return []
  if (count <= few) return everyNth(keyed, 1).slice(skip, end)
  const sample = everyNth(keyed, count / samples)
  for (let spare = margin; spare < samples; spare *= 4) {
    const low = Math.floor((skip / count) * samples) - spare
    const high = Math.ceil((end / count) * samples) + spare
    const { before, between } = split(keyed, sample[low], sample[high])
    const found = between.ids.count
    if (before <= skip && end <= before + found && found < count) return ranked(between, skip - before, limit)
  }
  return everyNth(keyed, 1).slice(skip, end)
}

/** What comes behind `low` and not behind `high`, and how many come before; undefined: no bound on that side. */
function split(
  { ids, keys, direction }: Keyed,
  low: Place | undefined,
  high: Place | undefined,
): { readonly before: number; readonly between: Keyed } {
  const { list, count } = ids
  const { key: lowKey, id: lowId } = ranking(low ?? { key: -Infinity, id: 0 })
  const { key: highKey, id: highId } = ranking(high ?? { key: NaN, id: Infinity * direction })
  const foundIds: number[] = []
  const foundKeys: number[] = []
  let before = 0
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? NaN
    before += Number(key < lowKey)
    if ((Number(key < lowKey) | Number(key > highKey)) === 1) continue
    const id = list[index] ?? 0
    const rank = rankOf(key)
    if (rank === lowKey && (id - lowId) * direction <= 0) before += 1
    else if (rank >= lowKey && (rank < highKey || (rank === highKey && (id - highId) * direction <= 0))) {
      foundIds.push(id)
      foundKeys.push(key)
    }
  }
  return {
    before,
    between: {
      ids: { list: Uint32Array.from(foundIds), count: foundIds.length },
      keys: Float64Array.from(foundKeys),
      direction,
    },
  }
}

/** Every `step`-th, in order. */
function everyNth({ ids, keys, direction }: Keyed, step: number): readonly Place[] {
  const places: Place[] = []
  for (let at = 0; at < ids.count; at += step) {
    const index = Math.floor(at)
    places.push({ key: keys[index] ?? NaN, id: ids.list[index] ?? 0 })
  }
  return places.sort((a, b) => compareRanks(rankOf(a.key), rankOf(b.key)) || (a.id - b.id) * direction)
}

/** What has no value stands behind everything. */
function rankOf(key: number): number {
  return Number.isNaN(key) ? Infinity : key
}

function ranking({ key, id }: Place): Place {
  return { key: rankOf(key), id }
}

/** No difference: Infinity less Infinity is no number. */
function compareRanks(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
