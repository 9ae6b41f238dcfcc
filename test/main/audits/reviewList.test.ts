import { describe, expect, it } from 'vitest'
import type { ReviewQuery } from '../../../src/shared/audits.ts'
import { listReviews } from '../../../src/main/audits/reviewList.ts'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { sql } from '../../../src/main/store/database.ts'
import { wholeScope } from '../../support/workspace.ts'
import { apply, records } from '../../support/database.ts'
import { chat, content, hour, keepRows, keepScorecard, monday, openDesk, rating, type Desk } from './desk.ts'

const scope = wholeScope(monday - hour, monday + 100 * hour)
const everything: ReviewQuery = {
  scope,
  states: [],
  reviewers: [],
  agents: [],
  conversation: null,
  after: null,
  limit: 100,
}

function desk(): Desk {
  const opened = openDesk()
  keepScorecard(opened)
  apply(
    opened.cache,
    records(
      ...chat('v3', 'k1', monday + 2 * hour, [null, 'a1']),
      { kind: 'channel', id: 'c2', name: 'Other' },
      {
        kind: 'conversation_event',
        conversation: 'v3',
        at: new Date(monday + 2 * hour).toISOString(),
        event: 'categorised',
        by: { type: 'agent', id: 'a1' },
        category: 'billing',
      },
    ),
  )
  for (const [conversation, reviewer] of [
    ['v1', 'Mia'],
    ['v2', 'Tom'],
    ['v3', 'Mia'],
  ] as const) {
    const { id } = beginReview(opened, { conversation, scorecard: null, sample: null, reviewer })
    saveReview(opened, id, content({ ratings: [rating('kind', 2), rating('clear', 1)] }))
    if (conversation !== 'v2') actOnReview(opened, id, { kind: 'submit' })
  }
  return opened
}

function chats(opened: Desk, change: Partial<ReviewQuery>): readonly string[] {
  const { rows, total } = listReviews(opened, { ...everything, ...change })
  expect(rows.length).toBe(total)
  return rows.map((row) => row.conversation)
}

describe('the list of reviews', () => {
  it('shows the newest chat first, with its score, its scorecard and its deadline', () => {
    const opened = desk()
    const { rows } = listReviews(opened, everything)
    expect(rows).toMatchObject([
      { conversation: 'v3', contact: { id: 'k1', name: 'Li' }, agent: 'a1', state: 'submitted', score: 75 },
      { conversation: 'v2', contact: { name: 'Zoë' }, state: 'draft', score: null, disputeDueAt: null },
      {
        conversation: 'v1',
        reviewer: 'Mia',
        scorecard: { version: 1, name: 'Service' },
        at: monday + 3 * 60_000,
        disputeDueAt: opened.now() + 1 + 168 * hour,
      },
    ])
  })

  it('is filtered by everything it can be filtered by', () => {
    const opened = desk()
    expect(chats(opened, { states: ['draft'] })).toEqual(['v2'])
    expect(chats(opened, { reviewers: ['Mia'] })).toEqual(['v3', 'v1'])
    expect(chats(opened, { agents: ['a2'] })).toEqual(['v2'])
    expect(chats(opened, { conversation: 'v1' })).toEqual(['v1'])
    expect(chats(opened, { conversation: 'v9' })).toEqual([])
    expect(chats(opened, { scope: { ...scope, agents: ['a1'] } })).toEqual(['v3', 'v1'])
    expect(chats(opened, { scope: { ...scope, teams: ['t1'] } })).toEqual(['v3', 'v1'])
    expect(chats(opened, { scope: { ...scope, agents: ['nobody'] } })).toEqual([])
    expect(chats(opened, { scope: { ...scope, channels: ['c1'] } })).toEqual(['v3', 'v2', 'v1'])
    expect(chats(opened, { scope: { ...scope, channels: ['c2'] } })).toEqual([])
    expect(chats(opened, { scope: { ...scope, categories: ['billing'] } })).toEqual(['v3'])
    expect(chats(opened, { scope: { ...scope, from: monday + hour } })).toEqual(['v3', 'v2'])
    expect(chats(opened, { scope: { ...scope, to: monday + 3 * 60_000 } })).toEqual([])
  })

  it('goes on behind the last row of a page', () => {
    const opened = desk()
    for (const reviewer of ['Tom', 'Lea'])
      beginReview(opened, { conversation: 'v1', scorecard: null, sample: null, reviewer })
    const seen: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page = listReviews(opened, { ...everything, after, limit: 1 })
      expect(page.total).toBe(5)
      seen.push(...page.rows.map((row) => `${row.conversation} ${row.reviewer}`))
      after = page.next
      more = after !== null
    }
    expect(seen.slice(0, 2)).toEqual(['v3 Mia', 'v2 Tom'])
    expect(seen.slice(2).toSorted()).toEqual(['v1 Lea', 'v1 Mia', 'v1 Tom'])
    expect(() => listReviews(opened, { ...everything, after: 'nonsense' })).toThrow('cannot be read')
  })

  it('keeps the reviews of an erased chat', () => {
    const opened = desk()
    apply(
      opened.cache,
      records({
        kind: 'removed',
        of: 'conversation',
        id: 'v1',
        at: new Date(monday).toISOString(),
        reason: 'erasure',
      }),
    )
    expect(listReviews(opened, { ...everything, conversation: 'v1' }).rows).toMatchObject([
      { conversation: 'v1', contact: { id: '', name: '–' }, score: 75 },
    ])
  })

  it('hides reviews of an open calibration from everybody but their reviewer', () => {
    const opened = openDesk()
    keepRows(opened, {
      id: 's1',
      scorecard: keepScorecard(opened),
      calibration: true,
      items: ['Mia', 'Tom'].map((reviewer) => ({ conversation: 'v1', agent: 'a1', reviewer })),
    })
    for (const reviewer of ['Mia', 'Tom'])
      beginReview(opened, { conversation: 'v1', scorecard: null, sample: 's1', reviewer })
    expect(chats(opened, {})).toEqual([])
    expect(chats(opened, { reviewers: ['Mia', 'Tom'] })).toEqual([])
    expect(chats(opened, { reviewers: ['Tom'] })).toEqual(['v1'])
    sql(opened.workspaceDb, 'UPDATE samples SET closed = 1').run()
    expect(chats(opened, {})).toEqual(['v1', 'v1'])
  })
})
