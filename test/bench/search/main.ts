/**
 * `npm run bench:search [-- --size quick|s|l|both] [--data DIR] [--without postgres|build|live|scan …]`: the first page of fifty
 * hits with snippets, by kind of question, beside PostgreSQL's trigram index, asked for the same page and for bare rows, and a
 * plain scan of SQLite over the same messages in the same run; how long the index takes to build, how large it is, and how
 * long a page of a sync is not in it yet. With `--data` the workspace and the filled PostgreSQL are kept there for the next
 * run. Exit code 1 when a goal was missed.
 */
import { rmSync, statSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { createSearchReader } from '../../../src/main/search/searchReader.ts'
import { createSearchWriter } from '../../../src/main/search/searchWriter.ts'
import { rawSql, type ReadableDb } from '../../../src/main/store/database.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { atShare } from '../reading.ts'
import { machine, openBench, say } from '../opening.ts'
import { alignRows, printTable, shown, type Line } from '../table.ts'
import { prepareData, sizes, until, type SearchSize } from './data.ts'
import { measureLive, type Live } from './live.ts'
import { openSearchedPostgres } from './postgres.ts'
import { kinds, questionsOf, type Question, type QuestionKind } from './queries.ts'

const { chosen, folder, isKept, isLeftOut, end } = openBench<SearchSize>({
  name: 'search',
  sizes,
  usual: 's',
  optional: ['postgres', 'build', 'live', 'scan'],
})

/** Of the plain scan, which takes seconds. */
const scanSamples = 2
const postgresSamples = 10

try {
  say(machine())
  for (const size of chosen) await measure(size)
} finally {
  end()
}

interface Taken {
  readonly median: number
  readonly p95: number
  /** Of this process's processor, a question: what is left of it where others wait for nobody. */
  readonly processor: number
}
type Times = ReadonlyMap<QuestionKind, Taken>

async function measure(size: SearchSize): Promise<void> {
  const dir = prepareData(folder, size)
  const counting = openCache(dir, 'reader')
  const messages = rawSql<[number]>(counting, 'SELECT count(*) FROM messages').get()?.[0] ?? 0
  const questions = questionsOf(counting, size)
  say(`\n## ${messages.toLocaleString('en')} messages over ${size.days} days\n`)
  const build = isLeftOut('build') ? null : await measureBuild(dir, messages)
  const own = await measureOwn(dir, questions)
  const scan = isLeftOut('scan')
    ? null
    : await measureAll(questions, scanSamples, (question) => scanFor(counting, question))
  const theirs = isLeftOut('postgres') ? null : await measurePostgres(counting, size, questions)
  const live = isLeftOut('live') ? null : await measureLive(dir, size)
  counting.close()
  sayLoad()
  report({ build, own, live, scan, theirs })
}

interface Theirs {
  readonly page: Times
  readonly bare: Times
}

async function measurePostgres(
  cache: ReadableDb,
  size: SearchSize,
  questions: ReadonlyMap<QuestionKind, readonly Question[]>,
): Promise<Theirs | null> {
  const kept = !isKept ? null : join(folder, `postgres-${size.name}`)
  const postgres = await openSearchedPostgres(cache, size, kept)
  if ('unavailable' in postgres) {
    say(`PostgreSQL is not measured: ${postgres.unavailable}.`)
    return null
  }
  const { seconds, bytes } = postgres.built
  say(`PostgreSQL: trigram index built in ${seconds.toFixed(0)} s, ${megabytes(bytes)}.`)
  const page = await measureAll(questions, postgresSamples, postgres.askPage)
  const bare = await measureAll(questions, postgresSamples, postgres.askBare)
  await postgres.stop()
  return { page, bare }
}

interface Build {
  readonly perSecond: number
  readonly bytes: number
  /** Milliseconds. */
  readonly longestHeld: number
}

/** Threads and all, as the console does it. */
async function measureBuild(dir: string, messages: number): Promise<Build> {
  for (const end of ['', '-wal', '-shm']) rmSync(join(dir, `search.db${end}`), { force: true })
  const cache = openCache(dir, 'writer')
  const startedAt = performance.now()
  const before = process.cpuUsage()
  const ownBefore = process.threadCpuUsage()
  let longest = 0
  let last = startedAt
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const writer = createSearchWriter({ dir, cache, onChange: () => undefined })
  await writer.finished()
  clearInterval(watch)
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(before)
  const own = process.threadCpuUsage(ownBefore)
  await writer.stop()
  cache.close()
  const { size: bytes } = statSync(join(dir, 'search.db'))
  say(
    `Index built in ${seconds.toFixed(1)} s (${inSeconds(user + system)} s of processor, ${inSeconds(own.user + own.system)} of them the thread that writes), ${megabytes(bytes)}; the writer was held up ${longest.toFixed(0)} ms at most.`,
  )
  sayLoad()
  return { perSecond: messages / seconds, bytes, longestHeld: longest }
}

async function measureOwn(
  dir: string,
  questions: ReadonlyMap<QuestionKind, readonly Question[]>,
): Promise<Times> {
  const cache = openCache(dir, 'reader')
  const workspaceDb = openWorkspaceDb(dir, 'reader')
  const reader = createSearchReader({ dir, cache, workspaceDb, now: () => until })
  const times = await measureAll(
    questions,
    Infinity,
    async ({ text }) => {
      const { groups } = await reader.search({ text, zone: 'UTC', order: 'newest', after: null, limit: 50 })
      return groups.length
    },
    3,
  )
  reader.close()
  cache.close()
  workspaceDb.close()
  return times
}

/** Each question of a kind once to warm up, then measured. */
async function measureAll(
  questions: ReadonlyMap<QuestionKind, readonly Question[]>,
  most: number,
  ask: (question: Question) => Promise<number>,
  rounds = 1,
): Promise<Times> {
  const all = new Map<QuestionKind, Taken>()
  for (const [kind, of] of questions) {
    const asked = of.slice(0, most)
    const times: number[] = []
    if (most > scanSamples) for (const question of asked) await ask(question)
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round += 1)
      for (const question of asked) {
        const startedAt = performance.now()
        await ask(question)
        times.push(performance.now() - startedAt)
      }
    const { user, system } = process.cpuUsage(before)
    all.set(kind, {
      median: atShare(times, 0.5),
      p95: atShare(times, 0.95),
      processor: (user + system) / 1000 / times.length,
    })
  }
  return all
}

