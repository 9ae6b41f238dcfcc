/** What the reader thread answers of assignments. */
import type { Api } from '../../shared/contract.ts'
import { notYet } from '../attention/notYet.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { listAssignments } from './assignmentLog.ts'
import { readHoldings } from './holdings.ts'

export interface AssignmentReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly now: () => number
}

export type AssignmentReads = Pick<
  Api,
  'holdings' | 'heldAt' | 'assignmentLog' | 'assignmentPath' | 'handOvers'
>

export function createAssignmentReads({ cache, workspaceDb, now }: AssignmentReadPorts): AssignmentReads {
  return {
    holdings: async (query) => readHoldings(cache, workspaceDb, query, now()),
    heldAt: notYet,
    assignmentLog: async (query) => listAssignments(cache, workspaceDb, query, now()),
    assignmentPath: notYet,
    handOvers: notYet,
  }
}
