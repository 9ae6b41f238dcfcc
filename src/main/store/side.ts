import type { Side } from '../metrics/special/side.ts'
import { contactChanges, contactProfiles } from './contactsLog.ts'
import { conversionsIn } from './conversions.ts'
import type { ReadableDb } from './database.ts'
import { presenceIn, shiftsIn } from './presence.ts'

/** What the special metrics read beside the streams, from the cache; reviews are not in it. */
export function openSide(db: ReadableDb): Omit<Side, 'reviews' | 'reviewed'> {
  return {
    presence: (from, to) => presenceIn(db, from, to),
    shifts: (from, to) => shiftsIn(db, from, to),
    contactsAdded: (from, to) => contactChanges(db, 'added', from, to),
    contactsRemoved: (from, to) => contactChanges(db, 'removed', from, to),
    profiles: (contacts) => contactProfiles(db, contacts),
    conversions: (from, to) => conversionsIn(db, from, to),
  }
}
