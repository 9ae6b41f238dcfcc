import { describe, expect, it } from 'vitest'
import type { TableRow } from '../../../src/renderer/agents/agentRows.ts'
import { agentsFile, type FileWords } from '../../../src/renderer/agents/agentsFile.ts'
import { cellValue, estimatesIn, restsOn } from '../../../src/renderer/agents/cells.ts'
import { groupRuns, metricsOf, usualColumns } from '../../../src/renderer/agents/columns.ts'
import { columnWidths } from '../../../src/renderer/agents/columnWidths.ts'
import { noFindings } from '../../../src/renderer/agents/findings.ts'
import type { Figures } from '../../../src/shared/contract.ts'
import { formatFor } from '../../../src/shared/numbers.ts'

const figures: Figures = {
  first_response_time: {
    count: 4,
    mean: 90,
    median: 60,
    p90: 200,
    min: 1,
    max: 200,
    buckets: [1, 2, 1, 0, 0, 0, 0],
  },
  utilization: { value: 0.87, of: 28_800, estimated: true },
  handled: { value: 0 },
}
const group = { team: 't1', name: 'Orders', figures, lines: [] }
const line = (id: string, own: Figures) => ({
  agent: { id, name: `Agent ${id}`, teams: ['t1'], active: true, role: null },
  figures: own,
  findings: noFindings,
})
const rows: readonly TableRow[] = [
  { kind: 'team', group },
  { kind: 'agent', group, line: line('a', figures) },
  { kind: 'agent', group, line: line('b', {}) },
]

describe('the columns', () => {
  it('ask each metric once, and always those that tell who did anything', () => {
    expect(metricsOf([])).toEqual(['handled', 'assigned', 'resolution_time'])
    const asked = metricsOf(usualColumns)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('gather neighbours of one group', () => {
    expect(groupRuns(['assigned', 'handled', 'messages'])).toEqual([
      { group: 'load', span: 2 },
      { group: 'writing', span: 1 },
    ])
  })

  it('show nothing for nothing, and zero for zero', () => {
    expect(cellValue(figures, 'first_response')).toBe(60)
    expect(cellValue(figures, 'first_response_p90')).toBe(200)
    expect(cellValue(figures, 'handled')).toBe(0)
    expect(cellValue({}, 'handled')).toBeNull()
    expect(cellValue(figures, 'notes')).toBeNull()
  })

  it('write what a figure rests on: cases, or the time of a share of time', () => {
    const format = formatFor('en', 'UTC', 0)
    expect(restsOn('utilization', figures.utilization, format)).toBe(format.duration(28_800))
    expect(restsOn('csat_score', { value: 0.5, of: 1200 }, format)).toBe('1,200')
    expect(restsOn('first_response_time', figures.first_response_time, format)).toBe('4')
    expect(restsOn('handled', figures.handled, format)).toBeNull()
  })

  it('say whether all of their values are estimated, or only some', () => {
    const measured = { figures: { utilization: { value: 0.5, of: 10 } } }
    expect(estimatesIn([{ figures }, { figures: {} }], 'utilization')).toBe('all')
    expect(estimatesIn([{ figures }, measured], 'utilization')).toBe('some')
    expect(estimatesIn([measured], 'utilization')).toBe('none')
    expect(estimatesIn([], 'notes')).toBe('none')
  })

  it('are as wide as their longest text, and need room for all of them', () => {
    const wide = columnWidths(rows, ['handled', 'notes'], () => ({
      head: 'handled',
      around: [],
      cells: ['12 Std. 30 Min.'],
    }))
    const narrow = columnWidths(rows, ['handled', 'notes'], () => ({ head: 'n', around: [], cells: ['1'] }))
    const width = (of: typeof wide) => of.columns.get('handled') ?? 0
    expect(width(wide)).toBeGreaterThan(width(narrow))
    expect(wide.least - narrow.least).toBe(width(wide) - width(narrow))
    const han = columnWidths(rows, ['handled', 'notes'], () => ({
      head: 'n',
      around: [],
      cells: ['12 小時 30 分'],
    }))
    const latin = columnWidths(rows, ['handled', 'notes'], () => ({
      head: 'n',
      around: [],
      cells: ['12 xx 30 x'],
    }))
    expect(width(han)).toBeGreaterThan(width(latin))
    const head = (words: string, around: readonly string[] = []) =>
      width(columnWidths(rows, ['handled'], () => ({ head: words, around, cells: [] })))
    expect(head('Markie\u00ADrungen'), 'a head breaks once').toBe(head('Markie-'))
    expect(head('im Ziel')).toBe(head('Ziel'))
    expect(head('Median', ['Erste Antwort']), 'what stands above does not').toBe(head('', ['Erste Antwort']))
    // What stands out takes what is left.
    expect(wide.columns.has('notes')).toBe(false)
    expect(wide.least).toBeGreaterThan(wide.name + width(wide))
  })
})

describe('the saved table', () => {
  const words: FileWords = {
    title: 'Agents',
    team: 'Team',
    agent: 'Agent',
    noTeam: 'No team',
    column: (column) => column,
    bucket: (index) => `bucket ${String(index)}`,
    coping: () => 'copes',
    notes: () => 'note',
    estimated: (metric, agents) => `${metric}: ${agents.join(', ')}`,
  }

  it('has the rows and columns shown in their order; an empty cell is empty, never zero', () => {
    const file = agentsFile(rows, ['handled', 'first_response', 'utilization', 'coping', 'notes'], words)
    expect(file.columns.map(({ kind }) => kind)).toEqual([
      'text',
      'text',
      'count',
      'duration',
      'rate',
      'text',
      'text',
    ])
    expect(file.rows).toEqual([
      ['Orders', null, 0, 60, 0.87, null, null],
      ['Orders', 'Agent a', 0, 60, 0.87, 'copes', 'note'],
      ['Orders', 'Agent b', null, null, null, 'copes', 'note'],
    ])
  })

  it('writes a spread as the seven shares it draws, and none for a team, which has no drawing', () => {
    const file = agentsFile(rows, ['first_response_spread'], words)
    expect(file.columns).toHaveLength(2 + 7)
    expect(file.rows[0]?.slice(2)).toEqual(Array.from({ length: 7 }, () => null))
    expect(file.rows[1]?.slice(2)).toEqual([0.25, 0.5, 0.25, 0, 0, 0, 0])
  })

  it('says whose values are estimated, and explains each metric once', () => {
    const file = agentsFile(rows, ['utilization', 'first_response', 'first_response_p90'], words)
    expect(file.notes).toEqual(['utilization: Agent a'])
    expect(file.metrics).toEqual(['utilization', 'first_response_time'])
  })
})
