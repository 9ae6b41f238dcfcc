import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure, Scope } from '../../../src/shared/contract.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import { createColumns } from '../../../src/main/metrics/columns.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { allRows, naive, plainDimensions } from './naive.ts'
import { allFlags, factSettings } from './timelines.ts'
import { anyTimeline, countedMetrics, data, dictionary } from './workspaces.ts'

const settings = factSettings(allFlags)
/** Days on which clocks change, or are odd anyway. */
const days = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Asia/Kathmandu', '2026-01-01'],
  ['UTC', '2024-02-29'],
] as const

/** A conversation of any kind, moved so that it begins near a moment. */
function moved(facts: ConversationFacts, by: number): ConversationFacts {
  const move = (value: unknown, key: string): unknown => {
    if (typeof value === 'number' && value > 1e12 && value < 4e12 && !isKey.has(key)) return value + by
    if (Array.isArray(value)) return value.map((one) => move(one, ''))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, move(one, name)]))
  }
  return move(facts, '') as ConversationFacts
}
const isKey = new Set(['k', 'message', 'lastMessage', 'firstReplyMessage'])

const anyCase = fc.record({
  day: fc.constantFrom(...days),
  timelines: fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.tuple(anyTimeline(index + 1), fc.integer({ min: -2_000, max: 2_000 })),
        ),
      ),
    ),
  from: fc.integer({ min: -4_000, max: 2_000 }),
  length: fc.integer({ min: 1, max: 6_000 }),
  rest: fc.constantFrom(0, 0, 1, 59_999, 450_000),
  /** Which rows the period begins or ends at exactly; null: none. */
  firstRow: fc.option(fc.nat(60)),
  lastRow: fc.option(fc.nat(60)),
  agents: fc.subarray(['a1', 'a2', 'a3'], { maxLength: 2 }),
  teams: fc.subarray(['t1', 't2'], { maxLength: 1 }),
  channels: fc.subarray(['c1', 'c2'], { maxLength: 1 }),
  categories: fc.subarray(['order', 'refund'], { maxLength: 1 }),
  authors: fc.subarray(['agent', 'bot', 'contact'] as const, { maxLength: 2 }),
  openers: fc.subarray(['contact', 'agent', 'campaign'] as const, { maxLength: 2 }),
  by: fc.constantFrom(...plainDimensions),
})

/** What a figure says, in the words of the plain way. */
function said(figure: Figure | undefined): unknown {
  return figure === undefined || 'count' in figure ? figure : figure.value
}

function durations(sorted: readonly number[]): Partial<Figure> {
  const count = sorted.length
  if (count === 0) return { count, mean: null, median: null, p90: null, min: null, max: null }
  const at = (rank: number) => sorted[rank] ?? 0
  return {
    count,
    mean: sorted.reduce((a, b) => a + b, 0) / 1000 / count,
    median: (at(Math.ceil(count / 2) - 1) + at(Math.floor(count / 2))) / 2 / 1000,
    p90: at(Math.ceil((count * 9) / 10) - 1) / 1000,
    min: at(0) / 1000,
    max: at(count - 1) / 1000,
  }
}

describe('figures', () => {
  it('are those of the plain way: any scope, any zone, days on which clocks change, periods that begin anywhere', () => {
    fc.assert(
      fc.property(
        anyCase,
        ({ day: [zone, date], timelines, from, length, rest, by, firstRow, lastRow, ...filters }) => {
          const noon = Date.parse(`${date}T03:00:00Z`)
          const facts = timelines.map(([timeline, minutes]) =>
            moved(
              deriveFacts(timeline, settings),
              noon - Date.parse('2026-05-11T12:00:00Z') + minutes * 60_000,
            ),
          )
          const columns = createColumns()
          columns.replaceFacts(facts.map((one) => [one.conversation, one]))
          const rows = allRows(facts)
          const timeOf = (row: number | null, otherwise: number) =>
            row === null || rows.length === 0 ? otherwise : rows[row % rows.length]!.at
          const start = timeOf(firstRow, noon + from * 60_000 + rest)
          const scope: Scope = { ...filters, from: start, to: timeOf(lastRow, start + length * 60_000), zone }
          const late = { ...data, now: Date.parse('2030-01-01T00:00:00Z') }
          const answer = answerMetrics(
            columns,
            dictionary,
            { scope, by: [by], metrics: countedMetrics },
            late,
          )
          const found = new Map(answer.rows.map((row) => [row.key[by] ?? null, row.metrics]))
          for (const metric of countedMetrics) {
            const plain = naive(rows, dictionary, metric, scope, by, late)
            if (plain === null) continue
            const same = (figure: Figure | undefined, expected: unknown) => {
              if (Array.isArray(expected))
                expect([metric, figure]).toEqual([
                  metric,
                  expect.objectContaining(durations(expected as number[])),
                ])
              else if (typeof expected === 'number')
                expect([metric, said(figure)]).toEqual([metric, expect.closeTo(expected, 9)])
              else expect([metric, said(figure)]).toEqual([metric, expected])
            }
            same(answer.total.metrics[metric], plain.total)
            for (const [key, expected] of plain.rows) same(found.get(key)?.[metric], expected)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
