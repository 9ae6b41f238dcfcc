/**
 * What each block of a report shows, before it is formatted: names are those of the moment it was composed, figures those of
 * the catalogue. Where customers' names are hidden, contacts are numbered here already.
 */
import type { Dimension, Figure, Figures } from './contract.ts'
import type { FlagRuleId } from './flags.ts'
import type { MetricId } from './metrics.ts'
import type { Block } from './reporting.ts'

/** Words in the report's language; names stand apart from them, each to be isolated in its own direction. */
export type Pieces = readonly { readonly text: string; readonly isName: boolean }[]

export interface Sentence {
  readonly pieces: Pieces
  /** Null: nothing is behind it. */
  readonly footnote: number | null
}

interface DataHead {
  readonly id: string
  /** Empty: the block has no head. */
  readonly title: string
  readonly width: Block['width']
}

export interface Tile {
  readonly metric: MetricId
  readonly now: Figure
  readonly before: Figure
  /** In the metric's unit. */
  readonly target: number | null
  readonly footnote: number | null
}

export interface ChartPoint {
  /** As in `MetricsRow`. */
  readonly key: string | null
  readonly name: string
  readonly now: number | null
  readonly before: number | null
}

export interface TableRow {
  /** `group`: a team above its agents. */
  readonly level: 'group' | 'row'
  readonly name: string
  /** The team an agent stands under; null: none, or the rows are not grouped. */
  readonly under: string | null
  readonly figures: Figures
  /** The 95 % interval of `audit_score`, where it is shown. */
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly footnote: number | null
}

export interface ChatRow {
  readonly at: number
  readonly contact: string
  readonly agent: string | null
  readonly channel: string
  readonly category: string | null
  readonly value: number | null
  readonly footnote: number
}

export interface FlagRow {
  readonly raisedAt: number
  /** Null: it is open. */
  readonly endedAt: number | null
  readonly rule: FlagRuleId
  readonly isDanger: boolean
  /** Why, in words that name nobody. */
  readonly reason: string
  readonly subject: string
  readonly agent: string | null
  readonly footnote: number | null
}

export interface AuditRow {
  readonly name: string
  /** The criterion a cause is of. */
  readonly of: string | null
  readonly n: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Closed conversations, and how many of them were reviewed; null: not of an agent. */
  readonly coverage: { readonly reviewed: number; readonly conversations: number } | null
}

export interface Finding {
  readonly head: Pieces
  readonly body: Sentence
}

export type BlockData =
  | (DataHead & { readonly kind: 'summary'; readonly sentences: readonly Sentence[] })
  | (DataHead & { readonly kind: 'text'; readonly text: string })
  | (DataHead & { readonly kind: 'tiles'; readonly tiles: readonly Tile[] })
  | (DataHead & {
      readonly kind: 'chart'
      readonly chart: Extract<Block, { readonly kind: 'chart' }>['chart']
      readonly metric: MetricId
      readonly by: Dimension
      readonly points: readonly ChartPoint[]
      /** Bars left out of a ranking. */
      readonly more: number
      readonly target: number | null
    })
  | (DataHead & {
      readonly kind: 'table'
      readonly by: readonly Dimension[]
      readonly metrics: readonly MetricId[]
      readonly rows: readonly TableRow[]
      readonly more: number
    })
  | (DataHead & {
      readonly kind: 'chats'
      readonly metric: MetricId
      readonly rows: readonly ChatRow[]
      readonly total: number
    })
  | (DataHead & { readonly kind: 'flags'; readonly rows: readonly FlagRow[]; readonly total: number })
  | (DataHead & {
      readonly kind: 'audits'
      readonly of: Extract<Block, { readonly kind: 'audits' }>['of']
      readonly rows: readonly AuditRow[]
      /** Reviews of chats that were picked, which say nothing of the rest. */
      readonly picked: number
    })
  | (DataHead & {
      readonly kind: 'insights'
      readonly findings: readonly Finding[]
      readonly more: number
    })
  | (DataHead & { readonly kind: 'notes'; readonly lines: number })
  | (DataHead & { readonly kind: 'break' })

export type DataOf<K extends Block['kind']> = Extract<BlockData, { readonly kind: K }>
