/** What the reader thread answers of this moment. */
import type { Api, Settings } from '../../shared/contract.ts'
import type { Flag, FlagQuery } from '../../shared/flags.ts'
import { notYet } from '../attention/notYet.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface LiveReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  readonly flags: (query: FlagQuery) => Promise<{
    readonly rows: readonly Flag[]
    readonly open: number
    readonly danger: number
  }>
  readonly now: () => number
}

export type LiveReads = Pick<Api, 'now'>

export function createLiveReads(_ports: LiveReadPorts): LiveReads {
  return { now: notYet }
}
