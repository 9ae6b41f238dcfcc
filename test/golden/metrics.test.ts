/** Every metric of the catalogue over one small workspace, each figure worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { DurationFigure } from '../../src/shared/contract.ts'
import type { MetricId } from '../../src/shared/metrics.ts'
import { at, monday, timelineOf } from '../main/metrics/timelines.ts'
import { ask, columnsOf, countedMetrics } from '../main/metrics/workspaces.ts'

// Zoe is a1 (Billing), Ana a2 (Sales), Max a3 (no team).
const columns = columnsOf(
  // One: a contact writes, Zoe answers twice, passes it on to Ana, who closes. Reopened by a message, closed again.
  timelineOf(
    `09:00:00 opened by contact
     09:00:00 in neutral language 1
     09:00:30 assigned 1 team 1
     09:01:00 out by agent 1 read
     09:05:00 in negative language 1
     09:05:00 in
     09:07:00 out by agent 1 delivered
     09:10:00 assigned 2 team 2
     09:11:00 out by agent 2 failed 131047
     09:20:00 closed by agent 2 category 1
     09:20:00 surveyed
     09:21:00 rated 5
     11:00:00 in
     11:40:00 out by agent 1 sent
     13:00:00 closed by agent 1`,
    { conversation: 1, contact: 1, channel: 1 },
  ),
  // Two: a bot settles it alone.
  timelineOf(
    `10:00 opened by contact
     10:00 in positive language 1
     10:01 out by bot read
     10:05 closed by bot category 2
     10:05 surveyed`,
    { conversation: 2, contact: 2, channel: 1 },
  ),
  // Three: a campaign; the contact answers the day after, a person in the phone app replies. Not closed.
  timelineOf(
    `12:00 out by campaign template 5 delivered billable 7
     +1d 12:00 in
     +1d 12:10 out by app`,
    { conversation: 3, contact: 3, channel: 2 },
  ),
  // Four: the contact of one again, nobody replies. Closed by nobody known.
  timelineOf(
    `15:00 opened by contact
     15:00 in negative language 2
     15:30 closed`,
    { conversation: 4, contact: 1, channel: 2 },
  ),
  // Five: late, the contact of two; still open.
  timelineOf(`23:00 opened by contact\n23:00 in`, { conversation: 5, contact: 2 }),
)
// One on Sunday at 23:00; its contact returns on Monday, another comes for the first time.
const columnsWithSunday = columnsOf(
  { ...timelineOf('', { conversation: 5, contact: 2 }), openedAt: monday - 3_600_000 },
  timelineOf('10:00 opened by contact\n10:00 in', { conversation: 6, contact: 2 }),
  timelineOf('10:00 opened by contact\n10:00 in', { conversation: 7, contact: 9 }),
)

const seconds = (count: number, mean: number, median: number, p90: number, min: number, max: number) => ({
  count,
  mean,
  median,
  p90,
  min,
  max,
})

/** Monday's totals. */
const totals: Partial<Record<MetricId, object>> = {
  // One, two, three, four, five.
  conversations_opened: { value: 5 },
  conversations_reopened: { value: 1 },
  conversations_closed: { value: 4 },
  // One 4, two 1, four 1, five 1; the campaign's answer is of Tuesday.
  messages_received: { value: 7 },
  // One 4, two 1 (bot), three 1 (campaign).
  messages_sent: { value: 6 },
  messages_delivered: { value: 4 },
  messages_read: { value: 2 },
  messages_failed: { value: 1 },
  delivery_rate: { value: 4 / 6, of: 6 },
  read_rate: { value: 2 / 4, of: 4 },
  read_of_sent: { value: 2 / 6, of: 6 },
  failure_rate: { value: 1 / 6, of: 6 },
  engagement: { value: 7 / 4, of: 4 },
  sent_in_window: { value: 5 },
  sent_outside_window: { value: 1 },
  // One: 60 s, and 40 min after it was reopened.
  first_response_time: seconds(2, 1230, 1230, 2400, 60, 2400),
  // One: two messages at 09:05, one wait.
  next_response_time: seconds(1, 120, 120, 120, 120, 120),
  // 20 min, 2 h, 5 min, 30 min.
  resolution_time: seconds(4, 2625, 1500, 7200, 300, 7200),
  time_to_assignment: seconds(1, 30, 30, 30, 30, 30),
  first_response_in_target: { value: 1 / 2, of: 2 },
  resolution_in_target: { value: 3 / 4, of: 4 },
  assigned: { value: 1 },
  handled: { value: 1 },
  closed_by: { value: 2 },
  transferred_in: { value: 1 },
  transferred_out: { value: 1 },
  csat_score: { value: 1, of: 1 },
  csat_average: { value: 5, of: 1 },
  csat_response_rate: { value: 1 / 2, of: 2 },
  contacts_new: { value: 3 },
  contacts_returning: { value: 0 },
  // One: from 09:05 a wait of exactly the limit; the failed message; from 11:00 a first response that was late, a wait, and
  // unresolved. Three: written to without an opt-in. Four: the three of 11:00 and a mood nobody settled. Five: those three.
  flags_raised: { value: 5 + 1 + 4 + 3 },
  // One: 30 s after it was assigned; reopened at 11:00 as Ana's already, so from then on: 40 min.
  time_to_first_response_from_assignment: seconds(2, 1215, 1215, 2400, 30, 2400),
  // One: exactly the 120 s of the target.
  next_response_in_target: { value: 1, of: 1 },
  // Four: half an hour, then closed. Five waits from 23:00 on: 24 h of silence end on Tuesday. The bot's answered by the bot.
  abandoned: { value: 1 },
  // At their closes: one 3 (the failed one was written too), then 4; two 0, four 0.
  responses_to_resolution: { value: 7 / 4, of: 4 },
  // One 6, then 8; two 2, four 1.
  messages_per_conversation: { value: 17 / 4, of: 4 },
  // One and four of one, two and four: what nobody could score says nothing.
  sentiment_negative: { value: 2 / 3, of: 3 },
  // One: answered after 120 s of at most 180. Four: closed after half an hour.
  negative_resolved_in_target: { value: 1 / 2, of: 2 },
  // Two.
  bot_contained: { value: 1, of: 1 },
  bot_satisfied: { value: 1, of: 1 },
  bot_escalated: { value: 0, of: 1 },
  // Three: delivered, not read.
  open_rate: { value: 0, of: 1 },
  billable_messages: { value: 1 },
}

