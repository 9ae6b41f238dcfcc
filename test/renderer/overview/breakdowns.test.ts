import { describe, expect, it } from 'vitest'
import type { MetricsRow } from '../../../src/shared/contract.ts'
import {
  contactWeeks,
  countedBy,
  fastestGrowing,
  firstAndRest,
  funnelOf,
  mondayOf,
} from '../../../src/renderer/overview/breakdowns.ts'

function category(key: string | null, count: number): MetricsRow {
  return { key: { category: key }, metrics: { conversations_opened: { value: count } } }
}

describe('rows by one dimension', () => {
  it('puts the largest first and what has no key last, however large', () => {
    const rows = countedBy(
      'category',
      'conversations_opened',
      [category(null, 900), category('a', 10), category('b', 20)],
      null,
    )
    expect(rows.map((row) => row.key)).toEqual(['b', 'a', null])
    expect(rows.at(-1)?.length).toBe(1)
  })

  it('compares with the same key, and keeps a row that only the earlier period had', () => {
    const rows = countedBy(
      'category',
      'conversations_opened',
      [category('a', 10), category('b', 0), category('c', 0)],
      [category('b', 4)],
    )
    expect(rows).toMatchObject([
      { key: 'a', count: 10, before: 0 },
      { key: 'b', count: 0, before: 4 },
    ])
  })

  it('names the fastest growing only when it grew visibly over enough cases', () => {
    const grew = (count: number, before: number): string | null =>
      fastestGrowing(
        countedBy('category', 'conversations_opened', [category('a', count)], [category('a', before)]),
      )?.key ?? null
    expect(grew(110, 100)).toBe('a')
    expect(grew(104, 100)).toBeNull()
    expect(grew(58, 29)).toBeNull()
  })

  it('sums what is not shown', () => {
    const rows = countedBy(
      'category',
      'conversations_opened',
      ['a', 'b', 'c'].map((key, index) => category(key, index + 1)),
      null,
    )
    expect(firstAndRest(rows, 1)).toMatchObject({ first: [{ key: 'c' }], rest: 3 })
    expect(firstAndRest(rows, 3).rest).toBeNull()
  })
})

describe('the way of a message', () => {
  it('takes the shares from the rates of the catalogue, not from the counts', () => {
    const steps = funnelOf({
      messages_sent: { value: 200 },
      messages_delivered: { value: 90 },
      messages_read: { value: 45 },
      delivery_rate: { value: 0.9, of: 100 },
      read_rate: { value: 0.5, of: 90 },
    })
    expect(steps.map((step) => step.share)).toEqual([null, 0.9, 0.5])
    expect(steps.map((step) => step.length)).toEqual([1, 0.45, 0.225])
    expect(steps[1]?.of).toBe(100)
  })

  it('has no lengths when nothing was sent', () => {
    expect(funnelOf({}).map((step) => [step.count, step.length, step.share])).toEqual([
      [0, 0, null],
      [0, 0, null],
      [0, 0, null],
    ])
  })
})

describe('weeks', () => {
  it('keeps the last ones, oldest first', () => {
    const rows = ['2026-W18', '2026-W19'].map((week): MetricsRow => ({
      key: { week },
      metrics: { contacts_new: { value: 4 }, contacts_returning: { value: 9 } },
    }))
    expect(contactWeeks(rows, 1)).toEqual([{ week: '2026-W19', fresh: 4, returning: 9 }])
  })

  it('finds the Monday, also over the turn of the year', () => {
    expect(mondayOf('2026-W19')).toBe('2026-05-04')
    expect(mondayOf('2026-W01')).toBe('2025-12-29')
    expect(mondayOf('2020-W53')).toBe('2020-12-28')
    expect(() => mondayOf('May')).toThrow('is not an ISO week')
  })
})
