import { describe, expect, it } from 'vitest'
import { countsByDay, dayPoints, daysIn } from '../../../src/renderer/overview/dayStack.ts'
import { type Stack, type StackQuery, stackTable } from '../../../src/renderer/overview/stack.ts'
import { answer, scope } from './answers.ts'

const days = ['2026-05-04', '2026-05-05', '2026-05-06']
const byDay = answer(
  ['day'],
  days.map((day) => [{ day }, { messages_sent: { value: 9 } }] as const),
)
const split = answer(
  ['day', 'author'],
  [
    [{ day: '2026-05-04', author: 'agent' }, { messages_sent: { value: 4 } }],
    [{ day: '2026-05-04', author: 'app' }, { messages_sent: { value: 1 } }],
    [{ day: '2026-05-04', author: 'contact' }, { messages_sent: { value: 70 } }],
    [{ day: '2026-05-06', author: null }, { messages_sent: { value: 2 } }],
    // Outside the days asked for.
    [{ day: '2026-05-07', author: 'agent' }, { messages_sent: { value: 8 } }],
  ],
)
const counts = countsByDay(daysIn(byDay), split, 'author', 'messages_sent', [['agent', 'app'], [null]])
const points = dayPoints(days, counts, [5, null, 6], {
  today: '2026-05-06',
  heldFrom: '2026-05-05',
  dayLabel: (day) => day.slice(-2),
})
const stack: Stack = {
  kind: 'count',
  parts: [
    { name: 'people', tone: 'accent' },
    { name: 'unknown', tone: 'two' },
  ],
  line: 'before',
  labelEvery: 1,
  points,
}
const opened: StackQuery = (point, part) => ({
  metric: 'messages_sent',
  scope,
  key: { day: days[point] ?? null, author: String(part) },
})
const table = stackTable(stack, {
  title: 'Sent by day',
  head: 'Day',
  metrics: ['messages_sent'],
  words: { unfinished: 'so far', missing: 'not complete', total: 'All' },
  queryOf: opened,
})

describe('counts by day and part', () => {
  it('sums the keys of a part, leaves others out, and keeps days without any', () => {
    expect(counts).toEqual([
      [5, 0],
      [0, 0],
      [0, 2],
    ])
  })

  it('knows which days are not over and which are not wholly held', () => {
    expect(points.map(({ unfinished, missing }) => [unfinished, missing])).toEqual([
      [false, true],
      [false, false],
      [true, false],
    ])
  })
})

describe('the table behind a stack', () => {
  it('has the parts, their sum and the line, and says what is not whole', () => {
    expect(table.columns.map(({ title }) => title)).toEqual(['Day', 'people', 'unknown', 'All', 'before'])
    expect(table.rows).toEqual([
      ['04 (not complete)', 5, 0, 5, 5],
      ['05', 0, 0, 0, null],
      ['06 (so far)', 0, 2, 2, 6],
    ])
  })

  it('opens the part, all of them, or the line of the day', () => {
    const part = (column: number) => table.opens?.(2, column)?.key?.author ?? null
    expect([0, 1, 2, 3, 4].map(part)).toEqual([null, '0', '1', 'null', 'line'])
  })

  it('sums no shares', () => {
    const rates = stackTable(
      { ...stack, kind: 'rate' },
      {
        title: 'Rates',
        head: 'Day',
        metrics: ['read_rate'],
        words: { unfinished: '', missing: '', total: 'All' },
        queryOf: opened,
      },
    )
    expect(rates.columns.map(({ title }) => title)).toEqual(['Day', 'people', 'unknown', 'before'])
    expect(rates.opens?.(0, 3)?.key?.author).toBe('line')
  })
})
