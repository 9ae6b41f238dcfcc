/** What a reviewer types, as pure changes of one document: each answers the next state. */
import type { Criterion, PinnedNote, Rating, ReviewContent } from '../../../shared/audits.ts'

export const nothingTyped: ReviewContent = { ratings: [], notes: [], tags: [], comment: '' }

/** What a review's content is about: a conversation-wide criterion has no target, one of a message names it. */
export interface Target {
  readonly criterion: Criterion
  readonly message: string | null
}

export function ratingsOf(content: ReviewContent, criterion: string): readonly Rating[] {
  return content.ratings.filter((rating) => rating.criterion === criterion)
}

export function ratingAt(content: ReviewContent, target: Target): Rating | undefined {
  return content.ratings.find((rating) => isAt(rating, target))
}

/** A conversation-wide rating may cite a message; it is one rating all the same. */
function isAt(rating: Rating, { criterion, message }: Target): boolean {
  return rating.criterion === criterion.id && (criterion.per === 'conversation' || rating.message === message)
}

/** Rates with a level, or null: not applicable. Note, causes and cited message stay; causes nobody asks for go. */
export function rate(
  content: ReviewContent,
  target: Target,
  level: number | null,
  proposed: number | null,
): ReviewContent {
  const before = ratingAt(content, target)
  const rating: Rating = {
    criterion: target.criterion.id,
    message: before?.message ?? target.message,
    level,
    causes: asksForCause(target.criterion, level) ? (before?.causes ?? []) : [],
    note: before?.note ?? '',
    proposed,
  }
  return put(content, target, rating)
}

export function unrate(content: ReviewContent, target: Target): ReviewContent {
  return { ...content, ratings: content.ratings.filter((rating) => !isAt(rating, target)) }
}

/** Changes the note, the causes or the cited message of what is rated; what is not rated stays as it is. */
export function amend(
  content: ReviewContent,
  target: Target,
  change: Partial<Pick<Rating, 'note' | 'causes' | 'message'>>,
): ReviewContent {
  const before = ratingAt(content, target)
  return before === undefined ? content : put(content, target, { ...before, ...change })
}

function put(content: ReviewContent, target: Target, rating: Rating): ReviewContent {
  const held = content.ratings.some((one) => isAt(one, target))
  return {
    ...content,
    ratings: held
      ? content.ratings.map((one) => (isAt(one, target) ? rating : one))
      : [...content.ratings, rating],
  }
}

export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

/** Adds the note, or replaces the one with its id. A note without words is taken away. */
export function pin(content: ReviewContent, note: PinnedNote): ReviewContent {
  const others = content.notes.filter(({ id }) => id !== note.id)
  if (note.text.trim() === '') return { ...content, notes: others }
  const held = content.notes.some(({ id }) => id === note.id)
  return {
    ...content,
    notes: held ? content.notes.map((one) => (one.id === note.id ? note : one)) : [...content.notes, note],
  }
}

export function unpin(content: ReviewContent, id: string): ReviewContent {
  return { ...content, notes: content.notes.filter((note) => note.id !== id) }
}

/** What was kept before and what was typed since without knowing of it; where both rate the same, what was typed. */
export function joined(
  criteria: readonly Criterion[],
  kept: ReviewContent,
  typed: ReviewContent,
): ReviewContent {
  const isRated = ({ criterion: id, message }: Rating) => {
    const criterion = criteria.find((one) => one.id === id)
    return criterion !== undefined && ratingAt(typed, { criterion, message }) !== undefined
  }
  return {
    ratings: [...kept.ratings.filter((rating) => !isRated(rating)), ...typed.ratings],
    notes: [...kept.notes.filter(({ id }) => typed.notes.every((note) => note.id !== id)), ...typed.notes],
    tags: [...new Set([...kept.tags, ...typed.tags])],
    comment: typed.comment === '' ? kept.comment : typed.comment,
  }
}

/** Whether a rating of this level asks for its root causes. */
export function asksForCause(criterion: Criterion, level: number | null): boolean {
  if (level === null || criterion.rootCauses.length === 0) return false
  const best = criterion.scale.length - 1
  switch (criterion.askRootCause) {
    case 'never':
      return false
    case 'negative':
      return level * 2 < best
    case 'not_best':
      return level < best
    case 'always':
      return true
  }
}

/** How many criteria were rated or set aside as not applicable. */
export function ratedCount(criteria: readonly Criterion[], content: ReviewContent): number {
  return criteria.filter(({ id }) => ratingsOf(content, id).length > 0).length
}

/** The first criterion nothing was said of after `from`, from the top again after the last; -1: there is none. */
export function nextUnrated(criteria: readonly Criterion[], content: ReviewContent, from: number): number {
  const isOpen = (index: number) => {
    const criterion = criteria[index]
    return criterion !== undefined && ratingsOf(content, criterion.id).length === 0
  }
  for (let step = 1; step <= criteria.length; step++) {
    const index = (from + step) % criteria.length
    if (isOpen(index)) return index
  }
  return -1
}
