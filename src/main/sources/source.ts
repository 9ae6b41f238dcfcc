import type { SourceRecord } from '../../shared/records.ts'
import { sentencesInEnglish } from '../../shared/english.ts'
import { phraseOf, type FailureKey, type Given, type Phrase } from '../../shared/phrases.ts'

/** One thing of a page that could not be read as a record. It is quarantined with its reason and never stops the rest. */
export interface Reject {
  /** Why, as a sentence fragment a person can act on. */
  readonly reason: string
  /** What was received, as text, cut at 1 MB. */
  readonly raw: string
}

/** Something the source said about itself that is no record: a template paused, a number's quality, an app offboarded. */
export interface Notice {
  /** Epoch milliseconds. */
  readonly at: number
  readonly severity: 'info' | 'warning' | 'danger'
  /** Stable kind, for example `template_status`, `account_update`, `history_declined`, `group`. */
  readonly kind: string
  readonly text: string
  /** Stable identity: the same notice received again is one notice. */
  readonly id: string
}

/** What one request brought. The store applies it in one transaction together with its cursor. */
export interface Page {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly Reject[]
  readonly notices: readonly Notice[]
  /** Opaque to everyone but its stream; stored only together with the page's rows. */
  readonly cursor: string
  /** More pages can be had at once. */
  readonly more: boolean
  /** The stream holds everything the source knew up to this time; null when that cannot be said. Epoch milliseconds. */
  readonly completeTo: number | null
  /** For a backfill: everything from this time on is held. Epoch milliseconds. */
  readonly backfilledTo: number | null
  /** How far the stream is, in the source's own units; total null when it cannot be known. */
  readonly progress: { readonly done: number; readonly total: number | null } | null
}

/**
 * One ordered feed of a source. `pull` asks for the page after `cursor` (null: from the beginning). It throws a
 * `Refusal` whose kind says what can be done; nothing of a page that failed is applied.
 */
export interface Stream {
  readonly name: string
  /** `tail` runs first and again and again; `backfill` page by page while the tail is at rest, until `more` is false;
   *  `refresh` whenever `everyMs` passed since its last page. */
  readonly role: 'tail' | 'backfill' | 'refresh'
  /** How long to rest between two pulls when nothing more is to be had, in milliseconds. */
  readonly everyMs: number
  pull(cursor: string | null, signal: AbortSignal): Promise<Page>
  /** Calls `wake` when new data is known to wait, until `signal` aborts. Optional push beside the pull. Never throws. */
  watch?(wake: () => void, signal: AbortSignal): void
}

export interface Source {
  readonly kind: SourceKind
  readonly streams: readonly Stream[]
  close?(): Promise<void> | void
}

export type SourceKind = 'records' | 'sample' | 'whatsapp-cloud'

/** What a source may need from its surroundings. Nothing here is a global, so tests own the clock and the network. */
export interface SourcePorts {
  readonly now: () => number
  readonly fetch: typeof globalThis.fetch
}

/** Why a pull failed, in terms of what can be done: wait (`offline`, `busy`), sign in again (`denied`), report (`invalid`). `refused` makes one. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: 'offline' | 'busy' | 'denied' | 'invalid'
  readonly hint: string
  /** The source asked to wait this long, in milliseconds; null: our own backoff decides. */
  readonly retryAfterMs: number | null
  readonly words: Phrase | null

  constructor(kind: Refusal['kind'], message: string, options: RefusalOptions & { readonly hint: string }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.kind = kind
    this.hint = options.hint
    this.retryAfterMs = options.retryAfterMs ?? null
    this.words = options.words ?? null
  }
}

interface RefusalOptions {
  readonly retryAfterMs?: number | null
  readonly cause?: unknown
  readonly words?: Phrase
}

/** A refusal by the key of its sentences; `values` fill them. */
export function refused<Key extends FailureKey>(
  kind: Refusal['kind'],
  key: Key,
  ...[values, options]: Given<Key, Omit<RefusalOptions, 'words'>>
): Refusal {
  const words = phraseOf(key, values)
  const { message, hint } = sentencesInEnglish(words)
  return new Refusal(kind, message, { ...options, hint, words })
}
