import { describe, expect, it } from 'vitest'
import { defaultFlagRules, type FlagRule, type FlagRuleId } from '../../../src/shared/flags.ts'
import type { WorkingHours } from '../../../src/shared/hours.ts'
import { createCalendar } from '../../../src/main/hours/calendar.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { Surroundings } from '../../../src/main/metrics/facts.ts'
import { packPromise, wholeDay } from '../../../src/main/text/promisedTimes.ts'
import { at, factSettings, factsOf, noFlags, timelineOf, type Setting } from '../metrics/timelines.ts'

/** The flags of one rule, with some of it set otherwise. */
function flagsOf(
  id: FlagRuleId,
  text: string,
  change: Partial<FlagRule> = {},
  setting: Setting = {},
  around: Partial<Surroundings> = {},
) {
  const rule = { ...defaultFlagRules[id], ...change }
  return factsOf(text, { ...noFlags, [id]: rule }, setting, around).flags
}

const opening = '09:00 opened by contact\n09:00 in\n'
const minutes = (count: number) => ({ threshold: count * 60 })

describe('waiting', () => {
  it('is raised at its own threshold, not a millisecond early, and tells its evidence', () => {
    const text = `${opening}09:01 in\n09:07 in`
    expect(flagsOf('waiting', text, minutes(2))).toEqual([
      {
        id: `waiting:v1:${at('09:00')}`,
        rule: 'waiting',
        severity: 'warning',
        agent: -1,
        team: -1,
        from: at('09:00'),
        raisedAt: at('09:02'),
        endedAt: null,
        seconds: null,
        target: 120,
        code: null,
        text: null,
        message: 'm1.001',
        messages: ['m1.001', 'm1.002'],
      },
    ])
    expect(flagsOf('waiting', `${opening}09:01:59.999 out by agent 1`, minutes(2))).toEqual([])
    expect(flagsOf('waiting', `${opening}09:02 out by agent 1`, minutes(2))).toMatchObject([
      { endedAt: at('09:02'), seconds: 120 },
    ])
  })
  it('has the severity that is set, and is off when it is', () => {
    expect(flagsOf('waiting', opening, { severity: 'danger' })).toMatchObject([{ severity: 'danger' }])
    expect(flagsOf('waiting', opening, { on: false })).toEqual([])
  })
  it('has the last message before a bot’s hand-over as evidence, if there is none after it', () => {
    const handedOver = `${opening}09:00:02 out by bot\n09:00:30 in\n09:00:31 out by bot\n09:01 bot_handoff\n`
    expect(flagsOf('waiting', handedOver, minutes(2))).toMatchObject([
      { from: at('09:01'), raisedAt: at('09:03'), message: 'm1.003', messages: ['m1.003'] },
    ])
    expect(flagsOf('waiting', `${handedOver}09:02 in`, minutes(2))).toMatchObject([{ messages: ['m1.005'] }])
    const stated = `${opening}09:05 closed\n09:10 in\n09:10:20 reopened by contact`
    expect(flagsOf('waiting', stated, minutes(2)).at(-1)).toMatchObject({ messages: ['m1.002'] })
  })
  it('keeps eight messages of its evidence', () => {
    const many = Array.from({ length: 12 }, (_, index) => `09:00:${10 + index} in`).join('\n')
    expect(flagsOf('waiting', `${opening}${many}`)[0]!.messages).toHaveLength(8)
  })
})

