/** Which rows of a stream a question is about: its period, its filters, its metrics, and whose a row is. */
import type { Scope } from '../../shared/contract.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Part } from './plans.ts'
import type { Stream } from './stream.ts'
import { blockRows } from './stream.ts'
import { foreseen } from './plans.ts'
import type { StreamName } from './streams.ts'

/** Rows of one stream, ascending: those of one conversation stay together. */
export interface Selection {
  readonly stream: Stream
  /** The agent each row is credited to, by row. */
  readonly credit: Int16Array
  readonly rows: Int32Array
}

/** What a question is asked of. `now` in epoch milliseconds: no flag that is raised later exists yet. */
export interface Subject {
  readonly columns: Columns
  readonly dictionary: Dictionary
  readonly scope: Scope
  readonly now: number
}

/** The rows in the period that pass every filter. Remembered until the columns change: a dashboard asks often. */
export function select(subject: Subject, name: StreamName, credit: Part['credit']): Selection {
  const { columns, scope, now } = subject
  const stream = columns.streams[name]
  const creditColumn = creditOf(columns, stream, credit)
  const to = foreseen.has(name) ? Math.min(scope.to, now + 1) : scope.to
  const memory = memoryOf(columns)
  const { agents, teams, channels, categories } = scope
  const byAgent = agents.length + teams.length > 0 ? credit : null
  const key = JSON.stringify([name, byAgent, scope.from, to, agents, teams, channels, categories])
  let rows = memory.rows.get(key)
  if (rows === undefined || memory.dictionary !== subject.dictionary) {
    rows = passing(subject, stream, creditColumn, inPeriod(stream, scope.from, to))
    remember(memory, subject.dictionary, key, rows)
  }
  return { stream, credit: creditColumn, rows }
}

/** The agent each row of a stream is credited to, by row. */
export function creditOf(columns: Columns, stream: Stream, credit: Part['credit']): Int16Array {
  if (credit !== 'current') return stream[credit]
  return Int16Array.from(stream.slot, (slot) => columns.current[slot] ?? 0)
}

/** The rows of a selection whose kind is marked, only those credited to somebody if so wished. */
export function ofKinds(selection: Selection, kinds: Uint8Array, credited: boolean): Selection {
  if (!credited && kinds.every((mark) => mark === 1)) return selection
  const { rows, stream, credit } = selection
  const { kind } = stream
  const left = new Int32Array(rows.length)
  let count = 0
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    left[count] = row
    count += credited && credit[row] === 0 ? 0 : (kinds[kind[row] ?? 0] ?? 0)
  }
  return { ...selection, rows: left.subarray(0, count) }
}

function inPeriod(stream: Stream, from: number, to: number): Int32Array {
  const { at, blockFrom, blockTo, length } = stream
  const found = new Int32Array(rowsAtMost(stream, from, to))
  let count = 0
  for (let block = 0, start = 0; start < length; block++, start += blockRows) {
    if (!((blockFrom[block] ?? 0) < to && (blockTo[block] ?? 0) >= from)) continue
    const end = Math.min(length, start + blockRows)
    for (let row = start; row < end; row++) {
      const time = at[row] ?? 0
      found[count] = row
      // Without a branch; a struck-out row's NaN compares to nothing.
      count += time >= from && time < to ? 1 : 0
    }
  }
  return found.slice(0, count)
}

function rowsAtMost({ blockFrom, blockTo, length }: Stream, from: number, to: number): number {
  let rows = 1
  for (let block = 0; block * blockRows < length; block++)
    if ((blockFrom[block] ?? 0) < to && (blockTo[block] ?? 0) >= from) rows += blockRows
  return rows
}

function passing(subject: Subject, stream: Stream, credit: Int16Array, rows: Int32Array): Int32Array {
  const { columns, dictionary, scope } = subject
  let left = rows
  if (scope.channels.length > 0) {
    const allowed = codesOf(columns.channels, dictionary.channels, (entry) =>
      scope.channels.includes(entry.id),
    )
    left = left.filter((row) => allowed.has(columns.channel[stream.slot[row] ?? 0] ?? 0))
  }
  if (scope.categories.length > 0) {
    const allowed = codesOf(columns.categories, dictionary.categories, (entry) =>
      scope.categories.includes(entry.name),
    )
    left = left.filter((row) => allowed.has(columns.category[stream.slot[row] ?? 0] ?? 0))
  }
  if (scope.agents.length > 0) {
    const allowed = codesOf(columns.agents, dictionary.agents, (entry) => scope.agents.includes(entry.id))
    left = left.filter((row) => allowed.has(credit[row] ?? 0))
  }
  if (scope.teams.length > 0) {
    const allowed = codesOf(columns.teams, dictionary.teams, (entry) => scope.teams.includes(entry.id))
    const teams = agentTeams(columns, dictionary)
    left = left.filter((row) => allowed.has(teamOf(teams, credit[row] ?? 0, stream.team[row] ?? 0)))
  }
  return left
}

function codesOf<T extends { readonly row: number }>(
  numbering: Columns['agents'],
  entries: readonly T[],
  wanted: (entry: T) => boolean,
): ReadonlySet<number> {
  return new Set(entries.filter(wanted).map((entry) => numbering.codeOf(entry.row)))
}

/** By agent code: the code of the team their work counts for; 0 where they have none, and for nobody. */
export function agentTeams(columns: Columns, dictionary: Dictionary): Int16Array {
  // Codes first: numbering the teams and agents of the dictionary may make new ones.
  const pairs = dictionary.agents.map(
    (agent) => [columns.agents.codeOf(agent.row), columns.teams.codeOf(agent.teams[0] ?? -1)] as const,
  )
  const teams = new Int16Array(columns.agents.size)
  for (const [agent, team] of pairs) teams[agent] = team
  return teams
}

/** The team a row counts for: that of the credited agent, else the one in force. All are codes; `teams` is by agent. */
export function teamOf(teams: Int16Array, agent: number, inForce: number): number {
  const own = teams[agent] ?? 0
  return own === 0 ? inForce : own
}

// ── memory ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Memory {
  version: number
  dictionary: Dictionary | null
  readonly rows: Map<string, Int32Array>
}

const memories = new WeakMap<Columns, Memory>()
const mostRemembered = 48

function memoryOf(columns: Columns): Memory {
  const known = memories.get(columns)
  if (known?.version === columns.version) return known
  const memory: Memory = { version: columns.version, dictionary: null, rows: new Map() }
  memories.set(columns, memory)
  return memory
}

function remember(memory: Memory, dictionary: Dictionary, key: string, rows: Int32Array): void {
  if (memory.dictionary !== dictionary) memory.rows.clear()
  memory.dictionary = dictionary
  const oldest = memory.rows.keys().next().value
  if (memory.rows.size >= mostRemembered && oldest !== undefined) memory.rows.delete(oldest)
  memory.rows.set(key, rows)
}
