import { describe, expect, it } from 'vitest'
import { queueFile } from '../../../src/main/audits/queueFile.ts'
import { actOnReview } from '../../../src/main/audits/reviewActions.ts'
import { findReview, reviewsWhere } from '../../../src/main/audits/reviewStore.ts'
import { beginReview } from '../../../src/main/audits/reviews.ts'
import { viewReview } from '../../../src/main/audits/reviewView.ts'
import { findScorecard } from '../../../src/main/audits/scorecards.ts'
import { readSample } from '../../../src/main/audits/samples.ts'
import { readQueue } from '../../../src/main/audits/queue.ts'
import { sql } from '../../../src/main/store/database.ts'
import { readConversation } from '../../../src/main/store/conversationView.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records } from '../../support/database.ts'
import { chat, draft, hour, keepRows, keepScorecard, monday, openDesk, twoChats, type Desk } from './desk.ts'
import { bring, chatsIn, home, queueOf, reviewsOf, type } from './travel.ts'

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

  it('brings more records than fit one page', () => {
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
})
