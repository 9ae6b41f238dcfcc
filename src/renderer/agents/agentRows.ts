/** The agents' table as data: groups by team with the team's own figures, sorted, and laid out as rows. */
import type { Figures, Insights, MetricsRow, Workspace } from '../../shared/contract.ts'
import { figuresFor, keyOf, valueOf } from '../overview/figures.ts'
import { cellValue } from './cells.ts'
import { columns, type ColumnId } from './columns.ts'
import { copingRank, findingsByAgent, type Findings, noFindings, standsOut, weightOf } from './findings.ts'

export type Agent = Workspace['agents'][number]

export interface AgentLine {
  readonly agent: Agent
  readonly figures: Figures
  readonly findings: Findings
}

export interface TeamGroup {
  /** null: the agents of no team. */
  readonly team: string | null
  readonly name: string | null
  readonly figures: Figures
  readonly lines: readonly AgentLine[]
}

/** A row of the table: a team with its own figures, or an agent. */
export type TableRow =
  | { readonly kind: 'team'; readonly group: TeamGroup }
  | { readonly kind: 'agent'; readonly line: AgentLine; readonly group: TeamGroup }

export interface Sort {
  readonly column: ColumnId | 'name'
  readonly ascending: boolean
}

export interface AgentsQuestion {
  readonly workspace: Pick<Workspace, 'agents' | 'teams'>
  readonly byAgent: readonly MetricsRow[]
  readonly byTeam: readonly MetricsRow[]
  /** undefined: not known yet. */
  readonly insights: Insights | undefined
}

/** The first team an agent is in decides where the agent stands, as it does in the answers by team. */
export function teamOf(agent: Pick<Agent, 'teams'>): string | null {
  return agent.teams[0] ?? null
}

/**
 * One group a team, in the order of the names, those without a team last. Agents without any figure are left out:
 * they did nothing in the period, and their absence is not their fault. `language` (BCP 47) gives the order of names.
 */
export function teamGroups(question: AgentsQuestion, language: string): readonly TeamGroup[] {
  const { workspace, byAgent, byTeam, insights } = question
  const byName = new Intl.Collator(language)
  const known = new Map(workspace.agents.map((agent) => [agent.id, agent]))
  const teamNames = new Map(workspace.teams.map((team) => [team.id, team.name]))
  const findings = findingsByAgent(insights)
  const lines = byAgent.flatMap((row): readonly AgentLine[] => {
    const agent = known.get(keyOf(row, 'agent') ?? '')
    if (agent === undefined || !didAnything(row.metrics)) return []
    return [{ agent, figures: row.metrics, findings: findings.get(agent.id) ?? noFindings }]
  })
  const groups = [...Map.groupBy(lines, ({ agent }) => teamOf(agent))].map(([team, members]): TeamGroup => ({
    team,
    name: team === null ? null : (teamNames.get(team) ?? team),
    figures: figuresFor(byTeam, 'team', team),
    lines: members,
  }))
  return groups.toSorted(
    (one, other) =>
      Number(one.team === null) - Number(other.team === null) ||
      byName.compare(one.name ?? '', other.name ?? ''),
  )
}

/** The rows in the order shown: team by team, each sorted inside, or everybody in one order. */
export function tableRows(
  groups: readonly TeamGroup[],
  sort: Sort,
  grouped: boolean,
  language: string,
): readonly TableRow[] {
  const order = orderOf(sort, language)
  const rowsOf = (group: TeamGroup) => group.lines.map((line) => ({ kind: 'agent', line, group }) as const)
  const sorted = (rows: readonly Extract<TableRow, { kind: 'agent' }>[]) =>
    rows.toSorted((one, other) => order(one.line, other.line))
  if (!grouped) return sorted(groups.flatMap(rowsOf))
  return groups.flatMap((group) => [{ kind: 'team', group } as const, ...sorted(rowsOf(group))])
}

/** By the exact value of a column; agents without one stand last in either direction, equals by name, then by id. */
function orderOf(sort: Sort, language: string): (one: AgentLine, other: AgentLine) => number {
  const byName = new Intl.Collator(language)
  const direction = sort.ascending ? 1 : -1
  const names = ({ agent: one }: AgentLine, { agent: other }: AgentLine): number =>
    byName.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
  return (one, other) => {
    if (sort.column === 'name') return direction * names(one, other)
    const mine = sortValue(one, sort.column)
    const theirs = sortValue(other, sort.column)
    if (mine === null || theirs === null)
      return Number(mine === null) - Number(theirs === null) || names(one, other)
    return direction * (mine - theirs) || names(one, other)
  }
}

function sortValue({ figures, findings }: AgentLine, column: ColumnId): number | null {
  const { part } = columns[column]
  if (part === 'notes') return weightOf(findings)
  if (part === 'coping') return copingRank(findings.coping)
  return cellValue(figures, column)
}

function didAnything(figures: Figures): boolean {
  return Object.values(figures).some((figure) => (valueOf(figure) ?? 0) !== 0)
}

/** The lines that stand out, over all groups, the farthest first. */
export function standouts(
  groups: readonly TeamGroup[],
): readonly { readonly line: AgentLine; readonly group: TeamGroup }[] {
  return groups
    .flatMap((group) => group.lines.map((line) => ({ line, group })))
    .filter(({ line }) => standsOut(line.findings))
    .toSorted((one, other) => (weightOf(other.line.findings) ?? 0) - (weightOf(one.line.findings) ?? 0))
}
