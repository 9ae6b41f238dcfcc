import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  openConversation,
  readConversation,
  readTimelinePage,
} from '../../../src/main/store/conversationView.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import type { TimelineItem, TimelineQuery } from '../../../src/shared/contract.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache, temporaryFolder } from '../../support/database.ts'
import { emptied } from '../../support/emptied.ts'

const start = Date.UTC(2026, 4, 4)
const now = start + 1e9

function temporaryWorkspace(): WritableDb {
  const workspace = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspace.close())
  return workspace
}

// ── the same, told the plain way from the records ────────────────────────────────────────────────────────────────

const order = ['event', 'assignment', 'message', 'comment', 'survey', 'rating', 'closed']
const isChange = (type: string) => ['reaction', 'edit', 'revoke'].includes(type)

/** What of a timeline can be told of its records without a database: which items there are, in which order. */
function plainTimeline(told: readonly RecordInput[]): readonly string[] {
  const messages = told
    .filter((record) => record.kind === 'message')
    .map((record) => ({
      ...record,
      at: Number(record.at),
      type: record.content.type,
      said: record.content.text ?? null,
    }))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const shown = new Map<string, { at: number; late: number; words: string[] }>()
  for (const message of messages)
    if (!isChange(message.type))
      shown.set(message.id, { at: message.at, late: 0, words: [message.said ?? ''] })
  for (const message of messages) {
    if (!isChange(message.type)) continue
    const target = message.replyTo == null ? undefined : shown.get(message.replyTo)
    if (target === undefined) shown.set(message.id, { at: message.at, late: 1, words: [message.said ?? ''] })
    else target.words.push(`${message.type} ${message.direction} ${message.said ?? ''}`)
  }
  const lines = [...shown].map(([id, { at, late, words }]) => ({
    at,
    rank: order.indexOf('message'),
    late,
    line: `${id}: ${outcome(words)}`,
  }))
  const others = told.flatMap((record) => {
    if (record.kind === 'conversation_event')
      return [
        {
          at: Number(record.at),
          rank: order.indexOf(record.event === 'closed' ? 'closed' : 'event'),
          late: 0,
          line: record.event,
        },
      ]
    if (record.kind === 'assignment')
      return [{ at: Number(record.at), rank: order.indexOf('assignment'), late: 0, line: `to ${record.to}` }]
    if (record.kind === 'comment')
      return [{ at: Number(record.at), rank: order.indexOf('comment'), late: 0, line: record.id }]
    if (record.kind === 'rating')
      return [{ at: Number(record.at), rank: order.indexOf('rating'), late: 0, line: `${record.score}` }]
    return []
  })
  return [...lines, ...others]
    .sort((a, b) => a.at - b.at || a.rank - b.rank || a.late - b.late)
    .map(({ line }) => line)
}

function outcome([first = '', ...changes]: readonly string[]): string {
  let text = first
  let revoked = false
  const reactions = new Map<string, string>()
  for (const [type, direction, said = ''] of changes.map((change) => change.split(' '))) {
    if (type === 'edit') text = said
    else if (type === 'revoke') revoked = true
    else {
      reactions.delete(direction!)
      if (said !== '') reactions.set(direction!, said)
    }
  }
  return `${text} ${revoked} ${[...reactions].map((reaction) => reaction.join(' ')).join(', ')}`
}

function lineOf(item: TimelineItem): string {
  switch (item.kind) {
    case 'message':
      return `${item.id}: ${item.text ?? ''} ${item.revoked} ${item.reactions.map(({ by, emoji }) => `${by} ${emoji}`).join(', ')}`
    case 'event':
      return item.event
    case 'assignment':
      return `to ${item.to}`
    case 'comment':
      return item.id
    case 'rating':
      return String(item.score)
    case 'survey':
      return 'survey'
  }
}

// ── any conversation ─────────────────────────────────────────────────────────────────────────────────────────────

