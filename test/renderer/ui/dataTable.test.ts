import { describe, expect, it } from 'vitest'
import { cellText, type DataTable, exportTableOf } from '../../../src/renderer/ui/dataTable.ts'
import { formatFor } from '../../../src/shared/numbers.ts'

const table: DataTable = {
  title: 'Failed by reason / 渠道',
  columns: [
    { title: 'Reason', kind: 'text' },
    { title: 'Median', kind: 'duration' },
    { title: 'Value', kind: 'money' },
  ],
  rows: [
    ['131026', 4320, 12.5],
    ['<b>other</b>', null, null],
  ],
  metrics: ['messages_failed'],
  notes: ['Days before 3 May are not complete.'],
}

describe('a table that is saved', () => {
  it('has the cells shown, in the order shown, with what must be known underneath', () => {
    const file = exportTableOf(table, {
      format: 'csv',
      day: '2026-05-11',
      zone: 'Europe/Berlin',
      notes: ['No filters.'],
    })
    expect(file.rows).toEqual(table.rows)
    expect(file.columns.map((column) => column.kind)).toEqual(['text', 'duration', 'score'])
    expect(file.notes).toEqual(['No filters.', 'Days before 3 May are not complete.'])
  })

  it('has a name every file system takes, in any script', () => {
    const name = (title: string) =>
      exportTableOf({ ...table, title }, { format: 'csv', day: '2026-05-11', zone: 'UTC', notes: [] }).name
    expect(name('Failed by reason / 渠道')).toBe('floorwalker-failed-by-reason-渠道-2026-05-11')
    expect(name('..\\:*?')).toBe('floorwalker-table-2026-05-11')
  })
})

describe('a cell in words', () => {
  const format = formatFor('en', 'Europe/Berlin', Date.parse('2026-05-11T12:00:00Z'))
  const written = (value: string | number | null, kind: DataTable['columns'][number]['kind']) =>
    cellText(value, kind, format).replaceAll(/[\u202f\u00a0]/g, ' ')

  it('follows the kind of its column', () => {
    expect(written(4320, 'duration')).toBe('1 h 12 min')
    expect(written(0.017, 'rate')).toBe('1.7%')
    expect(written(1204.5, 'money')).toBe('1,204.50')
    expect(written(41208, 'count')).toBe('41,208')
    expect(written(Date.parse('2026-05-11T12:32:00Z'), 'time')).toBe('Mon 11 May 14:32')
    expect(written(7, 'text')).toBe('7')
  })

  it('says that there was nothing to measure, and nothing where there is no text', () => {
    expect(written(null, 'duration')).toBe('–')
    expect(written(0, 'count')).toBe('0')
    expect(written(null, 'text')).toBe('')
  })
})
