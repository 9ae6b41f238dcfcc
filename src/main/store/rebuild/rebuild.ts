/**
 * Everything derived anew from its rows: after settings changed, after this program learned to pack facts otherwise, or
 * to mend a database. Ranges of conversations are derived by threads that only read, and written here in slices, so that
 * neither a question nor a sync waits.
 */
import { rawSql, value, type WritableDb } from '../database.ts'
import { nextFactsVersion } from '../derivation.ts'
import { deriveAnew, type Derivation } from '../derive.ts'
import { takeAwayFacts } from '../facts.ts'
import { contactsToOpen } from '../windows.ts'
import { deriveRange, type DerivedRange } from './deriveRange.ts'
import { writeRange } from './writeRange.ts'

/** Conversations derived at once: some ten thousand messages. */
export const rangeLength = 1000
/** Contacts looked at in one go. */
const contactsLength = 1000

/** How far a rebuild is, in conversations. */
export interface RebuildProgress {
  readonly done: number
  readonly total: number
  /** Conversations with other facts than before. */
  readonly changed: number
}

export interface RebuildPorts {
  readonly db: WritableDb
  readonly derivation: Derivation
  /** Whether to look at what nothing but a damage changes: heads and flags of unchanged facts, the 24 h windows, facts of nothing. */
  readonly mends: boolean
  /** Derives one range somewhere, as of a moment after it was asked. */
  readonly derive: (from: number, to: number, mends: boolean) => Promise<DerivedRange>
  /** How many ranges may be under way. */
  readonly ahead: number
  /** Number of the last page so far, and whether a conversation was changed by a later one. */
  readonly page: () => number
  readonly changedAfter: (conversation: number, page: number) => boolean
  /** Rows of conversations whose facts changed, as they are written. */
  readonly onProgress: (progress: RebuildProgress, changed: readonly number[]) => void
  /** Whether to go on; a rebuild that is told to stop leaves what it wrote. */
  readonly goesOn: () => boolean
}

/** Rebuilds everything. Resolves when it is done or was told to stop. */
export async function rebuild(ports: RebuildPorts): Promise<void> {
  const { db, derivation } = ports
  const total = lastConversation(db)
  let next = 1
  let done = 0
  let changedInAll = 0
  const tell = (rows: readonly number[]) => {
    changedInAll += rows.length
    ports.onProgress({ done: Math.min(done, total), total, changed: changedInAll }, rows)
  }
  if (ports.mends) {
    tell(dropOrphans(db))
    for (const part of openAllWindows(db, derivation)) {
      if (part.length > 0) tell(part)
      await breath()
      if (!ports.goesOn()) return
    }
  }
  const lane = async () => {
    while (next <= total && ports.goesOn()) {
      const from = next
      next += rangeLength
      const page = ports.page()
      const range = await ports.derive(from, from + rangeLength, ports.mends)
      if (!ports.goesOn()) return
      const written = writeRange(db, range, (conversation) => ports.changedAfter(conversation, page))
      const mended = measureAnew(db, range.unmeasured, derivation)
      done += rangeLength
      tell([...written, ...mended])
    }
  }
  await Promise.all(Array.from({ length: ports.ahead }, lane))
}

/** The same, at once and on this thread. Answers how many conversations have other facts than before. */
export function rebuildNow(db: WritableDb, derivation: Derivation): number {
  let changed = dropOrphans(db).length
  for (const part of openAllWindows(db, derivation)) changed += part.length
  const total = lastConversation(db)
  for (let from = 1; from <= total; from += rangeLength) {
    const range = deriveRange(db, from, from + rangeLength, derivation, true)
    changed += writeRange(db, range, () => false).length
    changed += measureAnew(db, range.unmeasured, derivation).length
  }
  return changed
}

function lastConversation(db: WritableDb): number {
  return value<number | null>(db, 'SELECT max(id) FROM conversations') ?? 0
}

/** Mends what the rows say of the 24 h windows, a transaction a part. */
function* openAllWindows(db: WritableDb, derivation: Derivation): Generator<readonly number[]> {
  const last = value<number | null>(db, 'SELECT max(contact) FROM conversations') ?? 0
  for (let from = 1; from <= last; from += contactsLength) {
    const contacts = contactsToOpen(db, from, from + contactsLength)
    yield measureAnew(
      db,
      contacts.flatMap((contact) => conversationsOf(db, contact)),
      derivation,
    )
  }
}

function conversationsOf(db: WritableDb, contact: number): readonly number[] {
  return rawSql<[number]>(db, 'SELECT id FROM conversations WHERE contact = ?')
    .all(contact)
    .map(([id]) => id)
}

function measureAnew(
  db: WritableDb,
  conversations: readonly number[],
  derivation: Derivation,
): readonly number[] {
  if (conversations.length === 0) return conversations
  return db.transaction(() => deriveAnew(db, conversations, derivation)).immediate()
}

/** Facts whose conversation is gone. */
function dropOrphans(db: WritableDb): readonly number[] {
  const orphans = rawSql<[number]>(
    db,
    'SELECT conversation FROM facts WHERE conversation NOT IN (SELECT id FROM conversations)',
  )
    .all()
    .map(([id]) => id)
  if (orphans.length > 0) db.transaction(() => takeAwayFacts(db, nextFactsVersion(db), orphans)).immediate()
  return orphans
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