describe('waiting that grows into unresolved', () => {
  /** The flags of both rules, `unresolved` with some of it set otherwise. */
  function both(text: string, unresolved: Partial<FlagRule> = {}, around: Partial<Surroundings> = {}) {
    const rules = {
      ...noFlags,
      waiting: { ...defaultFlagRules.waiting, ...minutes(2) },
      unresolved: { ...defaultFlagRules.unresolved, ...minutes(5), ...unresolved },
    }
    return Object.fromEntries(
      factsOf(text, rules, {}, around).flags.map(({ rule, raisedAt, endedAt, seconds }) => [
        rule,
        [raisedAt, endedAt, seconds],
      ]),
    )
  }
  it('ends as the other is raised, though the wait goes on', () => {
    expect(both(opening)).toEqual({
      waiting: [at('09:02'), at('09:05'), 300],
      unresolved: [at('09:05'), null, null],
    })
    expect(both(`${opening}09:08 out by agent 1`)).toEqual({
      waiting: [at('09:02'), at('09:05'), 300],
      unresolved: [at('09:05'), at('09:08'), 480],
    })
    expect(both(`${opening}09:05 out by agent 1`)).toEqual({
      waiting: [at('09:02'), at('09:05'), 300],
      unresolved: [at('09:05'), at('09:05'), 300],
    })
  })
  it('ends with the wait where that comes first', () => {
    expect(both(`${opening}09:04:59.999 out by agent 1`)).toEqual({
      waiting: [at('09:02'), at('09:04:59.999'), 299.999],
    })
  })
  it('goes on where the other is off, of other teams, never due, or was raised first', () => {
    const goesOn = { waiting: [at('09:02'), null, null] }
    expect(both(opening, { on: false })).toEqual(goesOn)
    expect(both(opening, { teams: ['7'] })).toEqual(goesOn)
    const never = createCalendar({
      ...berlin,
      week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    })
    expect(both(opening, { hours: 'business' }, { hoursOf: () => never })).toEqual(goesOn)
    for (const threshold of [60, 120]) expect(both(opening, { threshold })).toMatchObject(goesOn)
  })
  it('is told of the wait that grew, not of the next', () => {
    const { flags } = factsOf(
      `${opening}09:06 out by agent 1\n10:00 in\n10:03 out by agent 1`,
      {
        ...noFlags,
        waiting: { ...defaultFlagRules.waiting, ...minutes(2) },
        unresolved: { ...defaultFlagRules.unresolved, ...minutes(5) },
      },
      {},
      {},
    )
    expect(flags.map(({ rule, endedAt }) => [rule, endedAt])).toEqual([
      ['waiting', at('09:05')],
      ['unresolved', at('09:06')],
      ['waiting', at('10:03')],
    ])
  })
})

describe('teams', () => {
  it('are those that had the conversation when the flag was raised', () => {
    const text = `${opening}09:01 assigned 1 team 1\n09:04 assigned 2 team 2`
    const of = (...teams: string[]) => flagsOf('waiting', text, { ...minutes(2), teams })
    expect(of('1')).toMatchObject([{ team: 1, agent: 1 }])
    expect(of('2')).toEqual([])
    expect(of('2', '1')).toHaveLength(1)
    expect(flagsOf('waiting', text, { ...minutes(5), teams: ['2'] })).toMatchObject([{ team: 2, agent: 2 }])
    expect(flagsOf('waiting', opening, { teams: ['1'] })).toEqual([])
  })
})

// ── working hours ────────────────────────────────────────────────────────────────────────────────────────────────

const nineToFive = [['09:00', '17:00']] as const
const berlin: WorkingHours = {
  scope: null,
  zone: 'Europe/Berlin',
  week: {
    mon: nineToFive,
    tue: nineToFive,
    wed: nineToFive,
    thu: nineToFive,
    fri: nineToFive,
    sat: [],
    sun: nineToFive,
  },
  exceptions: [],
}

