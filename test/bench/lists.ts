/**
 * `npm run bench:lists [-- --conversations 1000000] [--data DIR]`: lists of conversations by every sort and many filters from
 * the arrays of the reader, beside the same by SQL on the same data in the same run, and what opening a chat of twenty
 * thousand messages takes. What is made in `--data` stays there for the next run. Exit code 1 when a list differs from
 * SQL's or a goal was missed.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createListDesk, type ListDesk } from '../../src/main/lists/listDesk.ts'
import { openConversation, readTimelinePage } from '../../src/main/store/conversationView.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'
import { nextFactsVersion } from '../../src/main/store/derivation.ts'
import { openCache, openWorkspaceDb } from '../../src/main/store/open.ts'
import { conversationSorts, type ConversationQuery } from '../../src/shared/contract.ts'
import { fillCache } from './lists/data.ts'
import { applyLongChats, longChats } from './lists/longChat.ts'
import { everything, filters, now } from './lists/questions.ts'
import { askSql, sqlSorts } from './lists/sqlLists.ts'
import { below, randomFrom } from './metrics/random.ts'
import { atShare } from './reading.ts'
import { printTable, type Line } from './table.ts'

const { values } = parseArgs({
  options: { conversations: { type: 'string', default: '1000000' }, data: { type: 'string' } },
})
const conversations = Number(values.conversations)
/** In a second of a busy day. */
const changedAtOnce = 200
const say = (line: string) => void process.stdout.write(`${line}\n`)
const folder = values.data ?? mkdtempSync(join(tmpdir(), 'floorwalker-bench-lists-'))
try {
  const isMade = existsSync(join(folder, 'cache.db'))
  mkdirSync(folder, { recursive: true })
  const workspaceDb = openWorkspaceDb(folder, 'writer')
  if (!isMade) {
    const writer = openCache(folder, 'writer')
    fillCache(writer, conversations)
    applyLongChats(writer)
    writer.close()
  }
  const cache = openCache(folder, 'reader')
  say(
    `${conversations.toLocaleString('en')} conversations, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}\n`,
  )
  const desk = createListDesk({ cache, workspaceDb, now: () => now })
  const lines = [
    ...(await measureStart(desk)),
    ...(await measureLists(desk, cache)),
    ...(await measureChanging(desk, folder)),
    ...measureLongChats(cache, workspaceDb),
  ]
  for (const line of printTable(lines, 'SQL')) say(line)
  if (lines.some((line) => line.reached === false)) process.exitCode = 1
  await desk.close()
  cache.close()
  workspaceDb.close()
} finally {
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
}

async function measureStart(desk: ListDesk): Promise<readonly Line[]> {
  const ready = await timed(() => desk.ask(everything))
  return [
    line('arrays ready after, s', ready.wall / 1000, null),
    line('  of the processors, s', ready.processor / 1000, null),
  ]
}

/** A question, its answer, and the milliseconds it took: by the clock, and of the processors, whatever else they had to do. */
interface Timed<Answer> {
  readonly answer: Answer
  readonly wall: number
  readonly processor: number
}
type Times = Omit<Timed<unknown>, 'answer'>

async function measureLists(desk: ListDesk, cache: ReadableDb): Promise<readonly Line[]> {
  const first: Times[] = []
  const behind: Times[] = []
  const jumps: Times[] = []
  const newSorts: Times[] = []
  const newFilters: Times[] = []
  const bySql: Times[] = []
  const beside: Times[] = []
  for (const { name, change, sql } of filters)
    for (const sort of conversationSorts)
      for (const ascending of [true, false]) {
        const query = { ...everything, ...change, sort, ascending }
        const page = await timed(() => desk.ask(query))
        first.push(page)
        if (name === 'none' && ascending) newSorts.push(page)
        if (sort === conversationSorts[0] && ascending) newFilters.push(page)
        const { next, total } = page.answer
        if (next !== null) behind.push(await timed(() => desk.ask({ ...query, after: next })))
        jumps.push(await timed(() => desk.ask({ ...query, skip: Math.floor(total * 0.6) })))
        if (sql === null || ascending || !sqlSorts.includes(sort)) continue
        const answer = await timed(async () => askSql(cache, query, sql))
        expectSame(cache, query, page.answer, answer.answer)
        beside.push(page)
        bySql.push(answer)
      }
  const all = [...first, ...behind, ...jumps]
  const ratio = (share: number) => wall(beside, share) / wall(bySql, share)
  say(
    `${all.length} questions; of ${bySql.length} SQL took ${wall(bySql, 0.5).toFixed(0)} ms (median), ${wall(bySql, 0.95).toFixed(0)} (p95)\n`,
  )
  return [
    { ...line('page of 50 with total, ms, median', wall(all, 0.5), null), ratio: ratio(0.5) },
    { ...line('page of 50 with total, ms, p95', wall(all, 0.95), 10), ratio: ratio(0.95) },
    line('page of 50 with total, ms, longest', wall(all, 1), null),
    line('  of the processors, ms, p95', processor(all, 0.95), null),
    ...parts('the first page', first),
    ...parts('the page behind it', behind),
    ...parts('a jump to 60 %', jumps),
    ...parts('a filter asked for the first time', newFilters),
    ...parts('a sort asked for the first time', newSorts),
    line('memory, every sort asked for, bytes a conversation', desk.memoryBytes() / conversations, null),
  ]
}

