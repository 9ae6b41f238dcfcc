import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportRecords } from '../../../src/main/store/export.ts'
import { rebuildNow } from '../../../src/main/store/rebuild/rebuild.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import type { RecordInput, SourceRecord } from '../../../src/shared/records.ts'
import { apply, dump, records, temporaryCache, testPorts } from '../../support/database.ts'

const base = Date.UTC(2026, 4, 1)
const hour = 3_600_000
/** Few distinct times, so that many fall together. */
const time = fc.integer({ min: 0, max: 60 }).map((step) => base + step * 2 * hour)
const agent = fc.constantFrom('a1', 'a2', 'a3')
const contact = fc.constantFrom('k1', 'k2', 'k3', 'k4')
const channel = fc.constantFrom('c1', 'c2')
const conversation = fc.constantFrom('v1', 'v2', 'v3', 'v4')
const message = fc.constantFrom(...Array.from({ length: 6 }, (_, index) => `m${index}`))
const updatedAt = fc.option(time, { nil: null })
const word = fc.constantFrom('one', 'two', 'three')
/** What customers write: some with a language, a sentiment, a topic. */
const words = fc.oneof(
  word,
  fc.constantFrom(
    'Thank you so much, great service!',
    'Wo bleibt mein Paket? Das ist furchtbar',
    'I want my refund now',
  ),
)

/** Thread of a message by its id: a message stays with one contact and channel, as it does in life. */
function threadOf(id: string): { readonly contact: string; readonly channel: string } {
  const number = Number(id.slice(1))
  return { contact: `k${(number % 4) + 1}`, channel: `c${(number % 2) + 1}` }
}

const messages: fc.Arbitrary<RecordInput> = fc
  .record({
    id: message,
    at: time,
    stated: fc.boolean(),
    direction: fc.constantFrom('in' as const, 'out' as const, 'unknown' as const),
    author: fc.oneof(
      fc.constantFrom({ type: 'contact' as const }, { type: 'bot' as const }, { type: 'unknown' as const }),
      fc.record({ type: fc.constant('agent' as const), id: agent }),
    ),
    type: fc.constantFrom('text' as const, 'image' as const, 'unknown' as const),
    text: fc.option(words, { nil: null }),
    fromStatus: fc.boolean(),
  })
  .map(({ stated, type, text, fromStatus, ...rest }) => ({
    ...rest,
    ...threadOf(rest.id),
    kind: 'message' as const,
    conversation: stated ? `v${(Number(rest.id.slice(1)) % 4) + 1}` : null,
    content: { type, text },
    ...(fromStatus && !stated ? { extra: { fromStatus: true } } : {}),
  }))

const contacts: fc.Arbitrary<RecordInput> = fc.record({
  kind: fc.constant('contact' as const),
  id: contact,
  updatedAt,
  name: fc.option(word, { nil: null }),
  addedAt: fc.option(time, { nil: null }),
  addedBy: fc.constantFrom('unknown' as const, 'agent' as const, 'import' as const),
  tags: fc.array(word, { maxLength: 2 }),
  aliases: fc.array(
    fc.record({
      type: fc.constantFrom('wa_id' as const, 'bsuid' as const, 'phone' as const, 'username' as const),
      value: fc.constantFrom('x', 'y', 'z', 'k3'),
    }),
    { maxLength: 2 },
  ),
})

const others: fc.Arbitrary<RecordInput> = fc.oneof(
  fc.record({
    kind: fc.constant('agent' as const),
    id: agent,
    updatedAt,
    name: fc.option(word, { nil: null }),
    active: fc.boolean(),
    teams: fc.array(fc.constantFrom('t1', 't2'), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('conversation' as const),
    id: conversation,
    updatedAt,
    contact: fc.option(contact, { nil: null }),
    channel: fc.option(channel, { nil: null }),
    openedAt: fc.option(time, { nil: null }),
    openedBy: fc.constantFrom(
      { type: 'contact' as const },
      { type: 'agent' as const, id: 'a2' },
      { type: 'unknown' as const },
    ),
  }),
  fc.record({
    kind: fc.constant('conversation_event' as const),
    conversation,
    at: time,
    event: fc.constantFrom('closed' as const, 'reopened' as const, 'categorised' as const),
    by: fc.record({ type: fc.constantFrom('agent' as const, 'bot' as const), id: agent }),
    category: fc.option(word, { nil: null }),
  }),
  fc.record({
    kind: fc.constant('message_status' as const),
    message,
    at: time,
    status: fc.constantFrom('sent' as const, 'delivered' as const, 'read' as const, 'failed' as const),
    error: fc.option(fc.record({ code: fc.integer({ min: 1, max: 3 }), title: word }), { nil: null }),
    pricing: fc.constantFrom(
      null,
      null,
      { category: 'utility', billable: true, country: 'de' },
      { billable: false },
    ),
  }),
  fc.record({
    kind: fc.constant('assignment' as const),
    conversation,
    at: time,
    from: fc.option(agent, { nil: null }),
    to: fc.option(agent, { nil: null }),
    team: fc.constantFrom('t1', null),
    source: fc.constantFrom('stated' as const, 'stated' as const, 'diffed' as const, 'inferred' as const),
    notBefore: fc.option(time, { nil: null }),
  }),
  fc.record({
    kind: fc.constant('comment' as const),
    id: fc.constantFrom('n1', 'n2'),
    conversation: fc.constant('v1'),
    at: time,
    agent: fc.option(agent, { nil: null }),
    text: word,
    mentions: fc.array(agent, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('rating' as const),
    id: fc.constantFrom('r1', 'r2'),
    conversation: fc.constant('v2'),
    at: time,
    score: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('presence' as const),
    agent,
    at: time,
    state: fc.constantFrom('online' as const, 'away' as const),
  }),
  fc.record({
    kind: fc.constant('shift' as const),
    agent,
    from: time,
    to: time,
  }),
  fc.record({
    kind: fc.constant('working_hours' as const),
    scope: fc.constantFrom({}, { team: 't1' }, { channel: 'c1' }),
    zone: fc.constantFrom('Europe/Berlin', 'Asia/Taipei'),
    week: fc.constantFrom<Partial<Record<'mon', [string, string][]>>>({}, { mon: [['09:00', '17:00']] }),
  }),
  fc.record({
    kind: fc.constant('link_click' as const),
    contact,
    message: fc.option(message, { nil: null }),
    at: time,
    url: word,
  }),
  fc.record({
    kind: fc.constant('conversion' as const),
    id: fc.constantFrom('g1', 'g2'),
    contact,
    conversation: fc.option(conversation, { nil: null }),
    at: time,
    goal: word,
    value: fc.option(fc.constantFrom(1, 2.5), { nil: null }),
    currency: fc.constantFrom('EUR', null),
  }),
  fc
    .record({
      of: fc.constantFrom('message' as const, 'conversation' as const, 'contact' as const),
      at: time,
      n: fc.nat(30),
    })
    .map(({ of, at, n }) => ({
      kind: 'removed' as const,
      of,
      at,
      id: of === 'message' ? `m${n % 6}` : of === 'conversation' ? `v${(n % 4) + 1}` : `k${(n % 4) + 1}`,
      reason: n % 2 === 0 ? ('upstream' as const) : ('erasure' as const),
    })),
)

const record = fc.oneof(
  { weight: 3, arbitrary: messages },
  { weight: 1, arbitrary: contacts },
  { weight: 3, arbitrary: others },
)

/** The same records in another order, some of them again, cut into pages. */
function rearranged(all: readonly SourceRecord[]): fc.Arbitrary<readonly (readonly SourceRecord[])[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...all], { minLength: all.length }),
      fc.subarray([...all]),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
    )
    .map(([first, again, sizes]) => {
      const line = [...first, ...again]
      const pages: SourceRecord[][] = []
      for (let index = 0; line.length > 0; index += 1) pages.push(line.splice(0, sizes[index % sizes.length]))
      return pages
    })
}

