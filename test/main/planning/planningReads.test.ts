/** Planning over a real store, small enough to be known by hand. */
import { describe, expect, it } from 'vitest'
import { addDays, hourMs, startOfDay } from '../../../src/shared/period.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { records } from '../../support/database.ts'
import { planningOf, scopeOf, zone } from './office.ts'

const minute = 60_000
const monday = startOfDay(Date.parse('2026-05-11T12:00:00Z'), zone)

const team: readonly RecordInput[] = [
  { kind: 'channel', id: 'main', name: 'Main' },
  { kind: 'team', id: 't1', name: 'One' },
  { kind: 'agent', id: 'ana', name: 'Ana', teams: ['t1'] },
]

/** A chat about opening hours that is answered after so many seconds, closed ten minutes later. */
function chat(
  id: string,
  at: number,
  seconds: number,
  agent = 'ana',
  answer = 'We open at nine.',
): readonly RecordInput[] {
  const says = (n: string, when: number, text: string, by?: string): RecordInput => ({
    kind: 'message',
    id: `${id}.${n}`,
    conversation: id,
    contact: `k${id}`,
    channel: 'main',
    at: when,
    direction: by === undefined ? 'in' : 'out',
    author: by === undefined ? { type: 'contact' } : { type: 'agent', id: by },
    content: { type: 'text', text },
  })
  return [
    {
      kind: 'conversation',
      id,
      contact: `k${id}`,
      channel: 'main',
      openedAt: at,
      openedBy: { type: 'contact' },
    },
    { kind: 'assignment', conversation: id, at, from: null, to: agent, team: 't1' },
    says('1', at, 'When do you open?'),
    says('2', at + seconds * 1000, answer, agent),
    {
      kind: 'conversation_event',
      conversation: id,
      at: at + seconds * 1000 + 10 * minute,
      event: 'closed',
      by: { type: 'agent', id: agent },
    },
  ]
}

/** Ana there from 9 to 17; two chats an hour from 9 to 16, answered after 20 and 40 s. */
function steadyDays(from: number, days: number): readonly RecordInput[] {
  return Array.from({ length: days }, (_, day) => {
    const begin = addDays(from, day, zone)
    const at = (hour: number) => begin + hour * hourMs
    return [
      { kind: 'presence', agent: 'ana', at: at(9), state: 'online' } as const,
      { kind: 'presence', agent: 'ana', at: at(17), state: 'offline' } as const,
      ...Array.from({ length: 7 }, (_, hour) => [
        ...chat(`v${day}-${hour}a`, at(9 + hour) + minute, 20),
        ...chat(`v${day}-${hour}b`, at(9 + hour) + 31 * minute, 40),
      ]).flat(),
    ]
  }).flat()
}

describe('without data', () => {
  const empty = planningOf(records(...team), monday)

  it('a forecast is empty, and its error null', async () => {
    expect(await empty.forecast({ scope: scopeOf(monday, monday + 1) })).toMatchObject({
      steps: [],
      error: { model: null, lastWeek: null, fourWeeks: null, days: 0 },
      covered: null,
    })
  })

  it('a replay says why there is none', async () => {
    const scope = scopeOf(addDays(monday, -7, zone), monday)
    await expect(empty.whatIf({ scope, changes: [] })).rejects.toThrow(/Nobody replied/)
    await expect(empty.staffing({ scope, target: 60, share: 0.8 })).rejects.toThrow(/Nobody replied/)
    expect(await empty.automation({ scope })).toEqual([])
  })
})

