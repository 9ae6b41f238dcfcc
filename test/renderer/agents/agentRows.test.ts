import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DurationFigure, Insights, MetricsRow } from '../../../src/shared/contract.ts'
import {
  type Agent,
  type AgentsQuestion,
  type Sort,
  standouts,
  tableRows,
  teamGroups,
} from '../../../src/renderer/agents/agentRows.ts'

function duration(median: number | null, count = 100): DurationFigure {
  return {
    count,
    mean: median,
    median,
    p90: median === null ? null : median * 8,
    min: 0,
    max: median,
    buckets: [count, 0, 0, 0, 0, 0, 0],
  }
}

function agent(id: string, name: string, ...teams: readonly string[]): Agent {
  return { id, name, teams, active: true, role: null }
}

function row(key: MetricsRow['key'], median: number | null, handled = 100): MetricsRow {
  return { key, metrics: { first_response_time: duration(median, handled), handled: { value: handled } } }
}

const workspace = {
  teams: [
    { id: 't1', name: 'Orders' },
    { id: 't2', name: 'Café' },
  ],
  agents: [
    agent('jonas', 'Jonas', 't1'),
    agent('priya', 'Priya', 't1', 't2'),
    agent('mateo', 'Mateo', 't1'),
    agent('anna', 'Anna', 't1'),
    agent('idle', 'Idle', 't1'),
    agent('emma', 'Emma', 't2'),
    agent('free', 'Free'),
  ],
}

const nothingFound: Insights = { trends: [], outliers: [], anomalies: [], coping: [] }

const question: AgentsQuestion = {
  workspace,
  byAgent: [
    row({ agent: 'jonas' }, 251),
    row({ agent: 'priya' }, 75),
    row({ agent: 'mateo' }, 71),
    row({ agent: 'anna' }, null),
    row({ agent: 'idle' }, null, 0),
    row({ agent: 'emma' }, 118),
    row({ agent: 'free' }, 30),
    row({ agent: null }, 10),
  ],
  byTeam: [row({ team: 't1' }, 70, 2819), row({ team: 't2' }, 121), row({ team: null }, 30)],
  insights: nothingFound,
}

const slowest: Sort = { column: 'first_response', ascending: false }

function namesIn(sort: Sort, grouped = true): readonly string[] {
  return tableRows(teamGroups(question, 'en'), sort, grouped, 'en').map((one) =>
    one.kind === 'team' ? `[${one.group.team ?? 'none'}]` : one.line.agent.id,
  )
}

describe('the agents by team', () => {
  it('come in the order of the team names, those without a team last', () => {
    expect(teamGroups(question, 'en').map((group) => group.name)).toEqual(['Café', 'Orders', null])
  })

  it('stand in their first team only, and not at all when they did nothing', () => {
    const orders = teamGroups(question, 'en')[1]
    expect(orders?.lines.map((line) => line.agent.id)).toEqual(['jonas', 'priya', 'mateo', 'anna'])
  })

  it('carry the team’s own figures, not a sum', () => {
    expect(teamGroups(question, 'en')[1]?.figures.handled).toEqual({ value: 2819 })
  })

  it('are the same people while it is not known yet what stands out', () => {
    const [waiting] = teamGroups({ ...question, insights: undefined }, 'en')
    expect(waiting?.lines.map((line) => line.agent.id)).toEqual(['emma'])
    expect(standouts(teamGroups({ ...question, insights: undefined }, 'en'))).toEqual([])
  })
})

describe('the rows of the table', () => {
  it('sort inside each team, with those without a value last in either direction', () => {
    expect(namesIn(slowest)).toEqual([
      '[t2]',
      'emma',
      '[t1]',
      'jonas',
      'priya',
      'mateo',
      'anna',
      '[none]',
      'free',
    ])
    expect(namesIn({ ...slowest, ascending: true }).slice(2, 7)).toEqual([
      '[t1]',
      'mateo',
      'priya',
      'jonas',
      'anna',
    ])
    expect(namesIn({ column: 'name', ascending: true }).slice(3, 7)).toEqual([
      'anna',
      'jonas',
      'mateo',
      'priya',
    ])
  })

  it('are everybody in one order when not grouped', () => {
    expect(namesIn(slowest, false)).toEqual(['jonas', 'emma', 'priya', 'mateo', 'free', 'anna'])
  })

  it('keep one order whatever order the answer came in, equals by name and then by id', () => {
    const values = fc.array(fc.option(fc.nat(3)), { minLength: 2, maxLength: 12 })
    const shuffled = values.chain((medians) => {
      const agents = medians.map((_median, index) => agent(`a${String(index)}`, `Same ${String(index % 2)}`))
      const rows = medians.map((median, index) => row({ agent: `a${String(index)}` }, median))
      return fc.tuple(
        fc.constant(agents),
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length }),
      )
    })
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([agents, rows, other], ascending) => {
        const order = (byAgent: readonly MetricsRow[]) =>
          tableRows(
            teamGroups({ ...question, workspace: { ...workspace, agents }, byAgent }, 'en'),
            { column: 'first_response', ascending },
            false,
            'en',
          ).map((one) => (one.kind === 'agent' ? one.line.agent.id : ''))
        expect(order(other)).toEqual(order(rows))
      }),
    )
  })
})

describe('who stands out', () => {
  const outlier = { metric: 'resolution_time', team: 't1', value: 2400, median: 1000, of: 6 } as const
  const insights: Insights = {
    ...nothingFound,
    outliers: [
      { ...outlier, agent: 'jonas', times: 2.4 },
      { ...outlier, agent: 'priya', times: 0.4, value: 400 },
    ],
    coping: [
      {
        agent: 'emma',
        verdict: 'falling_behind',
        because: [{ code: 'backlog_growing', value: 14, before: 6 }],
      },
      { agent: 'mateo', verdict: 'stretched', because: [{ code: 'waits_growing', value: 90, before: 40 }] },
    ],
  }

  it('is who falls behind or is far worse than the team, not who is far better or stretched', () => {
    const found = standouts(teamGroups({ ...question, insights }, 'en'))
    expect(found.map(({ line, group }) => [line.agent.id, group.team])).toEqual([
      ['emma', 't2'],
      ['jonas', 't1'],
    ])
  })

  it('leads the column of what stands out, with those of whom nothing is said last', () => {
    const rows = tableRows(
      teamGroups({ ...question, insights }, 'en'),
      { column: 'notes', ascending: false },
      false,
      'en',
    )
    expect(rows.map((one) => (one.kind === 'agent' ? one.line.agent.id : ''))).toEqual([
      'emma',
      'jonas',
      'mateo',
      'priya',
      'anna',
      'free',
    ])
  })
})
