/** Contacts that came and went, by how they were added. */
import type { ContactChange, ContactProfile } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'
import { clampLimit, keyText, pageOf, readKey } from './keyset.ts'
import type { List } from '../../shared/contract.ts'
import { nameOf } from './names.ts'

export type ContactEvent = 'added' | 'removed'

export interface ContactLogRow {
  /** Id and name as the screens show them. */
  readonly id: string
  readonly name: string
  readonly at: number
  /** null: nobody says. */
  readonly addedBy: string | null
}

/** In SQL: when a contact is known to be gone: removed by the source, or deleted by its own record, whichever was first. */
const goneAt = 'coalesce(min(removed_at, deleted_at), removed_at, deleted_at)'
const moments = {
  added: { at: 'added_at', where: 'added_at IS NOT NULL' },
  removed: { at: goneAt, where: '(removed_at IS NOT NULL OR deleted_at IS NOT NULL)' },
} as const
const stated = "nullif(added_by, 'unknown')"

/** The contacts added or removed in [from, to), by time. Contacts whose adding nobody dated are in no period. */
export function contactChanges(
  db: ReadableDb,
  event: ContactEvent,
  from: number,
  to: number,
): readonly ContactChange[] {
  const { at, where } = moments[event]
  return rawSql<[number, number, string | null]>(
    db,
    `SELECT id, ${at}, ${stated} FROM contacts WHERE ${where} AND ${at} >= ? AND ${at} < ? ORDER BY 2, 1`,
  )
    .all(from, to)
    .map(([contact, moment, addedBy]) => ({ contact, at: moment, addedBy }))
}

/** How many, by how they were added; null: nobody says. */
export function countContactChanges(
  db: ReadableDb,
  event: ContactEvent,
  from: number,
  to: number,
): readonly { readonly addedBy: string | null; readonly count: number }[] {
  const { at, where } = moments[event]
  return rawSql<[string | null, number]>(
    db,
    `SELECT ${stated}, count(*) FROM contacts WHERE ${where} AND ${at} >= ? AND ${at} < ? GROUP BY 1 ORDER BY 2 DESC, 1`,
  )
    .all(from, to)
    .map(([addedBy, count]) => ({ addedBy, count }))
}

/** The same contacts with their names, newest first, a page at a time. */
export function listContactChanges(
  db: ReadableDb,
  event: ContactEvent,
  query: {
    readonly from: number
    readonly to: number
    readonly after: string | null
    readonly limit: number
  },
): List<ContactLogRow> {
  const { at, where } = moments[event]
  const limit = clampLimit(query.limit)
  const after = query.after === null ? null : readKey<number>(query.after, 'number')
  const rows = rawSql<[number, number, number, string, string | null, string | null, string | null]>(
    db,
    `SELECT id, ${at}, source, rid, name, phone, ${stated} FROM contacts
     WHERE ${where} AND ${at} >= ? AND ${at} < ? ${after === null ? '' : `AND (${at}, id) < (?, ?)`}
     ORDER BY 2 DESC, 1 DESC LIMIT ?`,
  ).all(query.from, query.to, ...(after ?? []), limit + 1)
  return pageOf(
    rows,
    limit,
    ([, moment, source, rid, name, phone, addedBy]) => ({
      id: nameOf(db, 'contacts', source, rid),
      name: name ?? phone ?? rid,
      at: moment,
      addedBy,
    }),
    ([id, moment]) => keyText(moment, id),
  )
}

/** What is known of the contacts of these rows; one that is gone for good is absent. */
export function contactProfiles(
  db: ReadableDb,
  contacts: readonly number[],
): ReadonlyMap<number, ContactProfile> {
  const select = rawSql<[string | null, number | null, number | null]>(
    db,
    `SELECT ${stated}, opted_in_at, opted_out_at FROM contacts WHERE id = ?`,
  )
  const profiles = new Map<number, ContactProfile>()
  for (const contact of contacts) {
    const row = select.get(contact)
    if (row) profiles.set(contact, { addedBy: row[0], optedInAt: row[1], optedOutAt: row[2] })
  }
  return profiles
}
