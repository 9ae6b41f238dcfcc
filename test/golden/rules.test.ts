/** The choices that change numbers, each on a timeline whose figures are worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { DurationFigure } from '../../src/shared/contract.ts'
import type { MetricId } from '../../src/shared/metrics.ts'
import type { NumberRules } from '../../src/shared/rules.ts'
import { defaultRules } from '../../src/shared/rules.ts'
import { explainMetric } from '../../src/main/metrics/explain.ts'
import { at } from '../main/metrics/timelines.ts'
import { ask, columnsOf, data, dictionary, scopeOf } from '../main/metrics/workspaces.ts'

type Choice = Partial<NumberRules>

const ever = { from: at('00:00'), to: at('+9d 00:00') }

/** The durations counted under a choice, longest first, in seconds. */
function durations(text: string, metric: MetricId, choice: Choice = {}): readonly (number | null)[] {
  return explained(text, metric, choice).included.map(({ value }) => value)
}

/** Why what does not count under a choice does not. */
function leftOut(text: string, metric: MetricId, choice: Choice = {}): readonly string[] {
  return explained(text, metric, choice)
    .excluded.map(({ reason }) => reason)
    .toSorted()
}

function explained(text: string, metric: MetricId, choice: Choice) {
  const rules = { ...defaultRules, ...choice }
  return explainMetric(columnsOf(text), dictionary, { metric, scope: scopeOf(ever) }, { ...data, rules })
}

/** By agent (`-` is nobody): the mean of durations, the value of all else. */
function byAgent(text: string, metric: MetricId, choice: Choice = {}) {
  const rules = { ...defaultRules, ...choice }
  const { rows } = ask(columnsOf(text), metric, ['agent'], ever, { rules })
  return Object.fromEntries(
    rows.map(([key, figure]) => [key, 'count' in figure ? figure.mean : figure.value]),
  )
}

describe('the first-response clock', () => {
  // A bot answers, hands off, the conversation goes from Zoe to Ana, who replies at 09:10.
  const handed = `
    09:00 opened by contact
    09:01 in
    09:02 out by bot
    09:04 bot_handoff
    09:05 assigned 1
    09:07 assigned 2
    09:10 out by agent 2
    09:12 bot_handoff`

  it('starts where the rules say', () => {
    const on = (firstResponseClock: NumberRules['firstResponseClock']) =>
      durations(handed, 'first_response_time', { firstResponseClock })
    // 09:00 → 09:10, 09:01 → 09:10, 09:05 → 09:10, and 09:04 → 09:10: the hand-off after the reply is none before it.
    expect(on('opening')).toEqual([600])
    expect(on('first_inbound')).toEqual([540])
    expect(on('first_assignment')).toEqual([300])
    expect(on('bot_handoff')).toEqual([360])
    // The last assignment before the reply: 09:07 → 09:10.
    expect(durations(handed, 'time_to_first_response_from_assignment')).toEqual([180])
  })

  it('counts from the last of several hand-offs, and from the opening where there is none', () => {
    const clock = { firstResponseClock: 'bot_handoff' } as const
    const twice = `
      09:00 opened by contact
      09:00 in
      09:02 bot_handoff
      09:05 bot_handoff
      09:10 out by agent 1`
    expect(durations(twice, 'first_response_time', clock)).toEqual([300])
    expect(
      durations('09:00 opened by contact\n09:01 in\n09:10 out by agent 1', 'first_response_time', clock),
    ).toEqual([600])
  })

  it('leaves out who was never assigned, and who was only after the reply', () => {
    const clock = { firstResponseClock: 'first_assignment' } as const
    const unassigned = '09:00 opened by contact\n09:00 in\n09:10 out by agent 1'
    for (const text of [unassigned, `${unassigned}\n09:11 assigned 1`]) {
      expect(durations(text, 'first_response_time', clock)).toEqual([])
      expect(leftOut(text, 'first_response_time', clock)).toEqual(['never_assigned'])
      expect(leftOut(text, 'time_to_first_response_from_assignment')).toEqual(['never_assigned'])
      expect(durations(text, 'first_response_time')).toEqual([600])
    }
  })

  it('leaves out a reply before the contact wrote, from the first inbound message', () => {
    const clock = { firstResponseClock: 'first_inbound' } as const
    const early = '09:00 opened by contact\n09:05 out by agent 1\n09:10 in'
    expect(durations(early, 'first_response_time')).toEqual([300])
    expect(leftOut(early, 'first_response_time', clock)).toEqual(['no_inbound'])
  })

  it('never starts before the customer can wait', () => {
    // An agent opens and takes it at 09:00; the contact first writes at 09:30.
    const ours =
      '09:00 opened by agent 1\n09:00 assigned 1\n09:00 out by agent 1\n09:30 in\n09:31 out by agent 1'
    // A campaign, answered a day later.
    const campaign = '09:00 opened by campaign\n09:00 out by campaign\n+1d 09:00 in\n+1d 09:01 out by agent 1'
    for (const firstResponseClock of ['opening', 'first_inbound', 'bot_handoff'] as const) {
      expect(durations(ours, 'first_response_time', { firstResponseClock })).toEqual([60])
      expect(durations(campaign, 'first_response_time', { firstResponseClock })).toEqual([60])
    }
    expect(durations(ours, 'first_response_time', { firstResponseClock: 'first_assignment' })).toEqual([60])
    expect(durations(ours, 'time_to_first_response_from_assignment')).toEqual([60])
  })

  it('starts with the reopening where somebody still has it', () => {
    const reopened = `
      09:00 opened by contact
      09:00 assigned 1
      09:10 closed
      11:00 in
      11:20 out by agent 1`
    expect(durations(reopened, 'first_response_time', { firstResponseClock: 'first_assignment' })).toEqual([
      1200,
    ])
    expect(durations(reopened, 'time_to_first_response_from_assignment')).toEqual([1200])
  })
})

