/** What must be known to read a file of rows: its period, its filters and what figures were counted by. */
import type { Scope } from '../../shared/contract.ts'
import type { RowsQuery } from '../../shared/reporting.ts'
import { toZonedIso } from '../../shared/period.ts'
import { settingsOf } from '../metrics/answer.ts'
import type { RowPorts } from './rowPorts.ts'

/** Lines of text, in the words of the command line: names of columns are no translation’s business either. */
export function rowNotes({ scope, data }: RowPorts, { hideNames }: RowsQuery): readonly string[] {
  const { zone, from, to } = scope
  const { rules, clock } = settingsOf({ scope }, data)
  return [
    `Period: ${toZonedIso(from, zone)} to ${toZonedIso(to, zone)} (exclusive), ${zone}`,
    `Filters: ${filtersOf(scope)}`,
    `Durations: ${clock === null ? 'calendar' : 'business'} hours`,
    `Rules: ${Object.entries(rules)
      .map(([rule, choice]) => `${rule} ${String(choice)}`)
      .join(', ')}`,
    `Data complete to: ${data.completeTo === null ? 'not known' : toZonedIso(data.completeTo, zone)}`,
    hideNames
      ? 'Customers’ names, numbers, ids and words are left out.'
      : 'Holds customers’ names, numbers and words.',
  ]
}

function filtersOf(scope: Scope): string {
  const lists = {
    agents: scope.agents,
    teams: scope.teams,
    channels: scope.channels,
    categories: scope.categories,
    authors: scope.authors ?? [],
    openers: scope.openers ?? [],
  }
  const used = Object.entries(lists).filter(([, wanted]) => wanted.length > 0)
  return used.length === 0 ? 'none' : used.map(([name, wanted]) => `${name} ${wanted.join(', ')}`).join('; ')
}
