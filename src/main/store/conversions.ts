import type { ConversionEntry } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

/** Conversions in [from, to), by time, of contacts that are known. Row ids; a conversation of -1: it names none that is held. */
export function conversionsIn(db: ReadableDb, from: number, to: number): readonly ConversionEntry[] {
  const rows = rawSql<[number | null, number | null, number, string, number | null, string | null]>(
    db,
    `SELECT (SELECT a.contact FROM contact_aliases a WHERE a.source = c.source AND a.value = c.contact
         AND a.type IN ('id', 'wa_id', 'bsuid', 'phone') LIMIT 1), v.id, c.at, c.goal, c.value, c.currency
     FROM conversions c LEFT JOIN conversations v ON v.source = c.source AND v.rid = c.conversation
     WHERE c.at >= ? AND c.at < ? ORDER BY c.at, c.source, c.rid`,
  ).all(from, to)
  return rows.flatMap(([contact, conversation, at, goal, value, currency]) =>
    contact === null ? [] : [{ contact, conversation: conversation ?? -1, at, goal, value, currency }],
  )
}