describe('first responses of', () => {
  // Replied after 1 min; reopened and replied after 2; reopened and never.
  const thrice = `
    09:00 opened by contact
    09:00 in
    09:01 out by agent 1
    09:10 closed
    10:00 in
    10:02 out by agent 2
    10:10 closed
    11:00 in
    11:10 closed`

  it('every episode, or the first of the conversation that has one', () => {
    expect(durations(thrice, 'first_response_time')).toEqual([120, 60])
    expect(leftOut(thrice, 'first_response_time')).toEqual(['closed_without_reply'])
    const perConversation = { firstResponsePer: 'conversation' } as const
    expect(durations(thrice, 'first_response_time', perConversation)).toEqual([60])
    expect(leftOut(thrice, 'first_response_time', perConversation)).toEqual([
      'closed_without_reply',
      'not_first_response',
    ])
    const late = '09:00 opened by contact\n09:00 in\n09:10 closed\n10:00 in\n10:02 out by agent 2'
    expect(durations(late, 'first_response_time', perConversation)).toEqual([120])
  })

  it('whoever wrote, or whoever has the conversation now', () => {
    const passedOn = '09:00 opened by contact\n09:00 in\n09:01 out by agent 1\n09:02 assigned 2'
    expect(byAgent(passedOn, 'first_response_time')).toEqual({ a1: 60 })
    expect(byAgent(passedOn, 'first_response_time', { firstResponseCredit: 'current' })).toEqual({ a2: 60 })
    expect(byAgent(passedOn, 'first_response_in_target', { firstResponseCredit: 'current' })).toEqual({
      a2: 1,
    })
  })

  it('all conversations, or those closed by now', () => {
    const open = '09:00 opened by contact\n09:00 in\n09:01 out by agent 1\n09:02 in\n09:05 out by agent 1'
    const closedOnly = { closedOnly: true }
    expect(durations(open, 'first_response_time', closedOnly)).toEqual([])
    expect(leftOut(open, 'first_response_time', closedOnly)).toEqual(['not_closed'])
    expect(leftOut(open, 'next_response_time', closedOnly)).toEqual(['not_closed'])
    expect(durations(`${open}\n09:10 closed`, 'first_response_time', closedOnly)).toEqual([60])
    expect(durations(`${open}\n09:10 closed`, 'next_response_time', closedOnly)).toEqual([180])
    // Reopened, it is not closed by now.
    expect(durations(`${open}\n09:10 closed\n10:00 in`, 'first_response_time', closedOnly)).toEqual([])
  })
})

describe('the next response', () => {
  it('counts from the first or the last unanswered message', () => {
    // Writes at 09:05, 09:06 and 09:08; answered at 09:10.
    const text = `
      09:00 opened by contact
      09:00 in
      09:01 out by agent 1
      09:05 in
      09:06 in
      09:08 in
      09:10 out by agent 1
      09:11 out by agent 1`
    expect(durations(text, 'next_response_time')).toEqual([300])
    expect(durations(text, 'next_response_time', { unanswered: 'last' })).toEqual([120])
    expect(ask(columnsOf(text), 'next_response_in_target').total).toEqual({ value: 0, of: 1 })
    const rules = { ...defaultRules, unanswered: 'last' } as const
    expect(ask(columnsOf(text), 'next_response_in_target', [], {}, { rules }).total).toEqual({
      value: 1,
      of: 1,
    })
  })
})