describe('working hours', () => {
  const calendar = createCalendar(berlin)
  const around = { hoursOf: () => calendar }
  const business = { ...minutes(30), hours: 'business' as const }
  // 09:00 to 17:00 in Berlin is 07:00 to 15:00 UTC in May.
  it('stop the clock overnight', () => {
    const text = '14:50 opened by contact\n14:50 in\n'
    expect(flagsOf('waiting', text, business, {}, around)).toMatchObject([{ raisedAt: at('+1d 07:20') }])
    expect(flagsOf('waiting', `${text}+1d 07:19:59.999 out by agent 1`, business, {}, around)).toEqual([])
    expect(flagsOf('waiting', `${text}+1d 07:40 out by agent 1`, business, {}, around)).toMatchObject([
      { raisedAt: at('+1d 07:20'), endedAt: at('+1d 07:40'), seconds: 50 * 60 },
    ])
  })
  it('do not count for a rule that counts every hour', () => {
    const text = '14:50 opened by contact\n14:50 in\n'
    expect(flagsOf('waiting', text, minutes(30), {}, around)).toMatchObject([{ raisedAt: at('15:20') }])
  })
  it('begin with the day for who wrote at night', () => {
    const text = '02:00 opened by contact\n02:00 in\n'
    expect(flagsOf('waiting', text, business, {}, around)).toMatchObject([{ raisedAt: at('07:30') }])
  })
  it('of a limit at the very end of the day end with it', () => {
    const text = '14:30 opened by contact\n14:30 in\n'
    expect(flagsOf('waiting', text, business, {}, around)).toMatchObject([{ raisedAt: at('15:00') }])
  })
  it.each([
    // Sunday 29 March 2026 has 23 hours, Sunday 25 October 25: Saturday is closed on both.
    ['spring', Date.UTC(2026, 2, 27, 15, 50), Date.UTC(2026, 2, 29, 7, 20)],
    ['autumn', Date.UTC(2026, 9, 23, 14, 50), Date.UTC(2026, 9, 25, 8, 20)],
  ])('are those of the clock on the wall when it changes in %s', (_, from, raisedAt) => {
    const timeline = timelineOf('00:00 opened by contact\n00:00 in')
    const [message] = timeline.messages
    const moved = { ...timeline, openedAt: from, messages: [{ ...message!, at: from }] }
    const rules = { ...noFlags, waiting: { ...defaultFlagRules.waiting, ...business } }
    expect(deriveFacts(moved, factSettings(rules, around)).flags).toMatchObject([{ raisedAt }])
  })
  it('nobody stated count every hour', () => {
    expect(flagsOf('waiting', opening, business)).toMatchObject([{ raisedAt: at('09:30') }])
  })
  it('are asked of the channel and of the team that had it when the wait began', () => {
    const asked: (readonly [number, number])[] = []
    const hoursOf = (channel: number, team: number) => {
      asked.push([channel, team])
      return null
    }
    flagsOf('waiting', `08:50 assigned 1 team 2\n${opening}`, business, { channel: 7 }, { hoursOf })
    expect(asked).toContainEqual([7, 2])
  })
  it('that never come raise nothing', () => {
    const none = createCalendar({
      ...berlin,
      week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    })
    expect(flagsOf('waiting', opening, business, {}, { hoursOf: () => none })).toEqual([])
  })
  it.each(['unresolved', 'first_response', 'reassigned_wait', 'negative', 'asks_person'] as const)(
    'hold for %s',
    (id) => {
      const text = `14:40 opened by contact\n14:40 assigned 1\n14:50 in negative asksPerson\n14:50 assigned 2`
      expect(flagsOf(id, text, business, {}, around)).toMatchObject([
        { raisedAt: id === 'first_response' ? at('+1d 07:10') : at('+1d 07:20') },
      ])
    },
  )
})

// ── hand-overs ───────────────────────────────────────────────────────────────────────────────────────────────────

describe('a wait after a hand-over', () => {
  const text = `${opening}09:00 assigned 1\n09:10 assigned 2\n`
  it('counts from the hand-over, to the millisecond', () => {
    expect(flagsOf('reassigned_wait', text, minutes(2))).toMatchObject([
      {
        id: `reassigned_wait:v1:${at('09:10')}`,
        from: at('09:10'),
        raisedAt: at('09:12'),
        agent: 2,
        endedAt: null,
      },
    ])
    expect(flagsOf('reassigned_wait', `${text}09:11:59.999 out by agent 2`, minutes(2))).toEqual([])
    expect(flagsOf('reassigned_wait', `${text}09:12 out by agent 2`, minutes(2))).toMatchObject([
      { endedAt: at('09:12'), seconds: 120 },
    ])
    expect(flagsOf('reassigned_wait', `${text}09:15 closed`, minutes(2))).toMatchObject([
      { endedAt: at('09:15') },
    ])
  })
  it('is none where nobody waits, where nobody had it before, and begins anew with the next', () => {
    expect(
      flagsOf('reassigned_wait', `${opening}09:05 out by agent 1\n09:06 assigned 1\n09:10 assigned 2\n`),
    ).toEqual([])
    expect(flagsOf('reassigned_wait', `${opening}09:10 assigned 2\n`)).toEqual([])
    expect(flagsOf('reassigned_wait', `${opening}09:10 assigned 2 from 1\n`)).toHaveLength(1)
    for (const time of ['09:11', '09:12'])
      expect(flagsOf('reassigned_wait', `${text}${time} assigned 3\n`, minutes(2)), time).toMatchObject([
        { raisedAt: at(time) + 120_000, agent: 3 },
      ])
  })
})

