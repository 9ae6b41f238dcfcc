/** Names for the rows a list shows: the dictionary once, contacts as they come. */
import type { Named } from '../../shared/contract.ts'
import { rawSql, type ReadableDb } from './database.ts'
import { readDictionary, type WorkspaceDictionary } from './dictionary.ts'

export interface RowNames {
  readonly dictionary: WorkspaceDictionary
  agent(row: number | null): string | null
  team(row: number | null): string | null
  channel(row: number): Named
  category(row: number | null): string | null
  contact(row: number): Named
}

const nobody: Named = { id: '', name: '–' }

/** `dictionary`: as it is held already; reading it takes longer than a page of rows. */
export function createRowNames(db: ReadableDb, dictionary = readDictionary(db)): RowNames {
  const agents = new Map(dictionary.agents.map((agent) => [agent.row, agent.id]))
  const teams = new Map(dictionary.teams.map((team) => [team.row, team.id]))
  const channels = new Map(dictionary.channels.map(({ row, id, name }) => [row, { id, name }]))
  const categories = new Map(dictionary.categories.map((category) => [category.row, category.name]))
  const contacts = new Map<number, Named>()
  return {
    dictionary,
    agent: (row) => (row === null ? null : (agents.get(row) ?? null)),
    team: (row) => (row === null ? null : (teams.get(row) ?? null)),
    channel: (row) => channels.get(row) ?? nobody,
    category: (row) => (row === null ? null : (categories.get(row) ?? null)),
    contact(row) {
      const known = contacts.get(row)
      if (known) return known
      const found = rawSql<[string, string | null, string | null]>(
        db,
        'SELECT rid, name, phone FROM contacts WHERE id = ?',
      ).get(row)
      const named = found ? { id: found[0], name: found[1] ?? found[2] ?? found[0] } : nobody
      contacts.set(row, named)
      return named
    },
  }
}
