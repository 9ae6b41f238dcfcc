/**
 * The records every source maps to. They are also the import and export format: one JSON object a line.
 * In files times are RFC 3339 with a zone; in memory they are UTC epoch milliseconds.
 */
import { z } from 'zod'
import { hoursFields, hoursMessage } from './hours.ts'

const id = z
  .string()
  .min(1)
  .max(512)
  .refine((value) => value.isWellFormed(), 'holds a lone surrogate, so two ids could become one')
/** Time: RFC 3339 with a zone in files, epoch milliseconds in memory. Either is read; a number is kept as it is. */
const time = z.union([
  z.iso
    .datetime({ offset: true, error: 'is no RFC 3339 time with a zone' })
    .transform((text) => Date.parse(text)),
  z.number().int().min(-62135596800000).max(253402300799999),
])
const text = z.string()
const nullable = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
const extra = z.record(z.string(), z.unknown()).optional()
/** Entities may say when they were last changed: the newer value wins. Without it, equal ids merge by a fixed rule. */
const entity = { id, updatedAt: nullable(time), extra }

export const platforms = ['whatsapp', 'unknown'] as const
export const addedBy = ['first_message', 'agent', 'import', 'api', 'ad', 'unknown'] as const
export const aliasTypes = ['wa_id', 'bsuid', 'phone', 'username', 'external', 'unknown'] as const
export const openers = ['contact', 'agent', 'bot', 'automation', 'campaign', 'api', 'unknown'] as const
export const conversationEvents = [
  'closed',
  'reopened',
  'pending',
  'snoozed',
  'bot_handoff',
  'bot_resolved',
  'categorised',
  'unknown',
] as const
export const actors = ['agent', 'bot', 'automation', 'api', 'contact', 'system', 'unknown'] as const
export const directions = ['in', 'out', 'internal', 'unknown'] as const
export const authors = [
  'contact',
  'agent',
  'bot',
  'automation',
  'campaign',
  'app',
  'system',
  'unknown',
] as const
export const contentTypes = [
  'text',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'template',
  'reaction',
  'order',
  'edit',
  'revoke',
  'system',
  'unsupported',
  'unknown',
] as const
export const statuses = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted', 'unknown'] as const
export const assignmentSources = ['stated', 'diffed', 'inferred', 'unknown'] as const
export const presenceStates = ['online', 'busy', 'away', 'offline', 'unknown'] as const
export const templateCategories = ['marketing', 'utility', 'authentication', 'service', 'unknown'] as const
export const removalReasons = ['upstream', 'retention', 'erasure', 'unknown'] as const

/** Who did something: a kind of actor and, for people, their id. */
const by = <T extends readonly [string, ...string[]]>(types: T) =>
  z.object({ type: z.enum(types), id: nullable(id) })
const nobody = { type: 'unknown' as const, id: null }

export const recordSchemas = {
  workspace: z.object({ kind: z.literal('workspace'), ...entity, name: text, timezone: nullable(text) }),
  channel: z.object({
    kind: z.literal('channel'),
    ...entity,
    platform: z.enum(platforms).default('unknown'),
    name: nullable(text),
    phone: nullable(text),
  }),
  team: z.object({ kind: z.literal('team'), ...entity, name: nullable(text) }),
  agent: z.object({
    kind: z.literal('agent'),
    ...entity,
    name: nullable(text),
    email: nullable(text),
    teams: z.array(id).default([]),
    role: nullable(text),
    active: z.boolean().default(true),
  }),
  contact: z.object({
    kind: z.literal('contact'),
    ...entity,
    name: nullable(text),
    phone: nullable(text),
    language: nullable(text),
    addedAt: nullable(time),
    addedBy: z.enum(addedBy).default('unknown'),
    aliases: z.array(z.object({ type: z.enum(aliasTypes), value: id })).default([]),
    tags: z.array(text).default([]),
    segment: nullable(text),
    optedInAt: nullable(time),
    optedOutAt: nullable(time),
    deletedAt: nullable(time),
  }),
  conversation: z.object({
    kind: z.literal('conversation'),
    ...entity,
    contact: nullable(id),
    channel: nullable(id),
    openedAt: nullable(time),
    openedBy: by(openers).default(nobody),
  }),
  conversation_event: z.object({
    kind: z.literal('conversation_event'),
    conversation: id,
    at: time,
    event: z.enum(conversationEvents),
    by: by(actors).default(nobody),
    category: nullable(text),
    note: nullable(text),
    extra,
  }),
  message: z.object({
    kind: z.literal('message'),
    id,
    conversation: nullable(id),
    contact: nullable(id),
    channel: nullable(id),
    at: time,
    direction: z.enum(directions),
    author: by(authors).default(nobody),
    content: z.object({
      type: z.enum(contentTypes),
      text: nullable(text),
      caption: nullable(text),
      template: nullable(
        z.object({
          name: text,
          category: z.enum(templateCategories).default('unknown'),
          language: nullable(text),
        }),
      ),
      media: nullable(
        z.object({
          mime: nullable(text),
          name: nullable(text),
          bytes: nullable(z.number().int().nonnegative()),
          sha256: nullable(text),
        }),
      ),
    }),
    replyTo: nullable(id),
    extra,
  }),
  message_status: z.object({
    kind: z.literal('message_status'),
    message: id,
    status: z.enum(statuses),
    at: time,
    error: nullable(z.object({ code: z.number().int(), title: nullable(text) })),
    pricing: nullable(z.record(z.string(), z.unknown())),
    extra,
  }),
  assignment: z.object({
    kind: z.literal('assignment'),
    conversation: id,
    at: time,
    from: nullable(id),
    to: nullable(id),
    team: nullable(id),
    by: by(actors).default(nobody),
    source: z.enum(assignmentSources).default('stated'),
    /** Of what was noticed between two looks: the last look at which it was not so yet. */
    notBefore: nullable(time),
    extra,
  }),
  comment: z.object({
    kind: z.literal('comment'),
    id,
    conversation: id,
    at: time,
    agent: nullable(id),
    text,
    mentions: z.array(id).default([]),
    extra,
  }),
  survey: z.object({ kind: z.literal('survey'), id, conversation: id, at: time, extra }),
  rating: z.object({
    kind: z.literal('rating'),
    id,
    conversation: id,
    at: time,
    score: z.number(),
    scale: z.object({ min: z.number(), max: z.number() }).default({ min: 1, max: 5 }),
    comment: nullable(text),
    extra,
  }),
  presence: z.object({
    kind: z.literal('presence'),
    agent: id,
    at: time,
    state: z.enum(presenceStates),
    extra,
  }),
  shift: z.object({ kind: z.literal('shift'), agent: id, from: time, to: time, extra }),
  working_hours: z.object({
    kind: z.literal('working_hours'),
    scope: z.object({ channel: id.optional(), team: id.optional() }).default({}),
    ...hoursFields,
    extra,
  }),
  link_click: z.object({
    kind: z.literal('link_click'),
    contact: id,
    message: nullable(id),
    at: time,
    url: text,
    campaign: nullable(text),
    extra,
  }),
  conversion: z.object({
    kind: z.literal('conversion'),
    id,
    contact: id,
    conversation: nullable(id),
    at: time,
    goal: text,
    value: nullable(z.number()),
    currency: nullable(text),
    campaign: nullable(text),
    extra,
  }),
  removed: z.object({
    kind: z.literal('removed'),
    of: z.enum(['contact', 'message', 'conversation']),
    id,
    at: time,
    reason: z.enum(removalReasons),
    extra,
  }),
} as const

