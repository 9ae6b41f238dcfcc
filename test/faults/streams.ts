/** The one source of the workspaces that are killed, and how far its cursors say that it was read. */
import { readCursor } from '../../src/main/store/cursors.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'

export const sourceId = 'cloud'
export const streams = ['tail', 'backfill'] as const
export type StreamName = (typeof streams)[number]

/** Position after the last event that each stream has read; null: it has not begun. */
export type Reached = Readonly<Record<StreamName, number | null>>

export function readReached(db: ReadableDb): Reached {
  const at = (stream: StreamName) => positionOf(readCursor(db, sourceId, stream)?.cursor ?? null)
  return { tail: at('tail'), backfill: at('backfill') }
}

/** `position@log` of the tail, `position/end/since` of the backfill. */
export function positionOf(cursor: string | null): number | null {
  return cursor === null ? null : Number(cursor.split(/[@/]/)[0])
}
