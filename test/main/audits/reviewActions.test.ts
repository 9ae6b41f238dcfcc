import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewAction } from '../../../src/shared/audits.ts'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { sql } from '../../../src/main/store/database.ts'
import { saveSettings } from '../../../src/main/store/settings.ts'
import { content, hour, keepRows, keepScorecard, openDesk, rating, type Desk } from './desk.ts'

const ratings = [rating('kind', 0), rating('clear', 2)]
const submit: ReviewAction = { kind: 'submit' }
const acknowledge: ReviewAction = { kind: 'acknowledge', by: 'Ana', reply: 'I see.' }
const dispute: ReviewAction = {
  kind: 'dispute',
  by: 'Ana',
  comment: 'I was kind.',
  proposed: [{ criterion: 'kind', level: 2 }],
}
const better = [rating('kind', 1), rating('clear', 2)]
const answer: ReviewAction = {
  kind: 'answer',
  by: 'Mia',
  answer: 'partly',
  comment: 'Half.',
  ratings: better,
}
const putAside: ReviewAction = { kind: 'void', by: 'Lea', comment: 'Test chat.' }

function begin(): {
  readonly desk: Desk
  readonly id: string
  act(action: ReviewAction): ReturnType<typeof actOnReview>
} {
  const desk = openDesk()
  keepScorecard(desk)
  const { id } = beginReview(desk, { conversation: 'v1', scorecard: null, sample: null, reviewer: 'Mia' })
  saveReview(desk, id, content({ ratings }))
  return { desk, id, act: (action) => actOnReview(desk, id, action) }
}

describe('submitting', () => {
  it('needs every standard criterion, and names what is missing', () => {
    const { desk, id, act } = begin()
    saveReview(desk, id, content({ ratings: [rating('kind', 2)] }))
    expect(() => act(submit)).toThrow('One criterion is not rated yet ("Criterion clear")')
    saveReview(desk, id, content())
    expect(() => act(submit)).toThrow(
      '2 criteria are not rated yet ("Criterion kind", "Criterion clear"); the review was not',
    )
    expect(viewReview(desk, id).state).toBe('draft')
    saveReview(desk, id, content({ ratings: [rating('kind', 2), rating('clear', null)] }))
    expect(act(submit)).toMatchObject({
      state: 'submitted',
      score: { value: 100 },
      submittedAt: expect.any(Number),
    })
  })

  it('happens once', () => {
    const { act } = begin()
    act(submit)
    expect(() => act(submit)).toThrow('This review is submitted and cannot be submitted')
  })
})

describe('the agent', () => {
  it('acknowledges with a reply, and adds to it later', () => {
    const { act } = begin()
    act(submit)
    const first = act(acknowledge)
    expect(first).toMatchObject({ acknowledgedAt: expect.any(Number), agentReply: 'I see.' })
    expect(() => act({ kind: 'acknowledge', by: 'Ana', reply: ' ' })).toThrow('acknowledged before')
    const second = act({ kind: 'acknowledge', by: 'Ana', reply: 'Thanks.' })
    expect(second).toMatchObject({ acknowledgedAt: first.acknowledgedAt, agentReply: 'Thanks.' })
    expect(second.history.slice(-2)).toMatchObject([
      { what: 'acknowledged', by: 'Ana', comment: 'I see.' },
      { what: 'replied', comment: 'Thanks.' },
    ])
  })

  it('disputes until the deadline, and is told the date after it', () => {
    const { desk, act } = begin()
    saveSettings(desk.workspaceDb, { disputeHours: 48 })
    const { submittedAt } = act(submit)
    desk.setNow((submittedAt ?? 0) + 48 * hour + 1)
    expect(() => act(dispute)).toThrow(
      'could be disputed until 2026-05-14T08:00:00.001Z; nothing was changed',
    )
    desk.setNow((submittedAt ?? 0) + 48 * hour)
    expect(act(dispute)).toMatchObject({
      state: 'disputed',
      dispute: {
        by: 'Ana',
        at: desk.now(),
        dueAt: desk.now() + 48 * hour,
        proposed: [{ criterion: 'kind', level: 2 }],
        answer: null,
      },
    })
  })

  it('gives a reason and proposes what the scale has', () => {
    const { desk, act } = begin()
    act(submit)
    expect(() => act({ ...dispute, comment: ' ' })).toThrow('The dispute says nothing')
    expect(() => act({ ...dispute, proposed: [{ criterion: 'kind', level: 9 }] })).toThrow(
      'its scale has 3 levels',
    )
    expect(() => act({ ...dispute, proposed: [{ criterion: 'x', level: 1 }] })).toThrow('has no criterion')
    saveSettings(desk.workspaceDb, { disputeHours: 0 })
    expect(() => act(dispute)).toThrow('cannot be disputed in this workspace')
  })
})

