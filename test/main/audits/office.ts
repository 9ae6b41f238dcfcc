/** A small support office in real databases: agents, chats as the test tells them, a scorecard, and what audits ask. */
import { onTestFinished } from 'vitest'
import { createAuditReads, type AuditReadPorts } from '../../../src/main/audits/auditReads.ts'
import { createAuditWrites } from '../../../src/main/audits/auditWrites.ts'
import { createColumns, type Columns } from '../../../src/main/metrics/columns.ts'
import type { StoredReview } from '../../../src/main/audits/reviewStore.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { allFacts } from '../../../src/main/store/facts.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import type {
  Criterion,
  NewReview,
  Review,
  SampleRecipe,
  Scorecard,
  ScorecardDraft,
} from '../../../src/shared/audits.ts'
import type { Scope } from '../../../src/shared/contract.ts'
import { scoreOf } from '../../../src/shared/scoring.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache, temporaryFolder } from '../../support/database.ts'

/** Monday, 4 May 2026, in UTC. */
export const monday = Date.UTC(2026, 4, 4)
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** Long after everything. */
export const later = monday + 60 * day

export const may: Scope = {
  from: monday,
  to: monday + 28 * day,
  zone: 'UTC',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

/** One chat: the customer writes, an agent answers `replies` times, a minute apart. */
export interface Chat {
  readonly id: string
  readonly agent?: string | null
  /** Who had it; default: who answered. */
  readonly assigned?: string | null
  readonly at?: number
  readonly replies?: number
  readonly asks?: string
  readonly category?: string
  readonly channel?: string
  readonly rating?: number
  readonly failed?: boolean
  readonly contact?: string
  /** Milliseconds until the first answer. */
  readonly wait?: number
}

const people: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'Office', timezone: 'UTC' },
  { kind: 'team', id: 'north', name: 'North' },
  { kind: 'team', id: 'south', name: 'South' },
  { kind: 'agent', id: 'ana', name: 'Ana', teams: ['north'] },
  { kind: 'agent', id: 'ben', name: 'Ben', teams: ['north'] },
  { kind: 'agent', id: 'eva', name: 'Eva', teams: ['south'] },
  { kind: 'channel', id: 'main', name: 'Main' },
  { kind: 'channel', id: 'shop', name: 'Shop' },
]

function recordsOf(chat: Chat): readonly RecordInput[] {
  const {
    id,
    agent = 'ana',
    at = monday + 9 * hour,
    replies = 1,
    asks = 'Hello',
    channel = 'main',
    wait = minute,
  } = chat
  const assigned = chat.assigned === undefined ? agent : chat.assigned
  const contact = chat.contact ?? `customer of ${id}`
  const records: RecordInput[] = [
    { kind: 'contact', id: contact, name: `Name of ${contact}` },
    { kind: 'conversation', id, contact, channel, openedAt: at, openedBy: { type: 'contact', id: null } },
    {
      kind: 'message',
      id: `${id} in`,
      conversation: id,
      contact,
      channel,
      at,
      direction: 'in',
      author: { type: 'contact', id: null },
      content: { type: 'text', text: asks },
    },
  ]
  if (assigned !== null) records.push({ kind: 'assignment', conversation: id, at, to: assigned })
  if (agent !== null)
    for (let reply = 0; reply < replies; reply++)
      records.push({
        kind: 'message',
        id: `${id} out ${reply}`,
        conversation: id,
        contact,
        channel,
        at: at + wait + reply * minute,
        direction: 'out',
        author: { type: agent === 'app' ? 'app' : 'agent', id: agent === 'app' ? null : agent },
        content: { type: 'text', text: `Answer ${reply}` },
      })
  if (chat.failed === true)
    records.push({
      kind: 'message_status',
      message: `${id} out 0`,
      status: 'failed',
      at: at + wait,
      error: { code: 131047 },
    })
  const closedAt = at + wait + replies * minute
  if (chat.rating !== undefined)
    records.push({
      kind: 'rating',
      id: `${id} rating`,
      conversation: id,
      at: closedAt,
      score: chat.rating,
    })
  records.push({
    kind: 'conversation_event',
    conversation: id,
    at: closedAt,
    event: 'closed',
    category: chat.category ?? null,
  })
  return records
}