describe('every metric of the catalogue', () => {
  it('is in the table', () => {
    expect(Object.keys(totals).toSorted()).toEqual([...countedMetrics].toSorted())
  })
  it.each(Object.entries(totals))('%s', (metric, expected) => {
    expect(ask(columns, metric as MetricId).total).toMatchObject(expected)
  })
  it('gives nothing for a period without data: null, and 0 for counts', () => {
    for (const metric of countedMetrics) {
      const { total } = ask(columns, metric, [], { from: at('+5d 00:00'), to: at('+6d 00:00') })
      if ('count' in total)
        expect(total).toEqual({
          count: 0,
          mean: null,
          median: null,
          p90: null,
          min: null,
          max: null,
          buckets: [0, 0, 0, 0, 0, 0, 0],
        })
      else if (total.of === undefined) expect(total).toEqual({ value: 0 })
      else expect(total).toEqual({ value: null, of: 0 })
    }
  })
})

/** Who each figure belongs to, on Monday; `-` is nobody. Sorted by name: Ana (a2) before Zoe (a1). */
const byAgent: Partial<Record<MetricId, Readonly<Record<string, number | null>>>> = {
  // Nobody had the one of Zoe's as it began; she was the first to get it.
  conversations_opened: { a1: 1, '-': 4 },
  // Still assigned to Ana when the contact wrote again.
  conversations_reopened: { a2: 1 },
  conversations_closed: { a2: 2, '-': 2 },
  messages_received: { a2: 1, a1: 2, '-': 4 },
  messages_sent: { a2: 1, a1: 3, '-': 2 },
  messages_failed: { a2: 1 },
  first_response_time: { a1: 1230 },
  next_response_time: { a1: 120 },
  resolution_time: { a2: 4200, '-': 1050 },
  time_to_assignment: { a1: 30 },
  assigned: { a2: 1, a1: 1 },
  handled: { a2: 1, a1: 1 },
  closed_by: { a2: 1, a1: 1 },
  transferred_in: { a2: 1 },
  transferred_out: { a1: 1 },
  csat_average: { a2: 5 },
  time_to_first_response_from_assignment: { a1: 1215 },
  next_response_in_target: { a1: 1 },
  abandoned: { '-': 1 },
  // Both of one were Ana's at their close: 3 and 4 replies, 6 and 8 messages.
  responses_to_resolution: { a2: 3.5, '-': 0 },
  messages_per_conversation: { a2: 7, '-': 1.5 },
  // One was Zoe's when it turned; two and four nobody's.
  sentiment_negative: { a1: 1, '-': 1 / 2 },
  negative_resolved_in_target: { a1: 1, '-': 0 },
  bot_contained: { '-': 1 },
  open_rate: { '-': 0 },
  billable_messages: { '-': 1 },
}

