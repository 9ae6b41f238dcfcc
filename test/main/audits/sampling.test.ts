import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../../src/main/store/database.ts'
import type { SampleRecipe, Scorecard } from '../../../src/shared/audits.ts'
import {
  cardOf,
  day,
  hour,
  minute,
  may,
  monday,
  openOffice,
  recipeOf,
  type Chat,
  type Office,
} from './office.ts'
import { criterion } from '../../support/criteria.ts'

const agents = ['ana', 'ben', 'eva'] as const
const many: readonly Chat[] = Array.from({ length: 60 }, (_, index) => ({
  id: `c${index}`,
  agent: agents[index % 7 === 0 ? 2 : index % 2]!,
  at: monday + (index % 20) * day + (8 + (index % 5)) * hour,
  replies: 1 + (index % 4),
  category: index % 3 === 0 ? 'order' : 'refund',
}))

let office: Office
let card: Scorecard
const preview = (more: Partial<SampleRecipe> = {}) => office.reads.previewSample(recipeOf(card, more))
const idsOf = async (more: Partial<SampleRecipe> = {}) =>
  (await preview(more)).conversations.map(({ conversation }) => conversation)

async function open(chats: readonly Chat[]): Promise<void> {
  office = openOffice(chats)
  card = await office.writes.saveScorecard(cardOf(criterion('greeting')))
}

beforeEach(() => open(many))

describe('a plain draw', () => {
  it('is the same for the same recipe and another for another seed', async () => {
    const drawn = await idsOf()
    expect(drawn).toHaveLength(10)
    expect(new Set(drawn).size).toBe(10)
    expect(await idsOf()).toEqual(drawn)
    expect(await idsOf({ seed: 4712 })).not.toEqual(drawn)
  })

  it('does not depend on the order in which chats came', async () => {
    const drawn = await idsOf()
    await open(many.toReversed())
    expect(await idsOf()).toEqual(drawn)
  })

  it('changes by one place at most when a chat comes to it', async () => {
    const drawn = new Set(await idsOf())
    office.addChats({ id: 'newcomer' })
    const after = await idsOf()
    expect(after.filter((id) => !drawn.has(id)).length).toBeLessThanOrEqual(1)
  })

  it('draws the fewer where a larger one draws more', async () => {
    const [few, more] = [await idsOf({ size: 5 }), await idsOf({ size: 25 })]
    expect(more.slice(0, 5)).toEqual(few)
  })

  it('draws from fewer chats whatever of them it draws from all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.maxSafeInteger(), async (size, seed) => {
        const fromAll = await preview({ size, seed })
        const fromHers = await idsOf({ size, seed, scope: { ...may, agents: ['ana'] } })
        for (const { conversation, agent } of fromAll.conversations)
          if (agent === 'ana') expect(fromHers).toContain(conversation)
      }),
      { numRuns: 25 },
    )
  })

  it('gives every chat the same chance', async () => {
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 300; seed++)
      for (const id of await idsOf({ seed, size: 20 })) counts.set(id, (counts.get(id) ?? 0) + 1)
    // 300 draws of a third: 100 each, spread √(300 · ⅓ · ⅔) ≈ 8.2; χ² of 59 degrees is below 98 in 999 of 1000.
    const squares = [...counts.values()].reduce(
      (sum, count) => sum + (count - 100) ** 2 / (300 / 3) / (2 / 3),
      0,
    )
    expect(counts.size).toBe(60)
    expect(squares * (59 / 60)).toBeLessThan(98)
  })
})

describe('what is drawn from', () => {
  it('is what a person wrote in, in the period, about whoever wrote most', async () => {
    await open([
      { id: 'ana', agent: 'ana' },
      { id: 'handed over', agent: 'ben', replies: 3 },
      { id: 'only asked', agent: null, assigned: 'eva' },
      { id: 'nobody', agent: null, assigned: null },
      { id: 'phone', agent: 'app', assigned: 'eva' },
      { id: 'april', at: monday - 5 * day },
    ])
    office.add({
      kind: 'message',
      id: 'late',
      conversation: 'handed over',
      at: monday + 9 * hour + 10 * minute,
      direction: 'out',
      author: { type: 'agent', id: 'eva' },
      content: { type: 'text', text: 'Anything else?' },
    })
    const { conversations, candidates, coverage } = await preview()
    expect(candidates).toBe(3)
    expect(Object.fromEntries(conversations.map(({ conversation, agent }) => [conversation, agent]))).toEqual(
      {
        ana: 'ana',
        'handed over': 'ben',
        phone: 'eva',
      },
    )
    expect(coverage).toEqual([
      { agent: 'ana', candidates: 1, drawn: 1, reviewed: 0 },
      { agent: 'ben', candidates: 1, drawn: 1, reviewed: 0 },
      { agent: 'eva', candidates: 1, drawn: 1, reviewed: 0 },
    ])
  })

  it('leaves out chats and contacts that were erased', async () => {
    office.add(
      { kind: 'removed', of: 'conversation', id: 'c1', at: monday + 30 * day, reason: 'erasure' },
      { kind: 'removed', of: 'contact', id: 'customer of c2', at: monday + 30 * day, reason: 'erasure' },
    )
    const drawn = await idsOf({ size: 100 })
    expect(drawn).toHaveLength(58)
    expect(drawn).not.toContain('c1')
    expect(drawn).not.toContain('c2')
  })

  it('goes by the filters of the scope', async () => {
    const scoped = async (more: Partial<SampleRecipe['scope']>) =>
      (await preview({ size: 100, scope: { ...may, ...more } })).conversations
    expect((await scoped({ agents: ['eva'] })).every(({ agent }) => agent === 'eva')).toBe(true)
    expect(new Set((await scoped({ teams: ['north'] })).map(({ agent }) => agent))).toEqual(
      new Set(['ana', 'ben']),
    )
    expect(await scoped({ categories: ['order'] })).toHaveLength(20)
    await expect(scoped({ channels: ['shop'] })).rejects.toThrow('In no chat of this choice')
  })
})

