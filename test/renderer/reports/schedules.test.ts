import { describe, expect, it } from 'vitest'
import { checkSchedule } from '../../../src/main/schedule/scheduleSchema.ts'
import {
  draftOfSchedule,
  lackOf,
  newSchedule,
  withFormat,
  withRhythm,
} from '../../../src/renderer/reports/schedules/draft.ts'
import { lastPart, rhythmWords, runWords } from '../../../src/renderer/reports/schedules/scheduleWords.ts'
import type { Text } from '../../../src/renderer/ui/text.ts'
import { formatFor } from '../../../src/shared/numbers.ts'
import { schedulePeriods, type ScheduleRun } from '../../../src/shared/reporting.ts'

const fresh = newSchedule({ name: 'Week', template: 'weekly', zone: 'Europe/Berlin', language: 'en' })
const ready = { ...fresh, folder: '/reports' }
const format = formatFor('en', 'Europe/Berlin', Date.parse('2026-05-13T09:00:00Z'))
/** The key and what is filled in. */
const text: Text = (key, values) => `${key} ${JSON.stringify(values ?? {})}`

describe('a schedule that is being made', () => {
  it('lacks nothing but its folder, and is then taken by the engine', () => {
    expect(lackOf(fresh, false)).toBe('folder')
    expect(lackOf(ready, false)).toBeNull()
    expect(checkSchedule(ready)).toEqual(ready)
  })

  it('says the first thing it lacks', () => {
    expect(lackOf({ ...ready, name: ' ' }, false)).toBe('name')
    expect(lackOf({ ...ready, at: '' }, false)).toBe('at')
    expect(lackOf({ ...ready, formats: [] }, false)).toBe('formats')
    expect(lackOf(ready, true)).toBe('agent')
    expect(lackOf({ ...ready, filters: { ...ready.filters, agents: ['a'] } }, true)).toBeNull()
  })

  it('falls on a day its rhythm has, whatever it was before', () => {
    for (const every of schedulePeriods)
      expect(checkSchedule(withRhythm({ ...ready, every: 'month', on: 28 }, every)).every).toBe(every)
    expect(withRhythm({ ...ready, every: 'week', on: 5 }, 'week').on).toBe(5)
  })

  it('has its formats in the order they are offered, each once', () => {
    const both = withFormat(withFormat(ready, 'csv', true), 'xlsx', true)
    expect(withFormat(both, 'csv', true).formats).toEqual(['pdf', 'xlsx', 'csv'])
    expect(withFormat(both, 'pdf', false).formats).toEqual(['xlsx', 'csv'])
  })

  it('is changed without what only the engine knows of it', () => {
    const state = { ...ready, id: 's1', since: 1, nextAt: 2, last: null }
    expect(draftOfSchedule(state)).toEqual({ ...ready, id: 's1' })
  })
})

describe('a schedule in words', () => {
  it('names the weekday, or the day of the month', () => {
    expect(rhythmWords({ every: 'week', on: 1, at: '07:30' }, 'Berlin', text, 'en')).toBe(
      'schedule.rhythm.week {"day":"Monday","at":"07:30","zone":"Berlin"}',
    )
    expect(rhythmWords({ every: 'month', on: 15, at: '07:30' }, 'Berlin', text, 'en')).toContain('"15"')
  })
})

describe('a run in words', () => {
  const run: ScheduleRun = {
    schedule: 's1',
    from: 0,
    to: 1,
    dueAt: 1,
    state: 'done',
    tries: 1,
    triedAt: 1,
    madeAt: Date.parse('2026-05-11T05:30:00Z'),
    files: [],
    completeTo: null,
    reason: null,
  }
  it('says how far data was complete where it was not', () => {
    expect(runWords(run, text, format)).toBe('run.done {"made":"Mon 11 May 07:30"}')
    const incomplete = { ...run, completeTo: Date.parse('2026-05-10T20:00:00Z') }
    expect(runWords(incomplete, text, format)).toContain('"complete":"Sun 10 May 22:00"')
  })
  it('says that figures were being computed anew, whatever else it says', () => {
    const early = { ...run, recomputed: 0.42 }
    expect(runWords(early, text, format)).toMatch(/^run\.recomputing .*run\.done .*"share":"42/u)
    expect(runWords({ ...early, completeTo: 0 }, text, format)).toContain('run.incomplete')
  })
  it('tells a first wait from one after failures', () => {
    expect(runWords({ ...run, state: 'waiting', tries: 0 }, text, format)).toMatch(/^run\.waiting/)
    expect(runWords({ ...run, state: 'waiting', tries: 2 }, text, format)).toMatch(/^run\.again .*2/)
    expect(runWords({ ...run, state: 'failed', tries: 5 }, text, format)).toMatch(/^run\.failed .*5/)
    expect(runWords({ ...run, state: 'left_out' }, text, format)).toMatch(/^run\.left_out/)
  })
})

it.each([
  ['/home/you/reports/', 'reports'],
  [String.raw`C:\Users\you\Berichte`, 'Berichte'],
  ['/', '/'],
])('the last part of %s is %s', (path, part) => expect(lastPart(path)).toBe(part))