describe('ping-pong', () => {
  it('is the third hand-over of an episode, until its close', () => {
    const text = `${opening}09:00 assigned 1\n09:01 assigned 2\n09:02 assigned 3\n`
    expect(flagsOf('ping_pong', text)).toEqual([])
    expect(flagsOf('ping_pong', `${text}09:03 assigned 4\n09:09 closed`)).toMatchObject([
      {
        id: `ping_pong:v1:${at('09:00')}`,
        from: at('09:01'),
        raisedAt: at('09:03'),
        endedAt: at('09:09'),
        seconds: 3,
        target: 3,
        agent: 4,
      },
    ])
  })
  it('is one back to somebody who had it, also by way of nobody', () => {
    expect(
      flagsOf('ping_pong', `${opening}09:00 assigned 1\n09:01 assigned 2\n09:02 assigned 1`),
    ).toMatchObject([{ raisedAt: at('09:02'), seconds: 2 }])
    const byNobody = `${opening}09:00 assigned 1\n09:01 assigned 2\n09:02 assigned nobody\n09:03 assigned 1`
    expect(flagsOf('ping_pong', byNobody)).toMatchObject([{ raisedAt: at('09:03') }])
    expect(
      flagsOf('ping_pong', `${opening}09:00 assigned 1\n09:01 assigned nobody\n09:02 assigned 1`),
    ).toEqual([])
  })
  it('begins anew with every episode', () => {
    const text = `${opening}09:00 assigned 1\n09:01 assigned 2\n09:02 closed\n09:03 in\n09:04 assigned 3\n09:05 assigned 4`
    expect(flagsOf('ping_pong', text)).toEqual([])
    expect(flagsOf('ping_pong', `${text}\n09:06 assigned 3`)).toMatchObject([
      { id: `ping_pong:v1:${at('09:03')}`, raisedAt: at('09:06') },
    ])
  })
})

describe('reopened', () => {
  const again = (day: number) => `+${day}d 10:00 in\n+${day}d 11:00 closed\n`
  it('is the second time within seven days, to the episode’s close', () => {
    const text = `${opening}09:30 closed\n${again(1)}`
    expect(flagsOf('reopened', text)).toEqual([])
    expect(flagsOf('reopened', text + again(2))).toMatchObject([
      {
        id: `reopened:v1:${at('+2d 10:00')}`,
        from: at('+1d 10:00'),
        raisedAt: at('+2d 10:00'),
        endedAt: at('+2d 11:00'),
        seconds: 2,
      },
    ])
    expect(flagsOf('reopened', text + again(8))).toHaveLength(1)
    expect(flagsOf('reopened', `${text}+8d 10:00:00.001 in`)).toEqual([])
    expect(flagsOf('reopened', text + again(2) + again(3)).map(({ seconds }) => seconds)).toEqual([2, 3])
    expect(flagsOf('reopened', text, { threshold: 1 })).toHaveLength(1)
  })
})

// ── what customers say ───────────────────────────────────────────────────────────────────────────────────────────

describe('an upset customer', () => {
  const text = `${opening}09:01 in negative\n`
  it('is flagged when nobody settles it in time', () => {
    expect(flagsOf('negative', `${text}09:02 in negative`)).toMatchObject([
      {
        id: 'negative:v1:m1.002',
        severity: 'danger',
        from: at('09:01'),
        raisedAt: at('09:04'),
        endedAt: null,
        messages: ['m1.002', 'm1.003'],
      },
    ])
    expect(flagsOf('negative', `${text}09:04:00.001 out by agent 1`)).toMatchObject([
      { endedAt: at('09:04:00.001'), seconds: 180.001 },
    ])
    expect(flagsOf('negative', `${text}09:04 out by agent 1`)).toEqual([])
    expect(flagsOf('negative', `${text}09:03 closed`)).toEqual([])
  })
  it('who turns is flagged no more, and anew when it turns back; a flag of before stays', () => {
    expect(flagsOf('negative', `${text}09:03 in positive`)).toEqual([])
    expect(flagsOf('negative', `${text}09:10 in positive\n09:20 in negative`)).toMatchObject([
      { raisedAt: at('09:04'), endedAt: at('09:10') },
      { raisedAt: at('09:23'), endedAt: null },
    ])
  })
  it('is settled by a person only', () => {
    expect(flagsOf('negative', `${text}09:02 out by bot`)).toHaveLength(1)
    expect(flagsOf('negative', `${text}09:02 out by app`)).toEqual([])
  })
})

