import { describe, expect, it } from 'vitest'
import { columnsOf, fileTable, sorted, valueText } from '../../../src/renderer/questions/answerTable.ts'
import { examples } from '../../../src/renderer/questions/examples.ts'
import { formatFor } from '../../../src/shared/numbers.ts'
import type { QuestionAnswer } from '../../../src/shared/questions.ts'

const answer: QuestionAnswer = {
  columns: [
    { name: 'channel', type: 'text' },
    { name: 'replies', type: '' },
    { name: 'median_seconds', type: '' },
    { name: 'read_rate', type: 'rate' },
    { name: 'at', type: 'time' },
    { name: 'at_local', type: 'time' },
    { name: 'mixed', type: '' },
    { name: 'half', type: '' },
    { name: 'nothing', type: 'seconds' },
  ],
  rows: [
    ['b', 1204, 64.5, 0.5, '2026-05-11T09:00:00.000Z', '2026-05-11 11:00:00', 1, 0.25, null],
    ['a10', null, 3600, null, '2026-05-12T09:00:00.000Z', '2026-05-12 11:00:00', 'x', 2, null],
    ['a9', 3, null, 1, null, null, null, null, null],
  ],
  cut: false,
  milliseconds: 3,
  asOf: 0,
}
const columns = columnsOf(answer)
const format = formatFor('en', 'UTC', Date.UTC(2026, 4, 20))
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

describe('an answer as a table', () => {
  it('knows what its columns are by their view, their name and their values', () => {
    expect(columns.map(({ kind }) => kind)).toEqual([
      'text',
      'count',
      'duration',
      'rate',
      'time',
      'text',
      'text',
      'score',
      'text',
    ])
  })

  it('writes each as the screen does, and tells nothing from zero', () => {
    const shown = answer.rows.map((row) =>
      row.map((value, index) => valueText(value, columns[index]!, format, numbers).replaceAll(/\s/g, ' ')),
    )
    expect(shown[0]?.slice(0, 4)).toEqual(['b', '1,204', '1 min 5 s', '50%'])
    expect(shown[0]?.[7]).toBe('0.25')
    expect(shown[1]?.[1]).toBe('–')
    expect(shown[0]?.[5]).toBe('2026-05-11 11:00:00')
  })

  it('sorts numbers as numbers, texts with the numbers in them, and nulls last both ways', () => {
    const order = (column: number, down: boolean) =>
      sorted(answer.rows, { column, down }, 'en').map((row) => row[0])
    expect(order(0, false)).toEqual(['a9', 'a10', 'b'])
    expect(order(1, false)).toEqual(['a9', 'b', 'a10'])
    expect(order(1, true)).toEqual(['b', 'a9', 'a10'])
    expect(sorted(answer.rows, null, 'en')).toBe(answer.rows)
  })

  it('gives files moments as such', () => {
    const file = fileTable(columns, answer.rows)
    expect(file.rows[0]?.[4]).toBe(Date.UTC(2026, 4, 11, 9))
    expect(file.rows[2]?.[4]).toBeNull()
    expect(file.columns[4]).toEqual({ title: 'at', kind: 'time' })
  })

  it('has ten questions to begin with', () => {
    expect(Object.keys(examples)).toHaveLength(10)
  })
})
