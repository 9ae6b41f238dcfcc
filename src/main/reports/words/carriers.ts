/** Who or what carries a change, where one does. */
import { smallSample } from '../figures.ts'
import { countsDiffer, medianOf, type Count, type Share } from './differences.ts'

/** One that makes up half of everything carries every change: that is no news. */
const mostOfAll = 0.5
/** What is left of the change without a carrier. */
const remaining = 0.5

export interface Carried<Key> {
  readonly key: Key
  /** The figure without it. */
  readonly without: number
}

/** The one without whose values the median is at least half way back to what it was. */
export function medianCarrier<Key>(
  values: readonly { readonly key: Key; readonly value: number }[],
  before: number,
): Carried<Key> | null {
  const change = Math.abs(medianOf(values.map(({ value }) => value)) - before)
  const candidates = [...Map.groupBy(values, ({ key }) => key)].flatMap(([key, own]) => {
    const rest = values.filter((one) => one.key !== key)
    if (!isPart(own.length, rest.length)) return []
    return [{ key, without: medianOf(rest.map(({ value }) => value)) }]
  })
  return nearest(candidates, before, change)
}

/** The same for a share. */
export function shareCarrier<Key>(
  parts: readonly (Share & { readonly key: Key })[],
  before: number,
): (Carried<Key> & { readonly own: number }) | null {
  const of = total(parts.map((part) => part.of))
  const hits = total(parts.map((part) => part.share * part.of))
  const change = Math.abs(hits / of - before)
  const candidates = parts.flatMap((part) => {
    const rest = of - part.of
    if (!isPart(part.of, rest)) return []
    return [{ key: part.key, own: part.share, without: (hits - part.share * part.of) / rest }]
  })
  return nearest(candidates, before, change)
}

/** The one with a name whose own count changed, and by at least half of the whole change though it is no half of all. */
export function countCarrier(
  parts: readonly { readonly key: string | null; readonly now: Count; readonly before: Count }[],
): { readonly key: string; readonly now: number; readonly before: number } | null {
  const now = total(parts.map((part) => part.now.value))
  const before = total(parts.map((part) => part.before.value))
  const change = now - before
  const [first] = parts
    .flatMap(({ key, ...part }) => {
      const share = (part.now.value + part.before.value) / (now + before)
      const own = part.now.value - part.before.value
      const isCarrier = share < mostOfAll && own / change >= mostOfAll && countsDiffer(part.now, part.before)
      return key === null || !isCarrier ? [] : [{ key, now: part.now.value, before: part.before.value }]
    })
    .toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))
  return first ?? null
}

function nearest<One extends { readonly without: number }>(
  candidates: readonly One[],
  before: number,
  change: number,
): One | null {
  const [first] = candidates
    .filter(({ without }) => Math.abs(without - before) <= remaining * change)
    .toSorted((a, b) => Math.abs(a.without - before) - Math.abs(b.without - before))
  return first ?? null
}

function isPart(own: number, rest: number): boolean {
  return own >= smallSample && rest >= smallSample && own < rest
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
