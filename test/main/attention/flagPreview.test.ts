import { describe, expect, it } from 'vitest'
import { defaultFlagRules, type FlagRule, type FlagRuleId } from '../../../src/shared/flags.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache } from '../../support/database.ts'
import { company, day, start } from '../lists/world.ts'
import { flagStore } from './flagStore.ts'

const minute = 60_000

/** Chats in which the customer waited one minute, two minutes, and so on, an hour apart; the last one still waits. */
function storeOf(waits: number) {
  const cache = temporaryCache()
  const chats = Array.from({ length: waits }, (_, index): readonly RecordInput[] => {
    const at = start + index * 60 * minute
    const id = `v${index + 1}`
    return [
      { kind: 'conversation', id, contact: 'p0', channel: 'c0', openedAt: at },
      {
        kind: 'message',
        id: `${id}.in`,
        conversation: id,
        at,
        direction: 'in',
        content: { type: 'text', text: '?' },
      },
      {
        kind: 'message',
        id: `${id}.out`,
        conversation: id,
        at: at + (index + 1) * minute,
        direction: 'out',
        author: { type: 'agent', id: 'a0' },
        content: { type: 'text', text: '!' },
      },
    ]
  })
  apply(cache, records(...company, ...chats.flat()))
  const store = flagStore({ cache })
  store.clock.now = start + day
  const preview = (rule: FlagRuleId, change: Partial<FlagRule>) =>
    store.api.previewFlagRule({ rule, change: { ...defaultFlagRules[rule], ...change }, zone: 'UTC' })
  return { ...store, preview }
}

describe('what a changed rule would have flagged', () => {
  it('is, unchanged, what was flagged', async () => {
    const { preview, api } = storeOf(5)
    const same = await preview('unresolved', {})
    expect(same).toMatchObject({ raised: 1, raisedNow: 1, flagged: 1, of: 5, matchesEverything: false })
    const { rows } = await api.flags({
      scope: { from: 0, to: 8.64e15, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] },
      state: 'all',
      rules: ['unresolved'],
      after: null,
      limit: 5,
    })
    expect(same.examples).toEqual(rows)
  })

  it('is counted by local day, and said where it is nearly everything', async () => {
    const { preview, clock } = storeOf(11)
    expect(await preview('unresolved', { threshold: 120 })).toMatchObject({
      raised: 10,
      raisedNow: 7,
      flagged: 10,
      of: 11,
      matchesEverything: true,
    })
    const strict = await preview('unresolved', { threshold: 180 })
    expect(strict).toMatchObject({
      from: clock.now - 7 * day,
      to: clock.now,
      raised: 9,
      matchesEverything: false,
    })
    expect(strict.byDay).toHaveLength(8)
    expect(strict.byDay.slice(-2)).toEqual([
      { day: '2026-05-04', raised: 9 },
      { day: '2026-05-05', raised: 0 },
    ])
    expect(strict.examples).toHaveLength(5)
    expect(await preview('unresolved', { on: false })).toMatchObject({
      raised: 0,
      raisedNow: 7,
      examples: [],
    })
  })

  it('is told of agents and of people’s own flags too', async () => {
    const { preview, api } = storeOf(3)
    await api.raiseFlag({ conversation: 'v1', message: 'v1.in', text: 'look', severity: 'danger', by: null })
    expect(await preview('by_hand', {})).toMatchObject({ raised: 1, raisedNow: 1, of: 3 })
    expect(await preview('overloaded', { threshold: 0.1 })).toMatchObject({ raised: 1, raisedNow: 0, of: 6 })
  })

  it.each([
    [
      'unresolved',
      { threshold: -1 },
      /^unresolved\.threshold: must be more than 0; nothing was looked at\.$/,
    ],
    ['unresolved', { threshold: Number.NaN }, /^unresolved\.threshold: is no number;/],
    ['unresolved', { threshold: Number.POSITIVE_INFINITY }, /^unresolved\.threshold: is no number;/],
    ['waiting', { threshold: 1e12 }, /^waiting\.threshold: is at most a year;/],
    ['failing_channel', { threshold: 20 }, /^failing_channel\.threshold: is a share of at most 5/],
    ['abuse', { threshold: 1 }, /^abuse\.threshold: must be null: the rule has none;/],
    ['waiting', { hours: 'lunar' }, /^waiting\.hours: is none of /],
    ['waiting', { extra: true }, /^waiting: .*extra.*; nothing was looked at\.$/],
    ['constructor', {}, /^There is no rule "constructor"; nothing was looked at\.$/],
    [null, {}, /^There is no rule "null";/],
  ])('is refused in a sentence where it cannot be asked: %s %j', async (rule, change, sentence) => {
    const { preview } = storeOf(1)
    await expect(preview(rule as FlagRuleId, change as Partial<FlagRule>)).rejects.toThrow(sentence)
  })

  it('is refused for a zone there is none of, and for no query at all', async () => {
    const { api } = storeOf(1)
    const change = defaultFlagRules.waiting
    const nowhere = api.previewFlagRule({ rule: 'waiting', change, zone: 'Mars/Olympus' })
    await expect(nowhere).rejects.toThrow(/^zone: is no time zone/)
    await expect(api.previewFlagRule(null as never)).rejects.toThrow(/^There is no rule "undefined"/)
  })
})
