/** The filters of the bar above every screen, as SQL over conversations (`c`). */
import type { Scope } from '../../shared/contract.ts'
import type { WorkspaceDictionary } from './dictionary.ts'

export interface Filter {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

const everything: Filter = { sql: 'TRUE', parameters: [] }

/** Rows of the named things; a filter that names only unknown things lets nothing through. */
export function rowsOf(
  ids: readonly string[],
  list: readonly { readonly row: number; readonly id: string }[],
): readonly number[] {
  return list.filter((one) => ids.includes(one.id)).map((one) => one.row)
}

/** Rows of the agents a scope names, by themselves or by their teams; null: everybody. */
export function agentRows(scope: Scope, dictionary: WorkspaceDictionary): readonly number[] | null {
  if (scope.agents.length === 0 && scope.teams.length === 0) return null
  const teams = new Set(rowsOf(scope.teams, dictionary.teams))
  return dictionary.agents
    .filter((agent) => scope.agents.length === 0 || scope.agents.includes(agent.id))
    .filter((agent) => scope.teams.length === 0 || agent.teams.some((team) => teams.has(team)))
    .map((agent) => agent.row)
}

/** Channel and category of a conversation. */
export function placeFilter(scope: Scope, dictionary: WorkspaceDictionary): Filter {
  return all([
    scope.channels.length === 0
      ? everything
      : within('c.channel', rowsOf(scope.channels, dictionary.channels)),
    scope.categories.length === 0
      ? everything
      : within(
          'c.category',
          dictionary.categories
            .filter((category) => scope.categories.includes(category.name))
            .map((category) => category.row),
        ),
  ])
}

export function within(column: string, rows: readonly number[]): Filter {
  return { sql: `${column} IN (${rows.map(() => '?').join(', ')})`, parameters: rows }
}

export function when(condition: boolean, sql: string, ...parameters: readonly (string | number)[]): Filter {
  return condition ? { sql, parameters } : everything
}

export function all(filters: readonly Filter[]): Filter {
  const real = filters.filter((filter) => filter !== everything)
  if (real.length === 0) return everything
  return {
    sql: real.map((filter) => `(${filter.sql})`).join(' AND '),
    parameters: real.flatMap((filter) => filter.parameters),
  }
}
