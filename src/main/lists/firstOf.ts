/** The first few of many by key, then by id, without sorting the rest. */
import type { Ids } from './ids.ts'

export interface Place {
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

const samples = 4096

/** Drops, in place, what does not come behind a place. */
export function keepBehind({ ids, keys, direction }: Keyed, place: Place): void {
  const { list, count } = ids
  let kept = 0
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? 0
    const id = list[index] ?? 0
    if (key < place.key || (key === place.key && (id - place.id) * direction <= 0)) continue
    keys[kept] = key
    list[kept++] = id
  }
  ids.count = kept
}

/** The first `limit`, in order; all of them when there are fewer. */
export function firstOf(keyed: Keyed, limit: number): readonly Place[] {
  const { ids } = keyed
  for (let share = (limit * 2) / ids.count + 8 / samples; share < 1; share *= 4) {
    const found = upTo(keyed, placeAtShare(keyed, share))
    if (found.length >= limit) return sorted(found, keyed).slice(0, limit)
  }
  return sorted(upTo(keyed, null), keyed).slice(0, limit)
}

/** About the place up to which this share of them comes, told from a sample. */
function placeAtShare(keyed: Keyed, share: number): Place | null {
  const { ids, keys } = keyed
  const step = ids.count / samples
  const sample = Array.from({ length: samples }, (_, index): Place => {
    const at = Math.floor(index * step)
    return { key: keys[at] ?? Infinity, id: ids.list[at] ?? 0 }
  })
  return sorted(sample, keyed)[Math.floor(share * samples)] ?? null
}

function upTo({ ids, keys, direction }: Keyed, last: Place | null): Place[] {
  const { list, count } = ids
  const found: Place[] = []
  const lastKey = last?.key ?? Infinity
  const lastId = last === null ? Infinity * direction : last.id
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] ?? 0
    if (key > lastKey) continue
    const id = list[index] ?? 0
    if (key < lastKey || (id - lastId) * direction <= 0) found.push({ key, id })
  }
  return found
}

function sorted(places: Place[], { direction }: Keyed): Place[] {
  return places.sort((a, b) => (a.key === b.key ? (a.id - b.id) * direction : a.key < b.key ? -1 : 1))
}
