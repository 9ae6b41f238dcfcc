/** What the special metrics read beside the facts, from the rows of a workspace. */
import type { Side } from '../metrics/special/side.ts'
import { readContactsAdded, readContactsRemoved, readProfiles } from './contactsLog.ts'
import { readConversions } from './conversions.ts'
import type { ReadableDb } from './database.ts'
import { readPresence } from './presence.ts'
import { readShifts } from './shifts.ts'

export function sideOf(db: ReadableDb): Side {
  return {
    presence: (from, to) => readPresence(db, from, to),
    shifts: (from, to) => readShifts(db, from, to),
    contactsAdded: (from, to) => readContactsAdded(db, from, to),
    contactsRemoved: (from, to) => readContactsRemoved(db, from, to),
    profiles: (contacts) => readProfiles(db, contacts),
    conversions: (from, to) => readConversions(db, from, to),
  }
}
