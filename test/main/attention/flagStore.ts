/** A workspace with conversations, agents and whatever flags a test puts there, as the engine's threads have it. */
import { onTestFinished } from 'vitest'
import { createAttentionReads } from '../../../src/main/attention/attentionReads.ts'
import { createAttentionWrites } from '../../../src/main/attention/attentionWrites.ts'
import { attentionApi } from '../../../src/main/engine/attentionApi.ts'
import type { ReaderApi } from '../../../src/main/engine/readerApi.ts'
import { createColumns } from '../../../src/main/metrics/columns.ts'
import { nextFactsVersion } from '../../../src/main/store/derivation.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import type { Scope, Settings } from '../../../src/shared/contract.ts'
import type { Flag, FlagQuery } from '../../../src/shared/flags.ts'
import { temporaryCache, temporaryFolder } from '../../support/database.ts'
import { allTime } from '../../support/everyChat.ts'

export const start = Date.UTC(2026, 4, 11, 8)
export const minute = 60_000

export const wholeScope: Scope = allTime
export const openQuery: FlagQuery = { scope: wholeScope, state: 'open', rules: [], after: null, limit: 500 }

/** A flag as a conversation's facts raise it. */
export interface StoredFlag extends Pick<Flag, 'id' | 'rule' | 'severity' | 'raisedAt' | 'endedAt'> {
  /** Row. */
  readonly conversation: number
  /** Row; 0: nobody. */
  readonly agent: number
}

export const conversationCount = 6
export const agentCount = 4

/** Conversations `v1` … on the channels `c1` and `c2` in turn, agents `a1` … of the teams `t1` and `t2` in turn. */
export function temporaryWorkspace(): WritableDb {
  const workspaceDb = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspaceDb.close())
  return workspaceDb
}

export function furnish(cache: WritableDb): void {
  cache.exec(
    `INSERT INTO sources(id, ref) VALUES (1, 'test'); INSERT INTO categories(id, name) VALUES (1, 'Refund')`,
  )
  for (const row of [1, 2]) {
    cache
      .prepare(`INSERT INTO channels(id, source, rid, name) VALUES (?, 1, ?, ?)`)
      .run(row, `c${row}`, `C${row}`)
    cache
      .prepare(`INSERT INTO teams(id, source, rid, name) VALUES (?, 1, ?, ?)`)
      .run(row, `t${row}`, `T${row}`)
  }
  for (let row = 1; row <= agentCount; row += 1)
    cache
      .prepare(`INSERT INTO agents(id, source, rid, name, teams) VALUES (?, 1, ?, ?, ?)`)
      .run(row, `a${row}`, `Agent ${row}`, JSON.stringify([`t${2 - (row % 2)}`]))
  for (let row = 1; row <= conversationCount; row += 1) {
    cache
      .prepare(`INSERT INTO contacts(id, source, rid, name) VALUES (?, 1, ?, ?)`)
      .run(row, `p${row}`, `Person ${row}`)
    cache
      .prepare(
        `INSERT INTO conversations(id, source, rid, contact, channel, agent, started_at, last_at, category) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row, `v${row}`, row, 2 - (row % 2), 1, start, start, row === 1 ? 1 : null)
  }
}

export function putFlags(cache: WritableDb, flags: readonly StoredFlag[]): void {
  const insert = cache.prepare(
    `INSERT INTO flags(id, conversation, rule, severity, agent, raised_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  cache.transaction(() => {
    for (const flag of flags)
      insert.run(
        flag.id,
        flag.conversation,
        flag.rule,
        flag.severity,
        flag.agent === 0 ? null : flag.agent,
        flag.raisedAt,
        flag.endedAt,
      )
    // As facts that change do; of these conversations there are none.
    const version = nextFactsVersion(cache)
    const note = cache.prepare('INSERT OR REPLACE INTO facts_gone(conversation, version) VALUES (?, ?)')
    for (let row = 1; row <= conversationCount; row += 1) note.run(row, version)
  })()
}

export function flagStore(
  options: {
    readonly cache?: WritableDb
    readonly workspaceDb?: WritableDb
    readonly settings?: Settings
  } = {},
) {
  const cache = options.cache ?? temporaryCache()
  const workspaceDb = options.workspaceDb ?? temporaryWorkspace()
  if (options.cache === undefined) furnish(cache)
  const clock = { now: start }
  const now = () => clock.now
  const columns = createColumns()
  const reader = createAttentionReads({
    cache,
    workspaceDb,
    columns: () => columns,
    dictionary: () => readDictionary(cache),
    settings: () => options.settings ?? defaultSettings,
    now,
  })
  const writer = createAttentionWrites({ cache, workspaceDb, now })
  const api = attentionApi({
    reader: reader as unknown as ReaderApi,
    writing: () => writer,
    changed: () => undefined,
  })
  return { cache, workspaceDb, clock, reader, writer, api }
}
