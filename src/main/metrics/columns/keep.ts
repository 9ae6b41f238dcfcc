/**
 * The columns on disk: a file a month, one for what is known of conversations and what cells and kinds stand for, and a
 * manifest that names them, written last. All of it is derived: what is missing, foreign, damaged or of another version
 * is left aside and made again from the facts.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Columns } from '../columns.ts'
import { packVersion } from '../pack.ts'
import type { StreamName } from '../streams.ts'
import { lengthNames, streamNames, streams } from '../streams.ts'
import type { ColumnFile, StoredColumn } from './columnFile.ts'
import { DamagedColumns, openColumnFile, writeColumnFile } from './columnFile.ts'
import type { Column } from './encoding.ts'
import { ColumnMemory } from './memory.ts'
import { beyondName, isKept, isUnchanged, lastingIn, monthColumns, segmentsOf } from './monthFile.ts'
import { exactNamesOf } from './rowBuffer.ts'
import { Segment } from './segment.ts'
import { SlotColumns, slotNames } from './slotColumns.ts'
import type { LargestRows } from './slots.ts'
import { Slots } from './slots.ts'
import { StreamColumns } from './streamColumns.ts'

/** Which facts the columns hold: see store/derivation.ts. */
export interface FactsVersion {
  readonly epoch: string
  readonly version: number
}

/** To be raised when rows come to mean something else. */
const rowsVersion = 3
/** What the files depend on beside the facts. */
const layout = JSON.stringify([rowsVersion, packVersion, streams, lengthNames])

const manifestSchema = z.object({
  layout: z.literal(layout),
  epoch: z.string(),
  version: z.number().int(),
  /** The number of the next file. */
  next: z.number().int(),
  /** File of the conversations and of what cells and kinds stand for. */
  slots: z.string(),
  months: z.array(
    z.object({
      month: z.number().int(),
      file: z.string(),
      /** Rows by stream. */
      rows: z.record(z.string(), z.number().int()),
      /** Those of them that last past the month, kept once more beside it. */
      beyond: z.record(z.string(), z.number().int()),
    }),
  ),
})
type Manifest = z.infer<typeof manifestSchema>
type KeptMonth = Manifest['months'][number]

const manifestName = 'manifest.json'
const ending = '.columns'

interface Kept {
  readonly manifest: Manifest
  readonly columns: Columns
}

