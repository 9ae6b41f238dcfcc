import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dimension, MetricsQuery, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { metrics } from '../../../src/shared/metrics.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import type { Columns } from '../../../src/main/metrics/columns.ts'
import { createColumns } from '../../../src/main/metrics/columns.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { Timeline } from '../../../src/main/metrics/timeline.ts'
import { allFlags, at, factSettings, monday, timelineOf } from './timelines.ts'
import {
  anyTimeline,
  anyWorkspace,
  columnsOf,
  countedMetrics,
  data,
  dictionary,
  packedOf,
  scopeOf,
} from './workspaces.ts'

const dimension = fc.constantFrom<Dimension>(
  'agent',
  'team',
  'channel',
  'category',
  'day',
  'week',
  'month',
  'hour',
  'weekday',
  'weekday-hour',
  'opened-by',
  'author',
  'error',
)

const anyScope: fc.Arbitrary<Scope> = fc
  .record({
    from: fc.integer({ min: -6, max: 40 }),
    hours: fc.integer({ min: 1, max: 90 }),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
    agents: fc.subarray(['a1', 'a2', 'a3'], { maxLength: 2 }),
    teams: fc.subarray(['t1', 't2'], { maxLength: 1 }),
    channels: fc.subarray(['c1', 'c2'], { maxLength: 1 }),
    categories: fc.subarray(['order', 'refund'], { maxLength: 1 }),
  })
  .map(({ from, hours, ...rest }) => ({
    ...rest,
    from: monday + from * 3_600_000,
    to: monday + (from + hours) * 3_600_000,
  }))

function answer(columns: Columns, scope: Scope, by: readonly Dimension[] = []) {
  const query: MetricsQuery = { scope, by, metrics: [] }
  return answerMetrics(columns, dictionary, query, data)
}

/** Metrics whose rows add up to the total: each counts things that lie in one row. */
const additive = countedMetrics.filter(
  (id) =>
    metrics[id].shape === 'count' &&
    !['assigned', 'handled', 'contacts_new', 'contacts_returning'].includes(id),
)

