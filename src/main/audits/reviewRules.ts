/** What a person may type into a review. */
import { z } from 'zod'
import type { Criterion, Rating, ReviewContent, ScorecardSection } from '../../shared/audits.ts'
import { criteriaOf } from '../../shared/scoring.ts'
import { inline, phrase } from '../../shared/phrases.ts'
import { problem, problemOf } from '../../shared/problems.ts'
import type { ReadableDb } from '../store/database.ts'
import { storeFailed, type StoreFailure } from '../store/errors.ts'
import { holdsMessage, type Chat } from './chats.ts'

const most = {
  ratings: 5000,
  notes: 1000,
  tags: 100,
  causes: 100,
  id: 512,
  tag: 200,
  name: 200,
  text: 20_000,
}

const id = z
  .string(problem('reviews.problem.noId'))
  .min(1, problem('problem.empty'))
  .max(most.id, problem('reviews.problem.tooLong'))
const text = z
  .string(problem('problem.noText'))
  .max(most.text, problem('problem.longer', { most: most.text }))
/** A level as it was chosen; null: not applicable. Whether its scale has it is checked against the scorecard. */
export const ratingLevel = z
  .number(problem('reviews.problem.noLevel'))
  .int(problem('reviews.problem.noLevel'))
  .min(0, problem('reviews.problem.noLevel'))
  .nullable()

const ratings = z
  .array(
    z.object({
      criterion: id,
      message: id.nullable(),
      level: ratingLevel,
      causes: z.array(text).max(most.causes, problem('reviews.problem.causes', { most: most.causes })),
      note: text,
      proposed: ratingLevel,
    }),
  )
  .max(most.ratings, problem('problem.entries', { most: most.ratings }))

/** The shape of what is typed; whether the scorecard and the chat have what it names is checked against them. */
export const contentSchema: z.ZodType<ReviewContent> = z.object({
  ratings,
  notes: z
    .array(
      z.object({
        id,
        message: id.nullable(),
        kind: z.enum(['praise', 'fault', 'note'], problem('reviews.problem.noKind')),
        text,
      }),
    )
    .max(most.notes, problem('problem.entries', { most: most.notes }))
    .refine(
      (notes) => new Set(notes.map((note) => note.id)).size === notes.length,
      problem('reviews.problem.sameIdTwice'),
    ),
  tags: z
    .array(z.string(problem('problem.noText')).max(most.tag, problem('problem.longer', { most: most.tag })))
    .max(most.tags, problem('problem.entries', { most: most.tags })),
  comment: text,
})

/** What a review's ratings and notes are checked against; `chat` null: it was erased, and its messages with it. */
export interface ReviewGround {
  readonly cache: ReadableDb
  readonly chat: Chat | null
  readonly sections: readonly ScorecardSection[]
}

/** What was typed, as it may be kept. Throws a `StoreFailure` (`invalid`) with the first thing that is wrong. */
export function checkContent(ground: ReviewGround, typed: unknown): ReviewContent {
  const read = contentSchema.safeParse(typed)
  if (!read.success) throw wrong(read.error)
  checkAgainst(ground, read.data.ratings)
  for (const note of read.data.notes) checkMessage(ground, note.message, null)
  return read.data
}

/** Ratings of a dispute's answer. Throws as `checkContent` does. */
export function checkRatings(ground: ReviewGround, typed: unknown): readonly Rating[] {
  const read = ratings.safeParse(typed)
  if (!read.success) throw wrong(read.error)
  checkAgainst(ground, read.data)
  return read.data
}

type Person = 'reviewer' | 'acknowledges' | 'disputes' | 'answers' | 'voids'

/** The name of a person who reviews, answers or is reviewed. Throws a `StoreFailure` (`invalid`) for one that is none. */
export function checkName(name: unknown, person: Person): string {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  if (trimmed !== '' && trimmed.length <= most.name) return trimmed
  const who = phrase(`reviews.who.${person}`)
  throw trimmed === ''
    ? storeFailed('invalid', 'reviews.noName', { who })
    : storeFailed('invalid', 'reviews.longName', { who, most: most.name })
}

/** Words that may not be missing. Throws a `StoreFailure` (`invalid`). */
export function checkWords(words: unknown, what: 'reply' | 'dispute' | 'answer' | 'reason'): string {
  const trimmed = typeof words === 'string' ? words.trim() : ''
  if (trimmed !== '' && trimmed.length <= most.text) return trimmed
  const these = phrase(`reviews.what.${what}`)
  throw trimmed === ''
    ? storeFailed('invalid', 'reviews.noWords', { what: these })
    : storeFailed('invalid', 'reviews.longWords', { what: these, most: most.text })
}

/** Throws a `StoreFailure` (`invalid`) for a level the criterion's scale does not have. */
export function checkLevel(criterion: Criterion, level: number | null): void {
  if (level === null || (Number.isInteger(level) && level >= 0 && level < criterion.scale.length)) return
  throw storeFailed('invalid', 'reviews.noSuchLevel', {
    criterion: criterion.name,
    level: level + 1,
    levels: criterion.scale.length,
  })
}

/** Throws a `StoreFailure` (`invalid`) when the scorecard has no such criterion. */
export function criterionOf(sections: readonly ScorecardSection[], id: string): Criterion {
  const found = criteriaOf(sections).find((criterion) => criterion.id === id)
  if (found) return found
  throw storeFailed('invalid', 'reviews.noCriterion', { id: inline(id) })
}

function checkAgainst(ground: ReviewGround, list: readonly Rating[]): void {
  const rated = new Set<string>()
  for (const rating of list) {
    const criterion = criterionOf(ground.sections, rating.criterion)
    checkLevel(criterion, rating.level)
    checkLevel(criterion, rating.proposed)
    checkMessage(ground, rating.message, criterion)
    const place = JSON.stringify([criterion.id, criterion.per === 'message' ? rating.message : null])
    if (rated.has(place)) throw storeFailed('invalid', 'reviews.ratedTwice', { criterion: criterion.name })
    rated.add(place)
  }
}

/** `criterion`: what the message is rated by; null: a note points at it. */
function checkMessage(
  { cache, chat }: ReviewGround,
  message: string | null,
  criterion: Criterion | null,
): void {
  if (message === null || chat === null || holdsMessage(cache, chat, message)) return
  throw criterion === null
    ? storeFailed('invalid', 'reviews.noteElsewhere')
    : storeFailed('invalid', 'reviews.ratingElsewhere', { criterion: criterion.name })
}

function wrong(error: z.ZodError): StoreFailure {
  const { path = [], message } = error.issues[0] ?? {}
  return storeFailed('invalid', 'reviews.wrong', {
    place: path.length === 0 ? phrase('reviews.content') : path.join('.'),
    problem: message === undefined ? phrase('problem.unreadable') : problemOf(message),
  })
}
