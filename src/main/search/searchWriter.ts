/**
 * What keeps the index as new as the data: runs in the writer thread, a little at a time. What changed stands in
 * `search_pending`, written by the transaction that changed it (store/migrations/cache-0004.ts); a batch is first kept in
 * the index and then taken from there, so that whatever ends this process between the two only does a batch twice. A new
 * index is built from the newest conversation back; the same batches go on beside it.
 */
import { rawSql, sql, type ReadableDb, type WritableDb } from '../store/database.ts'
import { asStoreFailure, StoreFailure } from '../store/errors.ts'
import {
  contactRefs,
  createDocumentReader,
  documentsOfConversations,
  type SearchDocument,
} from './documents.ts'
import { createIndex, isGivenUp, openIndex, readBatch, readState } from './indexFile.ts'
import { createIndexing, type Indexing } from './indexing.ts'
import { firstRef, kindOf, rowOf } from './refs.ts'

export interface SearchWriterPorts {
  readonly dir: string
  readonly cache: WritableDb
  /** The index has changed: screens that search ask again. */
  readonly onChange: () => void
}

export interface SearchWriter {
  /** Something was applied: index it soon. */
  note(): void
  /** Throws the index away and begins another; resolves once that is begun. Rejects with a `StoreFailure`. */
  rebuild(): Promise<void>
  /** Resolves when the index holds everything there is now. */
  finished(): Promise<void>
  stop(): Promise<void>
}

/** Documents written at once: some ten to twenty milliseconds. */
const batchSize = 1500
/** Conversations of the first build read at once, until it is known how many documents they have. */
const firstConversations = 50
/** While much is being indexed, screens are told so often. Batches. */
const tellEvery = 100

export function createSearchWriter({ dir, cache, onChange }: SearchWriterPorts): SearchWriter {
  let open: { readonly index: WritableDb; readonly indexing: Indexing } | null = null
  let build = createBuilding(cache)
  let running: Promise<void> | null = null
  let stopped = false

  const use = (index: WritableDb) => void (open = { index, indexing: createIndexing(index) })
  const close = () => {
    open?.index.close()
    open = null
  }
  /** A new index is built of everything there is: what changed before is part of that. */
  const make = () => {
    use(createIndex(dir, cache))
    sql(cache, 'DELETE FROM search_pending').run()
    giveUp(cache, false)
  }
  /** A damaged file stays: it is replaced when somebody asks for that. */
  const begin = () => {
    if (isGivenUp(cache)) return
    const found = openIndex(dir, cache, 'writer')
    if (found.kind === 'open') use(found.index)
    else if (found.kind === 'missing') make()
  }
  /** One step; false: nothing is left to do. */
  const step = (): boolean => {
    if (open === null) begin()
    if (open === null) return false
    const { index, indexing } = open
    return takeBatch(cache, indexing) || build(index, indexing) || indexing.tidy()
  }
  const work = async () => {
    let steps = 0
    for (; !stopped && step(); steps += 1) {
      if (steps % tellEvery === 0) onChange()
      await breath()
    }
    if (steps > 0) onChange()
  }
  /** No room, no right: what is pending stays so, and the next note tries again. Damage stays until a rebuild. */
  const fail = (error: unknown) => {
    if (asStoreFailure(error)?.kind !== 'damaged') return
    close()
    giveUp(cache, true)
    onChange()
  }
  const run = () => {
    if (stopped || running !== null) return
    running = breath()
      .then(work)
      .catch(fail)
      .finally(() => (running = null))
  }

  run()
  return {
    note: run,
    async rebuild() {
      stopped = true
      await running
      stopped = false
      close()
      build = createBuilding(cache)
      try {
        make()
      } catch (error) {
        throw new StoreFailure(
          'denied',
          'The search index could not be replaced; search goes on without it.',
          'Close other programs that have the workspace folder open, then try again.',
          error,
        )
      }
      onChange()
      run()
    },
    async finished() {
      run()
      await running
    },
    async stop() {
      stopped = true
      await running
      close()
    },
  }
}

/** The file turned out to be damaged: readers do without it. */
function giveUp(cache: WritableDb, given: boolean): void {
  sql(cache, 'UPDATE search_batch SET given_up = ?').run(given ? 1 : 0)
}

/** Indexes some of what changed. */
function takeBatch(cache: WritableDb, indexing: Indexing): boolean {
  const pending = rawSql<[number, number]>(
    cache,
    'SELECT seq, ref FROM search_pending ORDER BY seq LIMIT ?',
  ).all(batchSize)
  const last = pending.at(-1)
  if (last === undefined) return false
  const reader = createDocumentReader(cache)
  const out = new Set<number>()
  for (const [, ref] of pending) {
    out.add(ref)
    for (const other of reader.changingWith(ref)) out.add(other)
  }
  const documents = [...out].flatMap((ref) => reader.read(ref) ?? [])
  const batch = readBatch(cache) + 1
  indexing.write({ out: [...out], documents, state: { batch } })
  const take = cache.transaction(() => {
    sql(cache, 'DELETE FROM search_pending WHERE seq <= ?').run(last[0])
    sql(cache, 'UPDATE search_batch SET number = ?').run(batch)
  })
  take.immediate()
  return true
}

/** Goes on with the first build: contacts, then conversations from the newest back. */
function createBuilding(cache: ReadableDb): (index: ReadableDb, indexing: Indexing) => boolean {
  let conversations = firstConversations
  const buildConversations = (index: ReadableDb, indexing: Indexing, last: number) => {
    const from = Math.max(1, last - conversations + 1)
    const documents = documentsOfConversations(cache, from, last + 1)
    indexing.write({
      out: alreadyIn(index, documents, from, last + 1),
      documents,
      state: { building: from - 1 },
    })
    const fit = Math.round((conversations * batchSize) / Math.max(1, documents.length))
    conversations = Math.min(Math.max(1, fit), conversations * 2)
  }
  return (index, indexing) => {
    const contacts = Number(readState(index, 'contacts'))
    if (contacts >= 0) {
      buildContacts(cache, contacts, indexing)
      return true
    }
    const last = Number(readState(index, 'building'))
    if (last <= 0) return false
    buildConversations(index, indexing, last)
    return true
  }
}

/** What changed since the build began is in before its turn comes. */
function alreadyIn(
  index: ReadableDb,
  documents: readonly SearchDocument[],
  from: number,
  to: number,
): readonly number[] {
  const messages = rawSql<[number]>(index, 'SELECT ref FROM documents WHERE ref >= ? AND ref < ?')
    .all(firstRef(from), firstRef(to))
    .map(([ref]) => ref)
  const comments = documents.map(({ ref }) => ref).filter((ref) => kindOf(ref) === 'comment')
  return [...new Set([...messages, ...comments])]
}

function buildContacts(cache: ReadableDb, after: number, indexing: Indexing): void {
  const refs = contactRefs(cache, after, batchSize)
  const reader = createDocumentReader(cache)
  const documents = refs.flatMap((ref) => reader.read(ref) ?? [])
  const last = refs.at(-1)
  indexing.write({ out: refs, documents, state: { contacts: last === undefined ? -1 : rowOf(last) } })
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
