import { describe, expect, it } from 'vitest'
import { reportAsCsv } from '../../../../src/main/reports/files/reportCsv.ts'
import type { ReportTable } from '../../../../src/shared/reporting.ts'
import { monday, scope, tables } from '../issued/reportFixture.ts'

const csv = (table: Partial<ReportTable>, zone = 'UTC') =>
  new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(reportAsCsv({ tables: [{ ...tables[0]!, ...table }], scope: { ...scope, zone } }))
    .split('\r\n')

describe('a report as CSV', () => {
  it('is one table with a line a figure, in the report’s order, values as they are', () => {
    const bytes = reportAsCsv({ tables, scope })
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      'block,title,row,column,metric,part,unit,value',
      'agents,Agents,Ana,Handled,,,count,12',
      'agents,Agents,Ana,First response,,,s,64',
      'agents,Agents,Ana,CSAT,,,ratio,0.91',
      'agents,Agents,Ben,Handled,,,count,7',
      'agents,Agents,Ben,First response,,,s,41.25',
      // Nothing was measured: no zero.
      'agents,Agents,Ben,CSAT,,,ratio,',
      'tiles,,,Conversations,,,count,19',
      '',
    ])
  })

  it('names the metric and which part of its figure', () => {
    const column = { title: 'p90', kind: 'duration', metric: 'first_response_time', part: 'p90' } as const
    expect(csv({ columns: [column], rows: [[600]] })[1]).toBe(
      'agents,Agents,,p90,first_response_time,p90,s,600',
    )
  })

  it('tells times in the report’s zone', () => {
    const columns = [{ title: 'Raised', kind: 'time' }] as const
    expect(csv({ columns, rows: [[monday]] }, 'Europe/Berlin')[1]).toBe(
      'agents,Agents,,Raised,,,time,2026-05-04T02:00:00+02:00',
    )
  })

  it('holds no formula, and quotes what would be two cells', () => {
    const columns = [
      { title: '=1+1', kind: 'text' },
      { title: '@x', kind: 'count' },
    ] as const
    const [, line] = csv({ title: '-2+3', columns, rows: [['=HYPERLINK("http://127.0.0.1","a,b")', -4]] })
    expect(line).toBe(`agents,'-2+3,"'=HYPERLINK(""http://127.0.0.1"",""a,b"")",'@x,,,count,-4`)
  })
})