const history = fc
  .array(record, { minLength: 1, maxLength: 40 })
  .map((inputs) => records(...inputs))
  .chain((all) => fc.tuple(fc.constant(all), rearranged(all)))

it('ends in the same rows whatever the order, the repetition and the pages of the records', () => {
  const straight = temporaryCache()
  const scattered = temporaryCache()
  fc.assert(
    fc.property(history, ([all, pages]) => {
      empty(straight, scattered)
      expect(apply(straight, all).rejected).toBe(0)
      for (const page of pages) apply(scattered, page)
      expect(dump(scattered)).toEqual(dump(straight))
    }),
    { numRuns: 300 },
  )
})

it('derives page by page what a full rebuild derives', () => {
  const cache = temporaryCache()
  fc.assert(
    fc.property(history, ([, pages]) => {
      empty(cache)
      for (const page of pages) apply(cache, page)
      const before = facts(cache)
      const rows = dump(cache)
      rebuildNow(cache, testPorts)
      expect(facts(cache)).toEqual(before)
      expect(dump(cache)).toEqual(rows)
    }),
    { numRuns: 150 },
  )
})

it('says nothing new of records it already has', () => {
  const cache = temporaryCache()
  fc.assert(
    fc.property(history, ([all, pages]) => {
      empty(cache)
      apply(cache, all)
      for (const page of pages) expect(apply(cache, page)).toMatchObject({ applied: 0, touched: [] })
    }),
    { numRuns: 150 },
  )
})

it('gives equal rows when everything is exported and imported into an empty cache', () => {
  const cache = temporaryCache()
  const copy = temporaryCache()
  fc.assert(
    fc.property(history, ([, pages]) => {
      empty(cache, copy)
      // What was removed left rows behind that only its records implied.
      for (const page of pages)
        apply(
          cache,
          page.filter((one) => one.kind !== 'removed'),
        )
      const exported = [...exportRecords(cache)].flat()
      expect(apply(copy, records(...exported)).rejected).toBe(0)
      expect(comparable(dump(copy))).toEqual(comparable(dump(cache)))
    }),
    { numRuns: 150 },
  )
})

/** Without the rows of which nothing but an id is known: they come back with whatever refers to them. */
function comparable(rows: ReturnType<typeof dump>): Readonly<Record<string, readonly string[]>> {
  const isKnown = (cells: readonly unknown[]) => cells.slice(1).some((cell) => cell !== null && cell !== 0)
  const kept = Object.entries(rows).map(([table, lines]) => [
    table,
    ['agents', 'channels', 'contacts', 'conversations', 'teams'].includes(table)
      ? lines.filter((line) => isKnown(JSON.parse(line) as unknown[]))
      : lines,
  ])
  const result = Object.fromEntries(kept) as Record<string, readonly string[]>
  const people = new Set((result['contacts'] ?? []).map((line) => (JSON.parse(line) as unknown[])[0]))
  return {
    ...result,
    categories: [],
    contact_aliases: (result['contact_aliases'] ?? []).filter((line) =>
      people.has((JSON.parse(line) as unknown[])[2]),
    ),
  }
}

function facts(cache: WritableDb): readonly unknown[] {
  return cache.prepare('SELECT conversation, hex(data) FROM facts ORDER BY conversation').raw().all()
}

function empty(...caches: readonly WritableDb[]): void {
  for (const cache of caches)
    for (const table of cache
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migrations'")
      .pluck()
      .all())
      cache.exec(`DELETE FROM ${String(table)}`)
}
