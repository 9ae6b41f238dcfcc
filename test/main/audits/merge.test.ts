import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { findReview, reviewsWhere } from '../../../src/main/audits/reviewStore.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { readSample } from '../../../src/main/audits/samples.ts'
import { apply, records } from '../../support/database.ts'
import { hour, monday, openDesk, rating } from './desk.ts'
import { away, bring, made, queueOf, reviewsOf, type } from './travel.ts'

describe('reviews that come back', () => {
  it('are added with their history, and again change nothing', () => {
    const { here, there } = away()
    const typed = type(there, 0, { notes: [{ id: 'n', message: 'v1-m2', kind: 'praise', text: 'warm' }] })
    actOnReview(there, typed.id, { kind: 'submit' })
    type(there, 1, { comment: 'half done' })
    const file = reviewsOf(there)
    expect(bring(here, file, { dry: true })).toMatchObject({ added: 2, missing: 0 })
    expect(made(here)).toEqual([])
    expect(bring(here, file)).toMatchObject({ added: 2, same: 0, updated: 0, conflicts: [], missing: 0 })
    expect(made(here)).toEqual(made(there))
    expect(viewReview(here, 'sample-1.0')).toMatchObject({
      conversation: 'v1',
      agent: 'a1',
      state: 'submitted',
      score: { value: 75 },
      changedSince: false,
      history: [{ what: 'begun' }, { what: 'submitted', score: 75 }],
    })
    const before = made(here)
    expect(bring(here, file)).toMatchObject({ added: 0, same: 2, updated: 0 })
    expect(made(here)).toEqual(before)
    expect(readSample(here.workspaceDb, 'sample-1').reviewed).toBe(1)
  })

  it('bring up to date what nobody changed here, and an older file after it changes nothing', () => {
    const { here, there } = away()
    type(there, 0, { comment: 'one' })
    const early = reviewsOf(there)
    type(there, 0, { comment: 'two' })
    const late = reviewsOf(there)
    expect(bring(here, early)).toMatchObject({ added: 1 })
    expect(bring(here, late)).toMatchObject({ added: 0, updated: 1 })
    expect(bring(here, early)).toMatchObject({ same: 1, updated: 0, conflicts: [] })
    expect(viewReview(here, 'sample-1.0').comment).toBe('two')
  })

  it('leave newer work here as it is', () => {
    const { here, there } = away()
    type(there, 0, { comment: 'there' })
    const file = reviewsOf(there)
    bring(here, file)
    type(here, 0, { comment: 'there, and on' })
    expect(bring(here, file)).toMatchObject({ same: 1, conflicts: [] })
    expect(viewReview(here, 'sample-1.0').comment).toBe('there, and on')
  })

  it('are not taken for unchanged because somebody changed them back', () => {
    const { here, there } = away()
    type(there, 0, { comment: 'a' })
    bring(here, reviewsOf(there))
    type(there, 0, { comment: 'b' })
    bring(here, reviewsOf(there))
    here.setNow(here.now() + hour)
    type(here, 0, { comment: 'a' })
    type(there, 0, { comment: 'c' })
    expect(bring(here, reviewsOf(there)).conflicts).toHaveLength(1)
  })

  it('that say the same, typed here and there, are the same', () => {
    const { here, there } = away()
    type(here, 0, { comment: 'equal' })
    there.setNow(there.now() + hour)
    type(there, 0, { comment: 'equal' })
    expect(bring(here, reviewsOf(there))).toMatchObject({ same: 1, conflicts: [] })
  })

  it('that say the same know each other’s past from then on', () => {
    const { here, there } = away()
    type(there, 0, { comment: 'draft' })
    const early = reviewsOf(there)
    type(there, 0, { comment: 'equal' })
    type(here, 0, { comment: 'equal' })
    bring(here, reviewsOf(there))
    expect(bring(here, early)).toMatchObject({ same: 1, conflicts: [] })
    type(there, 0, { comment: 'and on' })
    expect(bring(here, reviewsOf(there))).toMatchObject({ updated: 1, conflicts: [] })
  })

  describe('changed here and there', () => {
    function conflict() {
      const { here, there } = away()
      type(here, 0, { comment: 'mine' })
      type(there, 0, { comment: 'theirs', ratings: [rating('kind', 0), rating('clear', 1)] })
      return { here, file: reviewsOf(there) }
    }

    it('wait for a choice, and nothing is overwritten', () => {
      const { here, file } = conflict()
      const before = made(here)
      for (const dry of [true, false])
        expect(bring(here, file, { dry })).toMatchObject({
          added: 0,
          updated: 0,
          conflicts: [
            {
              review: 'sample-1.0',
              conversation: 'v1',
              mine: { reviewer: 'Mia' },
              theirs: { state: 'draft' },
            },
          ],
        })
      expect(made(here)).toEqual(before)
    })

    it.each([
      ['mine', ['mine'], { same: 1 }],
      ['theirs', ['theirs'], { updated: 1 }],
      ['both', ['mine', 'theirs'], { added: 1 }],
    ] as const)('stand as chosen: %s, for good', (choice, comments, counted) => {
      const { here, file } = conflict()
      const choices = { 'sample-1.0': choice }
      expect(bring(here, file, { choices })).toMatchObject({ conflicts: [], ...counted })
      const standing = () =>
        reviewsWhere(here.workspaceDb, 'TRUE ORDER BY id').map((one) => one.content.comment)
      expect(standing()).toEqual(comments)
      expect(viewReview(here, 'sample-1.0').history.at(-1)).toMatchObject({ what: 'merged', comment: choice })
      const before = made(here)
      expect(bring(here, file)).toMatchObject({ added: 0, same: 1, updated: 0, conflicts: [] })
      expect(made(here)).toEqual(before)
    })
  })

  it('of an erased chat are kept', () => {
    const { here, there } = away()
    type(there, 0, {})
    apply(
      here.cache,
      records({
        kind: 'removed',
        of: 'conversation',
        id: 'v1',
        at: new Date(monday).toISOString(),
        reason: 'erasure',
      }),
    )
    expect(bring(here, reviewsOf(there))).toMatchObject({ added: 1 })
    expect(viewReview(here, 'sample-1.0').changedSince).toBeNull()
  })

  it('find their way over a third workspace', () => {
    const { here, there } = away()
    const farther = openDesk([])
    bring(farther, queueOf(there))
    type(farther, 1, { comment: 'from afar' })
    expect(bring(there, reviewsOf(farther))).toMatchObject({ added: 1 })
    expect(bring(here, reviewsOf(there))).toMatchObject({ added: 1 })
    expect(viewReview(here, 'sample-1.1')).toMatchObject({ comment: 'from afar', conversation: 'v2' })
  })

  it('in whatever order and however often end in the same', () => {
    const step = fc.record({
      place: fc.nat(1),
      comment: fc.string({ maxLength: 3 }),
      submit: fc.boolean(),
      save: fc.boolean(),
    })
    const plan = fc
      .array(step, { minLength: 1, maxLength: 6 })
      .chain((steps) => fc.tuple(fc.constant(steps), fc.array(fc.nat(7), { maxLength: 8 })))
    fc.assert(
      fc.property(plan, ([steps, order]) => {
        const { here, there } = away()
        const files: string[] = []
        for (const { place, comment, submit, save } of steps) {
          const review = type(there, place, { comment })
          if (submit && review.state === 'draft') actOnReview(there, review.id, { kind: 'submit' })
          if (save) files.push(reviewsOf(there))
        }
        files.push(reviewsOf(there))
        // Any files in any order, and at some moment each.
        const read = [...order.map((index) => files[index % files.length] ?? ''), ...files.toReversed()]
        for (const file of read) expect(bring(here, file).conflicts).toEqual([])
        expect(made(here)).toEqual(made(there))
        for (const id of ['sample-1.0', 'sample-1.1'])
          if (findReview(here.workspaceDb, id))
            expect(viewReview(here, id).history).toEqual(viewReview(there, id).history)
      }),
      { numRuns: 8 },
    )
  }, 60_000)
})
