import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { reviewSide } from '../../../src/main/audits/reviewSide.ts'
import { putReview, type StoredReview } from '../../../src/main/audits/reviewStore.ts'
import { sql } from '../../../src/main/store/database.ts'
import type { AuditResultsQuery, Scorecard } from '../../../src/shared/audits.ts'
import { cardOf, day, hour, may, monday, openOffice, recipeOf, reviewOf, type Office } from './office.ts'
import { criterion } from '../../support/criteria.ts'

let office: Office
let card: Scorecard

beforeEach(async () => {
  office = openOffice(
    Array.from({ length: 30 }, (_, index) => ({
      id: `c${index}`,
      agent: (['ana', 'ben', 'eva'] as const)[index % 3]!,
      at: monday + (index % 14) * day + 9 * hour,
    })),
  )
  card = await office.writes.saveScorecard(
    cardOf(
      criterion('greeting'),
      criterion('solution', { weight: 30, critical: true, rootCauses: ['product', 'tone'] }),
    ),
  )
})

const results = (more: Partial<AuditResultsQuery> = {}) =>
  office.reads.auditResults({ scope: may, scorecard: null, reviewers: [], includePicked: true, ...more })
const keep = (...reviews: readonly StoredReview[]) => {
  for (const review of reviews) putReview(office.workspaceDb, review)
}

describe('what counts', () => {
  it('is submitted or resolved, in the scope, and no calibration', async () => {
    keep(
      reviewOf(card, '1', { greeting: 2, solution: 2 }),
      reviewOf(card, '2', { greeting: 1, solution: 2 }, { state: 'resolved' }),
      reviewOf(card, '3', { greeting: 0, solution: 1 }, { state: 'draft', score: null }),
      reviewOf(card, '4', { greeting: 0, solution: 1 }, { state: 'disputed' }),
      reviewOf(card, '5', { greeting: 0, solution: 1 }, { state: 'voided' }),
      reviewOf(card, '6', { greeting: 0, solution: 1 }, { calibration: true }),
      reviewOf(card, '7', { greeting: 0, solution: 1 }, { conversationAt: monday - 1 }),
      reviewOf(card, '8', { greeting: null, solution: null }),
    )
    const { total, picked } = await results()
    expect(total).toMatchObject({ n: 2, mean: (100 + (50 * 10 + 100 * 30) / 40) / 2 })
    // The one without a score is a review too.
    expect(picked).toBe(3)
  })

  it('is no calibration, closed or not', async () => {
    const reviewers = ['Rita', 'Sam'].map((name) => ({ name, quota: null }))
    const { id } = await office.draw(recipeOf(card, { size: 2, reviewers, calibration: true }))
    for (const item of await office.reads.queue({ reviewer: 'Rita', sample: id }))
      await office.review({ ...item, scorecard: null }, { greeting: 2, solution: 2 })
    const counted = async () => {
      const { total, picked, coverage } = await results()
      return [total.n, picked, coverage.filter(({ reviewed }) => reviewed > 0).length]
    }
    expect(await counted()).toEqual([0, 0, 0])
    await office.writes.closeSample(id)
    expect(await counted()).toEqual([0, 0, 0])
    expect(reviewSide(office).reviews(may.from, may.to)).toEqual([])
  })

  it('tells apart what was picked: by hand, by risk, because of a flag', async () => {
    keep(reviewOf(card, '1', { greeting: 2, solution: 2 }))
    const draw = async (method: 'plain' | 'risk', cycle: string) => {
      const sample = await office.draw(recipeOf(card, { method, size: 6, cycle }))
      for (const item of await office.reads.queue({ reviewer: 'Rita', sample: sample.id }))
        await office.review({ ...item, scorecard: null }, { greeting: 1, solution: 1 })
    }
    await draw('plain', 'a')
    await draw('risk', 'b')
    expect(await results({ includePicked: false })).toMatchObject({ total: { n: 6, mean: 50 }, picked: 7 })
    expect((await results()).total.n).toBe(13)
  })

  it('weighs a review by how many chats its place in a draw of unequal shares stands for', async () => {
    office.addChats(...Array.from({ length: 30 }, (_, index) => ({ id: `more ${index}`, agent: 'eva' })))
    const recipe = recipeOf(card, { method: 'stratified', strata: ['agent'], allocation: 'every', size: 15 })
    const sample = await office.draw(recipe)
    for (const item of await office.reads.queue({ reviewer: 'Rita', sample: sample.id }))
      await office.review(
        { ...item, scorecard: null },
        { greeting: 2, solution: item.agent === 'eva' ? 2 : 1 },
      )
    const { total, failed, byAgent } = await results({ includePicked: false })
    // 40 of the 60 chats are Eva's, and 5 of the 15 reviews; hers are 100, the others 62.5.
    expect(total.n).toBe(15)
    expect(total.mean).toBeCloseTo((40 * 100 + 20 * 62.5) / 60)
    expect(failed).toMatchObject({ n: 0, of: 15, share: 0 })
    expect(byAgent.map(({ key, score }) => [key, score.mean])).toEqual([
      ['eva', 100],
      ['ana', 62.5],
      ['ben', 62.5],
    ])
  })

  it('goes by scorecard, reviewer and the filters of the scope', async () => {
    const other = await office.writes.saveScorecard({ ...cardOf(criterion('tone')), name: 'Other' })
    keep(
      reviewOf(card, '1', { greeting: 2, solution: 2 }),
      reviewOf(card, '2', { greeting: 2, solution: 2 }, { reviewer: 'Sam' }),
      reviewOf(other, '3', { tone: 2 }, { agent: 'eva' }),
    )
    expect((await results({ scorecard: other.id })).total.n).toBe(1)
    expect((await results({ reviewers: ['Sam'] })).total.n).toBe(1)
    expect((await results({ scope: { ...may, teams: ['south'] } })).total.n).toBe(1)
    expect((await results({ scope: { ...may, agents: ['ana'] } })).total.n).toBe(2)
  })
})

