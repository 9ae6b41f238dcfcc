/**
 * What keeps the index as new as the data: runs in the writer thread, a little at a time. What changed stands in
 * `search_pending`, written by the transaction that changed it (store/migrations/cache-0004.ts); a batch is first kept in
 * the index and then taken from there, so that whatever ends this process between the two only does a batch twice. A new
 * index is built from the newest conversation back; the same batches go on beside it.
 */
import { rawSql, sql, type WritableDb } from '../store/database.ts'
import { asStoreFailure, storeFailed } from '../store/errors.ts'
import { createBuilding, type Building } from './building.ts'
import { createDocumentReader } from './documents.ts'
import { createIndex, openIndex, readBatch } from './indexFile.ts'
import { createIndexing, type Indexing } from './indexing.ts'
import { createPreparing, type Preparing } from './preparing.ts'

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

interface Open {
  readonly index: WritableDb
  readonly indexing: Indexing
  readonly preparing: Preparing
  readonly building: Building
}

/** Documents read, or taken from the log, at once: some ten to twenty milliseconds. */
const batchSize = 1500
/** While much is being indexed, screens are told so often. Batches. */
const tellEvery = 100

export function createSearchWriter({ dir, cache, onChange }: SearchWriterPorts): SearchWriter {
  let open: Open | null = null
  let running: Promise<void> | null = null
  let stopped = false

  const use = (index: WritableDb) => {
    const [indexing, preparing] = [createIndexing(index), createPreparing()]
    const building = createBuilding({ dir, cache, index, indexing, preparing, batchSize })
    open = { index, indexing, preparing, building }
  }
  const close = async () => {
    const closing = open
    open = null
    await closing?.building.close()
    closing?.index.close()
  }
  /** A new index is built of everything there is: what changed before is part of that. */
  const make = () => {
    use(createIndex(dir, cache))
    sql(cache, 'DELETE FROM search_pending').run()
    giveUp(cache, false)
  }
  /** A damaged file stays: it is replaced when somebody asks for that, or takes it away. */
  const begin = () => {
    const found = openIndex(dir, cache, 'writer')
    if (found.kind === 'open') use(found.index)
    else if (found.kind === 'missing') make()
  }
  /** One step; false: nothing is left to do. */
  const step = async (): Promise<boolean> => {
    if (open === null) begin()
    if (open === null) return false
    const { indexing, building } = open
    if (building.isWriting()) return building.step()
    return takeBatch(cache, open) || (await building.step()) || indexing.tidy()
  }
  const work = async () => {
    let steps = 0
    for (; !stopped && (await step()); steps += 1) {
      if (steps % tellEvery === 0) onChange()
      await breath()
    }
    if (steps > 0) onChange()
  }
  /** No room, no right: what is pending stays so, and the next note tries again. Damage stays until a rebuild. */
  const fail = async (error: unknown) => {
    // Begun anew from what the index says of itself.
    await close()
    if (asStoreFailure(error)?.kind !== 'damaged') return
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
      await close()
      try {
        make()
      } catch (error) {
        throw storeFailed('denied', 'search.indexStays', null, error)
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
      await close()
    },
  }
}

/** The file turned out to be damaged: readers do without it. */
function giveUp(cache: WritableDb, given: boolean): void {
  sql(cache, 'UPDATE search_batch SET given_up = ?').run(given ? 1 : 0)
}

/** Indexes some of what changed. */
function takeBatch(cache: WritableDb, { indexing, preparing, building }: Open): boolean {
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
  indexing.write({ ...preparing.prepare(documents), out: [...out], state: { batch } })
  building.taken(out)
  const take = cache.transaction(() => {
    sql(cache, 'DELETE FROM search_pending WHERE seq <= ?').run(last[0])
    sql(cache, 'UPDATE search_batch SET number = ?').run(batch)
  })
  take.immediate()
  return true
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
