/** The ground of special metrics over the columns: the one place where they meet the engine. */
import type { Dimension, Scope } from '../../../shared/contract.ts'
import type { NumberRules } from '../../../shared/rules.ts'
import type { Columns } from '../columns.ts'
import type { Dictionary } from '../dictionary.ts'
import type { Numbering } from '../numbering.ts'
import type { Selection, Subject } from '../selection.ts'
import { agentTeams, select, teamOf } from '../selection.ts'
import type { StreamName } from '../streams.ts'
import { streams } from '../streams.ts'
import type { AxisNames } from './axes.ts'
import { specialAxis } from './axes.ts'
import { CellBook } from './cells.ts'
import type { Side } from './side.ts'
import type { Conversations, RowChoice, RowsView, SpecialGround } from './special.ts'

export interface GroundData {
  readonly rules: NumberRules
  readonly side: Side
  /** The text of a word of the dictionary; null: none. */
  readonly textOf: (word: number) => string | null
}

/** The ground of a question, broken down by `by`. @throws RangeError for an unknown zone. */
export function createGround(
  subject: Subject,
  by: readonly Dimension[],
  { rules, side, textOf }: GroundData,
): SpecialGround {
  const { columns, dictionary, scope, now } = subject
  const teams = agentTeams(columns, dictionary)
  const filters = filtersOf(columns, dictionary, scope)
  const names = namesOf(columns, dictionary, textOf)
  const passesAgent = (agent: number) =>
    (filters.agents?.has(agent) ?? true) && (filters.teams?.has(teams[agent] ?? 0) ?? true)
  return {
    scope,
    now,
    rules,
    side,
    cells: new CellBook([...new Set(by)].map((dimension) => specialAxis(dimension, scope, names))),
    conversations: conversationsOf(columns, teams),
    rows: (stream, choice = {}) => viewOf(subject, teams, stream, choice),
    passesAgent,
    passesSlot: (slot) =>
      (filters.channels?.has(columns.channel[slot] ?? 0) ?? true) &&
      (filters.categories?.has(columns.category[slot] ?? 0) ?? true),
  }
}

// ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function viewOf(subject: Subject, teams: Int16Array, name: StreamName, choice: RowChoice): RowsView {
  const { scope } = subject
  const { from = scope.from, to = scope.to, credit = 'agent', overlapping } = choice
  const period = { ...scope, from: overlapping === true ? Number.NEGATIVE_INFINITY : from, to }
  const passing = select({ ...subject, scope: period }, name, credit)
  const selection =
    choice.unfiltered === true
      ? select({ ...subject, scope: { ...period, ...noFilters } }, name, credit)
      : passing
  const [length] = selection.stream.values
  const { at } = selection.stream
  // Without a length a span goes on: it reaches any period that begins after it.
  const rows =
    overlapping === true && length !== undefined
      ? selection.rows.filter(
          (row) => !((at[row] ?? 0) < from && (at[row] ?? 0) + (length[row] ?? 0) <= from),
        )
      : selection.rows
  return gathered(name, { ...selection, rows }, teams, choice.unfiltered === true ? passing.rows : null)
}

const noFilters = { agents: [], teams: [], channels: [], categories: [], authors: [], openers: [] } as const

function gathered(
  name: StreamName,
  { stream, credit, rows }: Selection,
  teams: Int16Array,
  passing: Int32Array | null,
): RowsView {
  const among = passing === null ? null : new Set(passing)
  const agent = Int32Array.from(rows, (row) => credit[row] ?? 0)
  const kindOf = (row: number) => stream.kind[row] ?? 0
  return {
    length: rows.length,
    at: Float64Array.from(rows, (row) => stream.at[row] ?? 0),
    slot: Int32Array.from(rows, (row) => stream.slot[row] ?? 0),
    agent,
    other: Int32Array.from(rows, (row) => stream.other[row] ?? 0),
    team: Int32Array.from(rows, (row) => teamOf(teams, credit[row] ?? 0, stream.team[row] ?? 0)),
    opener: Uint8Array.from(rows, (row) => stream.opener[row] ?? 0),
    bits: Int32Array.from(rows, (row) => stream.kindBits[kindOf(row)] ?? 0),
    word: Int32Array.from(rows, (row) => stream.kindWords[kindOf(row)] ?? 0),
    k: Float64Array.from(rows, (row) => stream.k[row] ?? -1),
    values: Object.fromEntries(
      Object.keys(streams[name].values).map((value, place) => [
        value,
        Float64Array.from(rows, (row) => stream.values[place]?.[row] ?? Number.NaN),
      ]),
    ),
    passes: Uint8Array.from(rows, (row) => Number(among?.has(row) ?? true)),
  }
}

// ── names and filters ────────────────────────────────────────────────────────────────────────────────────────────

function conversationsOf(columns: Columns, teams: Int16Array): Conversations {
  // Few questions go from a row id to its slot.
  let slots: Map<number, number> | null = null
  return {
    contact: columns.contact,
    channel: columns.channel,
    category: columns.category,
    rowOf: (slot) => columns.conversation[slot] ?? -1,
    slotOf(row) {
      slots ??= new Map(Array.from(columns.conversation, (conversation, slot) => [conversation, slot]))
      return row < 0 ? -1 : (slots.get(row) ?? -1)
    },
    agentRow: (code) => columns.agents.rowOf(code),
    agentCode: (row) => columns.agents.codeOf(row),
    contactRow: (code) => columns.contacts.rowOf(code),
    teamOf: (agent) => teams[agent] ?? 0,
  }
}

interface Entry {
  readonly row: number
  readonly id: string
}

function namesOf(columns: Columns, dictionary: Dictionary, template: AxisNames['template']): AxisNames {
  const categories = dictionary.categories.map(({ row, name }) => ({ row, id: name }))
  const agent = idsOf(columns.agents, dictionary.agents)
  const team = idsOf(columns.teams, dictionary.teams)
  const channel = idsOf(columns.channels, dictionary.channels)
  const category = idsOf(columns.categories, categories)
  return {
    agent,
    team,
    channel: (slot) => channel(columns.channel[slot] ?? 0),
    category: (slot) => category(columns.category[slot] ?? 0),
    template,
  }
}

function idsOf(numbering: Numbering, entries: readonly Entry[]): (code: number) => string | null {
  const byRow = new Map(entries.map(({ row, id }) => [row, id]))
  return (code) => {
    if (code <= 0) return null
    const row = numbering.rowOf(code)
    // A row the dictionary does not name yet is told from the others by its number.
    return byRow.get(row) ?? `#${row}`
  }
}

type Filter = ReadonlySet<number> | null

function filtersOf(columns: Columns, dictionary: Dictionary, scope: Scope) {
  const categories = dictionary.categories.map(({ row, name }) => ({ row, id: name }))
  return {
    agents: filterOf(columns.agents, dictionary.agents, scope.agents),
    teams: filterOf(columns.teams, dictionary.teams, scope.teams),
    channels: filterOf(columns.channels, dictionary.channels, scope.channels),
    categories: filterOf(columns.categories, categories, scope.categories),
  }
}

function filterOf(numbering: Numbering, entries: readonly Entry[], wanted: readonly string[]): Filter {
  if (wanted.length === 0) return null
  return new Set(entries.filter(({ id }) => wanted.includes(id)).map(({ row }) => numbering.codeOf(row)))
}