describe('credit', () => {
  it.each(Object.entries(byAgent))('of %s', (metric, expected) => {
    const rows = ask(columns, metric as MetricId, ['agent']).rows.map(([key, figure]) => [
      key,
      'count' in figure ? figure.mean : figure.value,
    ])
    expect(Object.fromEntries(rows)).toEqual(expected)
    expect(rows.map(([key]) => key)).toEqual(Object.keys(expected))
  })
  it('of a team goes with the agent’s first team, else with the team in force', () => {
    const rows = (metric: MetricId) => ask(columns, metric, ['team']).rows
    expect(rows('messages_sent')).toEqual([
      ['t1', { value: 3 }],
      ['t2', { value: 1 }],
      ['-', { value: 2 }],
    ])
    expect(ask(columns, 'messages_sent', [], { teams: ['t2'] }).total).toEqual({ value: 1 })
    const withoutTeam = columnsOf(
      '09:00 opened by contact\n09:00 assigned 3 team 2\n09:01 in\n09:02 out by agent 3',
    )
    expect(ask(withoutTeam, 'messages_sent', ['team']).rows).toEqual([['t2', { value: 1 }]])
  })
})

describe('dimensions', () => {
  it('by error, author and opener', () => {
    expect(ask(columns, 'messages_failed', ['error']).rows).toEqual([['131047', { value: 1 }]])
    expect(ask(columns, 'messages_sent', ['author']).rows).toEqual([
      ['agent', { value: 4 }],
      ['bot', { value: 1 }],
      ['campaign', { value: 1 }],
    ])
    expect(ask(columns, 'conversations_opened', ['opened-by']).rows).toEqual([
      ['contact', { value: 4 }],
      ['campaign', { value: 1 }],
    ])
  })
  it('by category and channel, alone and together', () => {
    expect(ask(columns, 'conversations_opened', ['category']).rows).toEqual([
      ['order', { value: 1 }],
      ['refund', { value: 1 }],
      ['-', { value: 3 }],
    ])
    expect(ask(columns, 'conversations_opened', ['channel', 'category']).rows).toEqual([
      ['c1/order', { value: 1 }],
      ['c1/refund', { value: 1 }],
      ['c1/-', { value: 1 }],
      ['c2/-', { value: 2 }],
    ])
    expect(
      ask(columns, 'conversations_opened', [], { channels: ['c1'], categories: ['order'] }).total,
    ).toEqual({
      value: 1,
    })
  })
  it('shows days and hours without data', () => {
    const week = { from: at('00:00') - 86_400_000, to: at('+3d 00:00') }
    expect(ask(columns, 'messages_received', ['day'], week).rows).toEqual([
      ['2026-05-10', { value: 0 }],
      ['2026-05-11', { value: 7 }],
      ['2026-05-12', { value: 1 }],
      ['2026-05-13', { value: 0 }],
    ])
    expect(ask(columns, 'messages_received', ['hour']).rows).toHaveLength(24)
    expect(ask(columns, 'messages_received', ['weekday-hour']).rows[9]).toEqual(['1-09', { value: 3 }])
    const [, figure] = ask(columns, 'first_response_time', ['day'], week).rows[0]!
    expect((figure as DurationFigure).median).toBeNull()
    expect(ask(columns, 'messages_sent', ['day', 'author'], week).rows).toHaveLength(4 * 4)
  })
})

type Rating = readonly [score: number, min: number, max: number]

