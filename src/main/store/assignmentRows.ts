/** Assignments as rows: what a single one says. */
import { value, type ReadableDb } from './database.ts'

/** Seconds since the assignment before this one; null when there was none. */
export function heldBefore(cache: ReadableDb, conversation: number, at: number): number | null {
  const before = value<number | null>(
    cache,
    'SELECT max(at) FROM assignments WHERE conversation = ? AND at < ?',
    conversation,
    at,
  )
  return before == null ? null : Math.round((at - before) / 1000)
}

/** What the source said of the rule behind an assignment, where it said so. */
export function noteIn(extra: string | null): string | null {
  if (extra === null) return null
  const { rule, note } = JSON.parse(extra) as { readonly rule?: unknown; readonly note?: unknown }
  return typeof rule === 'string' ? rule : typeof note === 'string' ? note : null
}
