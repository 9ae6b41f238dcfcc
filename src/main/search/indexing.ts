/** Writing to the index: what left it, what is in it anew. One call, one transaction. */
import { rawSql, sql, value, type WritableDb } from '../store/database.ts'
import { readState, writeState, type StateKey } from './indexFile.ts'
import type { Prepared } from './preparing.ts'
import { endSlot, firstSlot, secondOfSlot } from './slots.ts'

export interface IndexBatch extends Prepared {
  /** Refs whose documents are taken out, those of `documents` among them where they may be in. */
  readonly out: readonly number[]
  /** What the index knows of itself afterwards. */
  readonly state: Readonly<Partial<Record<StateKey, number>>>
}

export interface Indexing {
  /** Throws what SQLite throws; then nothing of the batch was kept. */
  write(batch: IndexBatch): void
  /**
   * The same for many documents, a part with every step; nothing else may be written until it is done, or ended. What was
   * written is seen with the last step.
   */
  writeInParts(batch: IndexBatch): Generator<void, void>
  /** Joins what many batches left apart, a little at a time; false: there is nothing left to join. */
  tidy(): boolean
  /** Whether segments are merged while they are written: what comes now and then is, a first build is merged afterwards. */
  mergesAlong(): boolean
  mergeAlong(along: boolean): void
  /** Begins to make one of all that is apart, which `tidy` goes on with: a question then looks in one place, not in many. */
  joinAll(): void
}

/** Pages of 4 KB written by one step of tidying: some eighty milliseconds. */
const tidyPages = 2048
/** Documents in one part: some ten milliseconds. */
const partSize = 1500

export function createIndexing(index: WritableDb): Indexing {
  const removals = {
    find: rawSql<[number]>(index, 'SELECT slot FROM documents WHERE ref = ?'),
    document: sql(index, 'DELETE FROM documents WHERE slot = ?'),
    postings: sql(index, 'DELETE FROM postings WHERE rowid = ?'),
  }
  const additions = {
    document: sql(index, 'INSERT INTO documents(slot, ref, edited) VALUES (?, ?, ?)'),
    postings: sql(index, 'INSERT INTO postings(rowid, terms) VALUES (?, ?)'),
    word: sql(index, 'INSERT OR IGNORE INTO words(word) VALUES (?)'),
  }
  const merge = sql(index, "INSERT INTO postings(postings, rank) VALUES ('merge', ?)")
  const takeOut = (refs: readonly number[]): number => {
    let out = 0
    for (const ref of refs) {
      const slot = removals.find.get(ref)?.[0]
      if (slot === undefined) continue
      removals.postings.run(slot)
      removals.document.run(slot)
      out += 1
    }
    return out
  }
  function* partsOf({ out, documents, words, state }: IndexBatch): Generator<void, void> {
    const before = Number(readState(index, 'documents'))
    const gone = takeOut(out)
    for (const word of words) additions.word.run(word)
    // Postings are fastest written, and least apart, in the order of their numbers.
    const slotFor = freeSlots(index, documents[0]?.second ?? 0, documents.at(-1)?.second ?? 0)
    for (const [number, { second, ref, edited, terms }] of documents.entries()) {
      if (number > 0 && number % partSize === 0) yield
      const slot = slotFor(second)
      additions.document.run(slot, ref, edited ? 1 : 0)
      additions.postings.run(slot, terms)
    }
    writeState(index, 'documents', before - gone + documents.length)
    for (const [key, value] of Object.entries(state)) writeState(index, key as StateKey, value)
  }
  const write = index.transaction((batch: IndexBatch) => {
    const parts = partsOf(batch)
    while (!parts.next().done);
  })
  let changes = -1
  return {
    write: (batch) => write.immediate(batch),
    *writeInParts(batch) {
      index.exec('BEGIN IMMEDIATE')
      try {
        yield* partsOf(batch)
        index.exec('COMMIT')
      } finally {
        if (index.inTransaction) index.exec('ROLLBACK')
      }
    },
    tidy() {
      const before = totalChanges(index)
      if (before === changes) return false
      merge.run(tidyPages)
      const after = totalChanges(index)
      // The command itself counts as one or two.
      if (after - before < 2) changes = after
      return after - before >= 2
    },
    mergesAlong: () => value(index, "SELECT v FROM postings_config WHERE k = 'automerge'") !== 0,
    mergeAlong: (along) =>
      void sql(index, "INSERT INTO postings(postings, rank) VALUES ('automerge', CAST(? AS INTEGER))").run(
        along ? 8 : 0,
      ),
    joinAll: () => void merge.run(-tidyPages),
  }
}

function totalChanges(index: WritableDb): number {
  return rawSql<[number]>(index, 'SELECT total_changes()').get()?.[0] ?? 0
}

/**
 * Gives each document the next free slot of its second; ask for descending seconds from the first one on. A full second goes
 * on in the one before.
 */
function freeSlots(index: WritableDb, from: number, to: number): (second: number) => number {
  const taken = takenIn(index, from, to)
  const lastIn = rawSql<[number]>(
    index,
    'SELECT slot FROM documents WHERE slot >= ? AND slot < ? ORDER BY slot DESC LIMIT 1',
  )
  const firstFree = (second: number) => {
    const first = firstSlot(second)
    const last = taken === null ? lastIn.get(first, endSlot(second))?.[0] : taken.get(second)
    return (last ?? first - 1) + 1
  }
  let next = -1
  let end = -1
  return (second) => {
    for (let wanted = second; ; wanted -= 1) {
      if (firstSlot(wanted) >= end) {
        end = endSlot(wanted)
        next = firstFree(wanted)
      }
      if (next < end) {
        next += 1
        return next - 1
      }
    }
  }
}

/** The last slot taken of each second, from the newest back; null: too many to read them all. */
function takenIn(index: WritableDb, from: number, to: number): ReadonlyMap<number, number> | null {
  const slots = rawSql<[number]>(
    index,
    'SELECT slot FROM documents WHERE slot >= ? AND slot < ? ORDER BY slot LIMIT ?',
  ).all(firstSlot(from), endSlot(to), mostTaken)
  if (slots.length === mostTaken) return null
  return new Map(slots.map(([slot]) => [secondOfSlot(slot), slot]))
}

const mostTaken = 30_000