export function openOffice(chats: readonly Chat[]) {
  const cache = temporaryCache()
  const workspaceDb = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspaceDb.close())
  apply(cache, records(...people, ...chats.flatMap(recordsOf)))
  let columns = columnsOf(cache)
  let now = later
  const ports = {
    cache,
    workspaceDb,
    columns: () => columns,
    dictionary: () => readDictionary(cache),
    metrics: () => {
      throw new Error('no metrics here')
    },
    now: () => now,
  } satisfies AuditReadPorts
  const reads = createAuditReads(ports)
  const writes = createAuditWrites({ ...ports, applyRecords: () => undefined })
  return {
    ...ports,
    reads,
    writes,
    /** Applies more records, and shows them to the columns. */
    add(...more: readonly RecordInput[]) {
      apply(cache, records(...more))
      columns = columnsOf(cache)
    },
    addChats(...more: readonly Chat[]) {
      this.add(...more.flatMap(recordsOf))
    },
    wait: (milliseconds: number) => void (now += milliseconds),
    async draw(recipe: SampleRecipe) {
      return writes.keepSample(recipe, await reads.previewSample(recipe))
    },
    /** Reviews a chat from beginning to submission; levels by criterion, null: not applicable. */
    async review(begun: NewReview, levels: Readonly<Record<string, number | null>>): Promise<Review> {
      const { id } = await writes.beginReview(begun)
      const ratings = Object.entries(levels).map(([criterion, level]) => ({
        criterion,
        message: null,
        level,
        causes: [],
        note: '',
        proposed: null,
      }))
      await writes.saveReview(id, { ratings, notes: [], tags: [], comment: '' })
      return writes.actOnReview(id, { kind: 'submit' })
    },
  }
}
export type Office = ReturnType<typeof openOffice>

function columnsOf(cache: WritableDb): Columns {
  const columns = createColumns()
  const filling = columns.fill()
  for (const [, facts] of allFacts(cache)) filling.add(facts)
  for (const _ of filling.finish());
  return columns
}

/** A submitted review of a chat as the store keeps it; `levels` by criterion, on whose scale of three they are. */
export function reviewOf(
  card: Scorecard,
  id: string,
  levels: Readonly<Record<string, number | null>>,
  more: Partial<StoredReview> = {},
): StoredReview {
  const ratings = Object.entries(levels).map(([criterion, level]) => ({
    criterion,
    message: null,
    level,
    causes: [],
    note: '',
    proposed: null,
  }))
  return {
    id,
    source: 'test',
    conversation: `c${id}`,
    agent: 'ana',
    reviewer: 'Rita',
    sample: null,
    calibration: false,
    scorecard: { id: card.id, version: card.version },
    state: 'submitted',
    content: { ratings, notes: [], tags: [], comment: '' },
    score: scoreOf(card.sections, ratings).value,
    seen: { messages: 2, hash: '', dataVersion: '' },
    conversationAt: monday,
    begunAt: later,
    changedAt: later,
    submittedAt: later,
    acknowledgedAt: null,
    agentReply: null,
    dispute: null,
    lineage: [],
    ...more,
  }
}

// ── scorecards and recipes ───────────────────────────────────────────────────────────────────────────────────────

export function cardOf(...criteria: readonly Criterion[]): ScorecardDraft {
  return { id: null, name: 'Service', language: 'en', sections: [{ id: 's', name: 'All', criteria }] }
}

export function recipeOf(card: Scorecard, more: Partial<SampleRecipe> = {}): SampleRecipe {
  return {
    name: 'May',
    scope: may,
    method: 'plain',
    strata: [],
    allocation: 'proportional',
    size: 10,
    seed: 4711,
    cycle: null,
    scorecard: { id: card.id, version: card.version },
    reviewers: [{ name: 'Rita', quota: null }],
    calibration: false,
    dueAt: null,
    ...more,
  }
}
