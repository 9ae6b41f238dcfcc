/** Which conversations are open, who has them and who waits, at any moment: from the columns, without reading a row. */
import type { Scope } from '../../shared/contract.ts'
import { spanBits } from '../metrics/bits.ts'
import type { Columns } from '../metrics/columns.ts'
import type { Subject } from '../metrics/selection.ts'
import { viewOf } from '../metrics/view.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface SpanPorts {
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly now: () => number
}

/** A conversation that is open at a moment. Rows; `agent` 0: nobody. */
export interface OpenConversation {
  readonly conversation: number
  readonly agent: number
  /** Since when the customer waits; null: nobody does. */
  readonly waitingSince: number | null
}

/** The conversations open at a moment that pass the scope's filters; its period does not matter. In no order. */
export function openAt(ports: SpanPorts, scope: Scope, at: number): readonly OpenConversation[] {
  const rows = viewOf(subjectOf(ports, scope), 'spans', {
    from: at,
    to: at + 1,
    overlapping: true,
    credit: 'other',
  })
  const waited = rows.values['waited'] ?? []
  return Array.from({ length: rows.length }, (_, index) => ({
    conversation: rows.slot[index] ?? 0,
    agent: rows.agent[index] ?? 0,
    waitingSince:
      ((rows.bits[index] ?? 0) & spanBits.waiting) === 0
        ? null
        : (rows.at[index] ?? 0) - (waited[index] ?? 0),
  })).filter((_, index) => rows.passes[index] === 1)
}

/** Rows of the conversations that are open at some time within the scope, ascending. */
export function openWithin(ports: SpanPorts, scope: Scope): readonly number[] {
  const rows = viewOf(subjectOf(ports, scope), 'spans', { overlapping: true, credit: 'other' })
  const passing = Array.from({ length: rows.length }, (_, index) => index).filter(
    (index) => rows.passes[index] === 1,
  )
  return [...new Set(passing.map((index) => rows.slot[index] ?? 0))].sort((a, b) => a - b)
}

export function subjectOf({ columns, dictionary, now }: SpanPorts, scope: Scope): Subject {
  return { columns: columns(), dictionary: dictionary(), scope, now: now() }
}

/** The scope without its agents and teams: the conversations of a place, whoever has them. */
export function placeOnly(scope: Scope): Scope {
  return { ...scope, agents: [], teams: [] }
}
