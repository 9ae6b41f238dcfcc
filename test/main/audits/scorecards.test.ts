import { describe, expect, it } from 'vitest'
import type { Criterion } from '../../../src/shared/audits.ts'
import { beginReview } from '../../../src/main/audits/reviews.ts'
import {
  archiveScorecard,
  fixVersion,
  listScorecards,
  saveScorecard,
} from '../../../src/main/audits/scorecards.ts'
import { draft, hour, keepScorecard, openDesk } from './desk.ts'
import { criterion } from '../../support/criteria.ts'

const review = { conversation: 'v1', scorecard: null, sample: null, reviewer: 'Mia' }

describe('saving a scorecard', () => {
  it('makes a first version, and changes it while nobody reviewed by it', () => {
    const desk = openDesk()
    const first = keepScorecard(desk)
    expect(first).toMatchObject({ version: 1, reviews: 0, newest: true, archived: false, name: 'Service' })
    desk.setNow(desk.now() + hour)
    const second = keepScorecard(desk, { id: first.id, name: ' Service, new ' })
    expect(second).toMatchObject({ id: first.id, version: 1, name: 'Service, new', madeAt: first.madeAt })
    expect(listScorecards(desk.workspaceDb)).toHaveLength(1)
  })

  it('leaves a version that a review used as it is and makes the next', () => {
    const desk = openDesk()
    const first = keepScorecard(desk)
    beginReview(desk, review)
    desk.setNow(desk.now() + hour)
    const second = keepScorecard(desk, { id: first.id, name: 'Stricter' })
    expect(second).toMatchObject({ id: first.id, version: 2, reviews: 0, newest: true })
    expect(listScorecards(desk.workspaceDb)).toMatchObject([
      { version: 2, name: 'Stricter', newest: true },
      { version: 1, name: 'Service', newest: false, reviews: 1 },
    ])
  })

  it('makes the next version of one that went in a file, and none of a draft that says nothing new', () => {
    const desk = openDesk()
    const first = keepScorecard(desk)
    fixVersion(desk.workspaceDb, first)
    expect(keepScorecard(desk, { id: first.id }).version).toBe(1)
    expect(keepScorecard(desk, { id: first.id, name: 'Other' }).version).toBe(2)
  })

  it('refuses to change one that does not exist', () => {
    expect(() => keepScorecard(openDesk(), { id: 'none' })).toThrow('There is no scorecard "none"')
  })
})

describe('an archived scorecard', () => {
  it('begins no review, stays archived in its next version, and comes back', () => {
    const desk = openDesk()
    const card = keepScorecard(desk)
    archiveScorecard(desk.workspaceDb, card.id, true)
    expect(() => beginReview(desk, review)).toThrow('There is no scorecard to review by')
    expect(() => beginReview(desk, { ...review, scorecard: card })).toThrow('"Service" is archived')
    fixVersion(desk.workspaceDb, card)
    expect(keepScorecard(desk, { id: card.id, name: 'B' })).toMatchObject({ version: 2, archived: true })
    archiveScorecard(desk.workspaceDb, card.id, false)
    expect(beginReview(desk, review).scorecard).toMatchObject({ version: 2, archived: false })
    expect(() => archiveScorecard(desk.workspaceDb, 'none', true)).toThrow('There is no scorecard')
  })
})

describe('a scorecard that cannot be', () => {
  const only = (change: Partial<Criterion>) => ({
    sections: [{ id: 's1', name: 'Tone', criteria: [criterion('kind', change)] }],
  })
  const check = (settings: object) => only({ check: settings as Criterion['check'] })
  it.each([
    [{ name: '  ' }, 'The scorecard has an empty name'],
    [{ name: 'x'.repeat(201) }, 'The scorecard has a name longer than 200 characters'],
    [{ language: 'English' }, 'no language code'],
    [{ sections: [] }, 'The scorecard has no criterion: there is nothing to rate'],
    [{ sections: [{ id: 's', name: 'S', criteria: [] }] }, 'has no criterion'],
    [{ sections: [{ id: 's', name: '', criteria: [] }] }, 'The section number 1 has an empty name'],
    [
      { sections: [{ id: 's', name: 'S', criteria: [criterion('a'), criterion('a')] }] },
      'two criteria of the same id',
    ],
    [only({ scale: ['no'] }), 'The criterion "Criterion kind" has fewer than two levels'],
    [only({ scale: ['1', '2', '3', '4', '5', '6'] }), 'more than five levels'],
    [only({ scale: ['no', 'No '] }), 'two levels of the same name'],
    [only({ scale: ['no', ' '] }), 'an empty level'],
    [only({ weight: -1 }), 'a weight below 0'],
    [only({ weight: 101 }), 'a weight above 100'],
    [only({ weight: Number.NaN }), 'has no weight'],
    [only({ weight: 0 }), 'no standard criterion with a weight above 0'],
    [only({ kind: 'bonus' }), 'no standard criterion with a weight above 0'],
    [only({ kind: 'bonus', critical: true }), 'a bonus never takes away'],
    [check({ check: 'mind_reading' }), 'an automatic check that does not exist'],
    [check({ check: 'forbidden_phrase' }), 'looks for phrases and names none'],
    [check({ check: 'required_phrase', phrases: { en: [' '] } }), 'an empty phrase'],
    [check({ check: 'required_phrase', phrases: { english: ['hello'] } }), 'no language code'],
    [check({ check: 'foreign_link', allowed: ['not a host'] }), 'no host name'],
  ] as const)('is refused with one sentence: %j', (change, words) => {
    const desk = openDesk()
    expect(() => saveScorecard(desk.workspaceDb, draft(change as object), 1)).toThrow(words)
    expect(() => saveScorecard(desk.workspaceDb, draft(change as object), 1)).toThrow(
      /; the scorecard was not saved\.$/,
    )
    expect(listScorecards(desk.workspaceDb)).toEqual([])
  })

  it.each([null, 4, 'x', [], { id: null }])('is refused where it is no scorecard at all: %j', (hostile) => {
    const { workspaceDb } = openDesk()
    expect(() => saveScorecard(workspaceDb, hostile as never, 1)).toThrow('the scorecard was not saved')
  })

  it('takes phrases as text, whatever signs they hold', () => {
    const phrases = { en: ['(a+)+$', '.*'], 'zh-Hant': ['退款'] }
    const desk = openDesk()
    const card = keepScorecard(desk, check({ check: 'forbidden_phrase', phrases }))
    expect(card.sections[0]?.criteria[0]?.check).toEqual({ check: 'forbidden_phrase', phrases })
  })
})
