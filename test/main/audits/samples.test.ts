import { beforeEach, describe, expect, it } from 'vitest'
import { reviewOfPlace } from '../../../src/main/audits/samples.ts'
import type { QueueItem, SampleRecipe, Scorecard } from '../../../src/shared/audits.ts'
import { cardOf, day, hour, monday, openOffice, recipeOf, type Office } from './office.ts'
import { criterion } from '../../support/criteria.ts'

let office: Office
let card: Scorecard

beforeEach(async () => {
  office = openOffice(
    Array.from({ length: 12 }, (_, index) => ({
      id: `c${index}`,
      agent: index % 2 === 0 ? 'ana' : 'ben',
      at: monday + index * day + 9 * hour,
      asks: 'Hello, where is my order? I am waiting for it since last week.',
      category: 'order',
    })),
  )
  card = await office.writes.saveScorecard(cardOf(criterion('greeting')))
})

const draw = (more: Partial<SampleRecipe> = {}) => office.draw(recipeOf(card, more))
const queue = (reviewer: string | null, sample: string | null = null) =>
  office.reads.queue({ reviewer, sample })
const two = [
  { name: 'Rita', quota: null },
  { name: 'Sam', quota: null },
]

async function review(item: QueueItem, level = 2): Promise<string> {
  const { conversation, sample, reviewer } = item
  const { id } = await office.review({ conversation, sample, reviewer, scorecard: null }, { greeting: level })
  return id
}

describe('samples', () => {
  it('are kept with their recipe and tell how far they are', async () => {
    const kept = await draw({ reviewers: two })
    expect(kept).toMatchObject({ candidates: 12, items: 10, reviewed: 0, closed: false })
    expect(kept.recipe).toEqual(recipeOf(card, { reviewers: two }))
    const [first] = await queue('Rita')
    await review(first!)
    expect((await office.reads.samples())[0]).toMatchObject({ id: kept.id, items: 10, reviewed: 1 })
  })

  it('deal evenly, in drawing order', async () => {
    const recipe = recipeOf(card, { reviewers: two })
    const { conversations } = await office.reads.previewSample(recipe)
    await office.draw(recipe)
    const [rita, sam] = [await queue('Rita'), await queue('Sam')]
    expect(rita.map(({ conversation }) => conversation)).toEqual(
      conversations.filter((_, index) => index % 2 === 0).map(({ conversation }) => conversation),
    )
    expect(sam).toHaveLength(5)
    expect((await queue(null)).map(({ conversation }) => conversation)).toEqual(
      conversations.map(({ conversation }) => conversation),
    )
  })

  it('leave the queues when they are closed; what was made of them stays', async () => {
    const { id } = await draw()
    await review((await queue('Rita'))[0]!)
    await office.writes.closeSample(id)
    expect(await queue('Rita')).toEqual([])
    expect((await queue('Rita', id)).map(({ state }) => state)).toContain('submitted')
    expect((await office.reads.samples())[0]).toMatchObject({ closed: true, reviewed: 1 })
    await expect(office.writes.closeSample('none')).rejects.toThrow('There is no sample "none"')
  })
})

describe('names', () => {
  it('are the same with blanks around them', async () => {
    await draw({ name: ' May ', cycle: 'May ', reviewers: [{ name: ' Rita ', quota: null }], size: 3 })
    const [item] = await queue('Rita')
    expect(item).toMatchObject({ sampleName: 'May', reviewer: 'Rita' })
    expect(await review(item!)).toMatch(/\.\d+$/)
    expect((await office.reads.previewSample(recipeOf(card, { cycle: ' May' }))).drawnBefore).toBe(3)
  })
})

it('finds the reviews of places by their chats, not by going through the sample for each', () => {
  const plan = office.workspaceDb
    .prepare(`EXPLAIN QUERY PLAN SELECT r.id FROM sample_items i ${reviewOfPlace}`)
    .all()
    .map((step) => (step as { detail: string }).detail)
  expect(plan.join()).toMatch(/SEARCH r USING INDEX reviews_conversation/)
})

describe('the queue', () => {
  it('tells what is known of a chat, and what was made of it', async () => {
    const sample = await draw({ size: 1, dueAt: monday + 40 * day })
    const [open] = await queue('Rita')
    expect(open).toEqual({
      sample: sample.id,
      sampleName: 'May',
      calibration: false,
      conversation: expect.stringMatching(/^c\d+$/),
      contact: expect.stringMatching(/^Name of customer of c\d+$/),
      agent: expect.stringMatching(/^(ana|ben)$/),
      category: 'order',
      language: 'en',
      at: expect.any(Number),
      reviewer: 'Rita',
      review: null,
      state: 'open',
      score: null,
      dueAt: monday + 40 * day,
      risks: [],
      erased: false,
    })
    const { id } = await office.writes.beginReview({ ...open!, scorecard: null })
    expect((await queue('Rita'))[0]).toMatchObject({ review: id, state: 'draft', score: null })
    await review(open!, 1)
    expect((await queue('Rita'))[0]).toMatchObject({ review: id, state: 'submitted', score: 50 })
    await office.writes.actOnReview(id, { kind: 'void', by: 'Lea', comment: 'Wrong chat' })
    expect((await queue('Rita'))[0]).toMatchObject({ review: null, state: 'open', score: null })
    expect((await office.reads.samples())[0]?.reviewed).toBe(0)
  })

  it('keeps the place of a chat that was erased since', async () => {
    await draw({ size: 12 })
    office.add({ kind: 'removed', of: 'conversation', id: 'c3', at: monday + 50 * day, reason: 'erasure' })
    const gone = (await queue('Rita')).filter(({ erased }) => erased)
    expect(gone).toHaveLength(1)
    expect(gone[0]).toMatchObject({ conversation: 'c3', contact: '–', category: null, language: null })
  })

  it('ends with drafts of chats picked by hand, as long as they wait', async () => {
    const sample = await draw({ size: 1 })
    const begun = { conversation: 'c7', sample: null, reviewer: 'Rita', scorecard: null }
    await office.writes.beginReview(begun)
    expect((await queue('Rita')).map(({ sample: of, state }) => [of, state])).toEqual([
      [sample.id, 'open'],
      [null, 'draft'],
    ])
    expect(await queue('Rita', sample.id)).toHaveLength(1)
    await office.review(begun, { greeting: 2 })
    expect(await queue('Rita')).toHaveLength(1)
  })

  it('shows nobody the scores of others in a calibration before it is closed', async () => {
    const { id, items } = await draw({ size: 2, reviewers: two, calibration: true })
    expect(items).toBe(4)
    for (const item of await queue('Rita')) await review(item)
    expect((await queue('Rita')).map(({ score }) => score)).toEqual([100, 100])
    expect((await queue(null)).map(({ score }) => score)).toEqual([null, null, null, null])
    await office.writes.closeSample(id)
    const scores = (await queue(null, id)).map(({ score }) => score)
    expect(scores.filter((score) => score === 100)).toHaveLength(2)
  })

  it('refuses a sample that does not exist', async () => {
    await expect(queue('Rita', 'none')).rejects.toThrow('There is no sample "none"')
  })
})
