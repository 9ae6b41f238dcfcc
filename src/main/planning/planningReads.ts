/** What the reader thread answers of what is to come, and of what might have been. */
import type { Api, Settings } from '../../shared/contract.ts'
import { notYet } from '../attention/notYet.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface PlanningReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  readonly now: () => number
}

export type PlanningReads = Pick<Api, 'forecast' | 'staffing' | 'whatIf' | 'automation'>

export function createPlanningReads(_ports: PlanningReadPorts): PlanningReads {
  return { forecast: notYet, staffing: notYet, whatIf: notYet, automation: notYet }
}
