/** Forecast, staffing and what-if as a person calls them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Staffing, WhatIf } from '../../../../src/shared/planning.ts'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

// Forty chats from Monday nine o’clock on, one an hour, each answered after a minute.
const days = ['--from', '2026-05-04', '--to', '2026-05-06'] as const

describe('floorwalker forecast', () => {
  it('says that there is too little history, rather than that nothing will come', async () => {
    const { code, out } = await office.call('forecast')
    expect([code, out]).toEqual([0, expect.stringContaining('Too little history')])
  })
})

describe('floorwalker staffing', () => {
  it('gives the agents an hour takes, on the last day of the period', async () => {
    const staffing = await office.json<Staffing>('staffing', ...days, '--target', '90', '--share', '0.8')
    expect(staffing.hours).toHaveLength(24)
    expect(staffing.hours[3]).toMatchObject({ from: Date.UTC(2026, 4, 5, 3), arrivals: 1, needed: 1 })
  })

  it('refuses what is no target', async () => {
    const { code, err } = await office.call('staffing', '--target', 'soon')
    expect([code, err]).toEqual([2, expect.stringContaining('--target soon is no number above 0.')])
  })
})

describe('floorwalker what-if', () => {
  it('replays the period with other shifts', async () => {
    const fewer = await office.json<WhatIf>('what-if', ...days, '--change', '-/1-7/0-24/-9')
    expect(fewer.real).toMatchObject({ conversations: 39, medianFirstResponse: 60 })
    expect(fewer.changed).toMatchObject({ medianFirstResponse: null, inTarget: 0, hours: 0 })
    const { out } = await office.call('what-if', ...days, '--change', '-/1,2/8-12/+2')
    expect(out).toMatch(/median first response\s+1/)
    expect(out).toContain('Its error is not known')
  })

  it('refuses in a sentence what makes no sense', async () => {
    const wrong = await office.call('what-if', ...days, '--change', 'two more on Monday')
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('write team/weekdays/hours/agents')])
    expect(wrong.err).toContain('or -/1-5/8-12/+2 where the workspace has no teams')
    const noTeam = await office.call('what-if', ...days, '--change', 't9/1/8-12/+2')
    expect([noTeam.code, noTeam.err]).toEqual([1, expect.stringContaining('There is no team t9')])
  })
})
