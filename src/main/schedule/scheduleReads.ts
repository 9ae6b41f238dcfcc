/** Reads schedules and their runs. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { notYet } from '../reports/notYet.ts'

export type ScheduleReads = Pick<Api, 'schedules' | 'scheduleRuns'>

export function createScheduleReads(_ports: Pick<ReadPorts, 'workspaceDb' | 'now'>): ScheduleReads {
  return { schedules: notYet, scheduleRuns: notYet }
}
