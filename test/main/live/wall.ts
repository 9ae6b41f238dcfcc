/** A wall over a real store with a clock that stands where a test puts it. */
import { onTestFinished } from 'vitest'
import { openAt, type OpenConversation } from '../../../src/main/assignments/openSpans.ts'
import { createAttentionReads } from '../../../src/main/attention/attentionReads.ts'
import { createColumnsDesk, keptColumns } from '../../../src/main/engine/columnsDesk.ts'
import { createNumbers } from '../../../src/main/engine/numbers.ts'
import { createLiveReads } from '../../../src/main/live/liveReads.ts'
import type { ReadableDb, WritableDb } from '../../../src/main/store/database.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings, readSettings, saveSettings } from '../../../src/main/store/settings.ts'
import type { MetricsAnswer, Scope, Settings } from '../../../src/shared/contract.ts'
import type { NowAnswer } from '../../../src/shared/live.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryFolder } from '../../support/database.ts'

export interface Wall {
  readonly cache: WritableDb
  tell(...inputs: readonly RecordInput[]): Promise<void>
  set(change: Partial<Settings>): void
  /** What the wall shows at a moment. */
  at(now: number, scope?: Partial<Scope>): Promise<NowAnswer>
  /** The metrics at the same moment, of the local day it lies in. */
  metrics(now: number, day: { from: number; to: number }, scope?: Partial<Scope>): MetricsAnswer
  /** What the assignments say is open at the same moment, and who has it, which may be inferred. */
  open(now: number, scope?: Partial<Scope>): readonly OpenConversation[]
}

/** `watch`: sees the connection the wall reads by before it is used. */
export function createWall(zone = 'UTC', watch: (cache: ReadableDb) => void = () => undefined): Wall {
  const folder = temporaryFolder()
  const [cache, workspaceDb] = [openCache(folder, 'writer'), openWorkspaceDb(folder, 'writer')]
  const reader = openCache(folder, 'reader')
  watch(reader)
  const desk = createColumnsDesk({ cache: reader, kept: keptColumns(folder), writes: false })
  let dictionary = readDictionary(reader)
  const clock = { now: 0 }
  const ports = {
    cache: reader,
    workspaceDb,
    columns: desk.columns,
    dictionary: () => dictionary,
    settings: () => readSettings(workspaceDb),
    now: () => clock.now,
  }
  const attention = createAttentionReads(ports)
  const live = createLiveReads({ ...ports, urgentFlags: attention.urgentFlags })
  const numbers = createNumbers({
    ...ports,
    held: desk.held,
    workspace: () => {
      throw new Error('Nobody asks for the workspace here.')
    },
  })
  const whole: Scope = { from: 0, to: 0, zone, agents: [], teams: [], channels: [], categories: [] }
  onTestFinished(async () => {
    await desk.close()
    for (const db of [reader, cache, workspaceDb]) db.close()
  })
  return {
    cache,
    async tell(...inputs) {
      apply(cache, records(...inputs), { settings: { ...defaultSettings, ...readSettings(workspaceDb) } })
      await desk.refresh()
      dictionary = readDictionary(reader)
    },
    set: (change) => void saveSettings(workspaceDb, change),
    at(now, scope = {}) {
      clock.now = now
      return desk.ask(() => live.now({ scope: { ...whole, ...scope } }))
    },
    metrics(now, { from, to }, scope = {}) {
      clock.now = now
      return numbers.metrics({
        scope: { ...whole, ...scope, from, to },
        by: [],
        metrics: ['waiting_now', 'open_now', 'longest_wait', 'conversations_opened'],
      })
    },
    open: (now, scope = {}) => openAt({ ...ports, now: () => now }, { ...whole, ...scope }, now),
  }
}
