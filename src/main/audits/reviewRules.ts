/** What a person may type into a review. */
import { z } from 'zod'
import type { Criterion, Rating, ReviewContent, ScorecardSection } from '../../shared/audits.ts'
import { criteriaOf } from '../../shared/scoring.ts'
import type { ReadableDb } from '../store/database.ts'
import { StoreFailure } from '../store/errors.ts'
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

const id = z.string('is no id').min(1, 'is empty').max(most.id, 'is too long')
const text = z.string('is no text').max(most.text, `is longer than ${most.text} characters`)
/** A level as it was chosen; null: not applicable. Whether its scale has it is checked against the scorecard. */
export const ratingLevel = z.number('is no level').int('is no level').min(0, 'is no level').nullable()

const ratings = z
  .array(
    z.object({
      criterion: id,
      message: id.nullable(),
      level: ratingLevel,
      causes: z.array(text).max(most.causes, `names more than ${most.causes} causes`),
      note: text,
      proposed: ratingLevel,
    }),
  )
  .max(most.ratings, `has more than ${most.ratings} entries`)

/** The shape of what is typed; whether the scorecard and the chat have what it names is checked against them. */
export const contentSchema: z.ZodType<ReviewContent> = z.object({
  ratings,
  notes: z
    .array(
      z.object({
        id,
        message: id.nullable(),
        kind: z.enum(['praise', 'fault', 'note'], 'is neither praise nor fault nor a note'),
        text,
      }),
    )
    .max(most.notes, `has more than ${most.notes} entries`)
    .refine((notes) => new Set(notes.map((note) => note.id)).size === notes.length, 'has two of the same id'),
  tags: z
    .array(z.string('is no text').max(most.tag, `is longer than ${most.tag} characters`))
    .max(most.tags, `has more than ${most.tags} entries`),
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
  if (!read.success) throw refusal(issueOf(read.error))
  checkAgainst(ground, read.data.ratings)
  for (const note of read.data.notes) checkMessage(ground, note.message, 'A note')
  return read.data
}

/** Ratings of a dispute's answer. Throws as `checkContent` does. */
export function checkRatings(ground: ReviewGround, typed: unknown): readonly Rating[] {
  const read = ratings.safeParse(typed)
  if (!read.success) throw refusal(issueOf(read.error))
  checkAgainst(ground, read.data)
  return read.data
}

/** The name of a person who reviews, answers or is reviewed. Throws a `StoreFailure` (`invalid`) for one that is none. */
export function checkName(name: unknown, what: string): string {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  if (trimmed !== '' && trimmed.length <= most.name) return trimmed
  throw new StoreFailure(
    'invalid',
    trimmed === ''
      ? `There is no name of ${what}; nothing was changed.`
      : `The name of ${what} is longer than ${most.name} characters; nothing was changed.`,
    'Give the name under which it shall stand.',
  )
}

/** Words that may not be missing. Throws a `StoreFailure` (`invalid`). */
export function checkWords(words: unknown, what: string): string {
  const trimmed = typeof words === 'string' ? words.trim() : ''
  if (trimmed !== '' && trimmed.length <= most.text) return trimmed
  throw new StoreFailure(
    'invalid',
    trimmed === ''
      ? `${what} says nothing; nothing was changed.`
      : `${what} is longer than ${most.text} characters; nothing was changed.`,
    trimmed === '' ? 'Write why, in a sentence.' : 'Shorten it.',
  )
}

/** Throws a `StoreFailure` (`invalid`) for a level the criterion's scale does not have. */
export function checkLevel(criterion: Criterion, level: number | null): void {
  if (level === null || (Number.isInteger(level) && level >= 0 && level < criterion.scale.length)) return
  throw refusal(
    `"${criterion.name}" was rated ${level + 1}, and its scale has ${criterion.scale.length} levels`,
  )
}

/** Throws a `StoreFailure` (`invalid`) when the scorecard has no such criterion. */
export function criterionOf(sections: readonly ScorecardSection[], id: string): Criterion {
  const found = criteriaOf(sections).find((criterion) => criterion.id === id)
  if (found) return found
  throw refusal(`This version of the scorecard has no criterion ${JSON.stringify(id.slice(0, 80))}`)
}

function checkAgainst(ground: ReviewGround, list: readonly Rating[]): void {
  const rated = new Set<string>()
  for (const rating of list) {
    const criterion = criterionOf(ground.sections, rating.criterion)
    checkLevel(criterion, rating.level)
    checkLevel(criterion, rating.proposed)
    checkMessage(ground, rating.message, `The rating of "${criterion.name}"`)
    const place = JSON.stringify([criterion.id, criterion.per === 'message' ? rating.message : null])
    if (rated.has(place)) throw refusal(`"${criterion.name}" was rated twice for the same`)
    rated.add(place)
  }
}

function checkMessage({ cache, chat }: ReviewGround, message: string | null, what: string): void {
  if (message === null || chat === null || holdsMessage(cache, chat, message)) return
  throw refusal(`${what} points at a message that is not in this chat`)
}

function issueOf(error: z.ZodError): string {
  const { path = [], message = 'cannot be read' } = error.issues[0] ?? {}
  return `The review's ${path.length === 0 ? 'content' : path.join('.')} ${message}`
}

function refusal(what: string): StoreFailure {
  return new StoreFailure(
    'invalid',
    `${what}; this was not saved, what was saved before is kept.`,
    'Correct it and save again.',
  )
}
