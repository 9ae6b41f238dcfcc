import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ReadableDb } from './database.ts'
import { storeFailed, type StoreFailure } from './errors.ts'
import { exportRecords } from './export.ts'

/**
 * Writes everything as records, one JSON object a line, gzipped where the name ends in `.gz`. The file has its name only
 * once it is whole. Throws a `StoreFailure` when it cannot be written; a file of that name is then as it was.
 */
export async function writeRecordsFile(db: ReadableDb, file: string): Promise<{ readonly records: number }> {
  const draft = `${file}.part`
  let count = 0
  const lines = function* () {
    for (const records of exportRecords(db)) {
      count += records.length
      if (records.length > 0) yield `${records.map((record) => JSON.stringify(record)).join('\n')}\n`
    }
  }
  try {
    const target = createWriteStream(draft, { mode: 0o600, flush: true })
    const source = Readable.from(lines())
    if (file.endsWith('.gz')) await pipeline(source, createGzip(), target)
    else await pipeline(source, target)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw fileFailure(error, file) ?? error
  }
  return { records: count }
}

function fileFailure(error: unknown, file: string): StoreFailure | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT')
    return storeFailed('full', 'files.exportFull', { file }, error)
  if (typeof code === 'string' && /^E(ACCES|PERM|ROFS|NOENT|ISDIR|NOTDIR)$/.test(code))
    return storeFailed('denied', 'files.exportDenied', { file }, error)
  return null
}