describe('who asks for a person', () => {
  const text = `${opening}09:01 in asksPerson\n`
  it('is flagged after a minute without one', () => {
    expect(flagsOf('asks_person', text)).toMatchObject([
      {
        id: 'asks_person:v1:m1.002',
        from: at('09:01'),
        raisedAt: at('09:02'),
        endedAt: null,
        text: 'person',
      },
    ])
    expect(flagsOf('asks_person', `${text}09:01:30 out by bot`)).toHaveLength(1)
    expect(flagsOf('asks_person', `${text}09:01:59.999 out by agent 1`)).toEqual([])
    expect(flagsOf('asks_person', `${text}09:02 out by agent 1`)).toMatchObject([
      { endedAt: at('09:02'), seconds: 60 },
    ])
  })
  it('in the instant of the answer was answered', () => {
    expect(flagsOf('asks_person', `${text}09:01 out by agent 1`)).toEqual([])
    const answered = `${text}09:05 out by agent 1\n09:05 in asksManager`
    expect(flagsOf('asks_person', answered)).toMatchObject([{ endedAt: at('09:05'), text: 'manager' }])
  })
  it('again and for a manager is one flag until somebody answers', () => {
    const more = `${text}09:05 in asksManager\n09:06 out by agent 1\n09:07 in asksPerson`
    expect(flagsOf('asks_person', more)).toMatchObject([
      { text: 'manager', messages: ['m1.002', 'm1.003'], endedAt: at('09:06') },
      { from: at('09:07'), endedAt: null },
    ])
  })
})

describe('abuse', () => {
  it('is one flag an episode, to its close', () => {
    const text = `${opening}09:01 in abuse\n09:02 in abuse\n09:10 closed\n10:00 in abuse`
    expect(flagsOf('abuse', text)).toMatchObject([
      { id: 'abuse:v1:m1.002', raisedAt: at('09:01'), endedAt: at('09:10'), messages: ['m1.002', 'm1.003'] },
      { id: 'abuse:v1:m1.004', raisedAt: at('10:00'), endedAt: null },
    ])
    expect(flagsOf('abuse', `${opening}09:01 out by agent 1 abuse`)).toEqual([])
    expect(flagsOf('abuse', `${opening}09:01 in abuse\n09:01 closed`)).toMatchObject([
      { raisedAt: at('09:01'), endedAt: at('09:01') },
    ])
  })
})

describe('a low rating', () => {
  it('lies below the share of its scale, and ends when somebody writes, it gets better, or a week is over', () => {
    const text = `${opening}09:10 assigned 1 team 2\n09:20 closed\n`
    expect(flagsOf('low_rating', `${text}09:30 rated 2`)).toMatchObject([
      {
        id: `low_rating:v1:${at('09:30')}`,
        agent: 1,
        team: 2,
        raisedAt: at('09:30'),
        endedAt: at('+7d 09:30'),
        seconds: 0.25,
      },
    ])
    expect(flagsOf('low_rating', `${text}09:30 rated 3`)).toEqual([])
    expect(flagsOf('low_rating', `${text}09:30 rated 4 of 0 10`)).toMatchObject([{ seconds: 0.4 }])
    expect(flagsOf('low_rating', `${text}09:30 rated 1\n09:40 out by agent 1`)).toMatchObject([
      { endedAt: at('09:40') },
    ])
    expect(flagsOf('low_rating', `${text}09:30 rated 1\n09:50 rated 5`)).toMatchObject([
      { endedAt: at('09:50') },
    ])
    expect(flagsOf('low_rating', `${text}09:30 rated 1\n09:50 rated 3`)).toMatchObject([
      { endedAt: at('09:50') },
    ])
    expect(flagsOf('low_rating', `${text}09:30 out by agent 1\n09:30 rated 1`)).toMatchObject([
      { endedAt: at('+7d 09:30') },
    ])
    expect(flagsOf('low_rating', `${text}09:30 rated 3`, { threshold: 0.6 })).toHaveLength(1)
  })
})

// ── what we send ─────────────────────────────────────────────────────────────────────────────────────────────────

