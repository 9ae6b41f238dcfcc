/** Questions somebody saved, in workspace.db. */
import type { Api } from '../../shared/contract.ts'
import type { WritableDb } from '../store/database.ts'
import { notYet } from '../reports/notYet.ts'

export function createQuestionWrites(_ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): Pick<Api, 'saveQuestion' | 'removeQuestion'> {
  return { saveQuestion: notYet, removeQuestion: notYet }
}
