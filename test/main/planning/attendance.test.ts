/** Who was there, and what a change of shifts makes of it. */
import { describe, expect, it } from 'vitest'
import { type Attendance, attendanceOf, changedAttendance } from '../../../src/main/planning/attendance.ts'
import { HeadCount } from '../../../src/main/planning/headCount.ts'
import { hourMs, startOfDay } from '../../../src/shared/period.ts'
import { at } from '../metrics/timelines.ts'
import { groundOf } from '../metrics/special/grounds.ts'

const spansOf = (attendance: readonly Attendance[]) =>
  Object.fromEntries(attendance.map(({ agent, spans }) => [agent, spans]))

describe('who was there', () => {
  it('goes by presence, else by the roster, else by what they wrote', () => {
    const ground = groundOf({
      rows: {
        messages: [
          { at: '09:10', conversation: 1, agent: 1, bits: 2 + 256 },
          { at: '10:00', conversation: 1, agent: 3, bits: 2 + 256 },
          { at: '15:30', conversation: 2, agent: 3, bits: 2 + 256 },
        ],
      },
      side: {
        presence: () => [
          { agent: 1, from: at('08:00'), to: at('12:00'), state: 'online' },
          { agent: 1, from: at('12:00'), to: at('13:00'), state: 'away' },
          { agent: 1, from: at('13:00'), to: at('17:00'), state: 'busy' },
        ],
        shifts: () => [
          { agent: 1, from: at('06:00'), to: at('22:00') },
          { agent: 2, from: at('07:00'), to: at('15:00') },
        ],
      },
    })
    const attendance = attendanceOf(ground)
    expect(spansOf(attendance)).toEqual({
      1: [
        { from: at('08:00'), to: at('12:00') },
        { from: at('13:00'), to: at('17:00') },
      ],
      2: [{ from: at('07:00'), to: at('15:00') }],
      3: [{ from: at('10:00'), to: at('15:30') }],
    })
    expect(attendance.map(({ team }) => team)).toEqual([1, 2, 1])
  })
})

describe('a change of shifts', () => {
  const zone = 'Europe/Berlin'
  const day = (date: string) => startOfDay(Date.parse(`${date}T12:00:00Z`), zone)
  const change = { team: 1, weekdays: [7], from: 1, to: 4, agents: 1 } as const
  const added = (from: string, to: string) =>
    changedAttendance([], [change], { from: day(from), to: day(to), zone }).flatMap(({ spans }) => spans)

  it('adds agents in hours of the clock, also as the clocks change', () => {
    const length = (from: string, to: string) => added(from, to).map((span) => (span.to - span.from) / hourMs)
    expect(length('2026-05-10', '2026-05-11')).toEqual([3])
    // From 1:00 to 4:00 there are two hours, and four.
    expect(length('2026-03-29', '2026-03-30')).toEqual([2])
    expect(length('2026-10-25', '2026-10-26')).toEqual([4])
    expect(added('2026-05-11', '2026-05-17')).toEqual([])
    expect(added('2026-05-04', '2026-05-18')).toHaveLength(2)
  })

  it('takes away those there, no more than there are, and only in its hours and team', () => {
    const from = day('2026-05-10')
    const crew: readonly Attendance[] = [
      { agent: 1, team: 1, spans: [{ from, to: from + 6 * hourMs }] },
      { agent: 2, team: 1, spans: [{ from: from + 2 * hourMs, to: from + 6 * hourMs }] },
      { agent: 3, team: 2, spans: [{ from, to: from + 6 * hourMs }] },
    ]
    const period = { from, to: day('2026-05-11'), zone }
    const one = changedAttendance(crew, [{ ...change, agents: -1 }], period)
    expect(spansOf(one)).toEqual({
      1: [
        { from, to: from + hourMs },
        { from: from + 2 * hourMs, to: from + 6 * hourMs },
      ],
      2: [{ from: from + 4 * hourMs, to: from + 6 * hourMs }],
      3: crew[2]?.spans,
    })
    const all = changedAttendance(crew, [{ ...change, agents: -9 }], period)
    const count = new HeadCount(all.filter(({ team }) => team === 1))
    expect(count.agentTime(from + hourMs, from + 4 * hourMs)).toBe(0)
    expect(count.agentTime(from, period.to)).toBe(5 * hourMs)
  })
})

describe('a head count', () => {
  const count = new HeadCount([
    { spans: [{ from: 10, to: 20 }] },
    {
      spans: [
        { from: 15, to: 25 },
        { from: 40, to: 50 },
      ],
    },
  ])

  it('counts heads, their time, and the time with anybody there', () => {
    expect([5, 10, 15, 19, 20, 25, 45, 50].map((moment) => count.at(moment))).toEqual([
      0, 1, 2, 2, 1, 0, 1, 0,
    ])
    expect(count.agentTime(0, 100)).toBe(30)
    expect(count.attended(0, 100)).toBe(25)
    expect(count.attended(18, 42)).toBe(9)
  })

  it('knows when so much attended time has passed', () => {
    expect(count.after(0, 0)).toBe(0)
    expect(count.after(0, 5)).toBe(15)
    expect(count.after(18, 7)).toBe(25)
    expect(count.after(18, 8)).toBe(41)
    expect(count.after(30, 11)).toBe(Infinity)
    expect(new HeadCount([]).after(0, 1)).toBe(Infinity)
  })
})
