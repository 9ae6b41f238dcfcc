/** What differs between two states of a review. */
import { isDeepStrictEqual } from 'node:util'
import type { Rating, ReviewChange, ReviewContent } from '../../shared/audits.ts'

/** Criterion by criterion, message by message, where the level is another. */
export function differences(before: readonly Rating[], after: readonly Rating[]): ReviewChange['changes'] {
  const old = byPlace(before)
  const fresh = byPlace(after)
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((place) => {
    const was = old.get(place)
    const is = fresh.get(place)
    const rating = is ?? was
    const levels = { before: was?.level ?? null, after: is?.level ?? null }
    if (rating === undefined || levels.before === levels.after) return []
    return [{ criterion: rating.criterion, message: rating.message, ...levels }]
  })
}

export function isSameContent(one: ReviewContent, other: ReviewContent): boolean {
  return isDeepStrictEqual(one, other)
}

function byPlace(ratings: readonly Rating[]): ReadonlyMap<string, Rating> {
  return new Map(ratings.map((rating) => [JSON.stringify([rating.criterion, rating.message]), rating]))
}