describe('resolution', () => {
  // 60 min with 20 pending; closed for an hour; 30 min with 15 snoozed. Zoe has it, Ana closes, Max has it now.
  const rested = `
    09:00 opened by contact
    09:00 assigned 1
    09:30 pending
    09:50 reopened by agent 1
    10:00 closed by agent 2
    11:00 in
    11:10 snoozed
    11:25 in
    11:30 closed by agent 2
    11:40 assigned 3`
  const times = (choice: Choice) => durations(rested, 'resolution_time', choice)

  it('is each episode’s, the first opening’s, or all open spans’', () => {
    expect(times({})).toEqual([3600, 1800])
    // 09:00 → 11:30 and 09:00 → 10:00.
    expect(times({ resolution: 'first_opening' })).toEqual([9000, 3600])
    expect(times({ resolution: 'first_to_last' })).toEqual([9000])
    // 150 min without the hour closed.
    expect(times({ resolution: 'open_spans' })).toEqual([5400])
    expect(leftOut(rested, 'resolution_time', { resolution: 'open_spans' })).toEqual(['not_last_close'])
  })
  it('may leave out the time pending or snoozed', () => {
    const withoutRest = true
    // 60 − 20 and 30 − 15 minutes.
    expect(times({ withoutRest })).toEqual([2400, 900])
    // 150 − 20 − 15; the hour closed is no rest.
    expect(times({ withoutRest, resolution: 'first_to_last' })).toEqual([6900])
    // 150 − 60 − 20 − 15.
    expect(times({ withoutRest, resolution: 'open_spans' })).toEqual([3300])
    // A rest that goes on ends with the close; from pending to snoozed it is one.
    const twice = '09:00 opened by contact\n09:10 pending\n09:20 snoozed\n10:00 closed'
    expect(durations(twice, 'resolution_time', { withoutRest })).toEqual([600])
  })
  it('is credited to who was assigned, who closed, or who has it now', () => {
    const credit = (resolutionCredit: NumberRules['resolutionCredit']) =>
      byAgent(rested, 'resolution_time', { resolutionCredit })
    expect(credit('assigned')).toEqual({ a1: 2700 })
    expect(credit('closer')).toEqual({ a2: 2700 })
    expect(credit('current')).toEqual({ a3: 2700 })
  })
  it('in the target goes by the same choice', () => {
    const share = (choice: Choice) =>
      ask(columnsOf(rested), 'resolution_in_target', [], ever, { rules: { ...defaultRules, ...choice } })
        .total
    // The target is an hour: 60 and 30 min are in it, 150 min are not.
    expect(share({})).toEqual({ value: 1, of: 2 })
    expect(share({ resolution: 'first_opening' })).toEqual({ value: 1 / 2, of: 2 })
    expect(share({ resolution: 'open_spans' })).toEqual({ value: 0, of: 1 })
  })
})

describe('abandonment', () => {
  const abandoned = (text: string, abandonedAfter = 120) =>
    ask(columnsOf(text), 'abandoned', [], ever, { rules: { ...defaultRules, abandonedAfter } }).total
  const opening = '09:00 opened by contact\n09:00 in\n'

  it('is a wait beyond the limit that the close cut off; of exactly the limit it is none', () => {
    expect(abandoned(`${opening}09:02:00.001 closed`)).toEqual({ value: 1 })
    expect(abandoned(`${opening}09:02 closed`)).toEqual({ value: 0 })
    expect(abandoned(`${opening}09:02 closed`, 119)).toEqual({ value: 1 })
    expect(abandoned(`${opening}09:30 out by agent 1\n09:40 closed`)).toEqual({ value: 0 })
  })
  it('is a day of silence, on the day it ends, which a later reply does not undo', () => {
    // Last heard of at 10:00.
    const silent = `${opening}10:00 in\n`
    const on = (day: number, text: string) =>
      ask(columnsOf(text), 'abandoned', [], { from: at(`+${day}d 00:00`), to: at(`+${day + 1}d 00:00`) })
        .total
    expect(on(0, silent)).toEqual({ value: 0 })
    expect(on(1, silent)).toEqual({ value: 1 })
    expect(abandoned(`${silent}+1d 10:00 out by agent 1`)).toEqual({ value: 0 })
    expect(abandoned(`${silent}+1d 10:00:01 out by agent 1`)).toEqual({ value: 1 })
    expect(abandoned(`${silent}+1d 12:00 in\n+1d 12:01 out by agent 1`)).toEqual({ value: 1 })
  })
  it('is not seen before its day of silence is over', () => {
    const now = at('+1d 08:59')
    expect(ask(columnsOf(opening), 'abandoned', [], ever, { now }).total).toEqual({ value: 0 })
    expect(ask(columnsOf(opening), 'abandoned', [], ever, { now: at('+1d 09:00') }).total).toEqual({
      value: 1,
    })
  })
  it('counts an episode once, and nobody whom a bot settled', () => {
    expect(abandoned(`${opening}+2d 09:00 in\n+5d 09:00 closed`)).toEqual({ value: 1 })
    expect(abandoned(`${opening}09:00:10 out by bot\n09:30 closed`)).toEqual({ value: 0 })
    // Handed to a person at 09:05, nobody came.
    expect(abandoned(`${opening}09:01 out by bot\n09:05 bot_handoff\n09:30 closed`)).toEqual({ value: 1 })
    expect(abandoned(`${opening}09:01 out by bot\n09:29 bot_handoff\n09:30 closed`)).toEqual({ value: 0 })
    expect(abandoned(`${opening}09:30 closed\n11:00 in\n11:30 closed`)).toEqual({ value: 2 })
  })
  it('belongs to who had it then', () => {
    expect(byAgent(`${opening}09:01 assigned 1\n09:10 assigned 2\n09:30 closed`, 'abandoned')).toEqual({
      a2: 1,
    })
  })
})

