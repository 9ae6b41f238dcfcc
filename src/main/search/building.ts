/**
 * The first build of an index, many documents at a time. What changes meanwhile is taken from the log of changes as ever:
 * what was taken after a range was asked for is newer than what was read of it, and stays as it is.
 */
import { rawSql, type ReadableDb, type WritableDb } from '../store/database.ts'
import { newerFirst } from './candidates.ts'
import type { IndexBatch, Indexing } from './indexing.ts'
import { ownWriteBack, writeBackAt } from './indexFile.ts'
import type { Prepared, PrepareRange } from './preparing.ts'
import { createReadingAhead, type ReadingPorts, type ReadRange } from './readingAhead.ts'
import { firstRef, kindOf } from './refs.ts'
import { createWritingBack } from './writingBack.ts'

export interface Building {
  /** A little of it; false: everything is in. */
  step(): Promise<boolean>
  /** Whether the index is in the midst of being written: nothing else may be written then. */
  isWriting(): boolean
  /** These were taken from the log of changes. */
  taken(refs: ReadonlySet<number>): void
  close(): Promise<void>
}

export interface BuildingPorts extends ReadingPorts {
  readonly index: WritableDb
  readonly indexing: Indexing
}

/**
 * Documents written in one transaction: what is written together is sorted together, and has not to be merged afterwards.
 * The first are few, so that something is found soon; of many more than these the processor's caches hold too little.
 */
const mostTogether = 8000
/**
 * Transactions whose segments are left apart: merged at once they are written twice, not three or four times. FTS5 holds 2,000
 * segments, and merges by itself from 1,900.
 */
const mostApart = 1700

export function createBuilding(ports: BuildingPorts): Building {
  const { index, indexing } = ports
  const reading = createReadingAhead(ports)
  let read: ReadRange[] = []
  let documentsRead = 0
  let together = 1
  let writing: Generator<void, void> | null = null
  /** Segments that were not merged, those of an earlier process and of changes among them. */
  let apart = indexing.mergesAlong() ? 0 : indexing.segments()
  let joining = false
  const writesBackItself = (itself: boolean) => writeBackAt(index, itself ? ownWriteBack : 0)
  const back =
    reading.writeBack === null ? null : createWritingBack(reading.writeBack, () => writesBackItself(true))
  if (back !== null) writesBackItself(false)

  const beginWriting = () => {
    if (indexing.mergesAlong()) indexing.mergeAlong(false)
    writing = indexing.writeInParts(batchOf(index, read))
    together = Math.min(mostTogether, documentsRead * 2)
    read = []
    documentsRead = 0
  }
  /** Whether the transaction ended. */
  const goOnWriting = (parts: Generator<void, void>): boolean => {
    if (!parts.next().done) return false
    writing = null
    apart += 1
    return true
  }
  const mergeSome = (): boolean => {
    if (apart < mostApart) return false
    if (indexing.tidy()) return true
    apart = 0
    return false
  }
  const close = async () => {
    writing?.return()
    writing = null
    await reading.close()
    if (back !== null) writesBackItself(true)
  }
  /** Also where another process wrote the last of it. False: all is one segment. */
  const finish = async (): Promise<boolean> => {
    if (!indexing.mergesAlong()) {
      indexing.joinAll()
      indexing.mergeAlong(true)
      joining = true
      return true
    }
    if (joining && indexing.tidy()) {
      await back?.written()
      return true
    }
    joining = false
    await close()
    return false
  }
  return {
    async step() {
      if (writing !== null) {
        if (goOnWriting(writing)) await back?.written()
        return true
      }
      if (mergeSome()) {
        await back?.written()
        return true
      }
      const next = await reading.next()
      if (next !== null) {
        read.push(next)
        documentsRead += next.prepared.documents.length
        if (documentsRead < together) return true
      }
      if (read.length === 0) return finish()
      beginWriting()
      return true
    },
    isWriting: () => writing !== null,
    taken(refs) {
      apart += 1
      for (const { changed } of [...reading.underway(), ...read]) for (const ref of refs) changed.add(ref)
    },
    close,
  }
}

function batchOf(index: ReadableDb, read: readonly ReadRange[]): IndexBatch {
  const kept = read.map(({ range, prepared, changed }) => ({
    range,
    documents: prepared.documents.filter(({ ref }) => !changed.has(ref)),
  }))
  return {
    documents: kept.flatMap(({ documents }) => documents).sort(newerFirst),
    words: read.flatMap(({ prepared }) => prepared.words),
    out: kept.flatMap(({ range, documents }) => alreadyIn(index, range, documents)),
    state: Object.assign({}, ...read.map(({ state }) => state)) as IndexBatch['state'],
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