export type RecordKind = keyof typeof recordSchemas
/** A record as the store takes it: times in epoch milliseconds, absent values null, unknown fields in `extra`. */
export type SourceRecord = { [K in RecordKind]: z.output<(typeof recordSchemas)[K]> }[RecordKind]
export type RecordOf<K extends RecordKind> = z.output<(typeof recordSchemas)[K]>
/** A record as it may stand in a file. */
export type RecordInput = { [K in RecordKind]: z.input<(typeof recordSchemas)[K]> }[RecordKind]

/** Fields whose unknown values become `unknown`, the original kept in `extra` under the same path. */
const openEnums: Partial<
  Record<RecordKind, readonly (readonly [path: string, values: readonly string[]])[]>
> = {
  channel: [['platform', platforms]],
  contact: [['addedBy', addedBy]],
  conversation: [['openedBy.type', openers]],
  conversation_event: [
    ['event', conversationEvents],
    ['by.type', actors],
  ],
  message: [
    ['direction', directions],
    ['author.type', authors],
    ['content.type', contentTypes],
    ['content.template.category', templateCategories],
  ],
  message_status: [['status', statuses]],
  assignment: [
    ['by.type', actors],
    ['source', assignmentSources],
  ],
  presence: [['state', presenceStates]],
  removed: [['reason', removalReasons]],
}

export type ReadRecord =
  { readonly ok: true; readonly record: SourceRecord } | { readonly ok: false; readonly reason: string }

/**
 * Reads one foreign value as a record. Unknown fields move to `extra`; unknown enum values become `unknown`.
 * Never throws: what cannot be read comes back with a reason a person can act on ("message: at is no RFC 3339 time …").
 */
export function readRecord(value: unknown): ReadRecord {
  if (!isPlainObject(value)) return { ok: false, reason: 'a record is a JSON object with a "kind"' }
  const kind = value['kind']
  if (typeof kind !== 'string' || !Object.hasOwn(recordSchemas, kind))
    return { ok: false, reason: `unknown kind of record: ${describe(kind)}` }
  const schema: z.ZodType = recordSchemas[kind as RecordKind]
  const parsed = schema.safeParse(withExtra(kind as RecordKind, value))
  if (parsed.success) return { ok: true, record: parsed.data as SourceRecord }
  const issue = parsed.error.issues[0]
  return {
    ok: false,
    reason: `${kind}: ${issue?.path.join('.') || 'record'} ${issue === undefined ? 'cannot be read' : hoursMessage(issue.message)}`,
  }
}

function withExtra(kind: RecordKind, value: Record<string, unknown>): Record<string, unknown> {
  const known = recordSchemas[kind].shape
  const result: Record<string, unknown> = {}
  const rest: Record<string, unknown> = isPlainObject(value['extra']) ? { ...value['extra'] } : {}
  for (const [key, field] of Object.entries(value)) {
    if (key === 'extra') continue
    if (Object.hasOwn(known, key)) result[key] = field
    else rest[key] = field
  }
  for (const [path, values] of openEnums[kind] ?? []) softenEnum(result, path, values, rest)
  if (Object.keys(rest).length > 0) result['extra'] = rest
  return result
}

function softenEnum(
  record: Record<string, unknown>,
  path: string,
  values: readonly string[],
  rest: Record<string, unknown>,
): void {
  const steps = path.split('.')
  const last = steps.pop() ?? path
  let holder = record
  for (const step of steps) {
    const next = holder[step]
    if (!isPlainObject(next)) return
    holder = holder[step] = { ...next }
  }
  const value = holder[last]
  if (typeof value !== 'string' || values.includes(value)) return
  holder[last] = 'unknown'
  rest[path] = value
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : typeof value
}
