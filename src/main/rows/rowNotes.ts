/** What must be known to read a file of rows: its period, its filters and what figures were counted by. */
import type { Scope } from '../../shared/contract.ts'
import type { RowsQuery } from '../../shared/reporting.ts'
import { toZonedIso } from '../../shared/period.ts'
import { rowWords } from '../print/words.ts'
import { settingsOf } from '../metrics/answer.ts'
import type { RowPorts } from './rowPorts.ts'

/** Lines of text in the language asked for; names of filters and rules are those of the command line. */
export function rowNotes({ scope, data }: RowPorts, { hideNames, language }: RowsQuery): readonly string[] {
  const { zone, from, to } = scope
  const { rules, clock } = settingsOf({ scope }, data)
  const say = rowWords(language)
  const chosen = Object.entries(rules).map(([rule, choice]) => `${rule} ${String(choice)}`)
  return [
    say('note.period', { from: toZonedIso(from, zone), to: toZonedIso(to, zone), zone }),
    say('note.filters', { filters: filtersOf(scope) ?? say('note.noFilters') }),
    clock === null ? say('note.calendar') : say('note.business'),
    say('note.rules', { rules: chosen.join(', ') }),
    data.completeTo === null
      ? say('note.notComplete')
      : say('note.complete', { at: toZonedIso(data.completeTo, zone) }),
    hideNames ? say('note.hidden') : say('note.shown'),
  ]
}

/** Null: none. */
function filtersOf(scope: Scope): string | null {
  const lists = {
    agents: scope.agents,
    teams: scope.teams,
    channels: scope.channels,
    categories: scope.categories,
    authors: scope.authors ?? [],
    openers: scope.openers ?? [],
  }
  const used = Object.entries(lists).filter(([, wanted]) => wanted.length > 0)
  return used.length === 0 ? null : used.map(([name, wanted]) => `${name} ${wanted.join(', ')}`).join('; ')
}