// Few moments, so that many share one; of one moment at most one of what has no order but its hash.
const moment = fc.integer({ min: 0, max: 12 })
const message = fc.record({
  moment,
  type: fc.constantFrom('text', 'text', 'text', 'reaction', 'edit', 'revoke'),
  direction: fc.constantFrom('in', 'out'),
  text: fc.constantFrom('one', 'two', ''),
  replyTo: fc.option(fc.nat(24), { nil: null }),
})
const anyRecords = fc
  .record({
    messages: fc.array(message, { maxLength: 24 }),
    comments: fc.uniqueArray(moment),
    events: fc.uniqueArray(fc.tuple(moment, fc.constantFrom('closed', 'pending')), {
      selector: ([at]) => at,
      maxLength: 4,
    }),
    assignments: fc.uniqueArray(moment, { maxLength: 4 }),
    ratings: fc.uniqueArray(moment, { maxLength: 2 }),
  })
  .chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(
        all.messages.map((_, index) => index),
        { minLength: all.messages.length },
      ),
    ),
  )
  .map(([{ messages, comments, events, assignments, ratings }, names]): readonly RecordInput[] => {
    const nameOf = (index: number) => `m${String(names[index] ?? 99).padStart(2, '0')}`
    const at = (minute: number) => start + minute * 60_000
    return [
      { kind: 'conversation', id: 'v', contact: 'p', channel: 'c', openedAt: start },
      ...messages.map((one, index): RecordInput => ({
        kind: 'message',
        id: nameOf(index),
        conversation: 'v',
        at: at(one.moment),
        direction: one.direction,
        author: {
          type: one.direction === 'in' ? 'contact' : 'agent',
          id: one.direction === 'in' ? null : 'a',
        },
        content: { type: one.type, text: one.text },
        replyTo: one.replyTo === null ? null : nameOf(one.replyTo),
      })),
      ...comments.map((minute): RecordInput => ({
        kind: 'comment',
        id: `note ${minute}`,
        conversation: 'v',
        at: at(minute),
        text: 'x',
      })),
      ...events.map(([minute, event]): RecordInput => ({
        kind: 'conversation_event',
        conversation: 'v',
        at: at(minute),
        event,
      })),
      ...assignments.map((minute): RecordInput => ({
        kind: 'assignment',
        conversation: 'v',
        at: at(minute),
        to: `a${minute}`,
      })),
      ...ratings.map((minute): RecordInput => ({
        kind: 'rating',
        id: `r${minute}`,
        conversation: 'v',
        at: at(minute),
        score: minute,
      })),
    ]
  })

function cacheOf(told: readonly RecordInput[]): WritableDb {
  const cache = temporaryCache()
  apply(cache, records(...told))
  return cache
}

const quoting = (
  id: string,
  at: number,
  replyTo: string | null,
  type: 'text' | 'edit' | 'reaction' = 'text',
): RecordInput => ({
  kind: 'message',
  id,
  conversation: 'v',
  at: start + at * 60_000,
  direction: 'in',
  author: { type: 'contact' },
  content: { type, text: `${type} ${id}` },
  replyTo,
})

