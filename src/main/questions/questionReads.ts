/** What the reader thread answers of the SQL console; questions themselves run in a process of their own. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { notYet } from '../reports/notYet.ts'

export type QuestionReads = Pick<Api, 'questionViews' | 'savedQuestions'>

export function createQuestionReads(_ports: Pick<ReadPorts, 'workspaceDb'>): QuestionReads {
  return { questionViews: notYet, savedQuestions: notYet }
}
