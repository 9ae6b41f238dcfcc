/** Metrics counted thing by thing: contacts, campaigns, what follows a close. Each figure worked out by hand. */
import { describe, expect, it } from 'vitest'
import { reasonBits, unprompted } from '../../../../src/main/metrics/bits.ts'
import type { ConversionEntry } from '../../../../src/main/metrics/special/side.ts'
import { at } from '../timelines.ts'
import type { World } from './grounds.ts'
import { explain, figure, figures } from './grounds.ts'

const hours = (count: number) => count * 3_600_000
const first = 1

describe('first contact resolution', () => {
  // 1, 2 (contact 1) about 1 and 2; 3 (contact 3) without a category; 4 (contact 3) later; 5 reopened; 6 open.
  const world: World = {
    conversations: {
      1: { contact: 1, category: 1 },
      2: { contact: 1, category: 2 },
      3: { contact: 3 },
      4: { contact: 3, category: 2 },
      5: { contact: 5, category: 1 },
    },
    rows: {
      closes: [
        { at: '10:00', conversation: 1, agent: 1 },
        { at: '11:00', conversation: 3, agent: 2 },
        { at: '12:00', conversation: 5, agent: 2 },
        { at: '09:00', conversation: 6, agent: 1, bits: reasonBits('not_closed') },
      ],
      starts: [
        { at: '+1d 09:00', conversation: 2, bits: first },
        { at: '+6d 09:00', conversation: 4, bits: first, agent: 3 },
        { at: '+2d 09:00', conversation: 5 },
      ],
    },
  }
  it('asks whether the same comes again', () => {
    // 1: its contact came back about something else: settled. 3: about anything: not. 5: reopened: not.
    expect(figure(world, 'first_contact_resolution')).toEqual({ value: 1 / 3, of: 3 })
    expect(figures(world, 'first_contact_resolution', ['agent'])).toMatchObject({
      a1: { value: 1, of: 1 },
      a2: { value: 0, of: 2 },
    })
  })
  it('asks only for some days, and whatever the filters', () => {
    // Within five days only the reopening on the third.
    expect(figure({ ...world, rules: { followUpDays: 5 } }, 'first_contact_resolution')).toEqual({
      value: 2 / 3,
      of: 3,
    })
    // a3 opened what followed 3: the filter for a2 does not hide it.
    expect(figure({ ...world, scope: { agents: ['a2'] } }, 'first_contact_resolution')).toEqual({
      value: 0,
      of: 2,
    })
  })
  it('is not spoilt by what we open, nor by what has not happened yet', () => {
    const opened: World = {
      ...world,
      rows: {
        ...world.rows,
        starts: [{ at: '+6d 09:00', conversation: 4, bits: first, opener: 'campaign' }],
      },
    }
    expect(figure(opened, 'first_contact_resolution')).toEqual({ value: 1, of: 3 })
    expect(figure({ ...world, now: '13:00' }, 'first_contact_resolution')).toEqual({ value: 1, of: 3 })
  })
  it('leaves out what is not closed', () => {
    const { included, excluded } = explain(world, 'first_contact_resolution')
    expect(included.map(({ conversation, value }) => [conversation, value])).toEqual([
      [1, 1],
      [3, 0],
      [5, 0],
    ])
    expect(excluded).toMatchObject([{ conversation: 6, reason: 'not_closed', value: null }])
  })
})

describe('repeat contacts', () => {
  it('counts openings soon after a close of the same contact', () => {
    const world: World = {
      conversations: { 1: { contact: 1 }, 2: { contact: 1 }, 3: { contact: 3 } },
      scope: { from: at('+5d 00:00'), to: at('+6d 00:00') },
      rows: {
        closes: [{ at: '12:00', conversation: 1 }],
        starts: [
          { at: '+5d 10:00', conversation: 2, bits: first, agent: 1 },
          { at: '+5d 10:00', conversation: 3, bits: first, agent: 1 },
          // A reopening is no opening.
          { at: '+5d 11:00', conversation: 1, agent: 1 },
        ],
      },
    }
    expect(figure(world, 'repeat_contacts')).toEqual({ value: 1 / 2, of: 2 })
    expect(figure({ ...world, rules: { followUpDays: 4 } }, 'repeat_contacts')).toEqual({ value: 0, of: 2 })
  })
})

