/**
 * A console in a process of its own, so that its memory and its start are its own. Arguments: the workspace's folder and,
 * when the writer is to be kept busy, a file of records to import. Answers one line of JSON, a `Reading`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Engine } from '../../src/main/engine/engine.ts'
import { findChromium } from '../../src/main/hosts/web/chromium.ts'
import { openConversation } from '../../src/main/store/conversationView.ts'
import { openCache, openWorkspaceDb } from '../../src/main/store/open.ts'
import { openEngine } from '../support/workspace.ts'
import { askOverview, overviewQueries } from './questions.ts'
import { atShare, type Busy, type Reading } from './reading.ts'
import { measurePaint } from './paint.ts'

const rounds = 60
const [dir = '', file] = process.argv.slice(2)

async function measure(): Promise<Reading> {
  const startedAt = performance.now()
  const engine = await openEngine(dir)
  try {
    const queries = overviewQueries(await engine.api.workspace())
    await askOverview(engine.api, queries)
    const coldStartMs = performance.now() - startedAt
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) times.push(await askOverview(engine.api, queries))
    const memory = await engine.reader.memory()
    const opens = await openConversations(engine, () => false)
    const busy = file === undefined ? null : await whileImporting(engine, file)
    const chromium = findChromium()
    return {
      coldStartMs,
      dashboardMedianMs: atShare(times, 0.5),
      dashboardP95Ms: atShare(times, 0.95),
      idleOpenP99Ms: atShare(opens, 0.99),
      ...memory,
      busy,
      paint: chromium === null ? null : await measurePaint(engine, chromium),
    }
  } finally {
    await engine.close()
  }
}

/** Opens conversations one after the other, back to back, 2,000 or until `isOver` is. Milliseconds of each. */
async function openConversations(engine: Engine, isOver: () => boolean): Promise<number[]> {
  const ids = await someConversations(engine)
  const times: number[] = []
  for (let turn = 0; turn < 2000 && !isOver(); turn += 1) {
    const startedAt = performance.now()
    await engine.api.conversation(ids[(turn * 37) % ids.length] ?? '')
    times.push(performance.now() - startedAt)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return times
}

/** The same read on a connection of this thread: what SQLite and the writer cost without the way to a thread and back. */
function readDirectly(ids: readonly string[], read: (id: string) => void): number[] {
  return ids.slice(0, 10).map((id) => {
    const startedAt = performance.now()
    read(id)
    return performance.now() - startedAt
  })
}

async function someConversations(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.api.conversations({
    scope: { from: 0, to: 8.64e15, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] },
    states: [],
    waiting: false,
    flagged: false,
    sort: 'last',
    ascending: false,
    contact: '',
    after: null,
    limit: 200,
  })
  return rows.map(({ id }) => id)
}

async function whileImporting(engine: Engine, records: string): Promise<Busy> {
  if (!engine.writer) throw new Error('a bench needs an engine that writes')
  let over = false
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const startedAt = performance.now()
  const imported = engine.writer.importFiles([records]).finally(() => (over = true))
  const times: number[] = []
  const direct: number[] = []
  const cache = openCache(dir, 'reader')
  const workspace = openWorkspaceDb(dir, 'reader')
  while (!over) {
    times.push(...(await openConversations(engine, () => over)))
    const ids = await someConversations(engine)
    for (let turn = 0; turn < 100 && !over; turn += 1) {
      direct.push(...readDirectly(ids, (id) => void openConversation(cache, workspace, id, Date.now(), null)))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const { applied } = await imported
  cache.close()
  workspace.close()
  const seconds = (performance.now() - startedAt) / 1000
  delay.disable()
  return {
    reads: times.length,
    readMedianMs: atShare(times, 0.5),
    readP99Ms: atShare(times, 0.99),
    readMaxMs: Math.max(...times),
    directP99Ms: atShare(direct, 0.99),
    writtenPerSecond: applied / seconds,
    hostBlockedMs: delay.max / 1e6,
  }
}

process.stdout.write(`${JSON.stringify(await measure())}\n`)