describe('outside the window', () => {
  it('a person or bot writes freely: flagged once until the customer writes again', () => {
    const text = `${opening}+1d 09:00:00.001 out by agent 1\n+1d 09:05 out by bot\n`
    expect(flagsOf('outside_window', text)).toMatchObject([
      {
        id: 'outside_window:v1:m1.002',
        agent: 1,
        raisedAt: at('+1d 09:00:00.001'),
        endedAt: null,
        messages: ['m1.002', 'm1.003'],
      },
    ])
    expect(flagsOf('outside_window', `${text}+1d 10:00 in`)).toMatchObject([{ endedAt: at('+1d 10:00') }])
    expect(flagsOf('outside_window', `${text}+1d 10:00 closed`)).toMatchObject([{ endedAt: at('+1d 10:00') }])
  })
  it('is no template, no automation, no phone app, and nothing within 24 or 72 hours', () => {
    expect(flagsOf('outside_window', `${opening}+1d 09:00 out by agent 1`)).toEqual([])
    for (const message of ['by agent 1 template', 'by automation', 'by app', 'by campaign'])
      expect(flagsOf('outside_window', `${opening}+2d 09:00 out ${message}`), message).toEqual([])
    expect(flagsOf('outside_window', '09:00 in ad\n+3d 09:00 out by agent 1')).toEqual([])
    expect(flagsOf('outside_window', '09:00 in ad\n+3d 09:00:00.001 out by agent 1')).toHaveLength(1)
  })
})

describe('clocks that disagree', () => {
  it('put a reply before the first message it answers: nothing was sent outside the window', () => {
    expect(flagsOf('outside_window', '08:58 out by agent 1\n09:00 in')).toEqual([])
    expect(flagsOf('outside_window', '08:55 out by bot\n09:00 in')).toEqual([])
    expect(flagsOf('outside_window', `${opening}+9d 08:58 out by agent 1\n+9d 09:00 in`)).toEqual([])
  })
  it('do so by minutes at most, and not where the message failed', () => {
    expect(flagsOf('outside_window', '08:54:59.999 out by agent 1\n09:00 in')).toMatchObject([
      { raisedAt: at('08:54:59.999'), endedAt: at('09:00') },
    ])
    expect(flagsOf('outside_window', '08:58 out by agent 1 failed\n09:00 in')).toHaveLength(1)
  })
  it('take the flag back once the customer’s message is known, and keep what was sent long before', () => {
    expect(flagsOf('outside_window', '08:58 out by agent 1')).toHaveLength(1)
    expect(flagsOf('outside_window', '08:30 out by agent 1\n08:58 out by agent 1\n09:00 in')).toMatchObject([
      { raisedAt: at('08:30'), endedAt: at('09:00'), messages: ['m1.001'] },
    ])
  })
})

describe('without opt-in', () => {
  const template = '09:00 out by campaign template 1'
  const sent = (setting: Setting, around = {}) => flagsOf('no_opt_in', template, {}, setting, around)
  it('is what we begin with a contact who never agreed, not yet, or no more', () => {
    expect(sent({})).toMatchObject([{ text: 'no_opt_in', raisedAt: at('09:00'), endedAt: null }])
    expect(sent({ optedInAt: at('09:00:00.001') })).toHaveLength(1)
    expect(sent({ optedInAt: at('09:00') })).toEqual([])
    expect(sent({ optedInAt: 1, optedOutAt: at('08:00') })).toMatchObject([{ text: 'opted_out' }])
    expect(sent({ optedInAt: 1, optedOutAt: at('09:01') })).toEqual([])
    expect(sent({ optedInAt: 2, optedOutAt: 1 })).toEqual([])
    expect(sent({ optedInAt: 1, optedOutAt: 1 })).toHaveLength(1)
    expect(sent({ optedInAt: 1, optedOutAt: at('09:00') })).toHaveLength(1)
  })
  it('where nobody’s consent is on record says only what was taken back', () => {
    expect(sent({}, { knowsConsent: false })).toEqual([])
    expect(sent({ optedOutAt: 1 }, { knowsConsent: false })).toHaveLength(1)
  })
  it('is no answer to the customer, and ends when they write', () => {
    expect(flagsOf('no_opt_in', `${opening}09:05 out by agent 1 template`)).toEqual([])
    expect(flagsOf('no_opt_in', `${template}\n10:00 in`)).toMatchObject([{ endedAt: at('10:00') }])
  })
})

