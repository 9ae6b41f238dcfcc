/**
 * `npm run bench [-- --quick]`: what the console is fast at, measured here and now. Prints a table of goals, what was
 * measured, and whether it was reached; nothing is left out and nothing is warmed up that a person would find cold.
 * Exit code 1 when a goal was missed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, appendFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../support/workspace.ts'
import { measureBareInserts, measureIngest, perPage, type Ingest } from './ingest.ts'
import { machine, say } from './opening.ts'
import { measureReading, type Reading } from './reading.ts'
import { companyRecords, inConversationOrder, inRandomOrder, messagesEach, type Size } from './synthetic.ts'
import { printTable, type Line } from './table.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const conversations = values.quick ? 10_000 : 100_000
const hour = 60 * 60 * 1000
const until = Math.floor(Date.now() / hour) * hour
const size: Size = { conversations, from: 0, until }
/** What the writer imports while conversations are opened. */
const arriving: Size = { conversations: conversations / 5, from: conversations, until }

const folder = mkdtempSync(join(tmpdir(), 'floorwalker-bench-'))
try {
  say(`${machine()}; ${conversations * messagesEach} messages in ${conversations} conversations`)
  sayLoad()
  const bare = measureBareInserts(join(folder, 'bare.db'), inConversationOrder(size, perPage))
  rmSync(join(folder, 'bare.db'))
  say(`SQLite alone: ${whole(bare)} message rows/s`)
  const ordered = measureIngest(join(folder, 'large'), inConversationOrder(size, perPage))
  sayIngest('random conversation order', ordered)
  // The whole in random order would take longer than anybody waits; a tenth shows the same.
  const few: Size = { conversations: Math.max(1000, conversations / 10), from: 0, until }
  const scattered = measureIngest(join(folder, 'scattered'), inRandomOrder(few, perPage))
  sayIngest(`fully random order, ${few.conversations} conversations`, scattered)
  sayLoad()

  const file = join(folder, 'arriving.ndjson')
  writeRecords(file)
  const large = await measureReading(join(folder, 'large'), file)
  sayLoad()
  const sample = await measureSample(join(folder, 'sample'))
  const lines = table(bare, ordered, scattered, large, sample)
  say('')
  for (const line of printTable(lines)) say(line)
  process.exitCode = lines.some(({ reached }) => reached === false) ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writeRecords(file: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, '')
  const text = (records: Iterable<object>) =>
    [...records].map((record) => `${JSON.stringify(record)}\n`).join('')
  appendFileSync(file, text(companyRecords()))
  for (const page of inConversationOrder(arriving, perPage)) appendFileSync(file, text(page))
}

async function measureSample(dir: string): Promise<Reading & { readonly recordsPerSecond: number }> {
  const startedAt = performance.now()
  const engine = await openEngine(dir)
  await engine.api.addSource({ kind: 'sample', seed: 1, until, live: false })
  const states = (await engine.writer?.syncOnce(null)) ?? []
  const seconds = (performance.now() - startedAt) / 1000
  await engine.close()
  const records = states.reduce((sum, state) => sum + state.records, 0)
  return { ...(await measureReading(dir)), recordsPerSecond: records / seconds }
}

function table(
  bare: number,
  ordered: Ingest,
  scattered: Ingest,
  large: Reading,
  sample: Reading & { readonly recordsPerSecond: number },
): readonly Line[] {
  const { busy, paint } = large
  const mega = 2 ** 20
  return [
    atLeast(
      'records/s, conversations in random order, facts included',
      60_000,
      ordered.records / ordered.seconds,
      bare,
    ),
    told(
      '  records per second of processor time, whatever else runs here',
      ordered.records / ordered.cpuSeconds,
    ),
    told('  messages/s of them', ordered.messages / ordered.seconds, bare),
    told('records/s, fully random order', scattered.records / scattered.seconds, bare),
    told('SQLite alone, message rows/s', bare, bare),
    told('longest page of 5,000 records, ms', ordered.longestPageMs),
    atMost(
      'largest write-ahead log, MiB',
      128,
      Math.max(ordered.largestWalBytes, scattered.largestWalBytes) / mega,
    ),
    told('overview, all its questions, median ms', large.dashboardMedianMs),
    told('overview, all its questions, p95 ms', large.dashboardP95Ms),
    told('opening a conversation, nothing else going on, p99 ms', large.idleOpenP99Ms),
    ...(busy === null
      ? []
      : [
          atMost('opening a conversation while the writer runs flat out, p99 ms', 2, busy.readP99Ms),
          told('  median ms', busy.readMedianMs),
          told('  longest ms', busy.readMaxMs),
          told('  p99 of the read alone, without the way to its thread and back, ms', busy.directP99Ms),
          told('  records/s read from a file, checked and applied meanwhile', busy.writtenPerSecond),
          atMost('  the window’s process blocked at most, ms', 50, busy.hostBlockedMs),
        ]),
    told('start to first overview, ms', large.coldStartMs),
    ...(paint === null
      ? [
          {
            what: 'first paint: no Chromium or no built page here',
            goal: '',
            measured: null,
            ratio: null,
            reached: null,
          },
        ]
      : [
          told('address to first paint, ms', paint.firstPaintMs),
          told('address to figures, ms', paint.figuresMs),
          atMost('the page’s thread blocked at most, ms (0: never over 50)', 50, paint.longestTaskMs),
        ]),
    told('columns, MiB', large.columnBytes / mega),
    told('engine’s process, MiB resident', large.rssBytes / mega),
    told('sample: records/s, made up and applied', sample.recordsPerSecond),
    told('sample: overview, median ms', sample.dashboardMedianMs),
    told('sample: overview, p95 ms', sample.dashboardP95Ms),
    told('sample: start to first overview, ms', sample.coldStartMs),
    ...(sample.paint === null ? [] : [told('sample: address to figures, ms', sample.paint.figuresMs)]),
  ]
}

function atLeast(what: string, goal: number, measured: number, bare: number): Line {
  return { what, goal: `≥ ${whole(goal)}`, measured, ratio: measured / bare, reached: measured >= goal }
}

function atMost(what: string, goal: number, measured: number): Line {
  return { what, goal: `≤ ${goal}`, measured, ratio: null, reached: measured <= goal }
}

function told(what: string, measured: number, bare?: number): Line {
  return { what, goal: '', measured, ratio: bare === undefined ? null : measured / bare, reached: null }
}

function sayIngest(what: string, ingest: Ingest): void {
  say(
    `${what}: ${whole(ingest.records / ingest.seconds)} records/s (${ingest.records} in ${ingest.seconds.toFixed(1)} s)`,
  )
}

/** Others’ work on this machine is in every number: it is told, not taken out. */
function sayLoad(): void {
  say(`load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`)
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
