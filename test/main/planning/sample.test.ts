/** Planning on the sample, whose error is stated beside that of naive guesses. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { PlanningReads } from '../../../src/main/planning/planningReads.ts'
import { companyRecords } from '../../../src/main/sources/sample/company.ts'
import { createLife } from '../../../src/main/sources/sample/life.ts'
import { addDays, startOfDay } from '../../../src/shared/period.ts'
import { planningOf, scopeOf, zone } from './office.ts'

describe('on the sample', () => {
  const now = Date.parse('2026-11-20T14:07:00Z')
  const today = startOfDay(now, zone)
  let planning: PlanningReads
  beforeAll(() => {
    const life = createLife({ seed: 1, anchor: now, days: 90, conversationsPerDay: 65 })
    planning = planningOf([...companyRecords(), ...life.between(addDays(now, -90, zone), now)], now)
  }, 60_000)

  it('forecasts held-out days better than either naive guess, with a band that holds', async () => {
    const { error, covered, steps } = await planning.forecast({ scope: scopeOf(today, now) })
    expect(error.days).toBe(28)
    expect(error.model).toBeLessThan(error.lastWeek ?? 0)
    expect(error.model).toBeLessThan(error.fourWeeks ?? 0)
    expect(covered).toBeGreaterThan(0.74)
    expect(covered).toBeLessThan(0.9)
    expect(steps).toHaveLength(18 + 48)
  })

  it('replays held-out weeks better than either naive guess', async () => {
    const scope = scopeOf(addDays(today, -7, zone), today)
    const { real, modelled, error } = await planning.whatIf({ scope, changes: [] })
    expect(error.days).toBe(28)
    expect(error.firstResponse).toBeLessThan(error.naiveLastWeek ?? 0)
    expect(error.firstResponse).toBeLessThan(error.naiveMean ?? 0)
    expect(Math.abs((modelled.medianFirstResponse ?? 0) / (real.medianFirstResponse ?? 0) - 1)).toBeLessThan(
      0.15,
    )
  })

  it('never makes waits longer with more agents', async () => {
    const scope = scopeOf(addDays(today, -7, zone), today, { teams: ['orders'] })
    const withAgents = async (agents: number) =>
      (
        await planning.whatIf({
          scope,
          changes: [{ team: 'orders', weekdays: [1, 2, 3, 4, 5, 6, 7], from: 7, to: 21, agents }],
        })
      ).changed
    const results = [await withAgents(-3), await withAgents(0), await withAgents(2)]
    const shares = results.map(({ inTarget }) => inTarget ?? 0)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  })

  it('finds questions several agents answer alike, with the waiting they took', async () => {
    const advice = await planning.automation({ scope: scopeOf(addDays(today, -28, zone), today) })
    expect(advice.length).toBeGreaterThan(3)
    for (const one of advice) {
      expect(one.agents).toBeGreaterThanOrEqual(2)
      expect(one.asked).toBeGreaterThanOrEqual(5)
      expect(one.alike).toBeGreaterThanOrEqual(0.6)
      expect(one.conversations.length).toBeGreaterThan(0)
    }
    const waits = advice.map(({ waited }) => waited)
    expect(waits).toEqual(waits.toSorted((one, other) => other - one))
  })
})
