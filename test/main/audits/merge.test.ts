import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MergeRequest, Review } from '../../../src/shared/audits.ts'
import { mergeReviews } from '../../../src/main/audits/merge.ts'
import { queueFile } from '../../../src/main/audits/queueFile.ts'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { findReview, reviewsWhere } from '../../../src/main/audits/reviewStore.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { findScorecard } from '../../../src/main/audits/scorecards.ts'
import { readSample } from '../../../src/main/audits/samples.ts'
import { readQueue } from '../../../src/main/audits/queue.ts'
import { sql } from '../../../src/main/store/database.ts'
import { readConversation } from '../../../src/main/store/conversationView.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records } from '../../support/database.ts'
import {
  chat,
  content,
  draft,
  hour,
  keepRows,
  keepScorecard,
  monday,
  openDesk,
  rating,
  twoChats,
  type Desk,
} from './desk.ts'

const all = content({ ratings: [rating('kind', 2), rating('clear', 1)] })

/** A workspace where Mia is to review both chats, and where nothing was begun. */
function home(): Desk {
  const desk = openDesk()
  keepRows(desk, {
    id: 'sample-1',
    scorecard: keepScorecard(desk),
    items: [
      { conversation: 'v1', agent: 'a1', reviewer: 'Mia' },
      { conversation: 'v2', agent: 'a2', reviewer: 'Mia' },
      { conversation: 'v2', agent: 'a2', reviewer: 'Tom' },
    ],
  })
  return desk
}

function bring(desk: Desk, file: string, change: Partial<MergeRequest> = {}) {
  return mergeReviews(desk, { file, dry: false, choices: {}, ...change })
}

const queueOf = (desk: Desk) => queueFile(desk, { reviewer: 'Mia', content: 'queue' })
const reviewsOf = (desk: Desk) => queueFile(desk, { reviewer: 'Mia', content: 'reviews' })

function chatsIn(desk: Desk): readonly string[] {
  return readQueue(desk, { reviewer: 'Mia', sample: null }).map((item) => item.conversation)
}

/** Reviews the chat at a place in the sample. */
function type(desk: Desk, place: number, change: Partial<typeof all>): Review {
  desk.setNow(desk.now() + 1000)
  const conversation = chatsIn(desk)[place] ?? ''
  const { id } = beginReview(desk, { conversation, scorecard: null, sample: 'sample-1', reviewer: 'Mia' })
  return saveReview(desk, id, { ...all, ...change })
}

/** Everything that was made, apart from what a workspace calls its chats. */
function made(desk: Desk): unknown {
  return reviewsWhere(desk.workspaceDb, 'TRUE ORDER BY id').map(
    ({ id, content: typed, state, score, reviewer, changedAt }) => ({
      id,
      typed,
      state,
      score,
      reviewer,
      changedAt,
    }),
  )
}

