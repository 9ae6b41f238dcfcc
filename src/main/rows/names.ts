/** What the row numbers in the columns are called; 0 is nobody or none. */
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface CodeNames {
  readonly agentId: (code: number) => string | null
  readonly agent: (code: number) => string | null
  readonly teamId: (code: number) => string | null
  readonly team: (code: number) => string | null
  readonly channelId: (code: number) => string | null
  readonly channel: (code: number) => string | null
  readonly category: (code: number) => string | null
  readonly word: (code: number) => string | null
}

const known = new WeakMap<WorkspaceDictionary, CodeNames>()

export function namesOf(dictionary: WorkspaceDictionary): CodeNames {
  const names = known.get(dictionary) ?? readNames(dictionary)
  known.set(dictionary, names)
  return names
}

function readNames({ agents, teams, channels, categories, words = [] }: WorkspaceDictionary): CodeNames {
  return {
    agentId: textsOf(agents, ({ id }) => id),
    agent: textsOf(agents, ({ name }) => name),
    teamId: textsOf(teams, ({ id }) => id),
    team: textsOf(teams, ({ name }) => name),
    channelId: textsOf(channels, ({ id }) => id),
    channel: textsOf(channels, ({ name }) => name),
    category: textsOf(categories, ({ name }) => name),
    word: textsOf(words, ({ text }) => text),
  }
}

function textsOf<Entry extends { readonly row: number }>(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
): (code: number) => string | null {
  const texts = new Map(entries.map((entry) => [entry.row, textOf(entry)]))
  return (code) => texts.get(code) ?? null
}
