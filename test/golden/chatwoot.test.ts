/**
 * Chatwoot's own expectations under the definition named `chatwoot`: each case becomes records, the records go through
 * the store and the engine, and the engine's figure is compared. Where Chatwoot's test sets inner state (a wait, an event's
 * value) the records are those that bring it about.
 */
import { describe, expect, it } from 'vitest'
import { cases, leftOut, originalCases } from './chatwootCases.ts'
import { eventRuns } from './chatwootEvents.ts'
import { momentRuns } from './chatwootMoments.ts'
import { reportRuns } from './chatwootReports.ts'
import type { Runs } from './chatwootRun.ts'

const runs: Runs = { ...eventRuns, ...reportRuns, ...momentRuns }

const run = cases.filter(({ id }) => leftOut[id] === undefined)

describe('what Chatwoot expects of itself', () => {
  it.each(run)('$id $title', ({ kind, given, expect: expected, tolerance_s: tolerance }) => {
    expect(runs[kind]).toBeDefined()
    runs[kind]?.(given, expected, tolerance)
  })
  it('is all run, or left out for a reason', () => {
    const ids = cases.map(({ id }) => id)
    expect(Object.keys(leftOut).filter((id) => !ids.includes(id))).toEqual([])
    expect(run).toHaveLength(ids.length - Object.keys(leftOut).length)
    expect(run.length).toBeGreaterThanOrEqual(75)
  })
  it.skipIf(originalCases === null)('is copied as it was written down', () => {
    expect(cases).toEqual(originalCases)
  })
})
