/** What the reader thread answers of flags. */
import type { Api, Settings } from '../../shared/contract.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { listFlags } from '../store/flags.ts'
import { notYet } from './notYet.ts'
import type { FlagWatch } from './watching.ts'

export interface AttentionReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  readonly now: () => number
}

export type AttentionReads = Pick<
  Api,
  'flags' | 'flagGroups' | 'flagHistory' | 'flagRates' | 'previewFlagRule'
>

export function createAttentionReads({
  cache,
  workspaceDb,
  now,
}: AttentionReadPorts): AttentionReads & FlagWatch {
  return {
    flags: async (query) => listFlags(cache, workspaceDb, query, now()),
    flagGroups: notYet,
    flagHistory: notYet,
    flagRates: notYet,
    previewFlagRule: notYet,
    flagsDueAfter: notYet,
    sightings: notYet,
  }
}
