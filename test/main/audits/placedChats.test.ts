import { describe, expect, it } from 'vitest'
import { mergeReviews } from '../../../src/main/audits/merge.ts'
import { followPlacedChats, notePlacedChats } from '../../../src/main/audits/placedChats.ts'
import { queueFile } from '../../../src/main/audits/queueFile.ts'
import { readQueue } from '../../../src/main/audits/queue.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { value } from '../../../src/main/store/database.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records } from '../../support/database.ts'
import { content, hour, keepRows, keepScorecard, monday, openDesk, rating, type Desk } from './desk.ts'

function message(id: string, at: number): RecordInput {
  return {
    kind: 'message',
    id,
    conversation: null,
    contact: 'k1',
    channel: 'c1',
    at: new Date(at).toISOString(),
    direction: 'in',
    author: { type: 'contact' },
    content: { type: 'text', text: id },
  }
}

const nameOf = (desk: Desk) => value<string>(desk.cache, 'SELECT rid FROM conversations') ?? ''

/** A chat placed by rule, drawn and begun; then an hour older message of it arrives. */
function renamed(between: (desk: Desk) => void = () => undefined) {
  const desk = openDesk([message('late', monday)])
  const before = nameOf(desk)
  keepRows(desk, {
    id: 's1',
    scorecard: keepScorecard(desk),
    items: [{ conversation: before, agent: null, reviewer: 'Mia' }],
  })
  beginReview(desk, { conversation: before, scorecard: null, sample: 's1', reviewer: 'Mia' })
  notePlacedChats(desk)
  between(desk)
  apply(desk.cache, records(message('early', monday - hour)))
  const after = nameOf(desk)
  expect(after).not.toBe(before)
  followPlacedChats(desk)
  return { desk, before, after }
}

describe('a chat placed by rule that gets another name', () => {
  it('keeps its place in the queue and its review', () => {
    const { desk, after } = renamed()
    expect(readQueue(desk, { reviewer: 'Mia', sample: 's1' })).toMatchObject([
      { conversation: after, state: 'draft', erased: false },
    ])
    expect(viewReview(desk, 's1.0')).toMatchObject({ conversation: after, changedSince: true })
    expect(
      beginReview(desk, { conversation: after, scorecard: null, sample: 's1', reviewer: 'Mia' }).id,
    ).toBe('s1.0')
  })

  it('is followed again when it gets a third', () => {
    const { desk } = renamed()
    apply(desk.cache, records(message('earliest', monday - 2 * hour)))
    followPlacedChats(desk)
    expect(viewReview(desk, 's1.0').conversation).toBe(nameOf(desk))
  })

  it('is known by the name it travelled under', () => {
    const there = openDesk([])
    const { desk } = renamed((here) => {
      const file = queueFile(here, { reviewer: 'Mia', content: 'queue' })
      mergeReviews(there, { file, dry: false, choices: {} })
    })
    saveReview(there, 's1.0', content({ ratings: [rating('kind', 1)] }))
    const file = queueFile(there, { reviewer: 'Mia', content: 'reviews' })
    expect(mergeReviews(desk, { file, dry: false, choices: {} })).toMatchObject({ updated: 1, missing: 0 })
    expect(viewReview(desk, 's1.0').ratings).toHaveLength(1)
  })
})
