/** What the writer thread keeps of reports: templates people made, what was issued, schedules and saved questions. */
import type { Api } from '../../shared/contract.ts'
import type { WritableDb } from '../store/database.ts'
import { createTemplateWrites } from './templates/templateStore.ts'
import { createIssuedWrites, type IssuedWrites } from './issued/issuedStore.ts'
import { createScheduleWrites, type ScheduleWrites } from '../schedule/scheduleStore.ts'
import { createQuestionWrites } from '../questions/questionStore.ts'

export interface ReportWrites
  extends
    IssuedWrites,
    ScheduleWrites,
    Pick<Api, 'saveReportTemplate' | 'removeReportTemplate' | 'saveQuestion' | 'removeQuestion'> {}

export function createReportWrites(ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): ReportWrites {
  return {
    ...createTemplateWrites(ports),
    ...createIssuedWrites(ports),
    ...createScheduleWrites(ports),
    ...createQuestionWrites(ports),
  }
}