describe('contacts added and removed', () => {
  const world: World = {
    rows: {},
    side: {
      contactsAdded: () => [
        { contact: 1, at: at('09:00'), addedBy: 'import' },
        { contact: 2, at: at('09:30'), addedBy: 'import' },
        { contact: 3, at: at('10:00'), addedBy: 'ad' },
      ],
      contactsRemoved: () => [{ contact: 2, at: at('11:00'), addedBy: null }],
    },
  }
  it('are counted, by how they were added', () => {
    expect(figure(world, 'contacts_added')).toEqual({ value: 3 })
    expect(figures(world, 'contacts_added', ['added-by', 'hour'])).toEqual({
      'ad/10': { value: 1 },
      'import/09': { value: 2 },
    })
    expect(figures(world, 'contacts_removed', ['added-by'])).toEqual({ '-': { value: 1 } })
    expect(explain(world, 'contacts_added').included).toMatchObject([
      { contact: 1, conversation: -1 },
      { contact: 2 },
      { contact: 3 },
    ])
  })
  it('are nobody’s: under a filter nothing is known', () => {
    expect(figure({ ...world, scope: { agents: ['a1'] } }, 'contacts_added')).toEqual({ value: null })
  })
})

describe('retention', () => {
  it('asks who of the period before is back', () => {
    const world: World = {
      scope: { from: at('+1d 00:00'), to: at('+2d 00:00') },
      conversations: {
        1: { contact: 1 },
        2: { contact: 2 },
        3: { contact: 1 },
        4: { contact: 1 },
        5: { contact: 9 },
      },
      rows: {
        starts: [
          { at: '09:00', conversation: 1, agent: 1 },
          { at: '10:00', conversation: 2, agent: 2 },
          { at: '11:00', conversation: 4, agent: 1 },
          { at: '+1d 09:00', conversation: 3, agent: 1 },
          { at: '+1d 10:00', conversation: 5, agent: 1 },
        ],
      },
    }
    // Of contacts 1 and 2 only 1 is back; 9 is new and not asked about.
    expect(figure(world, 'retention_rate')).toEqual({ value: 1 / 2, of: 2 })
    expect(figures(world, 'retention_rate', ['agent'])).toEqual({
      a1: { value: 1, of: 1 },
      a2: { value: 0, of: 1 },
    })
    // Day by day: on Tuesday 1 of Monday's two, on Wednesday none of Tuesday's two.
    const days: World = { ...world, scope: { from: at('+1d 00:00'), to: at('+3d 00:00') } }
    expect(figures(days, 'retention_rate', ['day'])).toEqual({
      '2026-05-12': { value: 1 / 2, of: 2 },
      '2026-05-13': { value: 0, of: 2 },
    })
  })
})

describe('responsiveness', () => {
  it('asks who wrote back within 72 h of those we wrote to first', () => {
    const world: World = {
      conversations: { 1: { contact: 1 }, 2: { contact: 1 }, 3: { contact: 3 }, 4: { contact: 4 } },
      rows: {
        outreach: [
          { at: '09:00', conversation: 1, opener: 'agent', bits: unprompted, values: { answered: null } },
          {
            at: '10:00',
            conversation: 2,
            opener: 'campaign',
            bits: unprompted,
            values: { answered: hours(72) },
          },
          {
            at: '09:00',
            conversation: 3,
            opener: 'api',
            bits: unprompted,
            values: { answered: hours(72) + 1 },
          },
          // Our first message in what the contact began.
          { at: '09:00', conversation: 4, opener: 'contact', values: { answered: hours(1) } },
        ],
      },
      side: {
        profiles: () =>
          new Map([
            [1, { addedBy: 'import', optedInAt: null, optedOutAt: null }],
            [3, { addedBy: 'ad', optedInAt: null, optedOutAt: null }],
          ]),
      },
    }
    expect(figure(world, 'responsiveness')).toEqual({ value: 1 / 2, of: 2 })
    expect(figures(world, 'responsiveness', ['added-by'])).toEqual({
      ad: { value: 0, of: 1 },
      import: { value: 1, of: 1 },
    })
  })
})

