/**
 * Keeps the columns in step with the facts: loads them from disk or makes them, takes over what changed, and writes them
 * back when there is time. All of it in slices, so that no question waits for long. They are loaded when somebody first asks: a
 * thread whose questions are of other things has none.
 */
import { join } from 'node:path'
import { DamagedColumns } from '../metrics/columns/columnFile.ts'
import { KeptColumns } from '../metrics/columns/keep.ts'
import { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import { conversationsChangedAfter, readFactsVersion, type FactsVersion } from '../store/derivation.ts'
import { factsAfter, readFacts } from '../store/facts.ts'

export interface ColumnsDesk {
  /** As they are now. */
  columns(): Columns
  /** Which facts they hold. */
  held(): FactsVersion
  /** Asks when the columns are complete, and again when they turned out to be damaged and were made anew. */
  ask<T>(question: () => T | Promise<T>): Promise<T>
  /** Takes over what changed in the facts since. */
  refresh(): Promise<void>
  /** Resolves when nothing is left to be taken over or written. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Conversations between two of which others may speak: some ten milliseconds. */
const slice = 1000
/** This many conversations are taken in at once: nobody would notice. */
const fewConversations = 4000
/** Columns are written back when a restart would have to make at least this many rows again, and this share of all. */
const fewestUnsaved = 100_000
const unsavedShare = 0.05
/** What may be held of them in memory, in each of the two threads that count. */
const bytesARow = 4

/** The columns a workspace keeps. */
export function keptColumns(dir: string): KeptColumns {
  return new KeptColumns(join(dir, 'columns'))
}

/** `writes`: beside a running console the folder is only read. */
export function createColumnsDesk(options: {
  readonly cache: ReadableDb
  readonly kept: KeptColumns
  readonly writes: boolean
  /** Rows from which on writing is worth it. */
  readonly fewestUnsaved?: number
}): ColumnsDesk {
  const { cache, kept } = options
  let columns = new Columns()
  /** What the columns hold of the facts. */
  let held: FactsVersion = { ...readFactsVersion(cache), version: 0 }
  let closing = false
  let saving: Promise<void> | null = null

  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

  const start = async () => {
    const { epoch, version } = readFactsVersion(cache)
    const loaded = kept.load(epoch)
    // Columns of a later version than the facts: the database was put back to an older state.
    if (loaded === null || loaded.version > version) return build()
    columns = loaded.columns
    held = { epoch, version: loaded.version }
    await catchUpOrBuild()
  }

  /** Makes them from all facts; questions are answered from the old ones, if there are any, until they are whole. */
  const build = async () => {
    const target = readFactsVersion(cache)
    const fresh = new Columns()
    const filling = fresh.fill()
    let isSmall = true
    for (let last = -1, done = 0; !closing;) {
      const page = factsAfter(cache, last, slice)
      for (const [, facts] of page) filling.add(facts)
      last = page.at(-1)?.[0] ?? last
      done += page.length
      if (page.length < slice) break
      isSmall = done < fewConversations
      if (!isSmall) await breathe()
    }
    for (const _ of filling.finish()) if (!isSmall) await breathe()
    if (closing) return
    columns = fresh
    held = target
    await catchUp()
  }

  const catchUp = async () => {
    const target = readFactsVersion(cache)
    if (target.epoch !== held.epoch) return build()
    const changed = target.version === held.version ? [] : conversationsChangedAfter(cache, held.version)
    for (let from = 0; from < changed.length && !closing; from += slice) {
      if (from > 0) await breathe()
      columns.replaceAll(readFacts(cache, changed.slice(from, from + slice)))
    }
    if (closing) return
    held = target
    columns.memory.allow(columns.rowsOf('messages').live * bytesARow)
    if (saving === null)
      saving = save().finally(() => {
        saving = null
      })
  }

  /** The same; damaged columns are made anew. */
  const catchUpOrBuild = async () => {
    try {
      await catchUp()
    } catch (error) {
      if (!(error instanceof DamagedColumns)) throw error
      kept.discard()
      await build()
    }
  }

  /** Writes the columns when that is worth it. */
  const save = async () => {
    const enough = Math.max(
      options.fewestUnsaved ?? fewestUnsaved,
      columns.rowsOf('messages').live * unsavedShare,
    )
    if (options.writes && columns.unsaved() >= enough) {
      const steps = kept.save(columns, held)
      try {
        do await breathe()
        while (!closing && steps.next().done !== true)
      } catch {
        // A full disk, or a folder nobody may write to: they are made again at the next start.
      } finally {
        steps.return(undefined)
      }
    }
  }

  let ready: Promise<void> | null = null
  // One change after the other.
  let queue: Promise<void> = Promise.resolve()
  const begin = () => {
    if (ready !== null) return ready
    ready = start()
    queue = ready.catch(() => undefined)
    return ready
  }
  const after = (work: () => Promise<void>) => {
    void begin()
    const result = queue.then(() => (closing ? undefined : work()))
    queue = result.catch(() => undefined)
    return result
  }

  return {
    columns() {
      void begin()
      return columns
    },
    held() {
      void begin()
      return held
    },
    async ask(question) {
      await begin()
      try {
        return await question()
      } catch (error) {
        if (!(error instanceof DamagedColumns)) throw error
        kept.discard()
        await after(build)
        return question()
      }
    },
    refresh: () => after(catchUpOrBuild),
    async settled() {
      await after(() => Promise.resolve())
      await saving
    },
    async close() {
      closing = true
      await queue.catch(() => undefined)
      await saving
      kept.close()
    },
  }
}