describe('edge cases', () => {
  it('reassigned in the middle of a wait: the reply is the replier’s, the close the last one’s', () => {
    const text = `
      09:00 opened by contact
      09:00 in
      09:00 assigned 1
      09:05 assigned 2
      09:10 out by agent 2
      09:20 closed by agent 1`
    expect(byAgent(text, 'first_response_time')).toEqual({ a2: 600 })
    expect(byAgent(text, 'resolution_time')).toEqual({ a2: 1200 })
    expect(byAgent(text, 'closed_by')).toEqual({ a1: 1 })
    expect(byAgent(text, 'transferred_in')).toEqual({ a2: 1 })
    expect(byAgent(text, 'transferred_out')).toEqual({ a1: 1 })
    expect(byAgent(text, 'time_to_assignment')).toEqual({ a1: 0 })
  })
  it('two agents at once: the one who writes first answers, both handle it', () => {
    const text = `
      09:00 opened by contact
      09:00 in
      09:00 assigned 1
      09:01 out by agent 2
      09:01 out by agent 1
      09:05 in
      09:06 out by agent 1
      09:10 closed by agent 1`
    expect(byAgent(text, 'first_response_time')).toEqual({ a2: 60 })
    expect(byAgent(text, 'next_response_time')).toEqual({ a1: 60 })
    expect(byAgent(text, 'handled')).toEqual({ a2: 1, a1: 1 })
    expect(byAgent(text, 'responses_to_resolution')).toEqual({ a1: 3 })
  })
  it('no reply, and a reply after the close, are no responses', () => {
    const late = '09:00 opened by contact\n09:00 in\n09:10 closed\n09:11 out by agent 1'
    expect(durations(late, 'first_response_time')).toEqual([])
    expect(leftOut(late, 'first_response_time')).toEqual(['closed_without_reply'])
    // It was written, but not before the close.
    expect(byAgent(late, 'handled')).toEqual({ a1: 1 })
    expect(byAgent(late, 'responses_to_resolution')).toEqual({ '-': 0 })
    expect(leftOut('09:00 opened by contact\n09:00 in', 'first_response_time')).toEqual(['no_reply_yet'])
  })
  it('messages of the future are counted where they lie', () => {
    const figure = ask(
      columnsOf('09:00 opened by contact\n09:00 in\n09:30 out by agent 1'),
      'first_response_time',
      [],
      {},
      {
        now: at('00:00'),
      },
    ).total as DurationFigure
    expect(figure).toMatchObject({ count: 1, median: 1800 })
  })
})

