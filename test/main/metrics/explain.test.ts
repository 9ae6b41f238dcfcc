import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dimension, ExplainQuery, Figure } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import { explainMetric } from '../../../src/main/metrics/explain.ts'
import { at, timelineOf } from './timelines.ts'
import { anyWorkspace, columnsOf, countedMetrics, data, dictionary, scopeOf } from './workspaces.ts'

const period = scopeOf({ to: at('+2d 00:00') })
const limit = 10_000

describe('evidence', () => {
  it('is what the figure was made of, for every row of every answer', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        fc.constantFrom(...countedMetrics),
        fc.uniqueArray(
          fc.constantFrom<Dimension>('agent', 'team', 'channel', 'category', 'day', 'hour', 'author'),
          {
            maxLength: 2,
          },
        ),
        (timelines, metric, by) => {
          const columns = columnsOf(...timelines)
          const answered = answerMetrics(columns, dictionary, { scope: period, by, metrics: [metric] }, data)
          for (const row of [...answered.rows, { key: {}, metrics: answered.total.metrics }]) {
            const query: ExplainQuery = { metric, scope: period, key: row.key, limit }
            const told = explainMetric(columns, dictionary, query, data)
            expect(told.figure).toEqual(row.metrics[metric])
            expect(told.includedTotal + told.excludedTotal).toBe(told.candidates)
            expect(told.included).toHaveLength(told.includedTotal)
            expect(told.excluded).toHaveLength(told.excludedTotal)
            expectMadeOf(
              told.figure,
              metric,
              told.included.map((entry) => entry.value ?? 0),
            )
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of durations falls into seven buckets that hold all of it', () => {
    fc.assert(
      fc.property(anyWorkspace, (timelines) => {
        const columns = columnsOf(...timelines)
        const explain = (bucket?: number) =>
          explainMetric(
            columns,
            dictionary,
            {
              metric: 'first_response_time',
              scope: period,
              limit,
              ...(bucket === undefined ? {} : { bucket }),
            },
            data,
          )
        const all = explain()
        const counts = [0, 1, 2, 3, 4, 5, 6].map((bucket) => explain(bucket).includedTotal)
        expect(all.figure).toMatchObject({ buckets: counts })
      }),
    )
  })
})

/** Ratios of two different things have no mean to compare with. */
const ratios: readonly MetricId[] = ['engagement', 'csat_response_rate']

function expectMadeOf(figure: Figure, metric: MetricId, values: readonly number[]): void {
  const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  if ('count' in figure) {
    expect(figure.count).toBe(values.length)
    expectNear(figure.mean, mean)
  } else if (figure.of === undefined) expect(figure).toEqual({ value: values.length })
  else if (!ratios.includes(metric)) {
    expect(figure.of).toBe(values.length)
    expectNear(figure.value, mean)
  }
}

function expectNear(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected)
  else expect(actual).toBeCloseTo(expected, 9)
}

describe('reasons', () => {
  const columns = columnsOf(
    timelineOf(
      `09:00 opened by contact
       09:00 in
       09:01 out by agent 1
       09:30 closed`,
      { conversation: 1 },
    ),
    timelineOf('10:00 opened by contact\n10:00 in\n10:01 out by bot\n10:05 closed', { conversation: 2 }),
    timelineOf('11:00 opened by contact\n11:00 in', { conversation: 3 }),
    timelineOf('12:00 opened by campaign\n12:00 out by campaign sent', { conversation: 4 }),
    timelineOf('13:00 opened by contact\n13:00 in\n13:05 out by agent 2\n13:06 closed', { conversation: 5 }),
  )
  const explain = (metric: MetricId, more: Partial<ExplainQuery> = {}) =>
    explainMetric(columns, dictionary, { metric, scope: scopeOf(), ...more }, data)

  it('say why a conversation has no first response; the longest comes first', () => {
    const told = explain('first_response_time')
    expect(told.included).toEqual([
      { conversation: 5, k: 5 * 2 ** 20 + 2, agent: 2, contact: 5, at: at('13:05'), value: 300 },
      { conversation: 1, k: 2 ** 20 + 2, agent: 1, contact: 1, at: at('09:01'), value: 60 },
    ])
    expect(told.excluded.map(({ conversation, reason, value }) => [conversation, reason, value])).toEqual([
      [4, 'campaign', null],
      [3, 'no_reply_yet', null],
      [2, 'bot', null],
    ])
    expect(told).toMatchObject({ candidates: 5, includedTotal: 2, excludedTotal: 3 })
  })
  it('say what is not closed, never assigned, without a status', () => {
    expect(explain('resolution_time').excluded.map((entry) => [entry.conversation, entry.reason])).toEqual([
      [4, 'not_closed'],
      [3, 'not_closed'],
    ])
    expect(explain('time_to_assignment')).toMatchObject({ includedTotal: 0, excludedTotal: 5 })
    // Of four messages one has a status.
    expect(explain('delivery_rate')).toMatchObject({ figure: { value: 0, of: 1 }, excludedTotal: 3 })
    expect(explain('delivery_rate').excluded[0]).toMatchObject({ reason: 'no_status', conversation: 5 })
  })
  it('narrow to a row, a bucket and a limit', () => {
    expect(explain('first_response_time', { key: { agent: 'a1' } })).toMatchObject({
      includedTotal: 1,
      figure: { mean: 60 },
    })
    expect(explain('messages_sent', { key: { agent: null, hour: '12' } })).toMatchObject({ includedTotal: 1 })
    expect(explain('first_response_time', { bucket: 3 })).toMatchObject({
      candidates: 1,
      included: [{ conversation: 5 }],
    })
    const one = explain('messages_received', { limit: 1 })
    expect(one.included).toMatchObject([{ conversation: 5 }])
    expect(one.includedTotal).toBe(4)
  })
})
