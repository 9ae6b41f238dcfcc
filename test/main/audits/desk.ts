/** A workspace with two short chats, its databases, and what audits need of them; the clock stands until it is set. */
import { onTestFinished } from 'vitest'
import type { Rating, ReviewContent, ScorecardDraft } from '../../../src/shared/audits.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import type { BringPorts } from '../../../src/main/audits/bringQueue.ts'
import { saveScorecard } from '../../../src/main/audits/scorecards.ts'
import { applyPage } from '../../../src/main/store/apply.ts'
import { sql, type WritableDb } from '../../../src/main/store/database.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { apply, pageOf, records, temporaryFolder, testPorts } from '../../support/database.ts'
import { wholeScope } from '../../support/workspace.ts'
import { criterion } from '../../support/criteria.ts'

export const monday = Date.UTC(2026, 4, 11, 8)
export const hour = 3_600_000

export interface Desk {
  readonly dir: string
  readonly cache: WritableDb
  readonly workspaceDb: WritableDb
  readonly dictionary: () => ReturnType<typeof readDictionary>
  readonly now: () => number
  readonly applyRecords: BringPorts['applyRecords']
  setNow(ms: number): void
}

/** An empty workspace; `records` are applied as one page of the source `test`. */
export function openDesk(inputs: readonly RecordInput[] = twoChats()): Desk {
  const dir = temporaryFolder()
  const cache = openCache(dir, 'writer')
  const workspaceDb = openWorkspaceDb(dir, 'writer')
  onTestFinished(() => {
    cache.close()
    workspaceDb.close()
  })
  if (inputs.length > 0) apply(cache, records(...inputs))
  let now = monday + 24 * hour
  return {
    dir,
    cache,
    workspaceDb,
    dictionary: () => readDictionary(cache),
    now: () => now,
    applyRecords: (source, list, rejects) =>
      void applyPage(cache, { source, stream: 'all', page: pageOf(list, { rejects }) }, testPorts),
    setNow: (ms) => void (now = ms),
  }
}

/** Chats `v1` of Ana (two of three messages) and `v2` of Ben, an hour apart. */
export function twoChats(): readonly RecordInput[] {
  return [
    { kind: 'channel', id: 'c1', platform: 'whatsapp', name: 'Support DE' },
    { kind: 'team', id: 't1', name: 'Orders' },
    { kind: 'agent', id: 'a1', name: 'Ana', teams: ['t1'] },
    { kind: 'agent', id: 'a2', name: 'Ben', teams: [] },
    { kind: 'contact', id: 'k1', name: 'Li' },
    { kind: 'contact', id: 'k2', name: 'Zoë' },
    ...chat('v1', 'k1', monday, [null, 'a2', 'a1', 'a1']),
    ...chat('v2', 'k2', monday + hour, [null, 'a2']),
  ]
}

/** A chat of one message a minute, by these agents; null: by the customer. */
export function chat(
  id: string,
  contact: string,
  at: number,
  authors: readonly (string | null)[],
): readonly RecordInput[] {
  const time = (minute: number) => new Date(at + minute * 60_000).toISOString()
  return [
    { kind: 'conversation', id, contact, channel: 'c1', openedAt: time(0), openedBy: { type: 'contact' } },
    ...authors.map((agent, minute): RecordInput => ({
      kind: 'message',
      id: `${id}-m${minute}`,
      conversation: id,
      contact,
      channel: 'c1',
      at: time(minute),
      direction: agent === null ? 'in' : 'out',
      author: agent === null ? { type: 'contact' } : { type: 'agent', id: agent },
      content: { type: 'text', text: `${id} says ${minute}` },
    })),
  ]
}

/** Two criteria of the same weight, `kind` and `clear`. */
export function draft(change: Partial<ScorecardDraft> = {}): ScorecardDraft {
  return {
    id: null,
    name: 'Service',
    language: 'en',
    sections: [{ id: 's1', name: 'Tone', criteria: [criterion('kind'), criterion('clear')] }],
    ...change,
  }
}

export function keepScorecard(desk: Desk, change: Partial<ScorecardDraft> = {}) {
  return saveScorecard(desk.workspaceDb, draft(change), desk.now())
}

export function rating(of: string, level: number | null, change: Partial<Rating> = {}): Rating {
  return { criterion: of, message: null, level, causes: [], note: '', proposed: null, ...change }
}

export function content(change: Partial<ReviewContent> = {}): ReviewContent {
  return { ratings: [], notes: [], tags: [], comment: '', ...change }
}

/** A sample as it was drawn, by rows: `items` are a source's chats and who reviews them. */
export function keepRows(
  desk: Desk,
  sample: {
    readonly id: string
    readonly scorecard: { readonly id: string; readonly version: number }
    readonly calibration?: boolean
    readonly items: readonly {
      readonly conversation: string
      readonly agent: string | null
      readonly reviewer: string
    }[]
  },
): void {
  const { workspaceDb } = desk
  const recipe = {
    name: sample.id,
    scope: wholeScope(monday, monday + 24 * hour),
    method: 'plain',
    strata: [],
    allocation: 'every',
    size: sample.items.length,
    seed: 1,
    cycle: null,
    scorecard: { id: sample.scorecard.id, version: sample.scorecard.version },
    reviewers: [],
    calibration: sample.calibration ?? false,
    dueAt: null,
  }
  sql(
    workspaceDb,
    'INSERT INTO samples(id, recipe, cycle, drawn_at, candidates, strata) VALUES (?, ?, NULL, ?, ?, ?)',
  ).run(sample.id, JSON.stringify(recipe), desk.now(), sample.items.length, '[]')
  for (const [place, { conversation, agent, reviewer }] of sample.items.entries())
    sql(
      workspaceDb,
      `INSERT INTO sample_items(sample, place, source, conversation, agent, reviewer, weight, risks) VALUES (?, ?, 'test', ?, ?, ?, 1, '[]')`,
    ).run(sample.id, place, conversation, agent, reviewer)
}