describe('a queue that is taken along', () => {
  it('brings its places, its scorecard and its chats, and a chat reads the same there', () => {
    const here = home()
    const there = openDesk([])
    const file = queueOf(here)
    expect(bring(there, file, { dry: true })).toMatchObject({ from: 'Mia', added: 2, same: 0, conflicts: [] })
    expect(reviewsWhere(there.workspaceDb, 'TRUE')).toEqual([])
    expect(chatsIn(there)).toEqual([])
    expect(bring(there, file)).toMatchObject({ added: 2, same: 0, updated: 0, missing: 0 })
    expect(bring(there, file)).toMatchObject({ added: 0, same: 2 })
    expect(readQueue(there, { reviewer: 'Mia', sample: null })).toMatchObject([
      { conversation: 'v1', contact: 'Li', agent: 'a1', state: 'open', erased: false },
      { conversation: 'v2', contact: 'Zoë', agent: 'a2' },
    ])
    expect(readSample(there.workspaceDb, 'sample-1')).toMatchObject({ items: 2, reviewed: 0 })
    const texts = (desk: Desk) =>
      readConversation(desk.cache, desk.workspaceDb, 'v1', desk.now()).timeline.map((item) =>
        item.kind === 'message' ? [item.id, item.at, item.text, item.author.agent] : item.kind,
      )
    expect(texts(there)).toEqual(texts(here))
    expect(texts(there)).toHaveLength(4)
  })

  it('carries no phone number and nobody’s address', () => {
    const here = home()
    apply(
      here.cache,
      records(
        {
          kind: 'contact',
          id: 'k1',
          phone: '+49301234567',
          aliases: [{ type: 'wa_id', value: '49301234567' }],
        },
        { kind: 'agent', id: 'a1', email: 'ana@example.com' },
      ),
    )
    expect(queueOf(here)).not.toMatch(/49301234567|ana@example/)
    expect(queueOf(here)).toContain('v1 says 1')
  })

  it('carries chats that were placed by rule, and their reviews find home', () => {
    const loose = (minute: number): RecordInput => ({
      kind: 'message',
      id: `loose-${minute}`,
      conversation: null,
      contact: 'k1',
      channel: 'c1',
      at: new Date(monday + minute * 60_000).toISOString(),
      direction: 'in',
      author: { type: 'contact' },
      content: { type: 'text', text: String(minute) },
    })
    const here = openDesk([{ kind: 'contact', id: 'k1', name: 'Li' }, loose(0), loose(1)])
    const placed = sql<{ rid: string }>(here.cache, 'SELECT rid FROM conversations').get()?.rid ?? ''
    expect(placed).toMatch(/^auto:/)
    keepRows(here, {
      id: 'sample-1',
      scorecard: keepScorecard(here),
      items: [{ conversation: placed, agent: null, reviewer: 'Mia' }],
    })
    const there = openDesk([])
    bring(there, queueOf(here))
    expect(type(there, 0, {}).seen.messages).toBe(2)
    expect(bring(here, reviewsOf(there))).toMatchObject({ added: 1, missing: 0 })
    expect(viewReview(here, 'sample-1.0')).toMatchObject({ conversation: placed, changedSince: false })
  })

  it('into a workspace that has a chat already uses that one, and its agents’ names there', () => {
    const here = home()
    const there = openDesk()
    expect(bring(there, queueOf(here))).toMatchObject({ added: 2 })
    expect(sql(there.cache, 'SELECT ref FROM sources').all()).toEqual([{ ref: 'test' }])
    type(there, 0, {})
    expect(bring(here, reviewsOf(there))).toMatchObject({ added: 1, missing: 0 })
  })

  it('keeps chats of other workspaces apart that are called the same', () => {
    const here = home()
    const there = openDesk(
      twoChats().map((record) =>
        record.kind === 'message'
          ? { ...record, id: `other-${record.id}`, at: new Date(monday).toISOString() }
          : record,
      ),
    )
    bring(there, queueOf(here))
    const [first] = chatsIn(there)
    expect(first).toMatch(/^[0-9a-f]{24}\/test\/v1$/)
    type(there, 0, {})
    expect(
      beginReview(there, { conversation: 'v1', scorecard: null, sample: null, reviewer: 'Mia' }).agent,
    ).toBe('a1')
    expect(findReview(there.workspaceDb, 'sample-1.0')?.agent).toMatch(/\/test\/a1$/)
    expect(bring(here, reviewsOf(there))).toMatchObject({ added: 1 })
    expect(viewReview(here, 'sample-1.0')).toMatchObject({ conversation: 'v1', agent: 'a1' })
  })

  it('takes drafts along and leaves out what is handed in, closed or erased', () => {
    const here = home()
    type(here, 0, { comment: 'begun at home' })
    const second = type(here, 1, {})
    actOnReview(here, second.id, { kind: 'submit' })
    const there = openDesk([])
    expect(bring(there, queueOf(here))).toMatchObject({ added: 1 })
    expect(viewReview(there, 'sample-1.0')).toMatchObject({
      comment: 'begun at home',
      history: [{ what: 'begun' }],
    })
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
    expect(() => queueOf(here)).toThrow('Nothing waits for Mia in a sample; no file was made')
    sql(here.workspaceDb, 'UPDATE samples SET closed = 1').run()
    expect(() => queueFile(here, { reviewer: 'Tom', content: 'queue' })).toThrow('Nothing waits for Tom')
  })

  it('fixes its scorecard’s version here and there', () => {
    const here = home()
    const card = readSample(here.workspaceDb, 'sample-1').recipe.scorecard
    const there = openDesk([])
    bring(there, queueOf(here))
    for (const desk of [here, there])
      expect(keepScorecard(desk, { id: card.id, name: 'Changed' })).toMatchObject({ version: 2 })
    expect(findScorecard(there.workspaceDb, card.id, 1)?.name).toBe('Service')
  })

  it('with another scorecard of the same version is refused', () => {
    const here = home()
    const { id } = readSample(here.workspaceDb, 'sample-1').recipe.scorecard
    const there = openDesk([])
    sql(
      there.workspaceDb,
      "INSERT INTO scorecards(id, version, name, language, sections, made_at) VALUES (?, 1, 'Mine', 'en', ?, 1)",
    ).run(id, JSON.stringify(draft().sections.slice(0, 0)))
    expect(() => bring(there, queueOf(here))).toThrow('Version 1 of the scorecard "Service" is another here')
    expect(chatsIn(there)).toEqual([])
  })
})

describe('reviews that come back', () => {
  function away(): { readonly here: Desk; readonly there: Desk } {
    const here = home()
    const there = openDesk([])
    bring(there, queueOf(here))
    return { here, there }
  }

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

describe('a file that is refused', () => {
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

  it('was made in another workspace', () => {
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
  it.each(refused)('is %s', (_, make, kind, words) => {
    const desk = openDesk([])
    const file = make()
    expect(() => bring(desk, file)).toThrow(words)
    expect(() => bring(desk, file)).toThrow(expect.objectContaining({ kind }))
    expect(sql(desk.workspaceDb, 'SELECT id FROM samples').all()).toEqual([])
  })

  it('is too large', () => {
    const huge = 'x'.repeat(200 * 1024 * 1024 + 1)
    expect(() => bring(openDesk([]), huge)).toThrow('larger than any that is made here (200 MB)')
  })

  it('holds a review that does not fit its scorecard, or says what it cannot have', () => {
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
    }
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

it('chats of one another are long enough to need several pages', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    chat(
      `w${index}`,
      'k1',
      monday + index * hour,
      Array.from({ length: 600 }, () => 'a1'),
    ),
  ).flat()
  const here = openDesk([...twoChats(), ...many])
  keepRows(here, {
    id: 'sample-1',
    scorecard: keepScorecard(here),
    items: Array.from({ length: 12 }, (_, index) => ({
      conversation: `w${index}`,
      agent: 'a1',
      reviewer: 'Mia',
    })),
  })
  const there = openDesk([])
  bring(there, queueOf(here))
  expect(sql(there.cache, 'SELECT count(*) AS n FROM messages').get()).toEqual({ n: 7200 })
})
