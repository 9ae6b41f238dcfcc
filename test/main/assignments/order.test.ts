/** Intervals over a real store: never two at once, nothing left out, and the same whatever came first. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { heldIntervals } from '../../../src/main/assignments/intervals.ts'
import { unpackFacts } from '../../../src/main/metrics/pack.ts'
import type { ReadableDb } from '../../../src/main/store/database.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache } from '../../support/database.ts'
import { emptied } from '../../support/emptied.ts'

const base = Date.UTC(2026, 4, 11, 9)
const minute = 60_000
const span = 12
/** Few distinct instants, so that many things fall into one. */
const time = fc.integer({ min: 0, max: span }).map((step) => base + step * minute)
const agent = fc.constantFrom('a1', 'a2', 'a3')
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const assignment = fc.record({
  kind: fc.constant('assignment' as const),
  conversation: fc.constant('v1'),
  at: time,
  from: maybe(agent),
  to: maybe(agent),
  team: fc.constantFrom(null, null, 't1', 't2'),
  source: fc.constantFrom('stated' as const, 'diffed' as const, 'diffed' as const, 'inferred' as const),
  notBefore: maybe(time),
})
const message = fc
  .record({
    id: fc.integer({ min: 1, max: 6 }),
    at: time,
    by: fc.oneof(
      fc.constant({ direction: 'in' as const, author: { type: 'contact' as const } }),
      agent.map((id) => ({ direction: 'out' as const, author: { type: 'agent' as const, id } })),
    ),
  })
  .map(({ id, at, by }) => ({
    kind: 'message' as const,
    id: `m${id}`,
    conversation: 'v1',
    contact: 'k1',
    channel: 'c1',
    at,
    ...by,
    content: { type: 'text' as const, text: 'x' },
  }))
const event = fc.record({
  kind: fc.constant('conversation_event' as const),
  conversation: fc.constant('v1'),
  at: time,
  event: fc.constantFrom('closed' as const, 'reopened' as const),
})
const opening = fc.record({
  kind: fc.constant('conversation' as const),
  id: fc.constant('v1'),
  contact: fc.constant('k1'),
  channel: fc.constant('c1'),
  openedAt: time,
})
const anyHistory: fc.Arbitrary<readonly RecordInput[]> = fc
  .tuple(
    fc.array(assignment, { maxLength: 6 }),
    fc.array(message, { maxLength: 5 }),
    fc.array(event, { maxLength: 3 }),
    fc.array(opening, { maxLength: 1 }),
  )
  .map((parts) => parts.flat())

/** The intervals by names, and the episodes. */
function told(cache: ReadableDb) {
  const row = cache.prepare('SELECT data FROM facts').pluck().get() as Uint8Array | undefined
  if (row === undefined) return { intervals: [], episodes: [], holder: null }
  const facts = unpackFacts(row)
  const name = (table: string, id: number) =>
    id < 0 ? null : (cache.prepare(`SELECT rid FROM ${table} WHERE id = ?`).pluck().get(id) as string)
  return {
    intervals: heldIntervals(facts).map((held) => ({
      ...held,
      agent: name('agents', held.agent),
      team: name('teams', held.team),
    })),
    episodes: facts.episodes.map(({ index, startedAt, closedAt }) => ({ index, startedAt, closedAt })),
    holder: name('agents', facts.head.agent),
  }
}

type Told = ReturnType<typeof told>

function holderAt({ intervals }: Told, at: number): string | null | undefined {
  return intervals.find(({ from, to }) => from <= at && (to === null || at < to))?.agent
}

const instants = Array.from({ length: span * 4 + 8 }, (_, quarter) => base + (quarter - 4) * (minute / 4))

it('are the same for any order, any paging and any repetition', () => {
  const [straight, scattered] = [temporaryCache(), temporaryCache()]
  fc.assert(
    fc.property(
      anyHistory.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.array(fc.shuffledSubarray([...all]), { maxLength: 2 }),
          fc.shuffledSubarray([...all], { minLength: all.length }),
        ),
      ),
      fc.integer({ min: 1, max: 5 }),
      ([all, some, whole], size) => {
        emptied(straight)
        emptied(scattered)
        apply(straight, records(...all))
        const stream = [...some.flat(), ...whole]
        for (let start = 0; start < stream.length; start += size)
          apply(scattered, records(...stream.slice(start, start + size)))
        expect(told(scattered)).toEqual(told(straight))
      },
    ),
    { numRuns: 400 },
  )
})

