/**
 * One file of rows, made in a process of its own, so that its memory is its own. Arguments: a `FileTask` as JSON. Answers one
 * line of JSON, a `FileMade`.
 */
import { readFileSync, statSync } from 'node:fs'
import { createColumnsDesk, keptColumns } from '../../../src/main/engine/columnsDesk.ts'
import { createNumbers } from '../../../src/main/engine/numbers.ts'
import { writeRows } from '../../../src/main/rows/writeRows.ts'
import { readDictionary, readSpan } from '../../../src/main/store/dictionary.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import type { Dataset, RowFormat } from '../../../src/shared/reporting.ts'

export interface FileTask {
  readonly dir: string
  readonly dataset: Dataset
  readonly format: RowFormat
  readonly path: string
}

export interface FileMade {
  readonly rows: number
  readonly seconds: number
  /** Of the file. */
  readonly bytes: number
  /** Resident, before the first row and at most. */
  readonly idleBytes: number
  readonly peakBytes: number
}

const { dir, dataset, format, path } = JSON.parse(process.argv[2] ?? '{}') as FileTask
const cache = openCache(dir, 'reader')
const workspaceDb = openWorkspaceDb(dir, 'reader')
const desk = createColumnsDesk({ cache, kept: keptColumns(dir), writes: false })
const dictionary = readDictionary(cache)
const numbers = createNumbers({
  cache,
  workspaceDb,
  columns: desk.columns,
  held: desk.held,
  dictionary: () => dictionary,
  workspace: () => {
    throw new Error('Nobody asks for the workspace here.')
  },
  now: Date.now,
})
await desk.ask(() => undefined)
const span = readSpan(cache) ?? { from: 0, to: 0 }
const scope = {
  from: span.from,
  to: span.to + 1,
  zone: 'America/New_York',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}
const idleBytes = process.memoryUsage.rss()
const startedAt = performance.now()
const rows = await writeRows(
  { cache, columns: desk.columns(), dictionary, scope, data: numbers.basis({ scope }) },
  { dataset, format, scope, language: 'en', hideNames: true, path },
  () => undefined,
)
const seconds = (performance.now() - startedAt) / 1000
const made: FileMade = {
  rows,
  seconds,
  bytes: statSync(path).size,
  idleBytes,
  peakBytes: mostResident(),
}
process.stdout.write(`${JSON.stringify(made)}\n`)
await desk.close()
cache.close()
workspaceDb.close()

/** Of this program alone: what the system counts for a process begins with what its parent held when it made it. */
function mostResident(): number {
  const own =
    process.platform === 'linux' ? /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return 1024 * (own === null ? process.resourceUsage().maxRSS : Number(own[1]))
}