describe('the answer to a dispute', () => {
  function disputed() {
    const begun = begin()
    begun.act(submit)
    begun.act(dispute)
    return begun
  }

  it('changes the ratings and keeps what they were', () => {
    const { act } = disputed()
    const resolved = act(answer)
    expect(resolved).toMatchObject({
      state: 'resolved',
      ratings: better,
      score: { value: 75 },
      dispute: { answer: 'partly', answeredBy: 'Mia', answerComment: 'Half.', comment: 'I was kind.' },
    })
    expect(resolved.history.at(-1)).toMatchObject({
      what: 'answered',
      score: 75,
      changes: [{ criterion: 'kind', message: null, before: 0, after: 1 }],
    })
    expect(act(acknowledge).state).toBe('resolved')
  })

  it('that rejects leaves them, and none leaves a criterion unrated', () => {
    const { act } = disputed()
    expect(() => act({ ...answer, answer: 'rejected' })).toThrow('leaves the ratings as they are')
    expect(() => act({ ...answer, ratings: [rating('kind', 1)] })).toThrow('leaves criteria unrated')
    const rejected = act({ ...answer, answer: 'rejected', ratings, comment: '' })
    expect(rejected).toMatchObject({
      state: 'resolved',
      score: { value: 50 },
      dispute: { answerComment: null },
    })
    expect(() => act(dispute)).toThrow('This review is resolved and cannot be disputed')
  })
})

describe('voiding', () => {
  it('needs a reason and ends everything', () => {
    const { act } = begin()
    expect(() => act({ ...putAside, comment: '' })).toThrow('The reason says nothing')
    expect(act(putAside)).toMatchObject({
      state: 'voided',
      history: [{}, { what: 'voided', comment: 'Test chat.' }],
    })
    for (const action of [submit, acknowledge, dispute, answer, putAside])
      expect(() => act(action)).toThrow('This review is voided')
  })
})

describe('a review of a calibration', () => {
  it('is neither disputed nor acknowledged nor changed after submission, nor submitted once it is closed', () => {
    const desk = openDesk()
    keepRows(desk, {
      id: 's1',
      scorecard: keepScorecard(desk),
      calibration: true,
      items: ['Mia', 'Tom'].map((reviewer) => ({ conversation: 'v1', agent: 'a1', reviewer })),
    })
    const [mia, tom] = ['Mia', 'Tom'].map((reviewer) => {
      const { id } = beginReview(desk, { conversation: 'v1', scorecard: null, sample: 's1', reviewer })
      saveReview(desk, id, content({ ratings }))
      return id
    }) as [string, string]
    expect([mia, tom]).toEqual(['s1.0', 's1.1'])
    actOnReview(desk, mia, submit)
    for (const action of [dispute, acknowledge])
      expect(() => actOnReview(desk, mia, action)).toThrow('between the reviewers')
    expect(() => saveReview(desk, mia, content({ ratings: better }))).toThrow(
      'not changed once it was submitted',
    )
    sql(desk.workspaceDb, 'UPDATE samples SET closed = 1').run()
    expect(() => actOnReview(desk, tom, submit)).toThrow('This calibration was closed')
    expect(() => saveReview(desk, tom, content({ ratings: better }))).toThrow('This calibration was closed')
  })
})

describe('whatever is done in whatever order', () => {
  it('history only grows, in time, tells every change of state, and a refusal changes nothing', () => {
    const step = fc.constantFrom<ReviewAction | 'save'>(
      submit,
      acknowledge,
      dispute,
      answer,
      { ...answer, answer: 'rejected', ratings } as ReviewAction,
      putAside,
      'save',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, fc.integer({ min: 0, max: 60 * hour })), { maxLength: 12 }),
        (steps) => {
          const { desk, id, act } = begin()
          for (const [action, wait] of steps) {
            desk.setNow(desk.now() + wait)
            const before = viewReview(desk, id)
            let after = before
            try {
              after = action === 'save' ? saveReview(desk, id, content({ ratings: better })) : act(action)
            } catch (error) {
              expect(error).toMatchObject({ kind: 'invalid' })
              expect(viewReview(desk, id)).toEqual(before)
              continue
            }
            expect(after.history.slice(0, before.history.length)).toEqual(before.history)
            if (after.state !== before.state) expect(after.history.length).toBe(before.history.length + 1)
            const times = after.history.map(({ at }) => at)
            expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
          }
        },
      ),
      { numRuns: 20 },
    )
  }, 60_000)
})
