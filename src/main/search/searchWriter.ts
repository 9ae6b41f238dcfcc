/** What keeps the index as new as the data: runs in the writer thread. */
import type { ReadableDb } from '../store/database.ts'

export interface SearchWriterPorts {
  readonly dir: string
  readonly cache: ReadableDb
  /** The index has changed: screens that search ask again. */
  readonly onChange: () => void
}

export interface SearchWriter {
  /** Something was applied: index it soon. */
  note(): void
  rebuild(): Promise<void>
  stop(): Promise<void>
}

export function createSearchWriter(_: SearchWriterPorts): SearchWriter {
  return {
    note: () => undefined,
    rebuild: () => Promise.reject(new Error('not built yet')),
    stop: () => Promise.resolve(),
  }
}