describe('timelines', () => {
  it('hold every record once, in order, changes folded into what they mean', () => {
    const cache = temporaryCache()
    const workspace = temporaryWorkspace()
    fc.assert(
      fc.property(anyRecords, (told) => {
        apply(emptied(cache), records(...told))
        const { timeline } = readConversation(cache, workspace, 'v', now)
        expect(timeline.map(lineOf)).toEqual(plainTimeline(told))
      }),
      { numRuns: 60 },
    )
  })

  it('have messages of one moment in the order of their ids, however they came', () => {
    const cache = cacheOf([quoting('b', 0, null), quoting('a', 0, null), quoting('c', 1, null)])
    const { timeline } = readConversation(cache, temporaryWorkspace(), 'v', now)
    expect(timeline.map(lineOf)).toEqual([/^a:/, /^b:/, /^c:/].map((first) => expect.stringMatching(first)))
  })

  it('come in parts that are the whole, whichever way one pages', () => {
    const cache = temporaryCache()
    const workspace = temporaryWorkspace()
    fc.assert(
      fc.property(anyRecords, fc.integer({ min: 1, max: 9 }), moment, (told, limit, minute) => {
        apply(emptied(cache), records(...told))
        const { timeline, total } = readConversation(cache, workspace, 'v', now)
        expect(total).toBe(timeline.length)
        const page = (from: TimelineQuery['from']) =>
          readTimelinePage(cache, { conversation: 'v', limit, from })
        for (let place = 0; place < total; place += 1)
          expect(page({ kind: 'place', place })).toMatchObject({
            timeline: timeline.slice(place, place + limit),
            first: place,
            total,
            found: place,
          })
        for (const [place, item] of timeline.entries()) {
          if (item.kind !== 'message' && item.kind !== 'comment') continue
          const around = page({ kind: 'around', id: item.id })
          expect(around).toMatchObject({ found: place, total })
          expect(around.timeline).toEqual(timeline.slice(around.first, around.first + limit))
          expect(around.timeline[place - around.first]).toEqual(item)
        }
        const at = start + minute * 60_000
        const place = timeline.findIndex((item) => item.at >= at)
        expect(page({ kind: 'at', at }).found).toBe(place < 0 ? null : place)
      }),
      { numRuns: 30 },
    )
  })

  it('name the place of a message by what was folded into it, too', () => {
    const cache = cacheOf([
      quoting('a', 0, null),
      quoting('b', 1, null),
      quoting('b2', 5, 'b', 'edit'),
      quoting('c', 7, null),
    ])
    const page = readTimelinePage(cache, { conversation: 'v', limit: 1, from: { kind: 'around', id: 'b2' } })
    expect(page).toMatchObject({ found: 1, first: 1, timeline: [{ id: 'b', text: 'edit b2', edited: true }] })
  })

  it('bring the messages that are answered from outside, as they are now', () => {
    const cache = cacheOf([
      quoting('a', 0, null),
      quoting('a2', 1, 'a', 'edit'),
      quoting('b', 2, 'a'),
      quoting('c', 3, 'b'),
      quoting('d', 4, 'nowhere'),
    ])
    const page = readTimelinePage(cache, { conversation: 'v', limit: 3, from: { kind: 'place', place: 1 } })
    expect(page.timeline.map((item) => 'id' in item && item.id)).toEqual(['b', 'c', 'd'])
    expect(page.quoted).toMatchObject([{ id: 'a', text: 'edit a2', edited: true }])
  })

  it('open at their end, or round what was looked for', () => {
    const cache = cacheOf(Array.from({ length: 450 }, (_, index) => quoting(`m${index}`, index, null)))
    const workspace = temporaryWorkspace()
    const atEnd = openConversation(cache, workspace, 'v', now, null)
    expect(atEnd).toMatchObject({ total: 450, first: 250, found: null, counts: { in: 450 } })
    expect(atEnd.timeline).toHaveLength(200)
    const around = openConversation(cache, workspace, 'v', now, 'm120')
    expect(around).toMatchObject({ total: 450, first: 20, found: 120 })
    expect(openConversation(cache, workspace, 'v', now, 'gone')).toMatchObject({ first: 250, found: null })
  })

  it.each([
    [-5, null],
    [1.5, 1],
    [1e9, null],
    [NaN, 0],
    [Infinity, null],
  ])('answer a place that is none (%s) with what is there', (place, found) => {
    const cache = cacheOf([quoting('a', 0, null), quoting('b', 1, null)])
    const page = readTimelinePage(cache, { conversation: 'v', limit: 5, from: { kind: 'place', place } })
    expect(page).toMatchObject({ total: 2, found })
    expect(page.timeline).toHaveLength(page.total - page.first)
  })

  it('refuse a conversation that is not there, in words', () => {
    const cache = cacheOf([])
    expect(() =>
      readTimelinePage(cache, { conversation: 'x', limit: 5, from: { kind: 'place', place: 0 } }),
    ).toThrow('There is no conversation "x".')
  })
})
