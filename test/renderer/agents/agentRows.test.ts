import { describe, expect, it } from 'vitest'
import type { DurationFigure, MetricsRow } from '../../../src/shared/contract.ts'
import {
  standouts,
  teamGroups,
  type Agent,
  type AgentsQuestion,
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
  byAgentAndWeek: [],
  sort: { column: 'first_response', ascending: false },
  language: 'en',
}

describe('the agents by team', () => {
  it('come in the order of the team names, those without a team last', () => {
    expect(teamGroups(question).map((group) => group.name)).toEqual(['Café', 'Orders', null])
  })

  it('stand in their first team only, and not at all when they did nothing', () => {
    const orders = teamGroups(question)[1]
    expect(orders?.lines.map((line) => line.agent.id)).toEqual(['jonas', 'priya', 'mateo', 'anna'])
  })

  it('carry the team’s own figures, not a sum', () => {
    expect(teamGroups(question)[1]?.figures.handled).toEqual({ value: 2819 })
  })

  it('sort in either direction with those without a value last', () => {
    const ascending = teamGroups({ ...question, sort: { column: 'first_response', ascending: true } })
    expect(ascending[1]?.lines.map((line) => line.agent.id)).toEqual(['mateo', 'priya', 'jonas', 'anna'])
    const byName = teamGroups({ ...question, sort: { column: 'name', ascending: true } })
    expect(byName[1]?.lines.map((line) => line.agent.id)).toEqual(['anna', 'jonas', 'mateo', 'priya'])
  })

  it('name nobody while a team has fewer than three others with a figure', () => {
    expect(standouts(teamGroups(question))).toEqual([])
    const measured = question.byAgent.map((one) =>
      one.key.agent === 'anna' ? row({ agent: 'anna' }, 64) : one,
    )
    const found = standouts(teamGroups({ ...question, byAgent: measured }))
    expect(found.map((one) => [one.line.agent.id, one.group.team])).toEqual([['jonas', 't1']])
    expect(found[0]?.line.outliers[0]?.ratio).toBeCloseTo(3.59, 2)
  })

  it('read the weeks in order, whatever order they came in', () => {
    const weekly = [200, 60, 120, 80].map((median, index) =>
      row({ agent: 'mateo', week: ['2026-W19', '2026-W16', '2026-W18', '2026-W17'][index] ?? '' }, median),
    )
    const mateo = teamGroups({ ...question, byAgentAndWeek: weekly })[1]?.lines.find(
      (line) => line.agent.id === 'mateo',
    )
    expect(mateo?.slowing).toEqual({ weeks: 3, by: 140 })
  })
})
