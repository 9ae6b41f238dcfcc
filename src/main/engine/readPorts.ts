import type { Settings } from '../../shared/contract.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'

/** What the reader thread has of an open workspace, for everything it answers from it. */
export interface ReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  readonly now: () => number
}