describe('a stratified draw', () => {
  it('takes as many of each, or as its share, and adds up', async () => {
    const drawn = await preview({ method: 'stratified', strata: ['agent', 'category'], size: 20 })
    expect(drawn.strata.reduce((sum, { drawn: count }) => sum + count, 0)).toBe(20)
    expect(drawn.strata.reduce((sum, { candidates }) => sum + candidates, 0)).toBe(60)
    const every = await preview({ method: 'stratified', strata: ['agent'], allocation: 'every', size: 21 })
    expect(every.strata.map(({ drawn: count }) => count)).toEqual([7, 7, 7])
    expect(every.coverage.map(({ drawn: count }) => count)).toEqual([7, 7, 7])
  })

  it('weighs each chat by how many it stands for, so that all together weigh as many as there are', async () => {
    const { conversations, strata } = await preview({
      method: 'stratified',
      strata: ['agent'],
      allocation: 'every',
      size: 21,
    })
    for (const { key, candidates, drawn } of strata)
      for (const { weight } of conversations.filter(({ agent }) => agent === key.agent))
        expect(weight).toBeCloseTo(((candidates / drawn) * 21) / 60)
    expect(conversations.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(21)
  })

  it('knows hour, channel, language and sentiment', async () => {
    await open([
      { id: 'angry', asks: 'This is terrible, I am very angry and disappointed', at: monday + 23 * hour },
      {
        id: 'glücklich',
        asks: 'Vielen Dank, das ist wirklich wunderbar und sehr freundlich von Ihnen',
        channel: 'shop',
      },
    ])
    const { strata } = await preview({
      method: 'stratified',
      strata: ['hour', 'channel', 'language', 'sentiment'],
      scope: { ...may, zone: 'Asia/Kathmandu' },
    })
    expect(strata.map(({ key }) => key)).toEqual([
      { hour: '04', channel: 'main', language: 'en', sentiment: 'negative' },
      { hour: '14', channel: 'shop', language: 'de', sentiment: 'positive' },
    ])
  })
})

describe('a risk-weighted draw', () => {
  const risky: readonly Chat[] = [
    ...Array.from({ length: 40 }, (_, index) => ({ id: `calm ${index}`, replies: 2 })),
    {
      id: 'bad',
      rating: 1,
      failed: true,
      wait: 3 * hour,
      replies: 30,
      asks: 'Terrible, I am angry and disappointed',
    },
  ]

  it('says what makes a chat conspicuous, and how heavy that is', async () => {
    await open(risky)
    const { conversations } = await preview({ method: 'risk', size: 41 })
    expect(conversations.find(({ conversation }) => conversation === 'bad')).toEqual({
      conversation: 'bad',
      agent: 'ana',
      weight: 13,
      risks: ['flagged', 'low_rating', 'negative', 'long_wait', 'many_messages', 'failed'],
    })
    expect(conversations.filter(({ weight }) => weight > 1)).toHaveLength(1)
  })

  it('draws it in proportion to its weight', async () => {
    await open(risky)
    let first = 0
    for (let seed = 0; seed < 1000; seed++)
      if ((await idsOf({ method: 'risk', size: 1, seed }))[0] === 'bad') first += 1
    // 13 of 53; the spread is 13.6.
    expect(Math.abs(first - 1000 * (13 / 53))).toBeLessThan(3 * 13.6)
  })

  it('does not hold a false alarm against it', async () => {
    await open(risky)
    for (const { id } of sql<{ id: string }>(office.cache, 'SELECT id FROM flags').all())
      sql(
        office.workspaceDb,
        'INSERT INTO flag_decisions(flag, decision, reason, at) VALUES (?, ?, ?, ?)',
      ).run(id, 'false_alarm', '', 0)
    const { conversations } = await preview({ method: 'risk', size: 41 })
    expect(conversations.flatMap(({ risks }) => risks)).not.toContain('flagged')
    await expect(preview({ method: 'flagged' })).rejects.toThrow('No chat of this choice was flagged')
  })
})

describe('a draw of what was flagged', () => {
  it('takes the newest first, also where nobody wrote, and no more than asked for', async () => {
    await open([
      { id: 'fine' },
      { id: 'older', wait: hour, at: monday + day },
      { id: 'newer', wait: hour, at: monday + 3 * day },
      { id: 'ignored', agent: null, assigned: 'eva', at: monday + 2 * day, wait: hour },
    ])
    const { conversations, candidates } = await preview({ method: 'flagged' })
    expect(conversations.map(({ conversation }) => conversation)).toEqual(['newer', 'ignored', 'older'])
    expect(conversations[1]?.agent).toBe('eva')
    expect(conversations[0]?.risks).toContain('first_response')
    expect(candidates).toBe(3)
    expect(await idsOf({ method: 'flagged', size: 2 })).toEqual(['newer', 'ignored'])
  })
})

describe('cycles', () => {
  it('never draw a chat twice, over any draws', async () => {
    const method = fc.constantFrom('plain', 'stratified', 'risk')
    const draws = fc.array(fc.tuple(method, fc.integer({ min: 1, max: 25 }), fc.nat(99)), {
      minLength: 2,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(draws, fc.uuid(), async (some, cycle) => {
        const seen = new Set<string>()
        for (const [kind, size, seed] of some) {
          if (seen.size === 60) break
          const recipe = recipeOf(card, { cycle, method: kind, size, seed, strata: ['agent'] })
          const drawn = await office.reads.previewSample(recipe)
          expect(drawn.drawnBefore).toBe(seen.size)
          expect(drawn.candidates).toBe(60 - seen.size)
          await office.writes.keepSample(recipe, drawn)
          for (const { conversation } of drawn.conversations) {
            expect(seen.has(conversation)).toBe(false)
            seen.add(conversation)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('refuse what was drawn meanwhile, and say when all were', async () => {
    const recipe = recipeOf(card, { cycle: 'May', size: 60 })
    const drawn = await office.reads.previewSample(recipe)
    await office.writes.keepSample(recipe, drawn)
    await expect(office.writes.keepSample(recipe, drawn)).rejects.toThrow(
      'was drawn in the cycle "May" a moment ago',
    )
    expect(await office.reads.samples()).toHaveLength(1)
    await expect(preview({ cycle: 'May' })).rejects.toThrow('All 60 chats of this choice were drawn before')
    expect(await idsOf({ cycle: 'June' })).toHaveLength(10)
  })

  it('tell how many of an agent’s chats were reviewed in them', async () => {
    const sample = await office.draw(recipeOf(card, { cycle: 'May', size: 10 }))
    const [first] = await office.reads.queue({ reviewer: 'Rita', sample: sample.id })
    await office.review(
      { conversation: first!.conversation, sample: sample.id, reviewer: 'Rita', scorecard: null },
      { greeting: 2 },
    )
    const { coverage } = await preview({ cycle: 'May' })
    expect(coverage.filter(({ reviewed }) => reviewed === 1).map(({ agent }) => agent)).toEqual([
      first!.agent,
    ])
  })
})

describe('recipes that cannot be drawn from', () => {
  it.each([
    [{ size: 0 }, 'The size is not between 1 and 10000; nothing was drawn.'],
    [{ size: 10_001 }, 'The size is not between'],
    [{ size: 2.5 }, 'The size is not between'],
    [{ reviewers: [] }, 'There are no reviewers'],
    [{ reviewers: [{ name: ' ', quota: null }] }, 'A reviewer has no name'],
    [{ reviewers: [{ name: 'a', quota: 0 }] }, 'quota is not between'],
    [
      {
        reviewers: [
          { name: 'a', quota: 1 },
          { name: 'a', quota: 1 },
        ],
      },
      'named twice',
    ],
    [{ calibration: true }, 'at least two reviewers'],
    [{ scope: { ...may, from: may.to } }, 'begins after it ends'],
    [{ scope: { ...may, zone: 'Mars/Base' } }, 'time zone is not known'],
    [{ seed: Number.NaN }, 'The seed is no whole number'],
    [{ method: 'stratified' as const }, 'what the sample is balanced over'],
    [{ scorecard: { id: 'none', version: 1 } }, 'There is no scorecard "none"'],
    [{ name: '' }, 'The sample has no name'],
    [{ scope: { ...may, from: monday - 9 * day, to: monday - 8 * day } }, 'In no chat of this choice'],
  ])('%j: %s', async (more, message) => {
    await expect(preview(more)).rejects.toThrow(message)
  })

  it('draws no more than the quotas take', async () => {
    const reviewers = [
      { name: 'Rita', quota: 3 },
      { name: 'Sam', quota: 2 },
    ]
    expect(await idsOf({ reviewers })).toHaveLength(5)
    expect(await idsOf({ reviewers, calibration: true })).toHaveLength(2)
  })
})
