import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { Criterion, Rating, ScorecardSection } from '../../src/shared/audits.ts'
import { scoreOf, valueOfLevel } from '../../src/shared/scoring.ts'
import { criterion as usualCriterion } from '../support/criteria.ts'

const noYes = ['no', 'yes']

/** Of two levels and weight 1. */
function criterion(id: string, change: Partial<Criterion> = {}): Criterion {
  return usualCriterion(id, { scale: noYes, weight: 1, ...change })
}

function sections(...criteria: readonly Criterion[]): readonly ScorecardSection[] {
  return [{ id: 's', name: 'S', criteria }]
}

function rating(of: string, level: number | null, message: string | null = null): Rating {
  return { criterion: of, message, level, causes: [], note: '', proposed: null }
}

const scale = (levels: number) => Array.from({ length: levels }, (_, level) => String(level))

describe('the value of a level', () => {
  // Zendesk QA, article 7043701093786: the table of scales.
  it.each([
    [2, [0, 100]],
    [3, [0, 50, 100]],
    [4, [0, 33.3, 66.6, 100]],
    [5, [0, 25, 50, 75, 100]],
  ])('on a scale of %i is as published', (levels, values) => {
    for (const [level, value] of values.entries())
      expect(Math.floor(valueOfLevel(level, levels) * 10) / 10).toBe(value)
  })
})

describe('a review', () => {
  // The same article: each score times its weight, summed, over the sum of the weights.
  it('is the weighted mean of its criteria', () => {
    const card = sections(
      criterion('solution', { scale: scale(5), weight: 3 }),
      criterion('tone', { scale: scale(3), weight: 2 }),
    )
    const score = scoreOf(card, [rating('solution', 4), rating('tone', 1)])
    expect(score).toMatchObject({ points: 100 * 3 + 50 * 2, weights: 5, bonus: 0, value: 80 })
  })

  // usescore.ai, "Playbook scoring", example 1: 50 % of 10 points, 100 % of 10 and 100 % of 10 are 83.33 %.
  it('reproduces a published example of three parameters', () => {
    const card = sections(
      criterion('a', { scale: scale(3), weight: 10 }),
      criterion('b', { weight: 10 }),
      criterion('c', { weight: 10 }),
    )
    expect(scoreOf(card, [rating('a', 1), rating('b', 1), rating('c', 1)]).value).toBeCloseTo(83.33, 2)
  })

  it('is 0 when a critical criterion is below half, and not at half', () => {
    const card = sections(
      criterion('data', { scale: scale(3), critical: true, weight: 0 }),
      criterion('tone', { weight: 100 }),
    )
    expect(scoreOf(card, [rating('tone', 1), rating('data', 0)])).toMatchObject({
      value: 0,
      points: 100 * 100,
      failedCritical: ['data'],
    })
    expect(scoreOf(card, [rating('tone', 1), rating('data', 1)])).toMatchObject({
      value: 100,
      failedCritical: [],
    })
  })

  // The same article: reviews of 100, 9.91, 63.96, 90.99 and 0 are an internal quality score of 52.97.
  it('averages with others as published, a failed one included', () => {
    const hundredths = criterion('tone', { scale: scale(10_001), weight: 1 })
    const card = sections(hundredths, criterion('data', { critical: true, weight: 0 }))
    const scores = [10_000, 991, 6396, 9099, 8000].map((level, review) =>
      scoreOf(card, [rating('tone', level), rating('data', review === 4 ? 0 : 1)]),
    )
    expect(scores.map(({ value }) => value)).toEqual(
      [100, 9.91, 63.96, 90.99, 0].map((n) => expect.closeTo(n, 9)),
    )
    const mean = scores.reduce((sum, { value }) => sum + (value ?? NaN), 0) / scores.length
    expect(mean).toBeCloseTo(52.97, 2)
  })

  it('leaves what is not applicable out of both sums', () => {
    const card = sections(criterion('a', { weight: 10 }), criterion('b', { weight: 90 }))
    expect(scoreOf(card, [rating('a', 1), rating('b', null)])).toMatchObject({
      value: 100,
      weights: 10,
      missing: [],
    })
  })

  it('names the standard criteria that nobody rated, and is null where nothing was', () => {
    const card = sections(criterion('a'), criterion('b'), criterion('extra', { kind: 'bonus' }))
    expect(scoreOf(card, [rating('b', 0)]).missing).toEqual(['a'])
    expect(scoreOf(card, [])).toMatchObject({ value: null, weights: 0, missing: ['a', 'b'] })
    expect(scoreOf(card, [rating('extra', 1)]).value).toBeNull()
  })

  it('is null where everything rated weighs nothing', () => {
    expect(scoreOf(sections(criterion('a', { weight: 0 })), [rating('a', 1)]).value).toBeNull()
  })

  it('counts a criterion rated on several messages once, with their mean', () => {
    const card = sections(
      criterion('grammar', { scale: scale(3), per: 'message', weight: 1 }),
      criterion('tone', { weight: 1 }),
    )
    const ratings = [rating('grammar', 2, 'm1'), rating('grammar', 1, 'm2'), rating('grammar', null, 'm3')]
    expect(scoreOf(card, [...ratings, rating('tone', 1)])).toMatchObject({
      value: (75 + 100) / 2,
      lines: [{ value: 75 }, { value: 100 }],
    })
  })

  it('adds a bonus up to 100 and tells both parts', () => {
    const card = sections(
      criterion('a', { scale: scale(3), weight: 4 }),
      criterion('extra', { kind: 'bonus', weight: 1 }),
    )
    expect(scoreOf(card, [rating('a', 1), rating('extra', 1)])).toMatchObject({
      value: 75,
      points: 200,
      weights: 4,
      bonus: 25,
    })
    expect(scoreOf(card, [rating('a', 2), rating('extra', 1)])).toMatchObject({ value: 100, bonus: 25 })
    expect(scoreOf(card, [rating('a', 1), rating('extra', 0)])).toMatchObject({ value: 50, bonus: 0 })
  })
})

