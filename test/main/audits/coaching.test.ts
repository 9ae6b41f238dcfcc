import { beforeEach, describe, expect, it } from 'vitest'
import { putReview, type StoredReview } from '../../../src/main/audits/reviewStore.ts'
import type { Rating, Scorecard } from '../../../src/shared/audits.ts'
import {
  cardOf,
  day,
  hour,
  may,
  minute,
  monday,
  openOffice,
  recipeOf,
  reviewOf,
  type Office,
} from './office.ts'
import { criterion } from '../../support/criteria.ts'

let office: Office
let card: Scorecard

beforeEach(async () => {
  office = openOffice(
    Array.from({ length: 12 }, (_, index) => ({
      id: `c${index}`,
      agent: (['ana', 'ben', 'eva'] as const)[index % 3]!,
      at: monday + index * day + 9 * hour,
      replies: 2,
    })),
  )
  card = await office.writes.saveScorecard(
    cardOf(criterion('greeting', { rootCauses: ['haste'] }), criterion('tone', { per: 'message' })),
  )
})

const coaching = (agent: string) => office.reads.coaching({ agent, scope: may })

function rating(of: string, level: number | null, more: Partial<Rating> = {}): Rating {
  return { criterion: of, message: null, level, causes: [], note: '', proposed: null, ...more }
}

function keep(...reviews: readonly StoredReview[]): void {
  for (const review of reviews) putReview(office.workspaceDb, review)
}

/** A review of a chat that a plain draw of all chats has drawn. */
async function drawAll(): Promise<
  (index: number, agent: string, ratings: readonly Rating[]) => StoredReview
> {
  const { id } = await office.draw(recipeOf(card, { size: 12 }))
  return (index, agent, ratings) => {
    const levels = Object.fromEntries(ratings.map(({ criterion: of, level }) => [of, level]))
    const review = reviewOf(card, `${index}`, levels, {
      agent,
      sample: id,
      conversationAt: monday + index * day,
    })
    return { ...review, content: { ...review.content, ratings } }
  }
}

describe('coaching', () => {
  it('sets an agent beside the others of the team, the lowest criterion first', async () => {
    const review = await drawAll()
    keep(
      review(0, 'ana', [rating('greeting', 0), rating('tone', 2)]),
      review(1, 'ben', [rating('greeting', 2), rating('tone', 1)]),
      review(2, 'eva', [rating('greeting', 1), rating('tone', 0)]),
    )
    const ana = await coaching('ana')
    expect(ana.score).toMatchObject({ n: 1, mean: 50 })
    expect(ana.team).toMatchObject({ n: 1, mean: 75 })
    expect(ana.criteria.map(({ criterion: id, own, others }) => [id, own.mean, others.mean])).toEqual([
      ['greeting', 0, 100],
      ['tone', 100, 50],
    ])
    // Nobody else of Eva's team was reviewed: she stands beside all.
    expect((await coaching('eva')).team).toMatchObject({ n: 2, mean: 62.5 })
  })

  it('counts the rating of a message for who wrote it', async () => {
    office.add({
      kind: 'message',
      id: 'helped',
      conversation: 'c0',
      at: monday + 9 * hour + 90_000,
      direction: 'out',
      author: { type: 'agent', id: 'ben' },
      content: { type: 'text', text: 'Let me help my colleague' },
    })
    const review = await drawAll()
    keep(
      review(0, 'ana', [
        rating('greeting', 2),
        rating('tone', 0, { message: 'c0 out 0' }),
        rating('tone', 1, { message: 'c0 out 1' }),
        rating('tone', 2, { message: 'helped' }),
      ]),
    )
    const tone = async (agent: string) =>
      (await coaching(agent)).criteria.find(({ criterion: id }) => id === 'tone')
    expect((await tone('ana'))?.own).toMatchObject({ n: 1, mean: 25 })
    expect((await tone('ana'))?.others).toMatchObject({ n: 1, mean: 100 })
    const ben = await tone('ben')
    expect(ben?.own).toMatchObject({ n: 1, mean: 100 })
    expect(ben?.examples.map(({ text }) => text)).toEqual(['Let me help my colleague'])
  })

  it('shows messages and notes, the lowest first, with their causes', async () => {
    const review = await drawAll()
    keep(
      review(0, 'ana', [rating('greeting', 1, { message: 'c0 out 0', note: 'Too short' })]),
      review(3, 'ana', [rating('greeting', 0, { note: 'None', causes: ['haste'] })]),
      review(6, 'ana', [rating('greeting', 2)]),
      review(9, 'ana', [rating('greeting', 0, { message: 'gone', causes: ['haste'] })]),
    )
    const [greeting] = (await coaching('ana')).criteria
    expect(greeting?.causes).toEqual([{ cause: 'haste', count: 2 }])
    expect(
      greeting?.examples.map(({ conversation, message, text, note, at }) => [
        conversation,
        message,
        text,
        note,
        at,
      ]),
    ).toEqual([
      ['c9', 'gone', '', '', monday + 9 * day],
      ['c3', null, '', 'None', monday + 3 * day],
      ['c0', 'c0 out 0', 'Answer 0', 'Too short', monday + 9 * hour + minute],
    ])
  })

  it('praises, and lists the reviews, picked ones too; scores are of those drawn at random', async () => {
    const notes = [
      { id: '1', message: 'c0 out 1', kind: 'praise', text: 'Well said' },
      { id: '2', message: null, kind: 'fault', text: 'Late' },
    ] as const
    const picked = reviewOf(card, '0', { greeting: 0, tone: 0 })
    keep(
      { ...picked, content: { ...picked.content, notes } },
      reviewOf(card, '3', { greeting: 0, tone: 0 }, { state: 'disputed', conversationAt: monday + 3 * day }),
      reviewOf(card, '6', { greeting: 0, tone: 0 }, { calibration: true }),
    )
    const found = await coaching('ana')
    expect(found.score.n).toBe(0)
    expect(found.praise).toEqual([
      {
        review: '0',
        conversation: 'c0',
        message: 'c0 out 1',
        text: 'Answer 1',
        note: 'Well said',
        at: monday + 9 * hour + 2 * minute,
      },
    ])
    expect(found.reviews.map(({ id, state }) => [id, state])).toEqual([
      ['3', 'disputed'],
      ['0', 'submitted'],
    ])
  })

  it('goes on where the chat was erased: its words are gone, what was said of them stays', async () => {
    const review = await drawAll()
    keep(review(0, 'ana', [rating('greeting', 0, { message: 'c0 out 0', note: 'Rude' })]))
    office.add({ kind: 'removed', of: 'conversation', id: 'c0', at: monday + 50 * day, reason: 'erasure' })
    const [greeting] = (await coaching('ana')).criteria
    expect(greeting?.examples).toMatchObject([{ conversation: 'c0', text: '', note: 'Rude' }])
  })
})
