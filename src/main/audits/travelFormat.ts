/**
 * Files in which audits travel between workspaces: a reviewer's queue with its chats, and their reviews on the way back.
 * JSON: what it is, the version of its format, a SHA-256 of its body, and the body. It is read as what a stranger wrote.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { strataDimensions, type ReviewChange, type SampleRecipe, type Stratum } from '../../shared/audits.ts'
import { authors, openers } from '../../shared/records.ts'
import { storeFailed, type StoreFailure } from '../store/errors.ts'
import type { KeptState } from './reviewStore.ts'
import { contentSchema, ratingLevel } from './reviewRules.ts'
import { sectionsSchema } from './scorecardRules.ts'

const format = 'floorwalker-audits'
const newestVersion = 1

/** Of a file's text, in characters. */
export const largestFile = 200 * 1024 * 1024

const name = z.string().min(1).max(512)
const words = z.string().max(20_000)
const time = z.number().int().min(-62135596800000).max(253402300799999)
const version = z.number().int().min(1)
const count = z.number().int().min(0)
const workspaceId = z.string().regex(/^[0-9a-f]{24}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const pinned = z.strictObject({ id: name, version })

/** Where a chat is at home: a workspace, its source there, and its id at that source. */
const home = z.strictObject({ workspace: workspaceId, source: name, conversation: name })
export type Home = z.output<typeof home>

const scorecard = z.strictObject({
  ...pinned.shape,
  name,
  language: name,
  sections: sectionsSchema,
  madeAt: time,
})
export type TravellingScorecard = z.output<typeof scorecard>

const stringList = z.array(z.string().max(512)).max(10_000).readonly()
/** As a screen of any version wrote it: what is not known here is left out. */
const recipe: z.ZodType<SampleRecipe> = z.object({
  name: z.string().max(512),
  scope: z.object({
    from: time,
    to: time,
    zone: name,
    agents: stringList,
    teams: stringList,
    channels: stringList,
    categories: stringList,
    authors: z.exactOptional(z.array(z.enum(authors))),
    openers: z.exactOptional(z.array(z.enum(openers))),
    hours: z.exactOptional(z.enum(['calendar', 'business'])),
  }),
  method: z.enum(['plain', 'stratified', 'risk', 'flagged']),
  strata: z.array(z.enum(strataDimensions)),
  allocation: z.enum(['every', 'proportional']),
  size: count,
  seed: z.number(),
  cycle: z.string().max(512).nullable(),
  scorecard: z.object(pinned.shape),
  reviewers: z.array(z.object({ name, quota: count.nullable() })).max(10_000),
  calibration: z.boolean(),
  dueAt: time.nullable(),
})

const stratum: z.ZodType<Stratum> = z.strictObject({
  key: z.partialRecord(z.enum(strataDimensions), z.string().nullable()),
  candidates: count,
  drawn: count,
})

const sample = z.strictObject({
  id: name,
  recipe,
  drawnAt: time,
  candidates: count,
  strata: z.array(stratum).readonly(),
  closed: z.boolean(),
  items: z
    .array(
      z.strictObject({
        place: count,
        home,
        /** As the chat's source calls them. */
        agent: name.nullable(),
        reviewer: name,
        weight: z.number(),
        risks: stringList,
      }),
    )
    .readonly(),
})
export type TravellingSample = z.output<typeof sample>

const chat = z.strictObject({
  home,
  /** Its first message: a workspace that has it at this time has the chat already. Null: nobody wrote. */
  first: z.strictObject({ id: name, at: time }).nullable(),
  /** As they are exported, apart from what nobody needs who only reads the chat. */
  records: z.array(z.unknown()).readonly(),
})
export type TravellingChat = z.output<typeof chat>

const change: z.ZodType<ReviewChange> = z.strictObject({
  at: time,
  by: name,
  what: z.enum([
    'begun',
    'submitted',
    'changed',
    'acknowledged',
    'replied',
    'disputed',
    'answered',
    'voided',
    'merged',
  ]),
  score: z.number().min(0).max(100).nullable(),
  changes: z.array(
    z.strictObject({ criterion: name, message: name.nullable(), before: ratingLevel, after: ratingLevel }),
  ),
  comment: words.nullable(),
})

const dispute = z.strictObject({
  by: name,
  at: time,
  comment: words,
  proposed: z.array(z.strictObject({ criterion: name, level: ratingLevel })).readonly(),
  dueAt: time,
  answer: z.enum(['accepted', 'partly', 'rejected']).nullable(),
  answeredBy: name.nullable(),
  answeredAt: time.nullable(),
  answerComment: words.nullable(),
})

const states: z.ZodType<KeptState> = z.enum(['draft', 'submitted', 'disputed', 'resolved', 'voided'])

const review = z
  .strictObject({
    id: name,
    home,
    agent: name.nullable(),
    reviewer: name,
    sample: name.nullable(),
    calibration: z.boolean(),
    scorecard: pinned,
    state: states,
    content: contentSchema,
    seen: z.strictObject({ messages: count, hash: z.string().max(128), dataVersion: z.string().max(128) }),
    conversationAt: time,
    begunAt: time,
    changedAt: time,
    submittedAt: time.nullable(),
    acknowledgedAt: time.nullable(),
    agentReply: words.nullable(),
    dispute: dispute.nullable(),
    /** The states it had when it travelled before, oldest first, and the one it has here. */
    lineage: z.array(sha256).max(10_000).readonly(),
    history: z.array(change).max(100_000).readonly(),
  })
  // A state says what a review has been through.
  .refine((one) => (one.state === 'draft') === (one.submittedAt === null) || one.state === 'voided')
  .refine((one) => (one.state !== 'disputed' && one.state !== 'resolved') || one.dispute !== null)
export type TravellingReview = z.output<typeof review>

const body = z.strictObject({
  workspace: z.strictObject({ id: workspaceId, name: z.string().max(2000) }),
  madeAt: time,
  reviewer: name,
  scorecards: z.array(scorecard).readonly(),
  samples: z.array(sample).readonly(),
  chats: z.array(chat).readonly(),
  reviews: z.array(review).readonly(),
})
export type TravelBody = z.output<typeof body>

export interface TravelFile extends TravelBody {
  readonly kind: 'queue' | 'reviews'
}

const envelope = z.object({ format: z.literal(format), version: z.number().int() })
const known = z.strictObject({
  format: z.literal(format),
  version: z.literal(newestVersion),
  kind: z.enum(['queue', 'reviews']),
  sha256,
  body: z.unknown(),
})

/** The text of a file. Throws a `StoreFailure` (`invalid`) when it would be larger than one that is read. */
export function travelText({ kind, ...parts }: TravelFile): string {
  // What would not be read is not written.
  const text = JSON.stringify(body.parse(parts))
  if (text.length > largestFile - 1000) throw storeFailed('invalid', 'together.queueTooLarge')
  return `{"format":"${format}","version":${newestVersion},"kind":"${kind}","sha256":"${hashOf(text)}","body":${text}}\n`
}

/** Reads a file's text. Throws a `StoreFailure` (`invalid`, `damaged`, `newer`) that says why it cannot be; nothing was changed then. */
export function readTravelText(text: string): TravelFile {
  if (text.length > largestFile) throw storeFailed('invalid', 'together.tooLarge')
  const parsed = parse(text)
  const outer = envelope.safeParse(parsed)
  if (!outer.success) throw storeFailed('invalid', 'together.noFile')
  if (outer.data.version > newestVersion)
    throw storeFailed('newer', 'together.newer', {
      format: String(outer.data.version),
      known: String(newestVersion),
    })
  const file = known.safeParse(parsed)
  if (!file.success || hashOf(JSON.stringify(file.data.body)) !== file.data.sha256) throw damaged()
  const inner = body.safeParse(file.data.body)
  if (!inner.success) throw damaged(inner.error)
  return { kind: file.data.kind, ...inner.data }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (text.trimStart().startsWith(`{"format":"${format}"`)) throw damaged(error)
    return null
  }
}

/** A file of ours that does not hold what it should. */
export function damaged(cause?: unknown): StoreFailure {
  return storeFailed('damaged', 'together.damaged', null, cause)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
