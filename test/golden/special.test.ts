/**
 * Metrics of several conversations at once, from timelines through facts, columns and ground, worked out by hand. Agents
 * are engaged while their customer waits and for three minutes after a message of their own.
 */
import { describe, expect, it } from 'vitest'
import { answerSpecials, explainSpecial, specials } from '../../src/main/metrics/special/catalogue.ts'
import type { SpecialMetric } from '../../src/main/metrics/special/catalogue.ts'
import { createGround } from '../../src/main/metrics/special/ground.ts'
import type { Side } from '../../src/main/metrics/special/side.ts'
import { noSide } from '../../src/main/metrics/special/side.ts'
import type { Dimension, Scope } from '../../src/shared/contract.ts'
import { metricIds } from '../../src/shared/metrics.ts'
import { planOf } from '../../src/main/metrics/plans.ts'
import { defaultRules } from '../../src/shared/rules.ts'
import { at, timelineOf } from '../main/metrics/timelines.ts'
import { columnsOf, dictionary, scopeOf } from '../main/metrics/workspaces.ts'

const minutes = (count: number) => count * 60

const columns = columnsOf(
  // Zoe (a1) gets it at 09:02 and answers at 09:05; Ana (a2) takes the next wait over in its midst.
  timelineOf(
    `09:00 opened by contact
     09:00 in
     09:02 assigned 1
     09:05 out by agent 1 delivered
     09:20 in
     09:22 assigned 2
     09:24 out by agent 2 delivered
     09:40 closed by agent 2 category 1
     09:41 surveyed
     09:42 rated 5`,
    { conversation: 1, contact: 1 },
  ),
  // Zoe answers here while the first one still has her attention.
  timelineOf(
    `09:04 opened by contact
     09:04 in
     09:04 assigned 1
     09:07 out by agent 1 delivered
     09:30 closed by agent 1 category 2`,
    { conversation: 2, contact: 2, channel: 2 },
  ),
  // A campaign, answered a day later: nobody has it yet.
  timelineOf(
    `08:00 out by campaign template delivered
     +1d 10:00 in`,
    { conversation: 3, contact: 3 },
  ),
  // The contact of the first comes back about something else, after two days.
  timelineOf(`+2d 12:00 opened by contact\n+2d 12:00 in`, { conversation: 4, contact: 1, channel: 2 }),
)

const side: Side = {
  ...noSide,
  conversions: () => [
    { contact: 3, conversation: 3, at: at('+1d 11:00'), goal: 'purchase', value: 20, currency: 'EUR' },
  ],
}

function groundOf(by: readonly Dimension[], scope: Partial<Scope>, now: string) {
  const subject = { columns, dictionary, scope: scopeOf(scope), now: at(now) }
  return createGround(subject, by, { rules: defaultRules, side })
}

function ask(metric: SpecialMetric, scope: Partial<Scope> = {}, now = '+9d 00:00') {
  return answerSpecials(groundOf([], scope, now), [metric]).figureOf(metric, [])
}

function askBy(metric: SpecialMetric, by: readonly Dimension[], scope: Partial<Scope> = {}) {
  const answer = answerSpecials(groundOf(by, scope, '+9d 00:00'), [metric])
  const name = (keys: readonly (string | null)[]) => keys.map((key) => key ?? '-').join('/')
  return Object.fromEntries(answer.keys.map((keys) => [name(keys), answer.figureOf(metric, keys)]))
}

describe('special metrics', () => {
  it('are those no rows of one conversation can tell', () => {
    const planned = metricIds.filter((metric) => planOf(metric, defaultRules).shape === 'special')
    expect(Object.keys(specials).toSorted()).toEqual(planned.toSorted())
  })
})

