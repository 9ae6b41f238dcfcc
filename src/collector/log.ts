/**
 * What a collector keeps: an append-only log of what was received, the media still to be fetched, and the media fetched.
 * `sqliteLog.ts` and `postgresLog.ts` are its two implementations; one contract test holds for both.
 */

/** `webhook`: one change of a webhook; `records`: one posted line; `media`: a file was fetched; `unreadable`: signed, but not of a shape we know. */
export type EventKind = 'webhook' | 'records' | 'media' | 'unreadable'

export interface NewEvent {
  /** Epoch milliseconds. */
  readonly receivedAt: number
  readonly kind: EventKind
  /** Counted in `/health`: what was received could not be read, and is kept as text. */
  readonly unreadable: boolean
  /** A JSON text. It is stored and answered as it is, never parsed again. */
  readonly payload: string
}

export interface StoredEvent extends NewEvent {
  /** From 1, without gaps, in the order in which readers can see it. Never given twice within one log. */
  readonly seq: number
}

/** A file that a message speaks of and that the cloud keeps for a few days only. */
export interface WantedMedia {
  readonly mediaId: string
  /** Lower-case hex of the SHA-256 the webhook announced; null when it announced none. */
  readonly sha256: string | null
  /** Epoch milliseconds. */
  readonly wantedAt: number
}

export interface MediaJob extends WantedMedia {
  /** How often it was tried, this time included. */
  readonly attempts: number
}

/** What is stored together or not at all. */
export interface Batch {
  readonly events: readonly NewEvent[]
  /** Ids that were asked for before are left as they are. */
  readonly wanted: readonly WantedMedia[]
  /** Ids of media that need no fetching any more. */
  readonly fetched: readonly string[]
}

export interface LogState {
  /** The newest `seq`, 0 when nothing was stored yet. */
  readonly head: number
  /** Epoch milliseconds; null when nothing was stored yet. */
  readonly lastReceivedAt: number | null
  readonly unreadable: number
  readonly mediaPending: number
  readonly mediaFailed: number
}

export interface StoredMedia {
  readonly mime: string
  readonly bytes: number
  readonly content: ReadableStream<Uint8Array>
}

export interface EventLog {
  readonly store: 'sqlite' | 'postgres'
  /** Names this log: cursors of one log mean nothing in another. */
  readonly id: string

  /** Stores a batch durably and answers the newest `seq`. Throws when it could not be stored; then nothing of it was. */
  append(batch: Batch): Promise<number>
  /** The events after `after` in order: at most `limit`, and no more than `maxBytes` of payload unless a single event is larger. */
  read(after: number, limit: number, maxBytes: number): Promise<readonly StoredEvent[]>
  head(): Promise<number>
  state(): Promise<LogState>
  /** Writes something of no meaning, to learn whether writing is possible. Throws when it is not. */
  probe(now: number): Promise<void>
  /** Calls `wake` after something was appended, by this process or another, until the function it answers is called. */
  watch(wake: () => void): () => void

  /** Takes a job that is due; nobody else is given it before `leaseUntil`. */
  claimMedia(now: number, leaseUntil: number): Promise<MediaJob | null>
  /** When the next job is due, in epoch milliseconds; null when none is pending. */
  nextMediaDue(): Promise<number | null>
  postponeMedia(mediaId: string, dueAt: number, reason: string): Promise<void>
  /** Gives up on a job for good. */
  failMedia(mediaId: string, reason: string): Promise<void>
  /** Keeps a file under its hash (lower-case hex), durably. Kept twice, it is kept once. */
  putMedia(sha256: string, mime: string, content: Uint8Array): Promise<void>
  openMedia(sha256: string): Promise<StoredMedia | null>

  close(): Promise<void>
}