describe('opt-in coverage', () => {
  it('asks whether the opt-in was on record at every message', () => {
    const sent = (conversation: number, time: string) => ({ at: time, conversation, agent: 1, bits: 2 })
    const profile = (optedInAt: string | null, optedOutAt: string | null = null) => ({
      addedBy: null,
      optedInAt: optedInAt === null ? null : at(optedInAt),
      optedOutAt: optedOutAt === null ? null : at(optedOutAt),
    })
    const world: World = {
      rows: {
        messages: [
          sent(1, '09:00'),
          sent(2, '09:00'),
          sent(2, '11:00'),
          sent(3, '09:00'),
          sent(4, '09:00'),
          sent(5, '09:00'),
          { at: '09:00', conversation: 6, bits: 1 },
        ],
      },
      side: {
        profiles: () =>
          new Map([
            [1, profile('08:00')],
            // Opted out between its two messages.
            [2, profile('08:00', '10:00')],
            // Only later.
            [3, profile('10:00')],
            // Opted out once, and in again.
            [4, profile('08:00', '07:00')],
          ]),
      },
    }
    expect(figure(world, 'opt_in_coverage')).toEqual({ value: 2 / 5, of: 5 })
    expect(explain(world, 'opt_in_coverage').included.map(({ contact, value }) => [contact, value])).toEqual([
      [1, 1],
      [2, 0],
      [3, 0],
      [4, 1],
      [5, 0],
    ])
  })
})

describe('drop-off', () => {
  it('counts contacts at their furthest step', () => {
    const inbound = (conversation: number) => ({ at: '09:00', conversation, bits: 1 })
    const world: World = {
      rows: {
        messages: [1, 2, 3, 4, 5].map(inbound),
        replies: [
          { at: '09:01', conversation: 2, agent: 1 },
          { at: '09:01', conversation: 1, bits: reasonBits('no_reply_yet') },
        ],
        // 3 was closed without an answer: its furthest step is the close all the same.
        closes: [{ at: '10:00', conversation: 3 }],
        ratings: [{ at: '10:01', conversation: 4 }],
      },
      side: { conversions: () => [conversion(5, '12:00', 10, 'EUR')] },
    }
    expect(figure(world, 'drop_off')).toEqual({ value: 5 })
    expect(figures(world, 'drop_off', ['step'])).toEqual({
      answered: { value: 1 },
      converted: { value: 1 },
      rated: { value: 1 },
      received: { value: 1 },
      resolved: { value: 1 },
    })
    expect(figures({ rows: {} }, 'drop_off', ['step'])).toMatchObject({ received: { value: 0 } })
  })
})

function conversion(
  contact: number,
  time: string,
  value: number | null,
  currency: string | null,
  goal: string | null = 'purchase',
): ConversionEntry {
  return { contact, conversation: contact, at: at(time), goal, value, currency }
}

describe('campaigns', () => {
  const delivered = 2 | 4 | 8
  const world: World = {
    conversations: {
      1: { contact: 1 },
      2: { contact: 1 },
      3: { contact: 3 },
      4: { contact: 4 },
      5: { contact: 5 },
    },
    rows: {
      campaigns: [
        { at: '09:00', conversation: 1, word: 1, bits: delivered, values: { answered: null } },
        { at: '10:00', conversation: 2, word: 2, bits: delivered, values: { answered: hours(5) } },
        { at: '09:00', conversation: 3, word: 1, bits: delivered, values: { answered: hours(80) } },
        // Sent, never delivered; and one whose source reports no statuses.
        { at: '09:00', conversation: 4, word: 1, bits: 2 | 4 },
        { at: '09:00', conversation: 5, word: 1, bits: 2 },
      ],
      starts: [{ at: '09:00', conversation: 6, bits: first }],
    },
    side: {
      conversions: () => [
        conversion(1, '+3d 09:00', 10, 'EUR'),
        conversion(3, '08:00', 5, 'EUR', 'signup'),
        conversion(6, '+7d 09:00', null, null),
      ],
    },
  }
  it('are answered by contacts who were reached', () => {
    expect(figure(world, 'response_rate')).toEqual({ value: 1 / 2, of: 2 })
    expect(figures(world, 'response_rate', ['template'])).toEqual({
      'template 1': { value: 0, of: 2 },
      'template 2': { value: 1, of: 1 },
    })
    expect(explain(world, 'response_rate').excluded).toMatchObject([{ contact: 5, reason: 'no_status' }])
  })
  it('bring conversions within seven days', () => {
    // Contacts 1, 3, 4, 5 had a message, 6 a conversation; 1 and 6 converted after it, 3 before.
    expect(figure(world, 'conversion_rate')).toEqual({ value: 2 / 5, of: 5 })
    expect(figure({ ...world, now: '+2d 00:00' }, 'conversion_rate')).toEqual({ value: 0, of: 5 })
  })
  it('bring money, of one currency', () => {
    expect(figure(world, 'conversion_value')).toEqual({ value: 15, of: 2 })
    expect(figures(world, 'conversion_value', ['goal'])).toEqual({
      purchase: { value: 10, of: 1 },
      signup: { value: 5, of: 1 },
    })
    const mixed: World = {
      rows: {},
      side: { conversions: () => [conversion(1, '09:00', 10, 'EUR'), conversion(2, '09:00', 10, 'USD')] },
    }
    expect(figure(mixed, 'conversion_value')).toEqual({ value: null, of: 2 })
    expect(figure({ rows: {} }, 'conversion_value')).toEqual({ value: 0, of: 0 })
    // None states an amount: nothing is known.
    const silent: World = { rows: {}, side: { conversions: () => [conversion(1, '09:00', null, null)] } }
    expect(figure(silent, 'conversion_value')).toEqual({ value: null, of: 0 })
  })
})

