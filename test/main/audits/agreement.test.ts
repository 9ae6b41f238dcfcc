import { beforeEach, describe, expect, it } from 'vitest'
import type { Scorecard } from '../../../src/shared/audits.ts'
import { krippendorffAlpha } from '../../../src/shared/statistics.ts'
import { cardOf, day, monday, openOffice, recipeOf, type Office } from './office.ts'
import { criterion } from '../../support/criteria.ts'

const reviewers = [
  { name: 'Rita', quota: null },
  { name: 'Sam', quota: null },
  { name: 'Tom', quota: null },
]
/** Levels of greeting and solution by reviewer, one a chat in drawing order. */
const levels: Readonly<Record<string, readonly (readonly [number, number | null])[]>> = {
  Rita: [
    [2, 2],
    [1, 2],
    [0, 0],
    [2, 1],
    [2, 2],
    [0, null],
  ],
  Sam: [
    [2, 2],
    [1, 1],
    [0, 1],
    [2, 2],
    [2, 2],
    [1, null],
  ],
  Tom: [
    [2, 1],
    [1, 2],
    [0, 0],
    [2, 1],
    [1, 2],
    [0, 2],
  ],
}

let office: Office
let card: Scorecard
let sample: string

beforeEach(async () => {
  office = openOffice(
    Array.from({ length: 6 }, (_, index) => ({ id: `c${index}`, at: monday + index * day })),
  )
  card = await office.writes.saveScorecard(cardOf(criterion('greeting'), criterion('solution')))
  sample = (await office.draw(recipeOf(card, { size: 6, reviewers, calibration: true }))).id
})

const agreement = (asker: string) => office.reads.agreement({ sample, asker })

async function handIn(reviewer: string, count = 6): Promise<void> {
  const items = (await office.reads.queue({ reviewer, sample })).slice(0, count)
  for (const [index, item] of items.entries()) {
    const [greeting, solution] = levels[reviewer]![index]!
    await office.review({ ...item, scorecard: null }, { greeting, solution })
  }
}

describe('agreement', () => {
  it('is alpha over the chats, whole and by criterion, with its interval', async () => {
    for (const { name } of reviewers) await handIn(name)
    const found = await agreement('Rita')
    const valueOf = ([greeting, solution]: readonly [number, number | null]) =>
      solution === null ? greeting * 50 : (greeting + solution) * 25
    const units = levels['Rita']!.map((_, unit) => reviewers.map(({ name }) => valueOf(levels[name]![unit]!)))
    expect(found).toMatchObject({ units: 6, reviewers: ['Rita', 'Sam', 'Tom'] })
    expect(found.alpha).toBeCloseTo(krippendorffAlpha(units, 'interval')!)
    expect(found.low!).toBeLessThan(found.alpha!)
    expect(found.high!).toBeGreaterThan(found.alpha!)
    expect(found.byCriterion.map(({ criterion: id, units: count }) => [id, count])).toEqual([
      ['greeting', 6],
      ['solution', 5],
    ])
    expect(found.items[0]).toMatchObject({ spread: 25 })
    expect(found.items[0]!.scores.map(({ reviewer, score }) => [reviewer, score])).toEqual([
      ['Rita', 100],
      ['Sam', 100],
      ['Tom', 75],
    ])
  })

  it('shows nothing of a chat before one’s own review of it is in', async () => {
    await handIn('Rita')
    await handIn('Sam')
    await handIn('Tom', 2)
    const found = await agreement('Tom')
    expect(found.items.map(({ scores }) => scores.length)).toEqual([3, 3, 0, 0, 0, 0])
    expect(found.items[3]?.spread).toBeNull()
    expect(found.units).toBe(2)
    expect(found.low).toBeNull()
    const outsider = await agreement('Una')
    expect(outsider).toMatchObject({ units: 0, alpha: null, low: null, high: null })
    expect(outsider.byCriterion.every(({ alpha, units }) => alpha === null && units === 0)).toBe(true)
  })

  it('shows nobody another’s review before their own of the chat is in, or the session is closed', async () => {
    await handIn('Rita', 2)
    await handIn('Tom', 1)
    const [first, second] = await office.reads.queue({ reviewer: 'Rita', sample })
    const see = (item: typeof first, asker: string | null) =>
      office.reads.review({ id: item!.review!, asker }).then(({ score }) => score.value)
    expect(await see(first, 'Rita')).toBe(100)
    expect(await see(first, 'Tom')).toBe(100)
    for (const asker of ['Tom', 'Una', null])
      await expect(see(second, asker)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(see(first, null)).rejects.toThrow(/nobody is named who asks/u)
    await office.writes.closeSample(sample)
    expect(await see(second, null)).toBe(75)
  })

  it('shows all once the session is closed, drafts and voided ones never', async () => {
    await handIn('Rita')
    await handIn('Sam', 3)
    const [item] = await office.reads.queue({ reviewer: 'Tom', sample })
    await office.writes.beginReview({ ...item!, scorecard: null })
    const { items } = await agreement('Rita')
    await office.writes.actOnReview(items[1]!.scores[1]!.review, {
      kind: 'void',
      by: 'Lea',
      comment: 'Mistaken',
    })
    await office.writes.closeSample(sample)
    expect((await agreement('Una')).items.map(({ scores }) => scores.length)).toEqual([2, 1, 2, 1, 1, 1])
  })

  it('is none where all scores are one, and refused of no sample', async () => {
    for (const { name } of reviewers)
      for (const item of await office.reads.queue({ reviewer: name, sample }))
        await office.review({ ...item, scorecard: null }, { greeting: 2, solution: 2 })
    expect(await agreement('Rita')).toMatchObject({ units: 6, alpha: null, low: null, high: null })
    await expect(office.reads.agreement({ sample: 'none', asker: 'Rita' })).rejects.toThrow(
      'There is no sample',
    )
  })
})
