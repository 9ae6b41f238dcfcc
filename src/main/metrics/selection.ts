/** Which rows of a stream a question is about: its filters as look-up tables, and whose a row is. */
import type { Scope } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import { authorOf } from './bits.ts'
import type { Columns } from './columns.ts'
import type { StreamColumns } from './columns/streamColumns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Part } from './plans.ts'
import { foreseen } from './plans.ts'
import type { StreamName } from './streams.ts'

/** What a question is asked of. `now` in epoch milliseconds: nothing that is only foreseen exists yet. */
export interface Subject {
  readonly columns: Columns
  readonly dictionary: Dictionary
  readonly scope: Scope
  readonly now: number
}

export type Credit = Part['credit']

/**
 * A code, or a yes or no, for rows of one stream. `cell`, `kind`, `category`: rows of one cell or kind, or of
 * conversations of one category, have the same, so it is asked once for each; `row`: the conversation decides.
 */
export type RowCode =
  | { readonly by: 'cell'; readonly of: (cell: number) => number }
  | { readonly by: 'kind'; readonly of: (kind: number) => number }
  | { readonly by: 'category'; readonly of: (category: number) => number }
  | { readonly by: 'row'; readonly of: (cell: number, slot: number) => number }

/** Where a question about a stream ends: what is only foreseen is not seen before its time. */
export function endOf({ scope, now }: Subject, stream: StreamName): number {
  return foreseen.has(stream) ? Math.min(scope.to, now + 1) : scope.to
}

// ── whose a row is ───────────────────────────────────────────────────────────────────────────────────────────────

/** The agent rows are credited to, by row id; 0: nobody. */
export function agentCode({ columns }: Subject, stream: StreamColumns, credit: Credit): RowCode {
  if (credit !== 'current') return { by: 'cell', of: (cell) => stream.cellField(cell, credit) }
  const { slots } = columns
  return { by: 'row', of: (_, slot) => slots.columns.agent[slot] ?? 0 }
}

/** The team rows count for: that of the credited agent, else the one in force; 0: none. */
export function teamCode(subject: Subject, stream: StreamColumns, credit: Credit): RowCode {
  const own = ownTeams(subject.dictionary)
  const agent = agentCode(subject, stream, credit)
  const inForce = (cell: number) => stream.cellField(cell, 'team')
  if (agent.by === 'row')
    return { by: 'row', of: (cell, slot) => own.get(agent.of(cell, slot)) ?? inForce(cell) }
  return { by: 'cell', of: (cell) => own.get(agent.of(cell)) ?? inForce(cell) }
}

export function channelCode(stream: StreamColumns): RowCode {
  return { by: 'cell', of: (cell) => stream.cellField(cell, 'channel') }
}

export const categoryCode: RowCode = { by: 'category', of: (category) => category }

const teamsOf = new WeakMap<Dictionary, ReadonlyMap<number, number>>()

/** By agent: the team their work counts for; agents without one are not in it. */
export function ownTeams(dictionary: Dictionary): ReadonlyMap<number, number> {
  let teams = teamsOf.get(dictionary)
  if (teams === undefined) {
    teams = new Map(
      dictionary.agents.flatMap(({ row, teams: [first] }) =>
        first === undefined ? [] : [[row, first] as const],
      ),
    )
    teamsOf.set(dictionary, teams)
  }
  return teams
}

// ── filters ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Streams of messages: only they have an author. */
export const ofMessages: ReadonlySet<StreamName> = new Set<StreamName>([
  'messages',
  'campaigns',
  'billing',
  'outreach',
])

/** One for each filter of the scope: 1 for rows that pass. */
export function filtersOf(subject: Subject, stream: StreamColumns, credit: Credit): RowCode[] {
  const { scope, dictionary } = subject
  const { agents, teams, channels, categories, authors: writers = [], openers: opened = [] } = scope
  const filters: RowCode[] = []
  const only = <T>(
    wanted: readonly string[],
    entries: readonly T[],
    nameOf: (entry: T) => string,
    code: RowCode,
  ) => {
    if (wanted.length === 0) return
    const names = new Set(wanted)
    filters.push(
      among(code, new Set(entries.flatMap((entry) => (names.has(nameOf(entry)) ? [rowOf(entry)] : [])))),
    )
  }
  const rowOf = (entry: unknown) => (entry as { readonly row: number }).row
  only(channels, dictionary.channels, ({ id }) => id, channelCode(stream))
  only(categories, dictionary.categories, ({ name }) => name, categoryCode)
  only(agents, dictionary.agents, ({ id }) => id, agentCode(subject, stream, credit))
  only(teams, dictionary.teams, ({ id }) => id, teamCode(subject, stream, credit))
  if (opened.length > 0)
    filters.push(
      among(
        { by: 'cell', of: (cell) => stream.cellField(cell, 'opener') },
        new Set(opened.map((word) => openers.indexOf(word))),
      ),
    )
  if (writers.length > 0 && ofMessages.has(stream.name))
    filters.push(
      among(
        { by: 'kind', of: (kind) => authorOf(stream.bitsOf(kind)) },
        new Set(writers.map((word) => authors.indexOf(word))),
      ),
    )
  return filters
}

function among(code: RowCode, wanted: ReadonlySet<number>): RowCode {
  const { by, of } = code
  if (by === 'row') return { by, of: (cell, slot) => Number(wanted.has(of(cell, slot))) }
  return { by, of: (key) => Number(wanted.has(of(key))) }
}

/** Rows that are credited to somebody. */
export function byAnybody(subject: Subject, stream: StreamColumns, credit: Credit): RowCode {
  const code = agentCode(subject, stream, credit)
  if (code.by === 'row') return { by: 'row', of: (cell, slot) => Number(code.of(cell, slot) !== 0) }
  return { by: code.by, of: (key) => Number(code.of(key) !== 0) }
}

const dictionaryNumbers = new WeakMap<Dictionary, number>()
let lastDictionary = 0

/** Names the filters of a scope: equal texts mean that the same cells pass. */
export function filterKey({ scope, dictionary }: Subject): string {
  const { agents, teams, channels, categories, authors: writers = [], openers: opened = [] } = scope
  const lists = [agents, teams, channels, categories, writers, opened]
  // Who is in which team changes with the dictionary.
  const number = dictionaryNumbers.get(dictionary) ?? ++lastDictionary
  dictionaryNumbers.set(dictionary, number)
  return JSON.stringify([number, ...lists])
}