describe('nps', () => {
  it('is promoters minus detractors of the ratings from 0 to 10', () => {
    const rating = (raw: number, bits = 2) => ({
      at: '09:00',
      conversation: 1,
      agent: 1,
      bits,
      values: { raw },
    })
    const world: World = {
      rows: {
        // 10, 9 promote; 8, 7 do neither; 6 detracts. A 5 of 5 is on another scale.
        ratings: [...[10, 9, 8, 7, 6].map((raw) => rating(raw)), rating(5, 1)],
        surveys: [{ at: '09:00', conversation: 2, bits: reasonBits('not_rated') }],
      },
    }
    expect(figure(world, 'nps')).toEqual({ value: 20, of: 5 })
    expect(figure({ rows: {} }, 'nps')).toEqual({ value: null, of: 0 })
    expect(explain(world, 'nps').excluded).toMatchObject([{ reason: 'not_rated' }])
  })
})

describe('audits', () => {
  const review = (agent: number, time: string, score: number, weight = 1, conversation = agent) => ({
    conversation,
    agent,
    at: at(time),
    score,
    weight,
  })
  const world: World = {
    conversations: { 1: { category: 1 }, 2: { category: 2 } },
    side: {
      reviews: (from, to) =>
        [
          review(1, '09:00', 100),
          review(1, '10:00', 50, 3),
          review(2, '11:00', 80),
          review(-1, '12:00', 0, 1, -1),
          review(1, '+1d 09:00', 0),
        ].filter((one) => one.at >= from && one.at < to),
      reviewed: () => new Set([1]),
    },
    rows: {
      closes: [
        { at: '10:00', conversation: 1, agent: 1 },
        { at: '12:00', conversation: 1, agent: 2 },
        { at: '11:00', conversation: 2, agent: 2 },
        { at: '09:00', conversation: 6, agent: 1, bits: reasonBits('not_closed') },
      ],
    },
  }
  it('score by how many chats each review stands for, for the agent reviewed', () => {
    expect(figure(world, 'audit_score')).toEqual({ value: (100 + 3 * 50 + 80) / 6, of: 4 })
    expect(figures(world, 'audit_score', ['agent'])).toEqual({
      '-': { value: 0, of: 1 },
      a1: { value: 62.5, of: 2 },
      a2: { value: 80, of: 1 },
    })
    expect(figures({ ...world, scope: { teams: ['t2'] } }, 'audit_score', ['team'])).toEqual({
      t2: { value: 80, of: 1 },
    })
    expect(figure({ ...world, scope: { categories: ['g1'] } }, 'audit_score')).toEqual({ value: 62.5, of: 2 })
    expect(figure({ rows: {} }, 'audit_score')).toEqual({ value: null, of: 0 })
    expect(explain(world, 'audit_score').included).toContainEqual({
      conversation: 2,
      k: -1,
      agent: 2,
      contact: 2,
      at: at('11:00'),
      value: 80,
    })
  })
  it('cover the closes of conversations somebody reviewed', () => {
    expect(figure(world, 'audit_coverage')).toEqual({ value: 2 / 3, of: 3 })
    expect(figures(world, 'audit_coverage', ['agent'])).toMatchObject({
      a1: { value: 1, of: 1 },
      a2: { value: 1 / 2, of: 2 },
    })
    expect(explain(world, 'audit_coverage').excluded).toMatchObject([{ reason: 'not_closed' }])
  })
})
