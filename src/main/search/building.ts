/**
 * The first build of an index: contacts, then conversations from the newest back. While there is much to do a thread reads
 * ahead; where it cannot be had, this one reads. What changes meanwhile is taken from the log of changes as ever: what was
 * taken after a range was asked for is newer than what was read of it, and stays as it is.
 */
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { newerFirst } from './candidates.ts'
import { readState, type StateKey } from './indexFile.ts'
import type { Indexing } from './indexing.ts'
import type { Prepared, PrepareRange, Preparing } from './preparing.ts'
import { openPreparingThread, type PreparingThread } from './preparingThread.ts'
import { firstRef, kindOf } from './refs.ts'

export interface Building {
  /** A little of it; false: everything is in. */
  step(): Promise<boolean>
  /** Whether the index is in the midst of being written: nothing else may be written then. */
  isWriting(): boolean
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
  /** Documents read at once, more or less. */
  readonly batchSize: number
}

interface Asked {
  readonly range: PrepareRange
  readonly prepared: Promise<Prepared>
  /** Of its documents those that were taken from the log of changes since. */
  readonly changed: Set<number>
  /** What the index knows of itself once the range is in. */
  readonly state: Readonly<Partial<Record<StateKey, number>>>
}

interface Read extends Omit<Asked, 'prepared'> {
  readonly prepared: Prepared
}

/** Fewer conversations are read before a thread has started. */
const worthThread = 3000
/** Ranges asked for ahead: they are read while others are written. */
const ahead = 16
const firstConversations = 50
/**
 * Documents written in one transaction: what is written together is sorted together, and has not to be merged afterwards.
 * The first are few, so that something is found soon.
 */
const mostTogether = 24_000

export function createBuilding(ports: BuildingPorts): Building {
  const { cache, index, indexing, preparing, batchSize } = ports
  const lastContact = value<number | null>(cache, 'SELECT max(id) FROM contacts') ?? 0
  let contactsTo = Number(readState(index, 'contacts'))
  let conversationsFrom = Number(readState(index, 'building'))
  let conversationsEach = firstConversations
  let thread: PreparingThread | null = conversationsFrom > worthThread ? openPreparingThread(ports.dir) : null
  const asked: Asked[] = []
  let read: Read[] = []
  let documentsRead = 0
  let together = 1
  let writing: Generator<void, void> | null = null
  let built = false

  const prepareHere = async (range: PrepareRange) => preparing.prepareRange(cache, range)
  const prepare = (range: PrepareRange): Promise<Prepared> => {
    if (thread === null) return prepareHere(range)
    return thread.prepare(range).catch(() => {
      thread = null
      return prepareHere(range)
    })
  }
  const nextRange = (): Pick<Asked, 'range' | 'state'> | null => {
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
  const askAhead = () => {
    // Without a thread what is asked for is read at once.
    while (asked.length < (thread === null ? 1 : ahead)) {
      const next = nextRange()
      if (next === null) return
      asked.push({ ...next, prepared: prepare(next.range), changed: new Set() })
    }
  }
  const beginWriting = () => {
    const kept = read.map((one) => ({
      ...one,
      documents: one.prepared.documents.filter(({ ref }) => !one.changed.has(ref)),
    }))
    writing = indexing.writeInParts({
      documents: kept.flatMap(({ documents }) => documents).sort(newerFirst),
      words: read.flatMap(({ prepared }) => prepared.words),
      out: kept.flatMap(({ range, documents }) => alreadyIn(index, range, documents)),
      state: Object.assign({}, ...read.map(({ state }) => state)) as Asked['state'],
    })
    together = Math.min(mostTogether, documentsRead * 2)
    read = []
    documentsRead = 0
  }
  const closeThread = async () => {
    await thread?.close()
    thread = null
  }
  return {
    async step() {
      if (writing !== null) {
        if (writing.next().done) writing = null
        built = true
        return true
      }
      askAhead()
      const first = asked[0]
      if (first !== undefined) {
        const prepared = await first.prepared
        asked.shift()
        read.push({ ...first, prepared })
        documentsRead += prepared.documents.length
        adapt(first.range, prepared.documents.length)
        // The thread goes on while others are written.
        askAhead()
      } else if (read.length === 0) {
        await closeThread()
        if (built) indexing.joinAll()
        built = false
        return false
      }
      if (documentsRead >= together || asked.length === 0) beginWriting()
      return true
    },
    isWriting: () => writing !== null,
    taken(refs) {
      for (const { changed } of [...asked, ...read]) for (const ref of refs) changed.add(ref)
    },
    async close() {
      writing?.return()
      writing = null
      await closeThread()
    },
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