/** A folder that holds columns. One reader writes to it. */
export class KeptColumns {
  readonly #folder: string
  #manifest: Manifest | null = null
  readonly #files = new Map<string, ColumnFile>()
  #prepared: Kept | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Reads what `load` will be asked for, while there is nothing else to do. */
  prepare(): void {
    try {
      this.#prepared = this.#read()
      readAhead(this.#prepared.columns)
    } catch {
      // `load` finds the same.
      this.close()
    }
  }

  /** The columns kept, and which facts they hold; null: there are none that can be used. */
  load(epoch: string): { readonly columns: Columns; readonly version: number } | null {
    try {
      const { manifest, columns } = this.#prepared ?? this.#read()
      this.#prepared = null
      if (manifest.epoch !== epoch) {
        this.close()
        return null
      }
      this.#manifest = manifest
      return { columns, version: manifest.version }
    } catch {
      // Whatever is wrong with them, they can be made again.
      this.close()
      return null
    }
  }

  /**
   * Writes every month that is not as it lies on disk, then all the rest, in steps that each take a part of a second.
   * What is taken in between two steps may be in the files or not: `held` is what they hold for certain.
   */
  *save(columns: Columns, held: FactsVersion): Generator<void> {
    mkdirSync(this.#folder, { recursive: true })
    const before = this.#manifest
    let next = before?.next ?? this.#firstFree()
    const months: KeptMonth[] = []
    const finish = columns.growRanges()
    try {
      for (const month of monthsIn(columns)) {
        const known = before?.months.find((one) => one.month === month)
        if (known !== undefined && isKept(columns, month)) {
          months.push(known)
          continue
        }
        const file = `${next++}${ending}`
        const kept = yield* this.#saveMonth(columns, month, file)
        if (Object.keys(kept.rows).length > 0) months.push(kept)
      }
      const slots = `${next++}${ending}`
      // What is known of conversations and what their cells stand for must be of one moment.
      const copies = [...slotColumns(columns)].map(([name, column]) => [name, column.slice()] as const)
      yield* writeColumnFile(join(this.#folder, slots), copies)
      const manifest: Manifest = { layout, ...held, next, slots, months }
      const unfinished = join(this.#folder, `${manifestName}.new`)
      writeFileSync(unfinished, JSON.stringify(manifest), { flush: true })
      renameSync(unfinished, join(this.#folder, manifestName))
      this.#manifest = manifest
      this.#removeOthers(manifest)
    } finally {
      finish()
    }
  }

  close(): void {
    for (const name of this.#files.keys()) this.#closeFile(name)
  }

  /** Forgets what is kept: it turned out to be damaged. */
  discard(): void {
    this.close()
    this.#manifest = null
    rmSync(join(this.#folder, manifestName), { force: true })
  }

  #read(): Kept {
    const manifest = this.#readManifest()
    return { manifest, columns: this.#columnsOf(manifest) }
  }

  #readManifest(): Manifest {
    return manifestSchema.parse(JSON.parse(readFileSync(join(this.#folder, manifestName), 'utf8')))
  }

  /** No file is ever written over: columns of it may be read yet. */
  #firstFree(): number {
    const numbers = readdirSync(this.#folder).map((name) => Number.parseInt(name, 10))
    return Math.max(0, ...numbers.filter((number) => !Number.isNaN(number))) + 1
  }

  #open(name: string): ColumnFile {
    const file = openColumnFile(join(this.#folder, name))
    this.#files.set(name, file)
    return file
  }

  #columnsOf(manifest: Manifest): Columns {
    const memory = new ColumnMemory()
    const file = this.#open(manifest.slots)
    const streamsOf = Object.fromEntries(
      streamNames.map((name) => [
        name,
        new StreamColumns(name, memory, {
          cells: integers(file.read(`cells ${name}`)),
          kinds: integers(file.read(`kinds ${name}`)),
        }),
      ]),
    ) as Record<StreamName, StreamColumns>
    const slots = new Slots({ columns: new SlotColumns(file.read), largest: readLargest(file) })
    for (const kept of manifest.months) this.#adopt(streamsOf, memory, kept, this.#open(kept.file))
    return new Columns({ memory, slots, streams: streamsOf })
  }

  /** Puts the segments of a file in the place of a month's. */
  #adopt(
    streamsOf: Columns['streams'],
    memory: ColumnMemory,
    { month, rows, beyond }: KeptMonth,
    file: ColumnFile,
  ): void {
    for (const name of streamNames) {
      const length = rows[name] ?? 0
      if (length === 0) continue
      const segmentOf = (prefix: string, rowCount: number, lasting: Segment | null) => {
        const read = (column: string) => file.read(`${prefix} ${column}`) as Column
        return new Segment(month, rowCount, { kind: 'disk', read }, exactNamesOf(name), memory, lasting)
      }
      const lasts = lengthNames[name] !== undefined
      const lasting = lasts ? segmentOf(beyondName(name), beyond[name] ?? 0, null) : null
      streamsOf[name].setMonth(month, [segmentOf(name, length, lasting)])
    }
  }

  /** Writes a month and reads it from there from now on. @returns what the manifest says of it. */
  *#saveMonth(columns: Columns, month: number, file: string): Generator<void, KeptMonth> {
    for (let tries = 1; ; tries++) {
      for (const name of streamNames) {
        columns.streams[name].compactMonth(month)
        yield
      }
      // What came in between two streams is little.
      for (const name of streamNames) columns.streams[name].compactMonth(month)
      const written = segmentsOf(columns, month)
      const lasting = lastingIn(columns, written)
      const pauses = writeColumnFile(join(this.#folder, file), monthColumns([...written, ...lasting]))
      if (tries === mostTries) for (const _ of pauses) continue
      else yield* pauses
      if (!isUnchanged(columns, month, written)) continue
      const kept = {
        month,
        file,
        rows: Object.fromEntries(written.map(({ stream, segment }) => [stream, segment.length])),
        beyond: Object.fromEntries(lasting.map(({ stream, segment }) => [stream, segment.length])),
      }
      this.#adopt(columns.streams, columns.memory, kept, this.#open(file))
      return kept
    }
  }

  #removeOthers({ slots, months }: Manifest): void {
    const named = new Set([manifestName, slots, ...months.map(({ file }) => file)])
    for (const name of readdirSync(this.#folder)) {
      if (named.has(name)) continue
      this.#closeFile(name)
      this.#remove(name)
    }
  }

  #remove(name: string): void {
    try {
      rmSync(join(this.#folder, name), { force: true })
    } catch {
      // Somebody reads it yet: it goes the next time.
    }
  }

  #closeFile(name: string): void {
    this.#files.get(name)?.close()
    this.#files.delete(name)
  }
}

/** How many of the newest months the first questions are likely to be about. */
const monthsAhead = 3

/** Reads what a first page needs of the newest months. */
function readAhead({ slots, streams: streamsOf }: Columns): void {
  for (const name of ['messages', 'starts', 'replies', 'closes'] as const)
    for (const segment of streamsOf[name].segments.slice(-monthsAhead)) {
      segment.quarters()
      for (const column of ['cell', 'kind']) segment.column(column)
    }
  for (const name of slotNames) slots.columns[name].at(0)
  slots.contactStarts()
}

/** A month that changes while it is written is written again; the last time nothing may come in between. */
const mostTries = 3

function monthsIn(columns: Columns): readonly number[] {
  return [...new Set(streamNames.flatMap((name) => [...columns.streams[name].months]))].sort((a, b) => a - b)
}

function* slotColumns(columns: Columns): Generator<readonly [string, StoredColumn]> {
  const { slots } = columns
  for (const name of slotNames) yield [name, slots.columns[name].subarray(0, slots.size)]
  const { contact, agent, category } = slots.largest
  yield ['largest', Int32Array.of(contact, agent, category)]
  for (const name of streamNames) {
    yield [`cells ${name}`, columns.streams[name].cells.values]
    yield [`kinds ${name}`, columns.streams[name].kinds.values]
  }
}

function readLargest(file: ColumnFile): LargestRows {
  const [contact = 0, agent = 0, category = 0] = integers(file.read('largest'))
  return { contact, agent, category }
}

function integers(column: StoredColumn): Int32Array {
  if (column instanceof Int32Array) return column
  throw new DamagedColumns('A column of whole numbers is of another kind.')
}
