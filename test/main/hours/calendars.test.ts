import { describe, expect, it } from 'vitest'
import { openMilliseconds } from '../../../src/main/hours/calendar.ts'
import { createCalendars } from '../../../src/main/hours/calendars.ts'
import type { WorkingHours } from '../../../src/shared/hours.ts'
import { hourMs } from '../../../src/shared/period.ts'
import { workingHours } from './hours.ts'

const workspace = workingHours('Europe/Berlin', { mon: [['09:00', '17:00']] })
const team: WorkingHours = {
  ...workingHours('America/New_York', {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '17:00'],
    ],
  }),
  scope: { team: 't1' },
}

describe('the calendars of a workspace', () => {
  it('gives each row the calendar that holds for it', () => {
    const calendars = createCalendars([workspace, team])
    expect(calendars.forRow(null, [])?.hours).toBe(workspace)
    expect(calendars.forRow('c1', ['t1'])?.hours).toBe(team)
    expect(calendars.forRow('c1', ['t1'])).toBe(calendars.forRow(null, ['t9', 't1']))
    // Monday 11 May, 15:00–21:00 in Berlin is 09:00–15:00 in New York: 2 h there, 3 h + 2 h here.
    const day = [Date.parse('2026-05-11T13:00Z'), Date.parse('2026-05-11T19:00Z')] as const
    const open = (teams: readonly string[]): number => {
      const calendar = calendars.forRow(null, teams)
      return calendar === null ? -1 : openMilliseconds(calendar, ...day) / hourMs
    }
    expect([open([]), open(['t1'])]).toEqual([2, 5])
  })

  it('knows none where nobody stated hours', () => {
    expect(createCalendars([]).forRow('c1', ['t1'])).toBeNull()
    expect(createCalendars([team]).forRow('c1', ['t2'])).toBeNull()
  })

  it('leaves out hours that hold for nobody any more', () => {
    const replaced = workingHours('UTC', {})
    const calendars = createCalendars([replaced, workspace])
    expect(calendars.all.map(({ hours }) => hours)).toEqual([workspace])
    expect(calendars.version).toBe(createCalendars([workspace]).version)
  })
})

describe('the version of the rules', () => {
  const of = (...list: readonly WorkingHours[]): string => createCalendars(list).version

  it('is the same for the same rules, however they are written', () => {
    const before = of(workspace, team)
    const lunch = [
      ['13:00', '17:00'],
      ['09:00', '12:00'],
    ] as const
    expect(of({ ...team, week: { ...team.week, mon: lunch } }, workspace)).toBe(before)
    const night = workingHours('UTC', { mon: [['00:00', '24:00']] })
    expect(of(night)).toBe(of(workingHours('UTC', { mon: [['00:00', '00:00']] })))
    const named = { ...workspace, exceptions: [{ date: '2026-12-25', ranges: [], name: 'Christmas' }] }
    expect(of(named)).toBe(of({ ...workspace, exceptions: [{ date: '2026-12-25', ranges: [] }] }))
  })

  it('is another for each rule that could change a number', () => {
    const versions = [
      of(),
      of(workspace),
      of(team),
      of(workspace, team),
      of({ ...workspace, zone: 'Europe/Paris' }),
      of({ ...workspace, scope: { channel: 't1' } }),
      of({ ...workspace, week: { ...workspace.week, mon: [['09:00', '17:01']] } }),
      of({ ...workspace, week: { ...workspace.week, tue: [['09:00', '17:00']] } }),
      of({ ...workspace, exceptions: [{ date: '2026-12-25', ranges: [] }] }),
    ]
    expect(new Set(versions).size).toBe(versions.length)
  })
})
