import { describe, expect, it } from 'vitest'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { sql } from '../../../src/main/store/database.ts'
import { apply, records } from '../../support/database.ts'
import { chat, content, hour, keepRows, keepScorecard, monday, openDesk, rating } from './desk.ts'
import { criterion } from '../../support/criteria.ts'

const begun = { conversation: 'v1', scorecard: null, sample: null, reviewer: 'Mia' }
const all = content({ ratings: [rating('kind', 2), rating('clear', 1)] })

function desk() {
  const opened = openDesk()
  keepScorecard(opened)
  return opened
}

describe('beginning a review', () => {
  it('is about who wrote most, pins the newest version and what was seen', () => {
    const opened = desk()
    const review = beginReview(opened, begun)
    expect(review).toMatchObject({
      conversation: 'v1',
      agent: 'a1',
      reviewer: 'Mia',
      sample: null,
      calibration: false,
      state: 'draft',
      scorecard: { version: 1 },
      score: { value: null, missing: ['kind', 'clear'] },
      seen: { messages: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      changedSince: false,
      history: [{ what: 'begun', by: 'Mia', at: opened.now() }],
    })
    expect(viewReview(opened, review.id)).toEqual(review)
  })

  it('remembers what was seen of its own chat', () => {
    const opened = desk()
    const [one, other] = ['v1', 'v2'].map(
      (conversation) => beginReview(opened, { ...begun, conversation }).seen,
    )
    expect(one).not.toEqual(other)
    expect(beginReview(opened, begun).seen).toEqual(one)
    expect(beginReview(opened, begun).changedSince).toBe(false)
  })

  it('is about the last to write where two wrote as much, and about the assignee where nobody wrote', () => {
    const opened = openDesk()
    keepScorecard(opened)
    apply(
      opened.cache,
      records(...chat('v3', 'k1', monday, [null, 'a1', 'a2']), ...chat('v4', 'k2', monday, [null]), {
        kind: 'assignment',
        conversation: 'v4',
        at: new Date(monday).toISOString(),
        from: null,
        to: 'a2',
        team: null,
        by: { type: 'system' },
        source: 'stated',
      }),
    )
    expect(beginReview(opened, { ...begun, conversation: 'v3' }).agent).toBe('a2')
    expect(beginReview(opened, { ...begun, conversation: 'v4' }).agent).toBe('a2')
  })

  it('again answers the draft there is, for the same reviewer and scorecard only', () => {
    const opened = desk()
    const review = beginReview(opened, begun)
    expect(beginReview(opened, begun)).toEqual(review)
    expect(beginReview(opened, { ...begun, reviewer: ' Mia ' }).id).toBe(review.id)
    expect(beginReview(opened, { ...begun, reviewer: 'Tom' }).id).not.toBe(review.id)
    const other = keepScorecard(opened, { name: 'Sales' })
    expect(beginReview(opened, { ...begun, scorecard: other }).id).not.toBe(review.id)
    saveReview(opened, review.id, all)
    actOnReview(opened, review.id, { kind: 'submit' })
    expect(beginReview(opened, { ...begun, scorecard: review.scorecard }).id).not.toBe(review.id)
  })

  it('of a place in a sample takes the sample’s scorecard and agent, once', () => {
    const opened = desk()
    const card = keepScorecard(opened, { name: 'Sampled' })
    keepScorecard(opened, { name: 'Newer' })
    keepRows(opened, {
      id: 's1',
      scorecard: card,
      items: [{ conversation: 'v1', agent: 'a2', reviewer: 'Mia' }],
    })
    const inSample = { ...begun, sample: 's1' }
    const review = beginReview(opened, inSample)
    expect(review).toMatchObject({ id: 's1.0', agent: 'a2', sample: 's1', scorecard: { name: 'Sampled' } })
    saveReview(opened, review.id, all)
    actOnReview(opened, review.id, { kind: 'submit' })
    expect(beginReview(opened, inSample)).toMatchObject({ id: 's1.0', state: 'submitted' })
    actOnReview(opened, review.id, { kind: 'void', by: 'Mia', comment: 'wrong chat' })
    expect(beginReview(opened, inSample)).toMatchObject({ id: 's1.0.1', state: 'draft' })
    expect(beginReview(opened, inSample).id).toBe('s1.0.1')
  })

  it('is refused for another’s place, a closed sample, an unknown chat and no reviewer', () => {
    const opened = desk()
    keepRows(opened, {
      id: 's1',
      scorecard: keepScorecard(opened),
      items: [{ conversation: 'v1', agent: 'a2', reviewer: 'Mia' }],
    })
    expect(() => beginReview(opened, { ...begun, sample: 's1', reviewer: 'Tom' })).toThrow('not among those')
    sql(opened.workspaceDb, 'UPDATE samples SET closed = 1').run()
    expect(() => beginReview(opened, { ...begun, sample: 's1' })).toThrow('This sample was closed')
    expect(() => beginReview(opened, { ...begun, conversation: 'v9' })).toThrow('erased or never came')
    expect(() => beginReview(opened, { ...begun, reviewer: ' ' })).toThrow('no name of the reviewer')
    expect(sql(opened.workspaceDb, 'SELECT * FROM reviews').all()).toEqual([])
  })

  it('is refused where there is no scorecard', () => {
    expect(() => beginReview(openDesk(), begun)).toThrow('There is no scorecard to review by')
  })
})

describe('typing a review', () => {
  it('keeps ratings, overrides, notes, tags and words, and scores as it goes', () => {
    const opened = desk()
    const { id } = beginReview(opened, begun)
    const typed = content({
      ratings: [
        rating('kind', 1, { proposed: 2, note: 'curt\n\u202e"', causes: ['haste'], message: 'v1-m1' }),
      ],
      notes: [{ id: 'n1', message: 'v1-m2', kind: 'praise', text: '🌿 '.repeat(50) }],
      tags: ['vip'],
      comment: 'half d',
    })
    const saved = saveReview(opened, id, typed)
    expect(saved).toMatchObject({ ...typed, state: 'draft', score: { value: 50, missing: ['clear'] } })
    expect(saved.history).toHaveLength(1)
    expect(viewReview(opened, id)).toEqual(saved)
  })

  it.each([
    [{ ratings: [rating('unheard', 1)] }, 'has no criterion "unheard"'],
    [{ ratings: [rating('kind', 3)] }, '"Criterion kind" was rated 4, and its scale has 3 levels'],
    [{ ratings: [rating('kind', 1.5)] }, 'ratings.0.level is no level'],
    [{ ratings: [rating('kind', -1)] }, 'ratings.0.level is no level'],
    [{ ratings: [rating('kind', 0, { proposed: 7 })] }, 'its scale has 3 levels'],
    [{ ratings: [rating('kind', 0), rating('kind', 1)] }, 'rated twice'],
    [{ ratings: [rating('kind', 0), rating('kind', 1, { message: 'v1-m0' })] }, 'rated twice'],
    [{ ratings: [rating('kind', 0, { message: 'v2-m0' })] }, 'a message that is not in this chat'],
    [{ notes: [{ id: 'n', message: 'v2-m0', kind: 'note', text: '' }] }, 'A note points at a message'],
    [{ notes: [{ id: 'n', message: null, kind: 'blame', text: '' }] }, 'neither praise nor fault'],
    [{ comment: 'x'.repeat(20_001) }, 'comment is longer than 20000 characters'],
    [{ tags: [7] }, 'tags.0 is no text'],
  ] as const)('is refused where it cannot be, and what was saved before is kept: %j', (change, words) => {
    const opened = desk()
    const { id } = beginReview(opened, begun)
    const saved = saveReview(opened, id, all)
    const typed = { ...all, ...change } as never
    expect(() => saveReview(opened, id, typed)).toThrow(words)
    expect(() => saveReview(opened, id, typed)).toThrow('what was saved before is kept')
    expect(viewReview(opened, id)).toEqual(saved)
  })

  it('takes a rating a message where the criterion is of messages', () => {
    const opened = openDesk()
    keepScorecard(opened, {
      sections: [{ id: 's', name: 'S', criteria: [criterion('spelling', { per: 'message' })] }],
    })
    const { id } = beginReview(opened, begun)
    const ratings = [rating('spelling', 2, { message: 'v1-m2' }), rating('spelling', 1, { message: 'v1-m3' })]
    expect(saveReview(opened, id, content({ ratings })).score.value).toBe(75)
  })

  it('of a chat that goes on tells that it has changed since', () => {
    const opened = desk()
    const { id } = beginReview(opened, begun)
    apply(opened.cache, records(...chat('v1', 'k1', monday, [null, 'a2', 'a1', 'a1', null])))
    expect(viewReview(opened, id)).toMatchObject({ changedSince: true, seen: { messages: 4 } })
    saveReview(opened, id, all)
    expect(actOnReview(opened, id, { kind: 'submit' })).toMatchObject({
      changedSince: false,
      seen: { messages: 5 },
    })
  })

  it('of a chat that was erased meanwhile is kept and can be finished, and no other is begun', () => {
    const opened = desk()
    const { id } = beginReview(opened, begun)
    const typed = content({ ...all, notes: [{ id: 'n', message: 'v1-m1', kind: 'fault', text: 'late' }] })
    saveReview(opened, id, typed)
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
    expect(saveReview(opened, id, { ...typed, comment: 'kept' }).changedSince).toBeNull()
    expect(actOnReview(opened, id, { kind: 'submit' })).toMatchObject({
      conversation: 'v1',
      state: 'submitted',
      changedSince: null,
      notes: typed.notes,
      score: { value: 75 },
    })
    expect(() => beginReview(opened, begun)).toThrow('erased')
  })
})

describe('changing a submitted review', () => {
  function submitted() {
    const opened = desk()
    const { id } = beginReview(opened, begun)
    saveReview(opened, id, all)
    return { opened, review: actOnReview(opened, id, { kind: 'submit' }) }
  }

  it('is told in its history, level by level, with the score after it', () => {
    const { opened, review } = submitted()
    opened.setNow(opened.now() + hour)
    const changed = saveReview(opened, review.id, {
      ...all,
      ratings: [rating('kind', 0), rating('clear', 1)],
    })
    expect(changed.state).toBe('submitted')
    expect(changed.submittedAt).toBe(review.submittedAt)
    expect(changed.history.at(-1)).toEqual({
      at: opened.now(),
      by: 'Mia',
      what: 'changed',
      score: 25,
      changes: [{ criterion: 'kind', message: null, before: 2, after: 0 }],
      comment: null,
    })
  })

  it('of words alone is one entry a sitting', () => {
    const { opened, review } = submitted()
    for (const comment of ['a', 'ab', 'abc']) {
      opened.setNow(opened.now() + 1000)
      saveReview(opened, review.id, { ...all, comment })
    }
    saveReview(opened, review.id, { ...all, comment: 'abc' })
    opened.setNow(opened.now() + hour)
    expect(saveReview(opened, review.id, { ...all, comment: 'b' }).history.map(({ what }) => what)).toEqual([
      'begun',
      'submitted',
      'changed',
      'changed',
    ])
  })

  it('is refused after a day, after the agent’s acknowledgement, and in a dispute', () => {
    const { opened, review } = submitted()
    const change = () => saveReview(opened, review.id, content({ ...all, comment: 'x' }))
    const submittedAt = opened.now()
    opened.setNow(submittedAt + 24 * hour + 2)
    expect(change).toThrow('more than 24 hours ago; this was not saved')
    opened.setNow(submittedAt)
    actOnReview(opened, review.id, { kind: 'acknowledge', by: 'Ana', reply: '' })
    expect(change).toThrow('The agent has acknowledged')
    actOnReview(opened, review.id, { kind: 'dispute', by: 'Ana', comment: 'no', proposed: [] })
    expect(change).toThrow('This review is disputed')
  })
})
