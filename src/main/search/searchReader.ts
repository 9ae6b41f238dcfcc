/** What the reader thread answers of search. */
import type { Api } from '../../shared/contract.ts'
import type { ReadableDb } from '../store/database.ts'

export interface SearchReaderPorts {
  /** The workspace's folder, where the index lies beside the databases. */
  readonly dir: string
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}

export interface SearchReader extends Pick<Api, 'search' | 'searchInside' | 'searchIndex'> {
  close(): void
}

export function createSearchReader(_: SearchReaderPorts): SearchReader {
  return {
    search: () => unbuilt(),
    searchInside: () => unbuilt(),
    searchIndex: () => unbuilt(),
    close: () => undefined,
  }
}

function unbuilt(): never {
  throw new Error('not built yet')
}
