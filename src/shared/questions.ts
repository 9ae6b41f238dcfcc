/** The SQL console: read-only questions over the reporting views. */

export interface QuestionColumn {
  readonly name: string
  /** As SQLite declares it; empty for an expression. */
  readonly type: string
}

/** One view a question may read, with what its columns mean. */
export interface QuestionView {
  readonly name: string
  readonly about: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[]
}

export interface QuestionQuery {
  /** Chosen by the asker, so that it can be cancelled. */
  readonly id: string
  readonly sql: string
  /** Rows that are answered at most. */
  readonly rows: number
  readonly seconds: number
}

/** Values are text, numbers or null; a blob is told by its size, a whole number beyond 2^53 is text. */
export interface QuestionAnswer {
  readonly columns: readonly QuestionColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** There are more than were asked for. */
  readonly cut: boolean
  readonly milliseconds: number
  /** The data's moment. */
  readonly asOf: number
}

export interface SavedQuestion {
  readonly id: string
  readonly name: string
  readonly sql: string
  readonly changedAt: number
}
