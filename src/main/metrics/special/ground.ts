/** The ground of special metrics over the columns: the one place where they meet the engine. */
import type { Dimension, Scope } from '../../../shared/contract.ts'
import type { NumberRules } from '../../../shared/rules.ts'
import type { Columns } from '../columns.ts'
import type { Dictionary } from '../dictionary.ts'
import type { Subject } from '../selection.ts'
import { ownTeams } from '../selection.ts'
import { viewOf } from '../view.ts'
import type { AxisNames } from './axes.ts'
import { specialAxis } from './axes.ts'
import { CellBook } from './cells.ts'
import type { Side } from './side.ts'
import type { Conversations, SpecialGround } from './special.ts'

export interface GroundData {
  readonly rules: NumberRules
  readonly side: Side
  /** The text of a word of the dictionary; null: none. */
  readonly textOf?: (word: number) => string | null
}

/** The ground of a question, broken down by `by`. @throws RangeError for an unknown zone. */
export function createGround(
  subject: Subject,
  by: readonly Dimension[],
  { rules, side, textOf = () => null }: GroundData,
): SpecialGround {
  const { columns, dictionary, scope, now } = subject
  const { channel, category } = columns.slots.columns
  const teams = ownTeams(dictionary)
  const filters = filtersOf(dictionary, scope)
  const names = namesOf(columns, dictionary, textOf)
  return {
    scope,
    now,
    rules,
    side,
    cells: new CellBook([...new Set(by)].map((dimension) => specialAxis(dimension, scope, names))),
    conversations: conversationsOf(columns, teams),
    rows: (stream, choice = {}) => viewOf(subject, stream, choice),
    passesAgent: (agent) =>
      (filters.agents?.has(agent) ?? true) && (filters.teams?.has(teams.get(agent) ?? 0) ?? true),
    passesSlot: (slot) =>
      (filters.channels?.has(channel[slot] ?? 0) ?? true) &&
      (filters.categories?.has(category[slot] ?? 0) ?? true),
  }
}

// ── names and filters ────────────────────────────────────────────────────────────────────────────────────────────

/** Codes and slots are the store's row ids, 0 for none. */
function conversationsOf({ slots }: Columns, teams: ReadonlyMap<number, number>): Conversations {
  const { contact, channel, category } = slots.columns
  const rowOf = (code: number) => (code === 0 ? -1 : code)
  return {
    contact,
    channel,
    category,
    rowOf: (slot) => slot,
    slotOf: (row) => (row >= 0 && slots.has(row) ? row : -1),
    agentRow: rowOf,
    agentCode: (row) => Math.max(0, row),
    contactRow: rowOf,
    teamOf: (agent) => teams.get(agent) ?? 0,
  }
}

interface Entry {
  readonly row: number
  readonly id: string
}

function namesOf({ slots }: Columns, dictionary: Dictionary, template: AxisNames['template']): AxisNames {
  const channel = idsOf(dictionary.channels)
  const category = idsOf(categoriesOf(dictionary))
  return {
    agent: idsOf(dictionary.agents),
    team: idsOf(dictionary.teams),
    channel: (slot) => channel(slots.columns.channel[slot] ?? 0),
    category: (slot) => category(slots.columns.category[slot] ?? 0),
    template,
  }
}

function categoriesOf({ categories }: Dictionary): readonly Entry[] {
  return categories.map(({ row, name }) => ({ row, id: name }))
}

function idsOf(entries: readonly Entry[]): (code: number) => string | null {
  const byRow = new Map(entries.map(({ row, id }) => [row, id]))
  // A row the dictionary does not name yet is told from the others by its number.
  return (code) => (code <= 0 ? null : (byRow.get(code) ?? `#${code}`))
}

type Filter = ReadonlySet<number> | null

function filtersOf(dictionary: Dictionary, scope: Scope) {
  return {
    agents: filterOf(dictionary.agents, scope.agents),
    teams: filterOf(dictionary.teams, scope.teams),
    channels: filterOf(dictionary.channels, scope.channels),
    categories: filterOf(categoriesOf(dictionary), scope.categories),
  }
}

function filterOf(entries: readonly Entry[], wanted: readonly string[]): Filter {
  if (wanted.length === 0) return null
  return new Set(entries.filter(({ id }) => wanted.includes(id)).map(({ row }) => row))
}
