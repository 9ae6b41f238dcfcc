/** What the row numbers of agents, teams, channels, categories and languages are called, looked up once a dictionary. */
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface LiveNames {
  readonly agent: (row: number) => string | null
  readonly team: (row: number) => string | null
  readonly channel: (row: number) => string
  readonly category: (row: number) => string | null
  readonly language: (row: number) => string | null
}

const known = new WeakMap<WorkspaceDictionary, LiveNames>()

export function liveNames(dictionary: WorkspaceDictionary): LiveNames {
  const names = known.get(dictionary) ?? namesOf(dictionary)
  known.set(dictionary, names)
  return names
}

function namesOf({ agents, teams, channels, categories, words = [] }: WorkspaceDictionary): LiveNames {
  const channel = idsOf(channels)
  return {
    agent: idsOf(agents),
    team: idsOf(teams),
    channel: (row) => channel(row) ?? '',
    category: idsOf(categories.map(({ row, name }) => ({ row, id: name }))),
    language: idsOf(
      words.filter(({ kind }) => kind === 'language').map(({ row, text }) => ({ row, id: text })),
    ),
  }
}

function idsOf(
  entries: readonly { readonly row: number; readonly id: string }[],
): (row: number) => string | null {
  const byRow = new Map(entries.map(({ row, id }) => [row, id]))
  return (row) => byRow.get(row) ?? null
}
