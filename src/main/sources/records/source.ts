import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { createGunzip } from 'node:zlib'
import { readRecord, type SourceRecord } from '../../../shared/records.ts'
import { phrase } from '../../../shared/phrases.ts'
import { refused, type Page, type Reject, type Source, type Stream, type Refusal } from '../source.ts'
import { splitLines } from './lines.ts'

const recordsPerPage = 5000
/** A longer line is no record: it is quarantined and reading goes on behind it. */
const longestLine = 16 * 1024 * 1024

interface Line {
  readonly text: string
  /** Lines read so far, this one included. */
  readonly number: number
  /** Bytes of the file, as it is on disk, read when this line was complete. */
  readonly bytesRead: number
}

/**
 * Files of records, one JSON object a line, gzipped or not. Each file is one backfill stream whose cursor is the number
 * of lines already applied, so an import that was cut off goes on where it stopped.
 */
export function createRecordsSource(files: readonly string[]): Source {
  const streams = files.map((file) => fileStream(resolve(file)))
  return {
    kind: 'records',
    streams,
    close: async () => void (await Promise.all(streams.map((one) => one.close()))),
  }
}

function fileStream(path: string): Stream & { close(): Promise<void> } {
  let reading: { lines: AsyncIterator<Line>; at: number; size: number; handle: FileHandle } | null = null

  const close = async () => {
    const handle = reading?.handle
    reading = null
    await handle?.close().catch(() => undefined)
  }

  const openAt = async (lines: number) => {
    if (reading?.at === lines) return reading
    await close()
    try {
      const handle = await open(path, 'r')
      const size = (await stat(path)).size
      const iterator = readLines(handle, path.endsWith('.gz'))[Symbol.asyncIterator]()
      reading = { lines: iterator, at: 0, size, handle }
    } catch (error) {
      throw unreadable(path, error)
    }
    for (; reading.at < lines; reading.at += 1) if ((await next(reading.lines, path)) === null) break
    return reading
  }

  return {
    name: `file:${createHash('sha256').update(path).digest('hex').slice(0, 16)}`,
    role: 'backfill',
    everyMs: 0,
    close,
    async pull(cursor): Promise<Page> {
      const file = await openAt(cursor === null ? 0 : Number(cursor))
      const records: SourceRecord[] = []
      const rejects: Reject[] = []
      let bytes = file.size
      let more = false
      while (records.length + rejects.length < recordsPerPage) {
        const line = await next(file.lines, path)
        if (line === null) break
        file.at = line.number
        bytes = line.bytesRead
        more = records.length + rejects.length + 1 >= recordsPerPage
        readLine(line, path, records, rejects)
      }
      if (!more) await close()
      return {
        records,
        rejects,
        notices: [],
        cursor: String(file.at),
        more,
        completeTo: null,
        backfilledTo: null,
        progress: { done: Math.min(bytes, file.size), total: file.size },
      }
    },
  }
}

function readLine(line: Line, path: string, records: SourceRecord[], rejects: Reject[]): void {
  if (line.text.trim() === '') return
  const reject = (reason: string) =>
    rejects.push({
      reason: `${basename(path)} line ${line.number}: ${reason}`,
      raw: line.text.slice(0, 1_000_000),
    })
  if (line.text.length > longestLine) return void reject(`longer than ${longestLine} characters`)
  let value: unknown
  try {
    value = JSON.parse(line.text)
  } catch {
    return void reject('no JSON')
  }
  const read = readRecord(value)
  if (read.ok) records.push(read.record)
  else reject(read.reason)
}

async function next(lines: AsyncIterator<Line>, path: string): Promise<Line | null> {
  try {
    const result = await lines.next()
    return result.done ? null : result.value
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function* readLines(handle: FileHandle, gzipped: boolean): AsyncGenerator<Line> {
  const raw = handle.createReadStream({ autoClose: false })
  const bytes = gzipped ? raw.pipe(createGunzip()) : raw
  raw.on('error', (error) => bytes.destroy(error))
  let number = 0
  for await (const text of splitLines(bytes, longestLine))
    yield { text, number: ++number, bytesRead: raw.bytesRead }
}

function unreadable(path: string, error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'ENOENT'
      ? phrase('files.why.noFile')
      : code === 'EACCES'
        ? phrase('sources.mayNotBeRead')
        : code === 'EISDIR'
          ? phrase('files.why.isFolder')
          : error instanceof Error
            ? error.message
            : String(error)
  return refused('invalid', 'sources.unreadableFile', { path, why }, { cause: error })
}
