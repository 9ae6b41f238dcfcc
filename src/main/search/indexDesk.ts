/** The reader's side of the index: opened as it is made, let go as it is replaced or turns out to be broken. */
import type { SearchIndexState } from '../../shared/searching.ts'
import { firstK } from '../store/bits.ts'
import { value, type ReadableDb } from '../store/database.ts'
import { sqliteCode } from '../store/errors.ts'
import { identityOf, openIndex, readState, sizeOf, type Opened } from './indexFile.ts'

/** What the index holds, and what must be looked for without it. */
export interface OpenIndex {
  readonly db: ReadableDb
  /** Conversations up to this row are not in yet; 0: all are. */
  readonly unbuilt: number
  /** Contacts behind this row are not in yet; null: all are. */
  readonly contactsAfter: number | null
}

export interface IndexDesk {
  /** The index of this state of the cache; null: there is none to be read. */
  open(): OpenIndex | null
  state(): SearchIndexState
  /** Whether an error says that the index cannot be read; it is not read again then until it is another file. */
  isBroken(error: unknown): boolean
  close(): void
}

export function createIndexDesk(dir: string, cache: ReadableDb): IndexDesk {
  let opened: Opened<ReadableDb> = { kind: 'missing' }
  let identity: string | null = null

  const letGo = () => {
    if (opened.kind === 'open') opened.index.close()
    opened = { kind: 'missing' }
  }
  /** A file is opened once; one that was not there, or not ready, is looked at again. */
  const current = () => {
    const found = identityOf(dir)
    if (found === identity && opened.kind !== 'missing') return opened
    letGo()
    identity = found
    opened = openIndex(dir, cache, 'reader')
    return opened
  }
  const broken = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test(sqliteCode(error) ?? '')
  const open = (): OpenIndex | null => {
    const found = current()
    if (found.kind !== 'open') return null
    const { index } = found
    try {
      const contacts = Number(readState(index, 'contacts'))
      return {
        db: index,
        unbuilt: Number(readState(index, 'building')),
        contactsAfter: contacts < 0 ? null : contacts,
      }
    } catch (error) {
      if (!broken(error)) throw error
      letGo()
      opened = { kind: 'damaged' }
      return null
    }
  }
  return {
    open,
    state() {
      const index = open()
      const bytes = sizeOf(dir)
      const pending = value<number>(cache, 'SELECT count(*) FROM search_pending') ?? 0
      if (index === null)
        return {
          state: opened.kind === 'damaged' ? 'damaged' : 'rebuilding',
          indexed: 0,
          pending: pending + unbuiltMessages(cache, Number.MAX_SAFE_INTEGER),
          bytes,
        }
      const indexed = Number(readState(index.db, 'documents'))
      const unbuilt = unbuiltMessages(cache, index.unbuilt)
      const building = index.unbuilt > 0 || index.contactsAfter !== null
      return {
        state: building ? 'rebuilding' : pending > 0 ? 'catching_up' : 'ready',
        indexed,
        pending: pending + unbuilt,
        bytes,
      }
    },
    isBroken(error) {
      if (!broken(error)) return false
      letGo()
      opened = { kind: 'damaged' }
      return true
    },
    close: letGo,
  }
}

/** Conversations counted to tell how many messages they have. */
const sampled = 1000

/** About how many messages the conversations up to this row have. */
function unbuiltMessages(cache: ReadableDb, upTo: number): number {
  const last = Math.min(upTo, value<number | null>(cache, 'SELECT max(id) FROM conversations') ?? 0)
  if (last === 0) return 0
  const first = Math.max(1, last - sampled + 1)
  const messages =
    value<number>(
      cache,
      'SELECT count(*) FROM messages WHERE k >= ? AND k < ?',
      firstK(first),
      firstK(last + 1),
    ) ?? 0
  return Math.round((messages / (last - first + 1)) * last)
}