describe('load', () => {
  it('is what ran at all, agent by agent', () => {
    // Zoe: 1 from 09:02 (waiting) to 09:08 (3 min after her message) and 09:20–09:22; 2 from 09:04 to 09:10: 8 + 2 min.
    // Ana: 09:22–09:24 waiting and to 09:27: 5 min.
    expect(askBy('engaged_time', ['agent'])).toEqual({
      a1: { value: minutes(10) },
      a2: { value: minutes(5) },
    })
    expect(ask('engaged_time')).toEqual({ value: minutes(15) })
  })
  it('is shared where it ran at once', () => {
    // Zoe’s 1: 2 + 4/2 + 2 = 6; her 2: 4/2 + 2 = 4; Ana’s 1: 5. Mean and median 5.
    expect(ask('handle_time')).toMatchObject({
      count: 3,
      mean: minutes(5),
      median: minutes(5),
      max: minutes(6),
    })
    // Zoe: 6 + 2 and 6 of 10 minutes; with Ana 19 of 15.
    expect(askBy('concurrency', ['agent'])).toMatchObject({ a1: { value: 1.4 }, a2: { value: 1 } })
    expect(ask('concurrency')).toEqual({ value: 19 / 15, of: 3 })
  })
  it('is set against the time somebody was there, here estimated', () => {
    // Zoe from her message at 09:05 to her close at 09:30, engaged 5 + 2 of 25 min; Ana 09:24–09:40, engaged 3 of 16.
    expect(askBy('occupancy', ['agent'])).toEqual({
      a1: { value: 7 / 25, of: minutes(25), estimated: true },
      a2: { value: 3 / 16, of: minutes(16), estimated: true },
    })
    expect(ask('utilization')).toEqual({ value: 10 / 41, of: minutes(41), estimated: true })
  })
})

describe('state', () => {
  const until = (time: string) => ({ to: at(time) })
  it('is that of a moment', () => {
    // The campaign’s conversation is open too, and nobody’s.
    expect(ask('open_now', until('09:21'))).toEqual({ value: 3 })
    expect(ask('waiting_now', until('09:21'))).toEqual({ value: 1 })
    expect(ask('longest_wait', until('09:21'))).toEqual({ value: minutes(1) })
    // A reassignment changes who has it, not since when the customer waits.
    expect(ask('longest_wait', until('09:23'))).toEqual({ value: minutes(3) })
    expect(ask('unassigned_now', until('09:01'))).toEqual({ value: 2 })
    expect(ask('unassigned_now', until('09:21'))).toEqual({ value: 1 })
  })
  it('knows what is still open when asked', () => {
    expect(ask('waiting_now', { to: at('+2d 00:00') }, '+1d 11:00')).toEqual({ value: 1 })
    expect(ask('longest_wait', { to: at('+2d 00:00') }, '+1d 11:00')).toEqual({ value: minutes(60) })
  })
})

describe('what follows', () => {
  it('tells what was settled at first contact', () => {
    // 1 is about order; its contact comes back with no category yet: not the same. 2 is never heard of again.
    expect(ask('first_contact_resolution')).toEqual({ value: 1, of: 2 })
    expect(askBy('repeat_contacts', ['channel'], { from: at('+2d 00:00'), to: at('+3d 00:00') })).toEqual({
      c2: { value: 1, of: 1 },
    })
  })
  it('tells what a campaign brought', () => {
    // 26 h after it the contact wrote, 27 h after it bought for 20 euros.
    expect(ask('response_rate')).toEqual({ value: 1, of: 1 })
    expect(ask('responsiveness')).toEqual({ value: 1, of: 1 })
    expect(ask('conversion_rate')).toEqual({ value: 1 / 3, of: 3 })
    expect(ask('conversion_value')).toEqual({ value: 20, of: 1 })
    expect(ask('opt_in_coverage')).toEqual({ value: 0, of: 3 })
  })
  it('tells how far contacts got', () => {
    // 1 rated, 2 was closed; 3 wrote only on Tuesday.
    expect(askBy('drop_off', ['step'])).toMatchObject({ resolved: { value: 1 }, rated: { value: 1 } })
  })
  it('tells who came again', () => {
    // On Monday 1, 2 and 3; on Tuesday nobody begins anything.
    expect(ask('retention_rate', { from: at('+1d 00:00'), to: at('+2d 00:00') })).toEqual({ value: 0, of: 3 })
  })
})

describe('evidence', () => {
  it('is what each figure is made of', () => {
    for (const metric of Object.keys(specials) as SpecialMetric[]) {
      const { figure, included } = explainSpecial(groundOf([], {}, '+9d 00:00'), metric, [])
      if ('count' in figure) expect(included).toHaveLength(figure.count)
      else if (metric === 'engaged_time')
        expect(included.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(figure.value ?? 0, 6)
      else if (figure.of !== undefined && !['occupancy', 'utilization', 'conversion_value'].includes(metric))
        expect(included).toHaveLength(figure.of)
    }
  })
})