describe('bots', () => {
  const shares = (text: string) =>
    (['bot_contained', 'bot_satisfied', 'bot_escalated'] as const).map((metric) => {
      const figure = ask(columnsOf(text), metric, [], ever).total
      return 'of' in figure ? figure.value : undefined
    })
  const opening = '09:00 opened by contact\n09:00 in\n09:01 out by bot\n'

  it('contain what nobody else had a part in', () => {
    expect(shares(`${opening}09:05 closed by bot`)).toEqual([1, 1, 0])
    expect(shares(`${opening}09:05 closed by bot\n09:06 rated 2`)).toEqual([1, 0, 0])
    // The middle of the scale is not its lower half.
    expect(shares(`${opening}09:05 closed by bot\n09:06 rated 3`)).toEqual([1, 1, 0])
    expect(shares(`${opening}09:05 closed by bot\n09:06 rated 4 of 0 10`)).toEqual([1, 0, 0])
  })
  it('escalate by a hand-off or an assignment; a person who writes unasked takes part', () => {
    expect(shares(`${opening}09:02 bot_handoff\n09:05 closed`)).toEqual([0, 0, 1])
    expect(shares(`${opening}09:02 assigned 1\n09:05 closed`)).toEqual([0, 0, 1])
    expect(shares(`${opening}09:02 out by agent 1\n09:05 closed`)).toEqual([0, 0, 0])
  })
  it('count by episode, and only those they took part in', () => {
    expect(shares('09:00 opened by contact\n09:00 in\n09:01 out by agent 1')).toEqual([null, null, null])
    // Reopened: a person settles it; the bot’s episode stays contained, and the rating is the later one’s.
    expect(
      shares(`${opening}09:05 closed by bot\n10:00 in\n10:01 out by agent 1\n10:05 closed\n10:06 rated 1`),
    ).toEqual([1, 1, 0])
    expect(shares('09:00 opened by contact\n09:00 in\n09:05 bot_resolved\n09:05 closed')).toEqual([1, 1, 0])
  })
})

describe('moods', () => {
  const negative = (text: string) => ask(columnsOf(text), 'sentiment_negative', [], ever).total
  const settled = (text: string) => ask(columnsOf(text), 'negative_resolved_in_target', [], ever).total

  it('are what the last message that was not neutral says', () => {
    expect(negative('09:00 in negative\n09:05 in neutral\n09:06 in')).toEqual({ value: 1, of: 1 })
    expect(negative('09:00 in negative\n09:05 in positive')).toEqual({ value: 0, of: 1 })
    expect(negative('09:00 in positive\n09:05 in negative')).toEqual({ value: 1, of: 1 })
    expect(negative('09:00 in neutral')).toEqual({ value: 0, of: 1 })
    expect(negative('09:00 in')).toEqual({ value: null, of: 0 })
    expect(leftOut('09:00 in', 'sentiment_negative')).toEqual(['not_scored'])
  })
  it('are settled by a person or a close, from the message that made them negative', () => {
    // Negative since 09:00, though it says so again at 09:05; 180 s are the target.
    expect(settled('09:00 in negative\n09:03 out by agent 1')).toEqual({ value: 1, of: 1 })
    expect(settled('09:00 in negative\n09:05 in negative\n09:06 out by agent 1')).toEqual({ value: 0, of: 1 })
    expect(settled('09:00 in negative\n09:01 out by bot\n09:05 closed')).toEqual({ value: 0, of: 1 })
    expect(settled('09:00 in negative\n09:02 closed')).toEqual({ value: 1, of: 1 })
    // Never settled is late, not left out.
    expect(settled('09:00 in negative')).toEqual({ value: 0, of: 1 })
    expect(settled('09:00 in positive')).toEqual({ value: null, of: 0 })
    // Turned again after it was better.
    expect(settled('09:00 in negative\n09:10 in positive\n09:20 in negative\n09:21 out by app')).toEqual({
      value: 1,
      of: 1,
    })
  })
})

describe('campaigns and cost', () => {
  it('the open rate is of campaign and template messages, read ÷ delivered', () => {
    const text = `
      09:00 out by campaign template 5 read
      09:01 out by campaign delivered
      09:02 out by agent 1 template 6 sent
      09:03 out by agent 1 read
      09:04 out by automation template 5`
    // Delivered: the first two. The agent’s plain message is none, the automation’s has no status.
    expect(ask(columnsOf(text), 'open_rate').total).toEqual({ value: 1 / 2, of: 2 })
    expect(leftOut(text, 'open_rate')).toEqual(['no_status'])
  })
  it('billable messages are those the cloud charges for, by sender', () => {
    const text = `
      09:00 out by agent 1 billable 7
      09:01 out by agent 1 unbilled 7
      09:02 out by campaign billable 8
      09:03 out by agent 1`
    expect(byAgent(text, 'billable_messages')).toEqual({ a1: 1, '-': 1 })
  })
  it('a call of the customer opens the window as a message does', () => {
    const text = '09:00 in call\n10:00 out by agent 1\n+1d 09:00:01 out by agent 1'
    expect(ask(columnsOf(text), 'sent_in_window', [], ever).total).toEqual({ value: 1 })
    expect(ask(columnsOf(text), 'sent_outside_window', [], ever).total).toEqual({ value: 1 })
    expect(ask(columnsOf(text), 'messages_received', [], ever).total).toEqual({ value: 0 })
  })
})
