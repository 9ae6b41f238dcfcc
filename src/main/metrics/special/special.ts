/**
 * Metrics that need more than the rows of one conversation: what an agent does in several at once, what a contact does
 * later, who was online. Each is one object that says its figures and the rows behind them, from the same measurement.
 */
import type { ExclusionReason, Figure, Scope } from '../../../shared/contract.ts'
import type { NumberRules } from '../../../shared/rules.ts'
import type { EvidenceRow } from '../explain.ts'
import type { StreamName } from '../streams.ts'
import type { CellBook } from './cells.ts'
import type { Side } from './side.ts'

/** Rows of one stream as arrays, in any order. Agents and teams are codes, 0 for nobody. */
export interface RowsView {
  readonly stream: StreamName
  readonly length: number
  /** Epoch milliseconds. */
  readonly at: ArrayLike<number>
  /** Of the conversation; `Conversations` says what is known of it. */
  readonly slot: ArrayLike<number>
  /** The agent the row is credited to. */
  readonly agent: ArrayLike<number>
  readonly other: ArrayLike<number>
  /** The team the row counts for. */
  readonly team: ArrayLike<number>
  /** Index in `openers`. */
  readonly opener: ArrayLike<number>
  readonly bits: ArrayLike<number>
  readonly word: ArrayLike<number>
  readonly k: ArrayLike<number>
  /** By the names of the stream's schema; NaN where a row has none. Spans are milliseconds. */
  readonly values: Readonly<Record<string, ArrayLike<number>>>
  /** 1 where the row passes the filters of the scope. */
  readonly passes: ArrayLike<number>
}

export interface RowChoice {
  /** Default: the period of the scope. Both may lie outside it. */
  readonly from?: number
  readonly to?: number
  readonly credit?: 'agent' | 'other'
  /** Also rows that begin before `from` and last past it, of a stream whose rows last. */
  readonly overlapping?: true
  /** With `overlapping`: only rows that begin before one of these moments and last to it, or past it, are of use. Ascending. */
  readonly moments?: readonly number[]
  /** Also rows that do not pass the filters; `passes` tells them apart. */
  readonly unfiltered?: true
  /** Only rows that hold all these bits are of use; others may come too. */
  readonly bits?: number
}

/** What is known of conversations, by slot. Codes, 0 for none. */
export interface Conversations {
  readonly contact: ArrayLike<number>
  readonly channel: ArrayLike<number>
  readonly category: ArrayLike<number>
  /** The store's row ids of the conversation, and of what the codes of agents and contacts stand for; -1: none. */
  rowOf(slot: number): number
  agentRow(code: number): number
  agentCode(row: number): number
  contactRow(code: number): number
  /** The slot of a conversation by its row id; -1: not held. */
  slotOf(row: number): number
  /** The code of the team an agent's work counts for; 0: none. */
  teamOf(agentCode: number): number
}

/** Everything the figures of one question are made from. Times are epoch milliseconds. */
export interface SpecialGround {
  readonly scope: Scope
  readonly now: number
  readonly rules: NumberRules
  /** The cells of the answer: one where nothing is broken down. */
  readonly cells: CellBook
  readonly conversations: Conversations
  readonly side: Side
  rows(stream: StreamName, choice?: RowChoice): RowsView
  /** Whether an agent (by code) passes the filters of agents and teams. */
  passesAgent(agent: number): boolean
  /** Whether a conversation passes the filters of channels and categories; one that is not known (-1) only where there are none. */
  passesSlot(slot: number): boolean
}

/** The figure of any cell of the ground, also of those that only other metrics have. */
export type FigureOf = (cell: number) => Figure

export interface SpecialEvidence {
  readonly included: readonly EvidenceRow[]
  readonly excluded: readonly (EvidenceRow & { readonly reason: ExclusionReason })[]
}

/** `evidence` names what is behind the figure of one cell; included + excluded are all candidates. */
export interface Special {
  figures(ground: SpecialGround): FigureOf
  evidence(ground: SpecialGround, cell: number): SpecialEvidence
}
