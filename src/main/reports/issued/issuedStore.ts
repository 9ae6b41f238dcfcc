/** What was issued: the file, its inputs and its figures, in workspace.db. Nothing of it is ever changed. */
import type { IssuedReport } from '../../../shared/reporting.ts'
import type { WritableDb } from '../../store/database.ts'
import { notYet } from '../notYet.ts'

/** What is kept of a file as it is issued. `inputs` and `figures` are JSON. */
export interface NewIssue extends Omit<IssuedReport, 'id' | 'issuedAt'> {
  readonly inputs: string
  readonly figures: string
  readonly file: Uint8Array
}

export interface IssuedWrites {
  keepIssued(issue: NewIssue): Promise<IssuedReport>
}

export function createIssuedWrites(_ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): IssuedWrites {
  return { keepIssued: notYet }
}
