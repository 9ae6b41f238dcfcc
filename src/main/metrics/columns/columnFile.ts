/**
 * Columns in a file, one behind the other and a directory behind them all, so that any of them is one read. Each carries
 * its checksum; a file is written under another name and takes its own when it is whole.
 */
import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Column } from './encoding.ts'

export type StoredColumn = Column | Int32Array

/** A file of columns that is not what was written. It can be made again. */
export class DamagedColumns extends Error {
  override readonly name = 'DamagedColumns'
}

const types = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const
type TypeName = keyof typeof types

interface Entry {
  readonly name: string
  readonly type: TypeName
  readonly length: number
  readonly offset: number
  readonly crc: number
}

const magic = 'FWCOLS01'
/** Magic, where the directory begins (eight bytes), its length and its checksum. */
const headBytes = 24

/**
 * Writes the columns, at once or not at all, and pauses after each. What a crash leaves half on disk is found by its
 * checksum when it is read, so nothing waits for the disk.
 */
export function* writeColumnFile(
  path: string,
  columns: Iterable<readonly [name: string, StoredColumn]>,
): Generator<void> {
  const unfinished = `${path}.new`
  const file = openSync(unfinished, 'w')
  try {
    const entries: Entry[] = []
    let offset = headBytes
    for (const [name, column] of columns) {
      const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
      entries.push({ name, type: typeOf(column), length: column.length, offset, crc: crc32(bytes) })
      writeAll(file, bytes, offset)
      offset += bytes.length
      yield
    }
    const directory = Buffer.from(JSON.stringify(entries))
    writeAll(file, directory, offset)
    const head = Buffer.alloc(headBytes)
    head.write(magic, 'latin1')
    head.writeBigUInt64LE(BigInt(offset), 8)
    head.writeUInt32LE(directory.length, 16)
    head.writeUInt32LE(crc32(directory), 20)
    writeAll(file, head, 0)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, at + done)
}

function typeOf(column: StoredColumn): TypeName {
  for (const name of Object.keys(types) as TypeName[]) if (column instanceof types[name]) return name
  throw new TypeError('There is no such kind of column.')
}

export interface ColumnFile {
  /** @throws DamagedColumns where it is not as it was written. */
  read(name: string): StoredColumn
  close(): void
}

/** Opens a file of columns. @throws DamagedColumns for one that is missing, or not as it was written. */
export function openColumnFile(path: string): ColumnFile {
  const file = opened(path)
  try {
    const head = readExactly(file, 0, headBytes, path)
    if (head.toString('latin1', 0, 8) !== magic) throw new DamagedColumns(`${path} is no file of columns.`)
    const at = Number(head.readBigUInt64LE(8))
    const directory = readExactly(file, at, head.readUInt32LE(16), path)
    if (crc32(directory) !== head.readUInt32LE(20))
      throw new DamagedColumns(`The directory of ${path} is damaged.`)
    const entries = JSON.parse(directory.toString('utf8')) as readonly Entry[]
    const byName = new Map(entries.map((entry) => [entry.name, entry]))
    return {
      read: (name) => readColumn(file, byName.get(name), path),
      close: () => closeSync(file),
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw new DamagedColumns(`${path} cannot be opened.`, { cause: error })
  }
}

function readColumn(file: number, entry: Entry | undefined, path: string): StoredColumn {
  if (entry === undefined) throw new DamagedColumns(`A column is missing in ${path}.`)
  const Type = types[entry.type]
  const column = new Type(entry.length)
  const bytes = new Uint8Array(column.buffer)
  readInto(file, entry.offset, bytes, path)
  if (crc32(bytes) !== entry.crc) throw new DamagedColumns(`The column ${entry.name} of ${path} is damaged.`)
  return column
}

function readExactly(file: number, at: number, length: number, path: string): Buffer {
  // A length that was damaged must not ask for all of the memory.
  if (length > 2 ** 26) throw new DamagedColumns(`The directory of ${path} is damaged.`)
  const bytes = Buffer.alloc(length)
  readInto(file, at, bytes, path)
  return bytes
}

function readInto(file: number, at: number, bytes: Uint8Array, path: string): void {
  for (let done = 0; done < bytes.length;) {
    const read = readSome(file, bytes, done, at + done, path)
    if (read === 0) throw new DamagedColumns(`${path} ends too early.`)
    done += read
  }
}

function readSome(file: number, bytes: Uint8Array, done: number, at: number, path: string): number {
  try {
    return readSync(file, bytes, done, bytes.length - done, at)
  } catch (error) {
    throw new DamagedColumns(`${path} cannot be read.`, { cause: error })
  }
}