it('never overlap and are together the open episodes, gaps included', () => {
  const cache = temporaryCache()
  fc.assert(
    fc.property(anyHistory, (all) => {
      emptied(cache)
      apply(cache, records(...all))
      const { intervals, episodes, holder } = told(cache)
      for (const { index, startedAt, closedAt } of episodes) {
        const own = intervals.filter((one) => one.episode === index)
        if (closedAt !== null && closedAt <= startedAt) {
          expect(own).toEqual([])
          continue
        }
        expect(own[0]?.from).toBe(startedAt)
        expect(own.at(-1)?.to).toBe(closedAt)
        for (const [place, one] of own.entries()) {
          expect(one.from).toBeGreaterThanOrEqual(one.earliest)
          if (one.to !== null) expect(one.to).toBeGreaterThan(one.from)
          const next = own[place + 1]
          if (next === undefined) continue
          expect(next.from).toBe(one.to)
          expect(next.earliest).toBeGreaterThanOrEqual(one.from)
          expect([next.agent, next.team, next.source === 'inferred']).not.toEqual([
            one.agent,
            one.team,
            one.source === 'inferred',
          ])
        }
      }
      // Lists show the same holder as the last interval that goes on.
      const going = intervals.find(({ to }) => to === null)
      if (going !== undefined) expect(holder).toBe(going.agent)
    }),
    { numRuns: 400 },
  )
})

it('cover exactly what the source states', () => {
  const cache = temporaryCache()
  const stated = fc.uniqueArray(fc.record({ step: fc.nat(span), to: maybe(agent) }), {
    selector: ({ step }) => step,
  })
  fc.assert(
    fc.property(stated, fc.array(event, { maxLength: 3 }), (changes, events) => {
      emptied(cache)
      const all: RecordInput[] = [
        { kind: 'conversation', id: 'v1', contact: 'k1', channel: 'c1', openedAt: base },
        ...changes.map(({ step, to }) => ({
          kind: 'assignment' as const,
          conversation: 'v1',
          at: base + step * minute,
          to,
        })),
        ...events,
      ]
      apply(cache, records(...all))
      const found = told(cache)
      for (const at of instants) {
        const isOpen = found.episodes.some(
          ({ startedAt, closedAt }) => startedAt <= at && (closedAt === null || at < closedAt),
        )
        const last = changes
          .filter(({ step }) => base + step * minute <= at)
          .reduce<(typeof changes)[number] | null>((a, b) => (a !== null && a.step > b.step ? a : b), null)
        expect(holderAt(found, at)).toBe(isOpen ? (last?.to ?? null) : undefined)
      }
    }),
    { numRuns: 300 },
  )
})

it('are only refined by better evidence that comes later', () => {
  const cache = temporaryCache()
  fc.assert(
    fc.property(
      anyHistory,
      agent,
      fc.integer({ min: 0, max: span - 1 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(3),
      (before, to, look, width, within) => {
        const [since, until] = [base + look * minute, base + (look + width) * minute]
        const stated = since + (1 + (within % width)) * minute
        // Nothing else is known of the time between the two looks.
        const others = before.filter(
          (one) => one.kind !== 'assignment' || (one.at as number) <= since || (one.at as number) > until,
        )
        const opened = { kind: 'conversation' as const, id: 'v1', contact: 'k1', openedAt: base - minute }
        const quiet = others.filter((one) => one.kind !== 'conversation' && one.kind !== 'conversation_event')
        const change = { kind: 'assignment' as const, conversation: 'v1', to }
        const noticed = { ...change, at: until, source: 'diffed' as const, notBefore: since }
        emptied(cache)
        apply(cache, records(opened, ...quiet, noticed))
        const rough = told(cache)
        apply(cache, records({ ...change, at: stated, source: 'stated' }))
        const exact = told(cache)
        for (const at of instants)
          if (at <= since || at >= until) expect(holderAt(exact, at)).toBe(holderAt(rough, at))
        expect(holderAt(exact, stated)).toBe(to)
      },
    ),
    { numRuns: 400 },
  )
})
