/** Writing to the index: what left it, what is in it anew. One call, one transaction. */
import { rawSql, sql, value, type WritableDb } from '../store/database.ts'
import { readState, writeState, type StateKey } from './indexFile.ts'
import type { Prepared, PreparedDocument } from './preparing.ts'
import { endSlot, firstSlot, laneOfSlot, laneStep } from './slots.ts'

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
  /** How many are apart. */
  segments(): number
  /** Begins to make one of all that is apart, which `tidy` goes on with: a question then looks in one place, not in many. */
  joinAll(): void
}

/**
 * Pages of 4 KB written by one step of tidying: some sixty milliseconds. Each step also writes a page of every segment that is
 * merged, so that many small steps would write more of these than of anything else.
 */
const tidyPages = 1536
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
    const slotFor = freeSlots(index, documents[0]?.second ?? 0, documents.at(-1)?.second ?? 0)
    // Postings are fastest written, and least apart, in the order of their numbers.
    const placed = documents
      .map((document) => ({ slot: slotFor(document), document }))
      .sort((a, b) => a.slot - b.slot)
    for (const [number, { slot, document }] of placed.entries()) {
      if (number > 0 && number % partSize === 0) yield
      additions.document.run(slot, document.ref, document.edited ? 1 : 0)
      additions.postings.run(slot, document.terms)
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
    segments: () => value<number>(index, 'SELECT count(DISTINCT segid) FROM postings_idx') ?? 0,
    joinAll: () => void merge.run(-tidyPages),
  }
}

function totalChanges(index: WritableDb): number {
  return rawSql<[number]>(index, 'SELECT total_changes()').get()?.[0] ?? 0
}

/**
 * Gives each document the next free slot of its lane and second; ask for descending seconds from the first one on. A lane
 * that is full goes on in the second before.
 */
function freeSlots(
  index: WritableDb,
  from: number,
  to: number,
): (document: Pick<PreparedDocument, 'second' | 'lane'>) => number {
  const taken = takenIn(index, from, to)
  const lastIn = rawSql<[number]>(
    index,
    `SELECT slot FROM documents WHERE slot >= ? AND slot < ? AND slot % ${laneStep} = ? ORDER BY slot DESC LIMIT 1`,
  )
  const firstFree = (second: number, lane: number) => {
    const last =
      taken === null
        ? lastIn.get(firstSlot(second), endSlot(second), lane)?.[0]
        : lastTaken(taken, second, lane)
    return last === undefined ? firstSlot(second) + lane : last + laneStep
  }
  const open = Array.from({ length: laneStep }, () => ({ second: Infinity, next: 0 }))
  return ({ second, lane }) => {
    const at = open[lane]
    if (at === undefined) throw new RangeError(`There is no lane ${lane}.`)
    if (second < at.second) {
      at.second = second
      at.next = firstFree(second, lane)
    }
    while (at.next >= endSlot(at.second)) {
      at.second -= 1
      at.next = firstFree(at.second, lane)
    }
    at.next += laneStep
    return at.next - laneStep
  }
}

/** The slots taken in these seconds, ascending; null: too many to read them all. */
function takenIn(index: WritableDb, from: number, to: number): readonly number[] | null {
  const slots = rawSql<[number]>(
    index,
    'SELECT slot FROM documents WHERE slot >= ? AND slot < ? ORDER BY slot LIMIT ?',
  ).all(firstSlot(from), endSlot(to), mostTaken)
  return slots.length === mostTaken ? null : slots.map(([slot]) => slot)
}

const mostTaken = 30_000

function lastTaken(taken: readonly number[], second: number, lane: number): number | undefined {
  const [first, end] = [firstSlot(second), endSlot(second)]
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle] ?? end) < end) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; (taken[at] ?? -1) >= first; at -= 1)
    if (laneOfSlot(taken[at] ?? 0) === lane) return taken[at]
  return undefined
}