async function scanFor(cache: ReadableDb, question: Question): Promise<number> {
  const { contains, agent, channel, before, failed } = question
  const parts = [
    ...contains.map(() => 'm.text LIKE ?'),
    agent === undefined ? '' : `m.agent = ${agent}`,
    channel === undefined ? '' : `(SELECT channel FROM conversations WHERE id = m.k >> 20) = ${channel}`,
    before === undefined ? '' : `m.at < ${before}`,
    failed ? 'm.failed_at IS NOT NULL' : '',
  ].filter((part) => part !== '')
  return rawSql<[number]>(
    cache,
    `SELECT k, text FROM messages m WHERE ${parts.join(' AND ')} ORDER BY at DESC LIMIT 50`,
  ).all(...contains.map((piece) => `%${piece}%`)).length
}

function report(measured: {
  readonly build: Build | null
  readonly own: Times
  readonly live: Live | null
  readonly scan: Times | null
  readonly theirs: Theirs | null
}): void {
  const { build, own, live, scan, theirs } = measured
  const cells = (taken: Taken | undefined) =>
    taken === undefined ? '' : `${shown(taken.median)} / ${shown(taken.p95)}`
  const processor = (taken: Taken | undefined) => (taken === undefined ? '' : shown(taken.processor))
  const timesOf = (kind: QuestionKind, of: Times | undefined | null) =>
    (of?.get(kind)?.p95 ?? Infinity) / (own.get(kind)?.p95 ?? 1)
  const times = (kind: QuestionKind, of: Times | undefined | null) =>
    of == null ? '' : shown(timesOf(kind, of))
  say('')
  for (const line of alignRows([
    [
      'first page of 50, ms p50 / p95',
      'Floorwalker',
      'processor, mean',
      'pg_trgm, same page',
      '× at p95',
      'bare rows',
      '× at p95',
      'plain scan',
      '× at p95',
    ],
    ...kinds.map((kind) => [
      kind,
      cells(own.get(kind)),
      processor(own.get(kind)),
      cells(theirs?.page.get(kind)),
      times(kind, theirs?.page),
      cells(theirs?.bare.get(kind)),
      times(kind, theirs?.bare),
      cells(scan?.get(kind)),
      times(kind, scan),
    ]),
  ]))
    say(line)
  const worst = (of: (taken: Taken) => number) => Math.max(...[...own.values()].map(of))
  const leastRatio = theirs === null ? null : Math.min(...kinds.map((kind) => timesOf(kind, theirs.page)))
  const lines: Line[] = [
    line(
      'slowest kind, p50, ms',
      '≤ 1',
      worst((taken) => taken.median),
      (value) => value <= 1,
    ),
    line(
      'slowest kind, p95, ms',
      '≤ 8',
      worst((taken) => taken.p95),
      (value) => value <= 8,
    ),
    line('× faster than pg_trgm’s same page at p95, least', '≥ 10', leastRatio, (value) => value >= 10),
    line('index built, messages/s', '≥ 100,000', build?.perSecond ?? null, (value) => value >= 100_000),
    line('the writer held up meanwhile, at most, ms', '', build?.longestHeld ?? null, null),
    line('pages behind in live use, at most', '≤ 1', live?.pagesBehind ?? null, (value) => value <= 1),
    line('a page of 100 indexed, p95, ms', '', live?.indexedP95 ?? null, null),
    line('size of the index, MB', '', build === null ? null : build.bytes / 1e6, null),
  ]
  say('')
  for (const text of printTable(lines, null)) say(text)
  if (lines.some(({ reached }) => reached === false)) process.exitCode = 1
}

function line(
  what: string,
  goal: string,
  measured: number | null,
  reached: ((value: number) => boolean) | null,
): Line {
  return {
    what,
    goal,
    measured,
    ratio: null,
    reached: measured === null || reached === null ? null : reached(measured),
  }
}

function inSeconds(microseconds: number): string {
  return (microseconds / 1e6).toFixed(1)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6).toLocaleString('en')} MB`
}

/** Others' work on this machine is in every number: it is told, not taken out. */
function sayLoad(): void {
  say(`Load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores.`)
}