describe('facts', () => {
  it('do not depend on the order in which records of one instant arrived', () => {
    fc.assert(
      fc.property(
        anyTimeline(1).chain((timeline) =>
          fc.tuple(
            fc.constant(timeline),
            fc.shuffledSubarray([...timeline.messages], { minLength: timeline.messages.length }),
            fc.shuffledSubarray([...timeline.ratings], { minLength: timeline.ratings.length }),
            fc.shuffledSubarray([...timeline.events], { minLength: timeline.events.length }),
            fc.shuffledSubarray([...timeline.assignments], { minLength: timeline.assignments.length }),
          ),
        ),
        ([timeline, messages, ratings, events, assignments]) => {
          const settings = factSettings(allFlags)
          const sorted = messages.toSorted((a, b) => a.at - b.at)
          const other: Timeline = { ...timeline, messages: sorted, ratings, events, assignments }
          expect(deriveFacts(other, settings)).toEqual(deriveFacts(timeline, settings))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('columns', () => {
  it('patched conversation by conversation answer as those loaded afresh', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.array(fc.integer({ min: 1, max: 7 }).chain(anyTimeline), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
        anyScope,
        dimension,
        (before, changed, removed, scope, by) => {
          const patched = columnsOf(...before)
          const now = new Map(before.map((timeline) => [timeline.conversation, timeline]))
          for (const timeline of changed) {
            patched.replace(timeline.conversation, packedOf(timeline))
            now.set(timeline.conversation, timeline)
          }
          for (const conversation of removed) {
            patched.replace(conversation, null)
            now.delete(conversation)
          }
          const fresh = columnsOf(...now.values())
          expect(answer(patched, scope, [by])).toEqual(answer(fresh, scope, [by]))
          patched.compact()
          expect(answer(patched, scope, [by])).toEqual(answer(fresh, scope, [by]))
        },
      ),
    )
  })

  it('forget what was struck out once it is much', () => {
    const columns = createColumns()
    const packed = packedOf(
      timelineOf(
        Array.from({ length: 60 }, (_, minute) => `09:${String(minute).padStart(2, '0')} in`).join('\n'),
      ),
    )
    for (let round = 0; round < 500; round++) columns.replace(1, packed)
    const { live, struck } = columns.rowsOf('messages')
    expect(live).toBe(60)
    expect(struck).toBeLessThan(10_000)
    expect(answer(columns, scopeOf()).total.metrics.messages_received).toEqual({ value: 60 })
    columns.compact()
    expect(columns.rowsOf('messages')).toEqual({ live: 60, struck: 0 })
    columns.replace(1, null)
    expect(answer(columns, scopeOf()).total.metrics.messages_received).toEqual({ value: 0 })
  })

  it('notice that a contact’s first conversation is gone', () => {
    const columns = columnsOf(
      timelineOf('09:00 in', { conversation: 1, contact: 5 }),
      timelineOf('+1d 09:00 in', { conversation: 2, contact: 5 }),
    )
    const tuesday = scopeOf({ from: at('+1d 00:00'), to: at('+2d 00:00') })
    expect(answer(columns, tuesday).total.metrics.contacts_new).toEqual({ value: 0 })
    columns.replace(1, null)
    expect(answer(columns, tuesday).total.metrics.contacts_new).toEqual({ value: 1 })
  })
})

describe('answers', () => {
  it('rows of a count add up to its total, along any dimensions', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        anyScope,
        fc.uniqueArray(dimension, { minLength: 1, maxLength: 3 }),
        (timelines, scope, by) => {
          const { rows, total } = answer(columnsOf(...timelines), scope, by)
          for (const metric of additive) {
            const sum = rows.reduce((all, row) => all + valueOf(row.metrics, metric), 0)
            expect([metric, sum]).toEqual([metric, valueOf(total.metrics, metric)])
          }
          const keys = rows.map((row) => JSON.stringify(row.key))
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
    )
  })

  it('a row is what the same question narrowed by filters says', () => {
    fc.assert(
      fc.property(anyWorkspace, anyScope, (timelines, scope) => {
        const columns = columnsOf(...timelines)
        for (const row of answer(columns, { ...scope, agents: [] }, ['agent']).rows) {
          const agent = row.key.agent
          if (agent === null || agent === undefined) continue
          expect(answer(columns, { ...scope, agents: [agent] }).total.metrics).toEqual(row.metrics)
        }
      }),
    )
  })

  it('a day is a period of its own', () => {
    fc.assert(
      fc.property(anyWorkspace, (timelines) => {
        const columns = columnsOf(...timelines)
        const days = answer(columns, scopeOf({ to: at('+3d 00:00') }), ['day'])
        for (const [index, row] of days.rows.entries()) {
          const day = scopeOf({ from: at(`+${index}d 00:00`), to: at(`+${index + 1}d 00:00`) })
          expect(answer(columns, day).total.metrics).toEqual(row.metrics)
        }
      }),
    )
  })

  it('count nobody where a conversation has no contact', () => {
    const columns = createColumns()
    for (const [index, contact] of [-1, -1, 1, 1, 2].entries())
      columns.replace(index + 1, packedOf(timelineOf('09:00 in', { conversation: index + 1, contact })))
    const found = answer(columns, scopeOf()).total.metrics
    expect([found.contacts_new, found.contacts_returning]).toEqual([{ value: 2 }, { value: 0 }])
  })

  it('say what they were asked', () => {
    const asked = answerMetrics(
      columnsOf('09:00 in'),
      dictionary,
      { scope: scopeOf({ zone: 'Europe/Berlin' }), by: ['channel'], metrics: ['messages_received'] },
      { ...data, completeTo: at('10:00'), quarantined: 3 },
    )
    expect(asked).toEqual({
      period: {
        from: '2026-05-11T02:00:00+02:00',
        to: '2026-05-12T02:00:00+02:00',
        zone: 'Europe/Berlin',
      },
      hours: 'calendar',
      definition: null,
      by: ['channel'],
      rows: [{ key: { channel: 'c1' }, metrics: { messages_received: { value: 1 } } }],
      total: { metrics: { messages_received: { value: 1 } } },
      data: { completeTo: '2026-05-11T12:00:00+02:00', quarantined: 3 },
    })
  })

  it('refuse a zone nobody knows', () => {
    expect(() => answer(createColumns(), scopeOf({ zone: 'Mars/Olympus' }))).toThrow('is no time zone')
  })

  it('take a period of thousands of years', () => {
    const ever = scopeOf({ from: -62_135_596_800_000, to: 253_402_300_799_999, zone: 'Europe/Berlin' })
    expect(answer(columnsOf('09:00 in'), ever, ['day', 'hour']).rows.map((row) => row.key)).toEqual(
      expect.arrayContaining([{ day: '2026-05-11', hour: '11' }]),
    )
  })
})

function valueOf(figures: object, metric: MetricId): number {
  return (figures as Record<MetricId, { value: number }>)[metric].value
}
