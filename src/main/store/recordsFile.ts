import type { ReadableDb } from './database.ts'

export function writeRecordsFile(_cache: ReadableDb, _file: string): Promise<{ readonly records: number }> {
  return Promise.resolve({ records: 0 })
}
