import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { findReview, reviewsWhere } from '../../../src/main/audits/reviewStore.ts'
import { beginReview } from '../../../src/main/audits/reviews.ts'
import { findScorecard } from '../../../src/main/audits/scorecards.ts'
import { sql } from '../../../src/main/store/database.ts'
import { content, keepScorecard, openDesk, rating } from './desk.ts'
import { bring, home, queueOf, reviewsOf, type } from './travel.ts'

describe('a file from somewhere', () => {
  type Json = Record<string, unknown>

  /** A queue's file, changed after it was saved. */
  function changed(change: (file: Json, body: Json) => void): string {
    const file = JSON.parse(queueOf(home())) as Json
    change(file, file['body'] as Json)
    return JSON.stringify(file)
  }

  /** A queue's file that somebody made by hand: its hash is right. */
  function forged(change: (body: Json) => void): string {
    return changed((file, body) => {
      change(body)
      file['sha256'] = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    })
  }

  it('is refused when it was made in another workspace', () => {
    const here = openDesk()
    const card = keepScorecard(here)
    beginReview(here, { conversation: 'v1', scorecard: card, sample: null, reviewer: 'Mia' })
    const file = reviewsOf(here)
    const other = openDesk()
    expect(() => bring(other, file)).toThrow('made in another workspace')
    expect(() => bring(other, file)).toThrow('nothing was changed')
    expect(findScorecard(other.workspaceDb, card.id, 1)).toBeNull()
    expect(bring(here, file)).toMatchObject({ same: 1 })
  })

  type Refused = readonly [what: string, make: () => string, kind: string, words: string]
  const refused: readonly Refused[] = [
    [
      'a newer format',
      () => changed((file) => void (file['version'] = 2)),
      'newer',
      'a newer version of Floorwalker',
    ],
    ['no JSON', () => 'hello', 'invalid', 'This is no file of audits'],
    ['other JSON', () => '{"format":"records"}', 'invalid', 'This is no file of audits'],
    ['nothing', () => '', 'invalid', 'This is no file of audits'],
    ['a file that was cut off', () => queueOf(home()).slice(0, -40), 'damaged', 'cut off or changed'],
    ['changed', () => changed((_, body) => void (body['reviewer'] = 'Eve')), 'damaged', 'cut off or changed'],
    [
      'of another shape',
      () => forged((body) => void (body['reviews'] = [{ id: 1 }])),
      'damaged',
      'cut off or changed',
    ],
    ['one with more in it', () => forged((body) => void (body['more'] = 1)), 'damaged', 'cut off or changed'],
  ]
  it.each(refused)('is refused when it is %s', (_, make, kind, words) => {
    const desk = openDesk([])
    const file = make()
    expect(() => bring(desk, file)).toThrow(words)
    expect(() => bring(desk, file)).toThrow(expect.objectContaining({ kind }))
    expect(sql(desk.workspaceDb, 'SELECT id FROM samples').all()).toEqual([])
  })

  it('is refused when it is too large', () => {
    const huge = 'x'.repeat(200 * 1024 * 1024 + 1)
    expect(() => bring(openDesk([]), huge)).toThrow('larger than any that is made here (200 MB)')
  })

  it('is refused when it holds a review that does not fit its scorecard, or says what it cannot have', () => {
    const here = home()
    type(here, 0, {})
    const there = openDesk([])
    const original = JSON.parse(queueOf(here)) as { body: { reviews: Json[] } }
    for (const change of [{ content: content({ ratings: [rating('kind', 4)] }) }, { state: 'resolved' }]) {
      const file = structuredClone(original)
      Object.assign(file.body.reviews[0] ?? {}, change)
      const sha256 = createHash('sha256').update(JSON.stringify(file.body)).digest('hex')
      expect(() => bring(there, JSON.stringify({ ...file, sha256 }))).toThrow('cut off or changed')
      expect(reviewsWhere(there.workspaceDb, 'TRUE')).toEqual([])
      expect(sql(there.cache, 'SELECT rid FROM conversations').all()).toEqual([])
    }
  })

  it('brings nothing that is no part of a chat', () => {
    const hours = { kind: 'working_hours', zone: 'Europe/Berlin', week: {}, exceptions: [] }
    const strangers = [hours, { kind: 'workspace', id: 'w', name: 'Evil' }, { kind: 'unheard of' }, null]
    const file = forged((body) => {
      for (const chat of body['chats'] as { records: unknown[] }[]) chat.records.push(...strangers)
    })
    const desk = openDesk([])
    expect(bring(desk, file)).toMatchObject({ added: 2 })
    expect(sql(desk.cache, 'SELECT zone FROM working_hours UNION SELECT name FROM workspaces').all()).toEqual(
      [],
    )
    expect(sql(desk.cache, 'SELECT reason FROM quarantine ORDER BY reason').all()).toEqual([
      { reason: 'a record is a JSON object with a "kind"' },
      { reason: 'a working_hours is no part of a chat' },
      { reason: 'a workspace is no part of a chat' },
      { reason: 'unknown kind of record: "unheard of"' },
    ])
  })

  it('never scores better than its ratings', () => {
    const here = home()
    const submitted = type(here, 0, {})
    actOnReview(here, submitted.id, { kind: 'submit' })
    sql(here.workspaceDb, 'UPDATE reviews SET score = 99').run()
    const file = reviewsOf(here)
    sql(here.workspaceDb, 'DELETE FROM reviews').run()
    bring(here, file)
    expect(findReview(here.workspaceDb, 'sample-1.0')?.score).toBe(75)
  })
})
