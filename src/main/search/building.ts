/**
 * The first build of an index: contacts, then conversations from the newest back. While there is much to do a thread reads
 * ahead; where it cannot be had, this one reads. What changes meanwhile is taken from the log of changes as ever: what was
 * taken after a range was asked for is newer than what was read of it, and stays as it is.
 */
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readState, type StateKey } from './indexFile.ts'
import type { Indexing } from './indexing.ts'
import type { Prepared, PrepareRange, Preparing } from './preparing.ts'
import { openPreparingThread, type PreparingThread } from './preparingThread.ts'
import { firstRef, kindOf } from './refs.ts'

export interface Building {
  /** One range; false: everything is in. */
  step(): Promise<boolean>
  /** These were taken from the log of changes. */
  taken(refs: ReadonlySet<number>): void
  close(): Promise<void>
}

export interface BuildingPorts {
  readonly dir: string
  readonly cache: ReadableDb
  readonly index: ReadableDb
  readonly indexing: Indexing
  readonly preparing: Preparing
  /** Documents written at once, more or less. */
  readonly batchSize: number
}

interface Underway {
  readonly range: PrepareRange
  readonly prepared: Promise<Prepared>
  readonly changed: Set<number>
  /** What the index knows of itself once the range is in. */
  readonly state: Readonly<Partial<Record<StateKey, number>>>
}

/** Fewer conversations are read before a thread has started. */
const worthThread = 3000
/** Ranges asked for ahead: one is read while one waits. */
const ahead = 2
const firstConversations = 50

export function createBuilding(ports: BuildingPorts): Building {
  const { cache, index, indexing, preparing, batchSize } = ports
  const lastContact = value<number | null>(cache, 'SELECT max(id) FROM contacts') ?? 0
  let contactsTo = Number(readState(index, 'contacts'))
  let conversationsFrom = Number(readState(index, 'building'))
  let conversationsEach = firstConversations
  let thread: PreparingThread | null = conversationsFrom > worthThread ? openPreparingThread(ports.dir) : null
  const underway: Underway[] = []

  const prepareHere = async (range: PrepareRange) => preparing.prepareRange(cache, range)
  const prepare = (range: PrepareRange): Promise<Prepared> => {
    if (thread === null) return prepareHere(range)
    return thread.prepare(range).catch(() => {
      thread = null
      return prepareHere(range)
    })
  }
  const nextRange = (): Pick<Underway, 'range' | 'state'> | null => {
    if (contactsTo >= 0) {
      const from = contactsTo + 1
      contactsTo = from + batchSize > lastContact ? -1 : from + batchSize - 1
      return { range: { of: 'contacts', from, to: from + batchSize }, state: { contacts: contactsTo } }
    }
    if (conversationsFrom <= 0) return null
    const to = conversationsFrom + 1
    const from = Math.max(1, to - conversationsEach)
    conversationsFrom = from - 1
    return { range: { of: 'conversations', from, to }, state: { building: conversationsFrom } }
  }
  const adapt = ({ of, from, to }: PrepareRange, documents: number) => {
    if (of === 'contacts') return
    const fit = Math.round(((to - from) * batchSize) / Math.max(1, documents))
    conversationsEach = Math.min(Math.max(1, fit), (to - from) * 2)
  }
  const closeThread = async () => {
    await thread?.close()
    thread = null
  }
  return {
    async step() {
      while (underway.length < ahead) {
        const next = nextRange()
        if (next === null) break
        underway.push({ ...next, prepared: prepare(next.range), changed: new Set() })
      }
      const first = underway[0]
      if (first === undefined) {
        await closeThread()
        return false
      }
      const prepared = await first.prepared
      const documents = prepared.documents.filter(({ ref }) => !first.changed.has(ref))
      indexing.write({
        documents,
        words: prepared.words,
        out: alreadyIn(index, first.range, documents),
        state: first.state,
      })
      underway.shift()
      adapt(first.range, prepared.documents.length)
      return true
    },
    taken(refs) {
      for (const { changed } of underway) for (const ref of refs) changed.add(ref)
    },
    close: closeThread,
  }
}

/** What changed since the index was begun is in before its turn comes. */
function alreadyIn(
  index: ReadableDb,
  { of, from, to }: PrepareRange,
  documents: Prepared['documents'],
): readonly number[] {
  const others = documents.map(({ ref }) => ref).filter((ref) => kindOf(ref) !== 'message')
  if (of === 'contacts') return others
  const wanted = new Set(documents.map(({ ref }) => ref))
  const messages = rawSql<[number]>(index, 'SELECT ref FROM documents WHERE ref >= ? AND ref < ?')
    .all(firstRef(from), firstRef(to))
    .map(([ref]) => ref)
    .filter((ref) => kindOf(ref) === 'message' && wanted.has(ref))
  return [...messages, ...others]
}
