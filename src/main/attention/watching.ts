/**
 * What the telling desk needs beside the list of flags: when to look again, and a place to keep what it saw. Between the
 * engine's threads only; no screen asks for it.
 */

import type { FlagRuleId } from '../../shared/flags.ts'

/** An open flag as it was first seen. Kept once: a flag that is noted again changes only when it was told. */
export interface FlagSighting {
  readonly flag: string
  /** When the desk first saw it open, by the engine's clock. */
  readonly seenAt: number
  readonly raisedAt: number
  /** It became known long after its moment: listed at its time, told nobody (`Flag.late`). */
  readonly late: boolean
  /** When it was told; null: it was not (yet), or is not to be. A rest that ended may be told again: the newest stands. */
  readonly toldAt: number | null
}

/** A flag that is open now and was not at the last look. */
export interface AppearedFlag {
  readonly id: string
  readonly rule: FlagRuleId
  readonly raisedAt: number
  /** It rested until then; null: it did not. */
  readonly restedUntil: number | null
  /** What was noted of it before; null: nobody ever saw it. */
  readonly sighting: FlagSighting | null
}

/** What is open, as of `now` by the engine's clock. */
export interface OpenChanges {
  readonly now: number
  /** Names this look, for the next one. */
  readonly look: number
  readonly open: number
  /** Oldest first. */
  readonly appeared: readonly AppearedFlag[]
}

/** Answered by the reader thread. */
export interface FlagWatch {
  /**
   * What became open since the look of this number; every open flag where that was not the last one (null: the first).
   * Thousands of flags that stay open cost nothing between the threads.
   */
  openFlagChanges(since: number | null): Promise<OpenChanges>
  /**
   * The next moment after `after` at which the open flags may change without a record arriving: one is raised, its cause
   * ends, or a rest is over. At most an hour ahead, and then so answered: ask again. Epoch milliseconds, later than
   * `after`. A moment too many is possible (what is raised may be decided already), one too few is not.
   */
  flagsDueAfter(after: number): Promise<number>
  /** What was noted of these flags; those never noted are left out. In no order. */
  sightings(flags: readonly string[]): Promise<readonly FlagSighting[]>
}

/** Answered by the writer thread. */
export interface FlagSightings {
  /** Keeps what was seen and told, in one transaction. `seenAt`, `raisedAt` and `late` stay as they were first noted. */
  noteSightings(rows: readonly FlagSighting[]): Promise<void>
}