describe('a contact who wants none of it', () => {
  it('is told by the platform’s code', () => {
    const text = '09:00 out by campaign template 1 failed 131050\n'
    expect(flagsOf('contact_blocked', text)).toMatchObject([
      { code: 131050, raisedAt: at('09:00:01'), endedAt: null, message: 'm1.001' },
    ])
    expect(flagsOf('contact_blocked', `${text}11:00 in`)).toMatchObject([{ endedAt: at('11:00') }])
    expect(flagsOf('contact_blocked', '09:00 out by agent 1 failed 131026')).toEqual([])
    // The platform says so after the customer wrote: nothing ends before it is raised.
    expect(flagsOf('contact_blocked', `${text}09:00:00.500 in`)).toMatchObject([
      { raisedAt: at('09:00:01'), endedAt: at('09:00:01') },
    ])
  })
})

// ── what people of ours say ──────────────────────────────────────────────────────────────────────────────────────

describe('personal data', () => {
  it('is a card or IBAN of anybody, an address in what we write, once an episode', () => {
    expect(
      flagsOf('personal_data', `${opening}09:01 in card\n09:02 out by agent 1 iban\n09:05 closed`),
    ).toMatchObject([
      {
        id: 'personal_data:v1:m1.002',
        text: 'card',
        raisedAt: at('09:01'),
        endedAt: at('09:05'),
        messages: ['m1.002', 'm1.003'],
      },
    ])
    expect(flagsOf('personal_data', `${opening}09:01 in email`)).toEqual([])
    expect(flagsOf('personal_data', `${opening}09:01 out by agent 3 email`)).toMatchObject([
      { text: 'email', agent: 3 },
    ])
  })
  it('is no address the customer wrote before', () => {
    expect(flagsOf('personal_data', `${opening}09:01 in email\n09:02 out by agent 3 email`)).toEqual([])
    expect(flagsOf('personal_data', `${opening}09:01 in email\n09:01 out by agent 3 email`)).toEqual([])
    expect(flagsOf('personal_data', `${opening}09:01 out by agent 3 email\n09:02 in email`)).toHaveLength(1)
  })
})

describe('a promise', () => {
  const tomorrow = packPromise({ kind: 'day', days: 1, minute: wholeDay })
  const inTenMinutes = packPromise({ kind: 'in', minutes: 10 })
  const promised = (promise: number, more = '') =>
    `${opening}09:01 out by agent 3 promises ${promise}\n${more}`
  it('is broken once it is due, and ends when somebody writes', () => {
    expect(flagsOf('promise', promised(tomorrow))).toMatchObject([
      { id: 'promise:v1:m1.002', agent: 3, from: at('09:01'), raisedAt: at('+2d 00:00'), endedAt: null },
    ])
    expect(flagsOf('promise', promised(tomorrow, '+2d 00:00 out by agent 1'))).toEqual([])
    expect(flagsOf('promise', promised(tomorrow, '+2d 00:00:00.001 out by agent 1'))).toMatchObject([
      { endedAt: at('+2d 00:00:00.001') },
    ])
    expect(flagsOf('promise', promised(inTenMinutes))).toMatchObject([{ raisedAt: at('09:11') }])
  })
  it('is due by the clocks of the workspace, on days of 23 and 25 hours too', () => {
    const due = (zone: string) => flagsOf('promise', promised(tomorrow), {}, {}, { zone })[0]!.raisedAt
    expect(due('Europe/Berlin')).toBe(at('+1d 22:00'))
    expect(due('America/New_York')).toBe(at('+2d 04:00'))
  })
  it('is not kept by what is said in the same breath, by a bot, or by the customer', () => {
    expect(flagsOf('promise', promised(tomorrow, '09:02 out by agent 3'))).toHaveLength(1)
    expect(flagsOf('promise', promised(tomorrow, '09:03 out by agent 3'))).toHaveLength(1)
    expect(flagsOf('promise', promised(tomorrow, '09:03:00.001 out by agent 3'))).toEqual([])
    expect(flagsOf('promise', promised(tomorrow, '12:00 out by bot\n13:00 in'))).toHaveLength(1)
  })
  it('ends with a close after it was due', () => {
    expect(flagsOf('promise', promised(tomorrow, '10:00 closed'))).toMatchObject([{ endedAt: null }])
    expect(flagsOf('promise', promised(tomorrow, '+3d 10:00 closed'))).toMatchObject([
      { endedAt: at('+3d 10:00') },
    ])
  })
})