/** Questions after each of which so many conversations changed, as on a busy day. */
async function measureChanging(desk: ListDesk, folder: string): Promise<readonly Line[]> {
  const writer = openCache(folder, 'writer')
  const random = randomFrom(7)
  const times: Times[] = []
  const refreshes: Times[] = []
  for (const { change } of filters)
    for (const sort of conversationSorts) {
      const changed = Array.from({ length: changedAtOnce }, () => 1 + below(random, conversations))
      writer
        .prepare('UPDATE facts SET version = ? WHERE conversation IN (SELECT value FROM json_each(?))')
        .run(nextFactsVersion(writer), JSON.stringify(changed))
      refreshes.push(await timed(() => desk.refresh()))
      times.push(await timed(() => desk.ask({ ...everything, ...change, sort })))
    }
  writer.close()
  return [
    ...parts(`the first page after ${changedAtOnce} conversations changed`, times),
    ...parts('  taking those over', refreshes),
  ]
}

function expectSame(
  cache: ReadableDb,
  { sort }: ConversationQuery,
  page: Awaited<ReturnType<ListDesk['ask']>>,
  answer: ReturnType<typeof askSql>,
): void {
  // SQL has another order of names.
  const isByName = sort === 'contact' || sort === 'agent' || sort === 'category'
  const isSame = page.rows.every(({ id }, index) => id === nameOf(cache, answer.ids[index]))
  if (answer.total !== page.total || !(isSame || isByName))
    throw new Error(`a list by ${sort} is not what SQL says: ${page.total} and ${answer.total}`)
}

function parts(what: string, times: readonly Times[]): readonly Line[] {
  return [
    line(`${what}, ms, p95`, wall(times, 0.95), null),
    line('  of the processors', processor(times, 0.95), null),
  ]
}

function wall(times: readonly Times[], share: number): number {
  return atShare(
    times.map((one) => one.wall),
    share,
  )
}

function processor(times: readonly Times[], share: number): number {
  return atShare(
    times.map((one) => one.processor),
    share,
  )
}

function measureLongChats(cache: ReadableDb, workspaceDb: ReadableDb): readonly Line[] {
  const open = (chat: string) => openConversation(cache, workspaceDb, chat, now, null)
  const openAround = (chat: string) => openConversation(cache, workspaceDb, chat, now, `${chat}.10000`)
  const part = (place: number) =>
    readTimelinePage(cache, { conversation: longChats[0], limit: 200, from: { kind: 'place', place } })
  const median = (times: readonly number[]) => atShare(times, 0.5)
  return [
    line('20,000 messages: first opening, ms', timesOf(longChats.slice(0, 1), open)[0] ?? NaN, null),
    line('20,000 messages: opening, ms, median', median(timesOf(manyTimes(longChats), open)), 15),
    line(
      '20,000 messages: opening round a hit, ms, median',
      median(timesOf(manyTimes(longChats), openAround)),
      15,
    ),
    line(
      '20,000 messages: another part, ms, median',
      median(timesOf(manyTimes([0, 7000, 19_000]), part)),
      15,
    ),
  ]
}

function manyTimes<T>(things: readonly T[]): readonly T[] {
  return Array.from({ length: 20 }, () => things).flat()
}

function timesOf<T>(things: readonly T[], run: (thing: T) => unknown): readonly number[] {
  return things.map((thing) => {
    const startedAt = performance.now()
    run(thing)
    return performance.now() - startedAt
  })
}

async function timed<Answer>(run: () => Promise<Answer>): Promise<Timed<Answer>> {
  const used = process.cpuUsage()
  const startedAt = performance.now()
  const answer = await run()
  const { user, system } = process.cpuUsage(used)
  return { answer, wall: performance.now() - startedAt, processor: (user + system) / 1000 }
}

function nameOf(cache: ReadableDb, id: number | undefined): unknown {
  return cache.prepare('SELECT rid FROM conversations WHERE id = ?').pluck().get(id)
}

function line(what: string, measured: number, goal: number | null): Line {
  return {
    what,
    goal: goal === null ? '' : `≤ ${goal}`,
    measured,
    ratio: null,
    reached: goal === null ? null : measured <= goal,
  }
}
