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
import { openCache, openWorkspaceDb } from '../../src/main/store/open.ts'
import { conversationSorts, type ConversationQuery, type Scope } from '../../src/shared/contract.ts'
import { fillCache, until } from './lists/data.ts'
import { applyLongChats, longChats } from './lists/longChat.ts'
import { askSql, sqlSorts, type SqlFilter } from './lists/sqlLists.ts'
import { atShare } from './reading.ts'
import { printTable, type Line } from './table.ts'

const { values } = parseArgs({
  options: { conversations: { type: 'string', default: '1000000' }, data: { type: 'string' } },
})
const conversations = Number(values.conversations)
const day = 24 * 3_600_000
const now = until + day

const whole: Scope = {
  from: 0,
  to: 8.64e15,
  zone: 'UTC',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}
const month: Scope = { ...whole, from: until - 30 * day, to: until }
const everything: ConversationQuery = {
  scope: whole,
  states: [],
  waiting: false,
  flagged: false,
  contact: '',
  sort: 'last',
  ascending: false,
  after: null,
  limit: 50,
}

interface Filter {
  readonly name: string
  readonly change: Partial<ConversationQuery>
  /** Null: only packed facts know, or SQL would mean something else. */
  readonly sql: SqlFilter | null
}
const byAgent = `(c.agent = 7 OR EXISTS (SELECT 1 FROM assignments a WHERE a.conversation = c.id AND a.to_agent = 7))`
const filters: readonly Filter[] = [
  { name: 'none', change: {}, sql: { sql: 'TRUE', parameters: [] } },
  { name: 'state', change: { states: ['closed'] }, sql: { sql: 'c.state = 3', parameters: [] } },
  { name: 'waiting', change: { waiting: true }, sql: { sql: 'c.waiting_since IS NOT NULL', parameters: [] } },
  {
    name: 'agent',
    change: { scope: { ...whole, agents: ['agents-7'] } },
    sql: { sql: byAgent, parameters: [] },
  },
  {
    name: 'channel, category',
    change: {
      scope: { ...whole, channels: ['channels-1', 'channels-2'], categories: ['Category 3', 'Category 4'] },
    },
    sql: { sql: 'c.channel IN (1, 2) AND c.category IN (3, 4)', parameters: [] },
  },
  { name: 'min messages', change: { minMessages: 9 }, sql: { sql: 'c.messages >= 9', parameters: [] } },
  {
    name: 'contact',
    change: { contact: 'ana 12' },
    sql: { sql: `c.contact IN (SELECT id FROM contacts WHERE name LIKE '%ana 12%')`, parameters: [] },
  },
  {
    name: 'flagged',
    change: { flagged: true },
    sql: {
      sql: 'EXISTS (SELECT 1 FROM flags f WHERE f.conversation = c.id AND f.raised_at <= ? AND (f.ended_at IS NULL OR f.ended_at > ?))',
      parameters: [now, now],
    },
  },
  { name: 'month', change: { scope: month }, sql: null },
  {
    name: 'month, agent, state',
    change: { scope: { ...month, agents: ['agents-7'] }, states: ['open', 'pending'] },
    sql: null,
  },
  { name: 'sentiment', change: { sentiments: ['neutral', 'unscored'] }, sql: null },
  { name: 'language', change: { languages: ['de'] }, sql: null },
  { name: 'rated low, failed', change: { rated: 'low', failed: true }, sql: null },
  { name: 'not reviewed', change: { reviewed: false }, sql: null },
  {
    name: 'many at once',
    change: {
      scope: {
        ...whole,
        authors: ['agent', 'bot'],
        openers: ['contact', 'agent'],
        channels: ['channels-1', 'channels-2', 'channels-3'],
      },
      states: ['closed', 'open'],
      sentiments: ['negative', 'neutral', 'positive'],
      minMessages: 3,
      reviewed: false,
    },
    sql: null,
  },
]

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
  const ms = await timed(() => desk.ask(everything))
  const perConversation = desk.memoryBytes() / conversations
  return [
    line('arrays ready after, s', ms / 1000, null),
    line('memory of the arrays, bytes a conversation', perConversation, null),
  ]
}

async function measureLists(desk: ListDesk, cache: ReadableDb): Promise<readonly Line[]> {
  const times: number[] = []
  const pairs: { readonly ours: number; readonly theirs: number }[] = []
  for (const { name, change, sql } of filters)
    for (const sort of conversationSorts)
      for (const ascending of [true, false]) {
        const query = { ...everything, ...change, sort, ascending }
        const startedAt = performance.now()
        const page = await desk.ask(query)
        const ours = performance.now() - startedAt
        times.push(ours)
        if (page.next !== null) times.push(await timed(() => desk.ask({ ...query, after: page.next })))
        if (sql === null || ascending || !sqlSorts.includes(sort)) continue
        const askedAt = performance.now()
        const answer = askSql(cache, query, sql)
        pairs.push({ ours, theirs: performance.now() - askedAt })
        const isSameOrder =
          sort === 'contact' || sort === 'agent' || sort === 'category'
            ? true
            : page.rows.every(({ id }, index) => id === nameOf(cache, answer.ids[index]))
        if (answer.total !== page.total || !isSameOrder)
          throw new Error(`${name} by ${sort} is not what SQL says: ${page.total} and ${answer.total}`)
      }
  const ratio = (share: number) =>
    atShare(
      pairs.map(({ theirs }) => theirs),
      share,
    ) /
    atShare(
      pairs.map(({ ours }) => ours),
      share,
    )
  say(
    `${times.length} questions; of ${pairs.length} SQL took ${atShare(
      pairs.map(({ theirs }) => theirs),
      0.5,
    ).toFixed(0)} ms (median), ${ratio(0.5).toFixed(0)} × as long; ${ratio(0.95).toFixed(0)} × at p95\n`,
  )
  return [
    { ...line('page of 50 with total, ms, median', atShare(times, 0.5), null), ratio: 1 / ratio(0.5) },
    { ...line('page of 50 with total, ms, p95', atShare(times, 0.95), 10), ratio: 1 / ratio(0.95) },
    line('page of 50 with total, ms, longest', Math.max(...times), null),
  ]
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

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
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