const criteria = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    levels: fc.integer({ min: 2, max: 5 }),
    weight: fc.integer({ min: 0, max: 100 }),
    kind: fc.constantFrom('standard' as const, 'bonus' as const),
    critical: fc.boolean(),
    ratings: fc.array(fc.option(fc.double({ min: 0, max: 0.999, noNaN: true })), { maxLength: 4 }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const drawn = criteria.map((list) => ({
  card: sections(
    ...list.map(({ id, levels, weight, kind, critical }) =>
      criterion(id, { scale: scale(levels), weight, kind, critical: critical && kind === 'standard' }),
    ),
  ),
  ratings: list.flatMap(({ id, levels, ratings }) =>
    ratings.map((share, index) =>
      rating(id, share === null ? null : Math.floor(share * levels), `m${index}`),
    ),
  ),
}))

describe('any review', () => {
  it('scores 0 to 100 or nothing', () => {
    fc.assert(
      fc.property(drawn, ({ card, ratings }) => {
        const { value, lines, bonus } = scoreOf(card, ratings)
        for (const one of [value, ...lines.map((line) => line.value)])
          expect(one === null || (one >= 0 && one <= 100)).toBe(true)
        expect(bonus).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('scores the same in any order of ratings', () => {
    const shuffled = drawn.chain(({ card, ratings }) =>
      fc.tuple(
        fc.constant(card),
        fc.constant(ratings),
        fc.shuffledSubarray([...ratings], { minLength: ratings.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([card, ratings, others]) => {
        expect(scoreOf(card, others)).toEqual(scoreOf(card, ratings))
      }),
    )
  })

  it('scores a criterion that is not applicable as one that is not there', () => {
    fc.assert(
      fc.property(drawn, fc.nat(7), ({ card, ratings }, place) => {
        const all = card[0]?.criteria ?? []
        const gone = all[place % Math.max(1, all.length)]?.id ?? ''
        const others = ratings.filter((one) => one.criterion !== gone)
        const without = scoreOf(sections(...all.filter(({ id }) => id !== gone)), others)
        expect(scoreOf(card, [...others, rating(gone, null)]).value).toBe(without.value)
      }),
    )
  })

  it('scores the same when all weights are doubled', () => {
    fc.assert(
      fc.property(drawn, ({ card, ratings }) => {
        const doubled = sections(
          ...(card[0]?.criteria ?? []).map((one) => ({ ...one, weight: one.weight * 2 })),
        )
        expect(scoreOf(doubled, ratings).value).toBe(scoreOf(card, ratings).value)
      }),
    )
  })
})
