/** Contacts that came and went, and what each agreed to. */
import type { ContactChange, ContactProfile } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

/** As the index `contacts_gone` has it: the earlier of removal and deletion. */
const goneAt = 'coalesce(min(removed_at, deleted_at), removed_at, deleted_at)'

/** Contacts added in the period, by time. */
export function readContactsAdded(db: ReadableDb, from: number, to: number): readonly ContactChange[] {
  return changes(
    db,
    'SELECT id, added_at, added_by FROM contacts WHERE added_at >= ? AND added_at < ? ORDER BY added_at, id',
    from,
    to,
  )
}

/** Contacts deleted or removed in the period, by time. */
export function readContactsRemoved(db: ReadableDb, from: number, to: number): readonly ContactChange[] {
  return changes(
    db,
    `SELECT id, ${goneAt}, added_by FROM contacts
     WHERE (removed_at IS NOT NULL OR deleted_at IS NOT NULL) AND ${goneAt} >= ? AND ${goneAt} < ?
     ORDER BY ${goneAt}, id`,
    from,
    to,
  )
}

function changes(db: ReadableDb, query: string, from: number, to: number): readonly ContactChange[] {
  return rawSql<[number, number, string | null]>(db, query)
    .all(from, to)
    .map(([contact, at, addedBy]) => ({ contact, at, addedBy }))
}

/** Of those of the contacts that are known. */
export function readProfiles(
  db: ReadableDb,
  contacts: readonly number[],
): ReadonlyMap<number, ContactProfile> {
  const select = rawSql<[string | null, number | null, number | null]>(
    db,
    'SELECT added_by, opted_in_at, opted_out_at FROM contacts WHERE id = ?',
  )
  const profiles = new Map<number, ContactProfile>()
  for (const contact of contacts) {
    const row = select.get(contact)
    if (row !== undefined) profiles.set(contact, { addedBy: row[0], optedInAt: row[1], optedOutAt: row[2] })
  }
  return profiles
}