describe('ratings', () => {
  const rated = (...ratings: Rating[]) =>
    columnsOf({
      ...timelineOf('09:00 in'),
      ratings: ratings.map(([score, min, max], index) => ({ at: at('10:00') + index, score, min, max })),
    })

  it('count in the top two of their scale, and on one of two in the upper', () => {
    const score = (...ratings: Rating[]) => ask(rated(...ratings), 'csat_score').total
    expect(score([3, 1, 5], [4, 1, 5], [5, 1, 5])).toEqual({ value: 2 / 3, of: 3 })
    expect(score([8, 0, 10], [9, 0, 10])).toEqual({ value: 1 / 2, of: 2 })
    expect(score([0, 0, 1], [1, 0, 1])).toEqual({ value: 1 / 2, of: 2 })
  })
  it('are averaged on a scale of 1 to 5', () => {
    const average = (...ratings: Rating[]) => ask(rated(...ratings), 'csat_average').total
    expect(average([2, 1, 5], [5, 1, 5])).toEqual({ value: 3.5, of: 2 })
    expect(average([0, 0, 10], [10, 0, 10])).toEqual({ value: 3, of: 2 })
  })
})

describe('contacts', () => {
  it('are new with their first episode ever, returning after one before the period', () => {
    expect(ask(columnsWithSunday, 'contacts_new').total).toEqual({ value: 1 })
    expect(ask(columnsWithSunday, 'contacts_returning').total).toEqual({ value: 1 })
  })
  it('are new on one day and returning on the next, within one period', () => {
    const period = { from: monday - 86_400_000, to: at('+1d 00:00') }
    expect(ask(columnsWithSunday, 'contacts_new', [], period).total).toEqual({ value: 2 })
    expect(ask(columnsWithSunday, 'contacts_returning', [], period).total).toEqual({ value: 0 })
    expect(ask(columnsWithSunday, 'contacts_returning', ['day'], period).rows).toEqual([
      ['2026-05-10', { value: 0 }],
      ['2026-05-11', { value: 1 }],
    ])
  })
})

describe('periods', () => {
  it('a campaign’s answer is measured on the day of the reply, from the contact’s message', () => {
    const tuesday = { from: at('+1d 00:00'), to: at('+2d 00:00') }
    expect(ask(columns, 'first_response_time', ['agent'], tuesday).rows).toEqual([
      ['-', expect.objectContaining({ count: 1, mean: 600 })],
    ])
    expect(ask(columns, 'sent_in_window', [], tuesday).total).toEqual({ value: 0 })
    expect(ask(columns, 'sent_outside_window', [], tuesday).total).toEqual({ value: 0 })
  })
  it('cut days by the zone, 23 and 25 hours long where it says so', () => {
    const hourly = timelineOf(
      Array.from({ length: 72 }, (_, hour) => {
        const day = Math.floor(hour / 24)
        return `+${day}d ${String(hour % 24).padStart(2, '0')}:00 in`
      }).join('\n'),
    )
    const shifted = (to: number) => {
      const by = to - monday
      return columnsOf({ ...hourly, messages: hourly.messages.map((m) => ({ ...m, at: m.at + by })) })
    }
    const berlin = (day: number) => ({
      from: day - 4 * 3_600_000,
      to: day + 50 * 3_600_000,
      zone: 'Europe/Berlin',
    })
    const counts = (day: number) =>
      Object.fromEntries(
        ask(shifted(day - 86_400_000), 'messages_received', ['day'], berlin(day)).rows.map(
          ([key, figure]) => [key, (figure as { value: number }).value],
        ),
      )
    expect(counts(Date.UTC(2026, 2, 29))).toMatchObject({ '2026-03-29': 23, '2026-03-30': 24 })
    expect(counts(Date.UTC(2026, 9, 25))).toMatchObject({ '2026-10-25': 25 })
  })
})

describe('flags', () => {
  it('are not counted before they are raised', () => {
    const waiting = columnsOf('09:00 opened by contact\n09:00 in')
    expect(ask(waiting, 'flags_raised', [], {}, { now: at('09:01:59.999') }).total).toEqual({ value: 0 })
    // A wait and a late first response; then it is unresolved, too.
    expect(ask(waiting, 'flags_raised', [], {}, { now: at('09:02') }).total).toEqual({ value: 2 })
    expect(ask(waiting, 'flags_raised', [], {}, { now: at('09:05') }).total).toEqual({ value: 3 })
  })
})
