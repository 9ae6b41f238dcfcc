/** What the reader thread answers of what is to come, and of what might have been. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { inSteps } from '../engine/inSteps.ts'
import { automation } from './automation.ts'
import { createForecastDesk } from './forecast.ts'
import { planningData } from './planningGround.ts'
import { staffing } from './staffing.ts'
import { whatIf } from './whatIf.ts'

export type PlanningReads = Pick<Api, 'forecast' | 'staffing' | 'whatIf' | 'automation'>

/** Replays and advice take long on much data: they are made in steps, between which the thread answers others. */
export function createPlanningReads(ports: ReadPorts): PlanningReads {
  const desk = createForecastDesk(ports)
  return {
    forecast: ({ scope }) => Promise.resolve(desk.forecast(scope)),
    staffing: (query) => inSteps(staffing(planningData(ports, query.scope), query)),
    whatIf: (query) => inSteps(whatIf(planningData(ports, query.scope), query)),
    automation: ({ scope }) => inSteps(automation(ports, scope)),
  }
}