describe('rows', () => {
  it('add up to the total, whatever they are by', async () => {
    const any = fc.array(
      fc.record({
        agent: fc.constantFrom('ana', 'ben', 'eva', 'gone', null),
        reviewer: fc.constantFrom('Rita', 'Sam'),
        greeting: fc.constantFrom(0, 1, 2, null),
        solution: fc.constantFrom(0, 1, 2, null),
        week: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(any, async (some) => {
        office.workspaceDb.exec('DELETE FROM reviews')
        keep(
          ...some.map(({ agent, reviewer, greeting, solution, week }, index) =>
            reviewOf(
              card,
              String(index),
              { greeting, solution },
              { agent, reviewer, conversationAt: monday + week * 7 * day },
            ),
          ),
        )
        const { total, failed, byAgent, byTeam, byReviewer, byWeek } = await results()
        for (const rows of [byAgent, byTeam, byReviewer, byWeek]) {
          expect(rows.reduce((sum, { score }) => sum + score.n, 0)).toBe(total.n)
          expect(rows.reduce((sum, row) => sum + row.failed.n, 0)).toBe(failed.n)
          const mean = rows.reduce((sum, { score }) => sum + score.n * (score.mean ?? 0), 0) / total.n
          if (total.mean !== null) expect(mean).toBeCloseTo(total.mean)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('are by the agent’s own team, by week of the scope’s zone, by name of the reviewer', async () => {
    keep(
      reviewOf(card, '1', { greeting: 2, solution: 2 }, { reviewer: 'Sam' }),
      reviewOf(
        card,
        '2',
        { greeting: 2, solution: 2 },
        { agent: 'eva', conversationAt: monday + 7 * day - hour },
      ),
      reviewOf(card, '3', { greeting: 2, solution: 2 }, { agent: null, conversationAt: monday + 8 * day }),
    )
    const { byTeam, byWeek, byReviewer } = await results({ scope: { ...may, zone: 'Asia/Tokyo' } })
    expect(byTeam.map(({ key }) => key)).toEqual([null, 'north', 'south'])
    expect(byWeek.map(({ key, score }) => [key, score.n])).toEqual([
      ['2026-W19', 1],
      ['2026-W20', 2],
    ])
    expect(byReviewer.map(({ key }) => key)).toEqual(['Rita', 'Sam'])
  })

  it('by criterion do not know the zero of a failed critical one', async () => {
    keep(
      reviewOf(card, '1', { greeting: 2, solution: 0 }),
      reviewOf(card, '2', { greeting: 1, solution: 2 }),
      reviewOf(card, '3', { greeting: null, solution: 1 }),
    )
    const { total, failed, byCriterion } = await results()
    expect(total.mean).toBeCloseTo((0 + 87.5 + 50) / 3)
    expect(failed).toMatchObject({ n: 1, of: 3 })
    expect(byCriterion).toMatchObject([
      {
        key: 'greeting',
        name: 'Criterion greeting',
        scorecard: card.id,
        score: { n: 2, mean: 75 },
        failed: { n: 0, of: 2 },
      },
      { key: 'solution', name: 'Criterion solution', score: { n: 3, mean: 50 }, failed: { n: 1, of: 3 } },
    ])
  })

  it('by cause are shares of the reviews that rated the criterion', async () => {
    const because = (id: string, level: number | null, ...causes: readonly string[]) => {
      const review = reviewOf(card, id, { greeting: 2, solution: level })
      const ratings = review.content.ratings.map((rating) =>
        rating.criterion === 'solution' ? { ...rating, causes } : rating,
      )
      return { ...review, content: { ...review.content, ratings } }
    }
    keep(because('1', 0, 'product', 'tone'), because('2', 1, 'product'), because('3', 2), because('4', null))
    expect((await results()).byCause).toMatchObject([
      { cause: 'product', criterion: 'solution', share: { n: 2, of: 3, share: 2 / 3 } },
      { cause: 'tone', criterion: 'solution', share: { n: 1, of: 3, share: 1 / 3 } },
    ])
  })

  it('say of how many chats they speak', async () => {
    keep(
      reviewOf(card, '0', { greeting: 2, solution: 2 }),
      reviewOf(card, '3', { greeting: 2, solution: 2 }, { reviewer: 'Sam' }),
      reviewOf(card, 'again', { greeting: 2, solution: 2 }, { conversation: 'c3' }),
      reviewOf(card, '4', { greeting: 2, solution: 2 }, { agent: 'ben', state: 'draft' }),
    )
    expect((await results({ includePicked: false })).coverage).toEqual([
      { agent: 'ana', conversations: 10, reviewed: 2 },
      { agent: 'ben', conversations: 10, reviewed: 0 },
      { agent: 'eva', conversations: 10, reviewed: 0 },
    ])
  })

  it('are nothing where nothing was reviewed', async () => {
    const { total, failed, byAgent, byCriterion } = await results()
    expect(total).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(failed).toEqual({ n: 0, of: 0, share: null, low: null, high: null })
    expect([...byAgent, ...byCriterion]).toEqual([])
  })
})

describe('the metric', () => {
  it('is the score of the results, of the same reviews with the same weights', async () => {
    const recipe = recipeOf(card, { method: 'stratified', strata: ['agent'], allocation: 'every', size: 9 })
    const sample = await office.draw({ ...recipe, cycle: 'a' })
    for (const [index, item] of (await office.reads.queue({ reviewer: 'Rita', sample: sample.id })).entries())
      await office.review({ ...item, scorecard: null }, { greeting: index % 3, solution: 2 })
    const risky = await office.draw({ ...recipe, cycle: 'b', method: 'risk' })
    for (const item of await office.reads.queue({ reviewer: 'Rita', sample: risky.id }))
      await office.review({ ...item, scorecard: null }, { greeting: 0, solution: 0 })
    keep(
      reviewOf(card, '1', { greeting: 0, solution: 0 }),
      reviewOf(card, '2', { greeting: 0, solution: 0 }, { calibration: true, sample: sample.id }),
    )
    const side = reviewSide(office)
    const { total, byAgent } = await results({ includePicked: false })
    const scores = side.reviews(may.from, may.to)
    const meanOfAll = scores.reduce((sum, { score, weight }) => sum + score * weight, 0) / 9
    expect(scores).toHaveLength(9)
    expect(meanOfAll).toBeCloseTo(total.mean!)
    const ana = office.dictionary().agents.find(({ id }) => id === 'ana')!.row
    expect(scores.filter(({ agent }) => agent === ana)).toHaveLength(
      byAgent.find(({ key }) => key === 'ana')!.score.n,
    )
    expect(side.reviews(may.to, may.to + day)).toEqual([])
    const chats = sql<{ conversation: string }>(
      office.workspaceDb,
      'SELECT conversation FROM reviews WHERE calibration = 0',
    ).all()
    const rowOf = (rid: string) =>
      sql<{ id: number }>(office.cache, 'SELECT id FROM conversations WHERE rid = ?').get(rid)!.id
    expect(side.reviewed()).toEqual(new Set(chats.map(({ conversation }) => rowOf(conversation))))
  })
})
