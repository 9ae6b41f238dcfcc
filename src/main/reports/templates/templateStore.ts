/** Report templates that people made, in workspace.db. */
import type { Api } from '../../../shared/contract.ts'
import type { WritableDb } from '../../store/database.ts'
import { notYet } from '../notYet.ts'

export function createTemplateWrites(_ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): Pick<Api, 'saveReportTemplate' | 'removeReportTemplate'> {
  return { saveReportTemplate: notYet, removeReportTemplate: notYet }
}