describe('a small team', () => {
  const begin = addDays(monday, -14, zone)
  const planning = planningOf(records(...team, ...steadyDays(begin, 14)), monday)
  const week = scopeOf(addDays(monday, -7, zone), monday)
  const lateShift = { team: 't1', weekdays: [1, 2, 3, 4, 5, 6, 7], from: 9, to: 17, agents: -1 } as const

  it('is modelled as it was', async () => {
    const { real, modelled, changed, byHour, error } = await planning.whatIf({ scope: week, changes: [] })
    expect(real).toEqual({
      conversations: 98,
      medianFirstResponse: 30,
      p90FirstResponse: 40,
      inTarget: 1,
      medianWait: 30,
      // Engaged from each question to three minutes after its answer: 3:20 and 3:40 of every hour but the last.
      utilization: expect.closeTo((7 * 7) / (8 * 60), 5),
      hours: 56,
    })
    expect(modelled).toEqual({
      ...real,
      medianFirstResponse: expect.closeTo(30, 5),
      medianWait: expect.closeTo(30, 5),
      p90FirstResponse: expect.closeTo(40, 5),
      utilization: expect.closeTo(real.utilization ?? 0, 5),
    })
    expect(changed).toEqual(modelled)
    expect(byHour[9]).toMatchObject({ hour: 9, arrivals: 14, present: 1, changedPresent: 1 })
    expect(byHour[8]).toMatchObject({ arrivals: 0, present: 0, real: null, modelled: null, changed: null })
    // Two weeks are too few to hold any out.
    expect(error).toMatchObject({ firstResponse: null, naiveLastWeek: null, days: 0 })
  })

  it('answers nobody without its agent, which is no quick answer', async () => {
    const { changed } = await planning.whatIf({ scope: week, changes: [lateShift] })
    expect(changed).toMatchObject({
      conversations: 98,
      medianFirstResponse: null,
      p90FirstResponse: null,
      inTarget: 0,
      medianWait: null,
      utilization: null,
      hours: 0,
    })
  })

  it('needs one agent in hours with questions, and none in others', async () => {
    const { hours, real } = await planning.staffing({ scope: week, target: 60, share: 0.9 })
    expect(hours).toHaveLength(24)
    expect(hours[0]?.from).toBe(addDays(monday, -1, zone))
    expect(hours[10]).toMatchObject({ arrivals: 2, present: 1, needed: 1 })
    expect(hours[16]).toMatchObject({ arrivals: 0, present: 1, needed: 0 })
    expect(hours[3]).toMatchObject({ arrivals: 0, present: 0, needed: 0 })
    expect(real.conversations).toBe(14)
  })

  it('says that no number of agents is enough where the replies themselves take longer', async () => {
    const { hours } = await planning.staffing({ scope: week, target: 30, share: 0.9 })
    expect(hours[10]?.needed).toBeNull()
  })

  it('finds what is always answered alike by one agent no case for a bot', async () => {
    expect(await planning.automation({ scope: week })).toEqual([])
  })

  it.each([
    ['longer than four weeks', scopeOf(addDays(monday, -29, zone), monday), []],
    ['has not begun', scopeOf(addDays(monday, 1, zone), addDays(monday, 2, zone)), []],
    ['no team', week, [{ ...lateShift, team: 't9' }]],
    ['names no team, and this workspace has teams', week, [{ ...lateShift, team: null }]],
    ['hours or weekdays', week, [{ ...lateShift, from: 12, to: 12 }]],
    ['hours or weekdays', week, [{ ...lateShift, weekdays: [8] }]],
    ['not whole', week, [{ ...lateShift, agents: 0.5 }]],
  ])('refuses in a sentence: %s', async (words, scope, changes) => {
    await expect(planning.whatIf({ scope, changes })).rejects.toThrow(new RegExp(words))
  })

  it('refuses a target that cannot be kept or missed', async () => {
    await expect(planning.staffing({ scope: week, target: 0, share: 0.5 })).rejects.toThrow(
      /more than no seconds/,
    )
    await expect(planning.staffing({ scope: week, target: 60, share: 1.5 })).rejects.toThrow(/share/)
  })
})

describe('what could be automated', () => {
  const ben: RecordInput = { kind: 'agent', id: 'ben', name: 'Ben', teams: ['t1'] }
  const at = (hour: number) => addDays(monday, -3, zone) + hour * hourMs
  const week = scopeOf(addDays(monday, -7, zone), monday)
  const alike = [
    ...chat('v1', at(9), 30),
    ...chat('v2', at(10), 60, 'ben', 'We open at nine!'),
    ...chat('v3', at(11), 90),
    ...chat('v4', at(12), 120, 'ben'),
  ]

  it('is what two agents answer alike, with the time customers waited for just that', async () => {
    const other = chat('v5', at(13), 500, 'ben', 'Please call our shop in Hamburg tomorrow.')
    const planning = planningOf(records(...team, ben, ...alike, ...other), monday)
    expect(await planning.automation({ scope: week })).toEqual([
      {
        question: 'When do you open?',
        answer: expect.stringMatching(/^We open at nine[.!]$/),
        language: expect.anything(),
        asked: 5,
        agents: 2,
        alike: 0.8,
        waited: 300,
        conversations: expect.toSatisfy((all: readonly string[]) =>
          ['v1', 'v2', 'v3', 'v4'].every((id) => all.includes(id)),
        ),
      },
    ])
  })

  it('is nothing that was asked four times, or answered in as many ways', async () => {
    expect(await planningOf(records(...team, ben, ...alike), monday).automation({ scope: week })).toEqual([])
    const different = [
      'At nine.',
      'Call our shop.',
      'See the website for hours.',
      'Tomorrow again.',
      'Ask Hamburg.',
    ]
    const chats = different.flatMap((answer, n) =>
      chat(`v${n}`, at(9 + n), 30, n % 2 ? 'ben' : 'ana', answer),
    )
    expect(await planningOf(records(...team, ben, ...chats), monday).automation({ scope: week })).toEqual([])
  })
})
