/** What contacts did elsewhere: purchases, bookings, whatever a source calls a goal. */
import type { ConversionEntry } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

/** Conversions in the period whose contact is known, by time. */
export function readConversions(db: ReadableDb, from: number, to: number): readonly ConversionEntry[] {
  return rawSql<[number, number | null, number, string, number | null, string | null]>(
    db,
    `SELECT (SELECT a.contact FROM contact_aliases a WHERE a.source = g.source AND a.value = g.contact AND a.type = 'id'),
       (SELECT c.id FROM conversations c WHERE c.source = g.source AND c.rid = g.conversation), g.at, g.goal, g.value, g.currency
     FROM conversions g WHERE g.at >= ? AND g.at < ? ORDER BY g.at, g.source, g.rid`,
  )
    .all(from, to)
    .flatMap(([contact, conversation, at, goal, value, currency]) =>
      contact === null ? [] : [{ contact, conversation: conversation ?? -1, at, goal, value, currency }],
    )
}
