import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewContent } from '../../../../src/shared/audits.ts'
import {
  amend,
  asksForCause,
  joined,
  nextUnrated,
  nothingTyped,
  pin,
  rate,
  ratedCount,
  ratingAt,
  ratingsOf,
  unpin,
  unrate,
} from '../../../../src/renderer/audits/review/content.ts'
import { rating } from '../criteria.ts'
import { criterion } from '../../../support/criteria.ts'

const greeting = criterion('greeting', { rootCauses: ['forgot', 'rushed'], askRootCause: 'negative' })
const tone = criterion('tone', { per: 'message' })
const whole = { criterion: greeting, message: null }

describe('rating', () => {
  it('keeps one rating of the conversation, with its note, cited message and causes', () => {
    let content = rate(nothingTyped, whole, 0, 2)
    content = amend(content, whole, { note: 'no hello', message: 'm-1', causes: ['forgot'] })
    expect(rate(content, whole, 0, 2).ratings).toEqual([
      {
        criterion: 'greeting',
        message: 'm-1',
        level: 0,
        causes: ['forgot'],
        note: 'no hello',
        proposed: 2,
      },
    ])
  })

  it('lets causes go that a better level does not ask for', () => {
    const content = amend(rate(nothingTyped, whole, 0, null), whole, { causes: ['forgot'] })
    expect(rate(content, whole, 2, null).ratings[0]).toMatchObject({ level: 2, causes: [] })
  })

  it('keeps one rating a message for a criterion of messages', () => {
    let content = rate(nothingTyped, { criterion: tone, message: 'm-1' }, 0, null)
    content = rate(content, { criterion: tone, message: 'm-2' }, 2, null)
    content = rate(content, { criterion: tone, message: 'm-1' }, 1, null)
    expect(ratingsOf(content, 'tone').map(({ message, level }) => [message, level])).toEqual([
      ['m-1', 1],
      ['m-2', 2],
    ])
    expect(ratingAt(content, { criterion: tone, message: 'm-3' })).toBeUndefined()
    expect(ratingsOf(unrate(content, { criterion: tone, message: 'm-1' }), 'tone')).toHaveLength(1)
  })

  it('says nothing of what is not rated', () => {
    expect(amend(nothingTyped, whole, { note: 'lost?' })).toBe(nothingTyped)
  })

  it('never has two ratings of the same, whatever the order', () => {
    const targets = [whole, { criterion: tone, message: 'm-1' }, { criterion: tone, message: 'm-2' }]
    const step = fc.record({
      target: fc.constantFrom(...targets),
      level: fc.constantFrom(null, 0, 1, 2),
      clear: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const content = steps.reduce<ReviewContent>(
          (before, { target, level, clear }) =>
            clear ? unrate(before, target) : rate(before, target, level, null),
          nothingTyped,
        )
        const last = (wanted: (typeof targets)[number]) => steps.findLast(({ target }) => target === wanted)
        for (const target of targets) {
          const expected = last(target)
          const held = ratingAt(content, target)
          if (expected === undefined || expected.clear) expect(held).toBeUndefined()
          else expect(held?.level).toBe(expected.level)
        }
        expect(content.ratings.length).toBeLessThanOrEqual(targets.length)
      }),
    )
  })
})

describe('what was kept joined with what was typed since', () => {
  it('loses nothing, and takes what was typed where both rate the same', () => {
    const kept = {
      ...nothingTyped,
      ratings: [rating('greeting', { level: 0 }), rating('tone', { message: 'm-1', level: 1 })],
      comment: 'before',
      tags: ['x'],
    }
    const cited = rating('greeting', { message: 'm-9' })
    const other = rating('tone', { message: 'm-2' })
    const typed = { ...nothingTyped, ratings: [cited, other], tags: ['y', 'x'] }
    expect(joined([greeting, tone], kept, typed)).toEqual({
      ratings: [rating('tone', { message: 'm-1', level: 1 }), cited, other],
      notes: [],
      comment: 'before',
      tags: ['x', 'y'],
    })
  })
})

describe('root causes', () => {
  it.each([
    ['never', [false, false, false]],
    ['negative', [true, false, false]],
    ['not_best', [true, true, false]],
    ['always', [true, true, true]],
  ] as const)('asked %s', (askRootCause, asked) => {
    const one = criterion('one', { rootCauses: ['why'], askRootCause })
    expect([0, 1, 2].map((level) => asksForCause(one, level))).toEqual(asked)
    expect(asksForCause(one, null)).toBe(false)
    expect(asksForCause({ ...one, rootCauses: [] }, 0)).toBe(false)
  })
})

describe('notes', () => {
  const note = { id: 'n-1', message: 'm-1', kind: 'praise', text: 'kind' } as const

  it('are added, changed, and gone without words', () => {
    const once = pin(nothingTyped, note)
    const twice = pin(once, { ...note, text: 'kind and quick' })
    expect(twice.notes).toEqual([{ ...note, text: 'kind and quick' }])
    expect(pin(twice, { ...note, text: ' ' }).notes).toEqual([])
    expect(unpin(twice, 'n-1').notes).toEqual([])
  })
})

describe('progress', () => {
  const criteria = [criterion('a'), criterion('b'), criterion('c')]
  const content = rate(nothingTyped, { criterion: criteria[1]!, message: null }, null, null)

  it('counts what is not applicable as said', () => expect(ratedCount(criteria, content)).toBe(1))

  it('goes on to what is open, from the top again after the last', () => {
    expect(nextUnrated(criteria, content, 0)).toBe(2)
    expect(nextUnrated(criteria, content, 2)).toBe(0)
    const done = criteria.reduce(
      (before, one) => rate(before, { criterion: one, message: null }, 1, null),
      content,
    )
    expect(nextUnrated(criteria, done, 0)).toBe(-1)
  })
})
