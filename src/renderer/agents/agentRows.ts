/** The agents' table as data: groups by team with the team's own figures, sorted inside each group. */
import type { Figures, MetricsRow, Workspace } from '../../shared/contract.ts'
import { figuresFor, keyOf, valueOf } from '../overview/figures.ts'
import { durationOf, outliersOf, slowingOf, type Outlier, type Slowing, type WeekMedian } from './outliers.ts'
import { columns, type ColumnId } from './columns.ts'

export type Agent = Workspace['agents'][number]

export interface AgentLine {
  readonly agent: Agent
  readonly figures: Figures
  readonly outliers: readonly Outlier[]
  readonly slowing: Slowing | null
}

export interface TeamGroup {
  /** null: the agents of no team. */
  readonly team: string | null
  readonly name: string | null
  readonly figures: Figures
  readonly lines: readonly AgentLine[]
}

export interface Sort {
  readonly column: ColumnId | 'name'
  readonly ascending: boolean
}

export interface AgentsQuestion {
  readonly workspace: Pick<Workspace, 'agents' | 'teams'>
  readonly byAgent: readonly MetricsRow[]
  readonly byTeam: readonly MetricsRow[]
  readonly byAgentAndWeek: readonly MetricsRow[]
  readonly sort: Sort
  /** BCP 47: the order of names. */
  readonly language: string
}

/** The first team an agent is in decides where the agent stands, as it does in the answers by team. */
export function teamOf(agent: Pick<Agent, 'teams'>): string | null {
  return agent.teams[0] ?? null
}

/**
 * One group a team, in the order of the names, those without a team last. Agents without any figure are left out:
 * they did nothing in the period, and their absence is not their fault.
 */
export function teamGroups(question: AgentsQuestion): readonly TeamGroup[] {
  const { workspace, byAgent, byTeam, language } = question
  const byName = new Intl.Collator(language)
  const known = new Map(workspace.agents.map((agent) => [agent.id, agent]))
  const teamNames = new Map(workspace.teams.map((team) => [team.id, team.name]))
  const members = new Map<string | null, { agent: Agent; figures: Figures }[]>()
  for (const row of byAgent) {
    const agent = known.get(keyOf(row, 'agent') ?? '')
    if (agent === undefined || !didAnything(row.metrics)) continue
    const team = teamOf(agent)
    members.set(team, [...(members.get(team) ?? []), { agent, figures: row.metrics }])
  }
  const weeks = weeksByAgent(question.byAgentAndWeek)
  const groups = [...members].map(([team, agents]): TeamGroup => {
    const figures = figuresFor(byTeam, 'team', team)
    const measured = agents.filter((one) => valueOf(one.figures.first_response_time) !== null).length
    const lines = agents.map(({ agent, figures: own }) => ({
      agent,
      figures: own,
      outliers: outliersOf(own, figures, measured - 1),
      slowing: slowingOf(weeks.get(agent.id) ?? []),
    }))
    return {
      team,
      name: team === null ? null : (teamNames.get(team) ?? team),
      figures,
      lines: sortLines(lines, question.sort, byName),
    }
  })
  return groups.sort(
    (one, other) =>
      Number(one.team === null) - Number(other.team === null) ||
      byName.compare(one.name ?? '', other.name ?? ''),
  )
}

/** Sorted by a column; agents without a value stand last in either direction, equals by name. */
function sortLines(lines: readonly AgentLine[], sort: Sort, byName: Intl.Collator): readonly AgentLine[] {
  const names = (one: AgentLine, other: AgentLine): number => byName.compare(one.agent.name, other.agent.name)
  const direction = sort.ascending ? 1 : -1
  return lines.toSorted((one, other) => {
    if (sort.column === 'name') return direction * names(one, other)
    const mine = sortValue(one, sort.column)
    const theirs = sortValue(other, sort.column)
    if (mine === null || theirs === null) {
      return Number(mine === null) - Number(theirs === null) || names(one, other)
    }
    return direction * (mine - theirs) || names(one, other)
  })
}

function sortValue(line: AgentLine, column: ColumnId): number | null {
  const { metric, part } = columns[column]
  if (part === 'notes') return line.outliers[0]?.ratio ?? (line.slowing === null ? null : 0)
  const figure = metric === null ? undefined : line.figures[metric]
  if (part === 'p90') return figure !== undefined && 'p90' in figure ? figure.p90 : null
  return valueOf(figure)
}

function didAnything(figures: Figures): boolean {
  return Object.values(figures).some((figure) => (valueOf(figure) ?? 0) !== 0)
}

function weeksByAgent(rows: readonly MetricsRow[]): ReadonlyMap<string, readonly WeekMedian[]> {
  const weeks = new Map<string, WeekMedian[]>()
  for (const row of rows) {
    const agent = keyOf(row, 'agent')
    const week = keyOf(row, 'week')
    const figure = durationOf(row.metrics, 'first_response_time')
    if (agent === null || week === null || figure === null) continue
    weeks.set(agent, [...(weeks.get(agent) ?? []), { week, count: figure.count, median: figure.median }])
  }
  for (const list of weeks.values()) list.sort((one, other) => (one.week < other.week ? -1 : 1))
  return weeks
}

/** How many lines stand out, over all groups, worst first. */
export function standouts(
  groups: readonly TeamGroup[],
): readonly { readonly line: AgentLine; readonly group: TeamGroup }[] {
  return groups
    .flatMap((group) =>
      group.lines.filter((line) => line.outliers.length > 0).map((line) => ({ line, group })),
    )
    .sort((one, other) => (other.line.outliers[0]?.ratio ?? 0) - (one.line.outliers[0]?.ratio ?? 0))
}
