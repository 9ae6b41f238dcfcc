import { describe, expect, it } from 'vitest'
import { applyPage } from '../../../src/main/store/apply.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { factSettings } from '../../../src/main/store/surroundings.ts'
import { loadTimeline } from '../../../src/main/store/timeline.ts'
import type { SourceRecord } from '../../../src/shared/records.ts'
import { apply, dump, pageOf, records, temporaryCache, testPorts } from '../../support/database.ts'

const base = Date.UTC(2026, 4, 4, 8)
const minute = 60_000
const hour = 60 * minute

function one<T>(cache: WritableDb, query: string, ...parameters: readonly unknown[]): T {
  return cache
    .prepare(query)
    .pluck()
    .get(...parameters) as T
}

function all(cache: WritableDb, query: string): readonly unknown[] {
  return cache.prepare(query).raw().all()
}

/** A message from or to contact k1 on channel c1. */
function message(id: string, at: number, change: object = {}) {
  return {
    kind: 'message' as const,
    id,
    conversation: null,
    contact: 'k1',
    channel: 'c1',
    at,
    direction: 'in' as const,
    author: { type: 'contact' as const },
    content: { type: 'text' as const, text: id },
    ...change,
  }
}

describe('statuses', () => {
  it('wait for their message and keep the earliest time of each', () => {
    const cache = temporaryCache()
    const status = (name: 'sent' | 'delivered' | 'read', at: number) => ({
      kind: 'message_status' as const,
      message: 'm1',
      status: name,
      at,
    })
    apply(cache, records(status('read', base + 9000), status('delivered', base + 5000)))
    apply(cache, records(message('m1', base, { direction: 'out' }), status('delivered', base + 4000)))
    apply(cache, records(status('read', base + 9999), status('sent', base)))
    expect(all(cache, 'SELECT sent_at, delivered_at, read_at FROM messages')).toEqual([
      [base, base + 4000, base + 9000],
    ])
    expect(one(cache, 'SELECT count(*) FROM early_statuses')).toBe(0)
  })

  it('make a message that a fuller record replaces, before or after it', () => {
    const stub = message('m1', base + 5000, {
      direction: 'out',
      author: { type: 'unknown' },
      content: { type: 'unknown' },
      extra: { fromStatus: true },
    })
    const full = message('m1', base + 7000, {
      direction: 'out',
      author: { type: 'agent', id: 'a1' },
      content: { type: 'text', text: 'hello' },
    })
    for (const order of [
      [stub, full],
      [full, stub],
    ]) {
      const cache = temporaryCache()
      for (const record of order) apply(cache, records(record))
      expect(all(cache, 'SELECT at, text, extra FROM messages')).toEqual([[base + 7000, 'hello', null]])
    }
  })
})

describe('placement of messages without a conversation', () => {
  it('splits where a day passes without a message, and joins again when the message between them comes', () => {
    const cache = temporaryCache()
    apply(cache, records(message('m1', base), message('m2', base + 40 * hour)))
    expect(one(cache, 'SELECT count(*) FROM conversations')).toBe(2)
    const { touched } = apply(cache, records(message('m3', base + 20 * hour)))
    expect(all(cache, 'SELECT rid, messages FROM conversations')).toEqual([
      [expect.stringMatching(/^auto:/), 3],
    ])
    // The conversation that is gone is told too, so that columns drop it.
    expect(touched).toHaveLength(2)
  })

  it('prefers the stated conversation that is open at the time', () => {
    const cache = temporaryCache()
    apply(
      cache,
      records(message('m1', base - hour), message('m2', base + hour), message('m3', base + 3 * hour)),
    )
    apply(
      cache,
      records(
        { kind: 'conversation', id: 'v1', contact: 'k1', channel: 'c1', openedAt: base },
        { kind: 'conversation_event', conversation: 'v1', at: base + 2 * hour, event: 'closed' },
      ),
    )
    const placed = () =>
      Object.fromEntries(
        all(
          cache,
          'SELECT m.rid, c.derived FROM messages m JOIN conversations c ON c.id = m.k / 1048576',
        ) as [string, number][],
      )
    expect(placed()).toEqual({ m1: 1, m2: 0, m3: 1 })
    apply(
      cache,
      records({ kind: 'conversation_event', conversation: 'v1', at: base + 3 * hour, event: 'reopened' }),
    )
    expect(placed()).toEqual({ m1: 1, m2: 0, m3: 0 })
  })

  it('appends to a long thread without reading it', () => {
    const cache = temporaryCache()
    const many = Array.from({ length: 500 }, (_, index) => message(`m${index}`, base + index * minute))
    apply(cache, records(...many))
    const { touched } = apply(cache, records(message('last', base + 501 * minute)))
    expect(touched).toHaveLength(1)
    expect(one(cache, 'SELECT count(*) FROM conversations')).toBe(1)
  })

  it('follows a contact whose ids turn out to be one person', () => {
    const cache = temporaryCache()
    apply(cache, records(message('m1', base), message('m2', base + minute, { contact: 'new' })))
    expect(one(cache, 'SELECT count(*) FROM conversations')).toBe(2)
    apply(
      cache,
      records({
        kind: 'contact',
        id: 'new',
        aliases: [
          { type: 'bsuid', value: 'k1' },
          { type: 'bsuid', value: 'new' },
        ],
      }),
    )
    expect(all(cache, 'SELECT rid FROM contacts')).toEqual([['k1']])
    expect(all(cache, 'SELECT messages FROM conversations')).toEqual([[2]])
  })
})

it('does not unite contacts by a user name', () => {
  const cache = temporaryCache()
  const alias = [{ type: 'username' as const, value: 'li' }]
  apply(
    cache,
    records({ kind: 'contact', id: 'k1', aliases: alias }, { kind: 'contact', id: 'k2', aliases: alias }),
  )
  expect(one(cache, 'SELECT count(*) FROM contacts')).toBe(2)
})

it('knows in a new conversation that the customer wrote in the one before', () => {
  const stated = (id: string, at: number, direction: 'in' | 'out', conversation: string) =>
    message(id, at, { conversation, direction, author: { type: direction === 'in' ? 'contact' : 'bot' } })
  const first = stated('m1', base, 'in', 'v1')
  const second = stated('m2', base + 2 * hour, 'out', 'v2')
  const before = "SELECT inbound_before FROM conversations WHERE rid = 'v2'"
  const facts =
    "SELECT hex(data) FROM facts WHERE conversation = (SELECT id FROM conversations WHERE rid = 'v2')"
  const forward = temporaryCache()
  apply(forward, records(first))
  apply(forward, records(second))
  expect(one(forward, before)).toBe(base)
  const backward = temporaryCache()
  apply(backward, records(second))
  const alone = one<string>(backward, facts)
  // The conversation after it is derived again, though no record of this page is of it.
  expect(apply(backward, records(first)).touched).toHaveLength(2)
  expect(one(backward, before)).toBe(base)
  expect(one(backward, facts)).not.toBe(alone)
  apply(backward, records({ kind: 'removed', of: 'message', id: 'm1', at: base + hour, reason: 'upstream' }))
  expect(one(backward, before)).toBeNull()
})

it('lets no reaction, edit or revoke of the customer open the window, but a call', () => {
  const cache = temporaryCache()
  const stated = (id: string, at: number, conversation: string, change: object) =>
    message(id, at, { conversation, ...change })
  const echo = (id: string, at: number, type: string) =>
    stated(id, at, 'v1', { content: { type, text: '👍' } })
  const before = "SELECT inbound_before FROM conversations WHERE rid = 'v2'"
  apply(
    cache,
    records(
      echo('m1', base, 'reaction'),
      echo('m2', base + 1, 'edit'),
      echo('m3', base + 2, 'revoke'),
      stated('m4', base + hour, 'v2', { direction: 'out', author: { type: 'bot' } }),
      stated('m5', base + 2 * hour, 'v1', {}),
    ),
  )
  expect(one(cache, before)).toBeNull()
  apply(cache, records(stated('m6', base + 3, 'v1', { content: { type: 'system' }, extra: { call: true } })))
  expect(one(cache, before)).toBe(base + 3)
})

it('tells who opened a conversation placed by rule from its first message that counts', () => {
  const cache = temporaryCache()
  apply(
    cache,
    records(
      message('m1', base, {
        direction: 'out',
        author: { type: 'agent', id: 'a1' },
        content: { type: 'reaction', text: '👍' },
      }),
      message('m2', base + minute, {}),
    ),
  )
  const timeline = loadTimeline(cache, 1)
  expect(
    timeline === null ? null : deriveFacts(timeline, factSettings(cache, defaultSettings)).episodes,
  ).toMatchObject([{ openedBy: 'contact', startedAt: base + minute }])
})

describe('what is removed', () => {
  it('stays gone when it is told again', () => {
    const cache = temporaryCache()
    const removed = {
      kind: 'removed' as const,
      of: 'message' as const,
      id: 'm1',
      at: base,
      reason: 'upstream' as const,
    }
    apply(cache, records(message('m1', base), message('m2', base)))
    apply(cache, records(removed))
    apply(
      cache,
      records(message('m1', base), { kind: 'message_status', message: 'm1', status: 'read', at: base }),
    )
    expect(all(cache, 'SELECT rid FROM messages')).toEqual([['m2']])
    expect(one(cache, 'SELECT count(*) FROM early_statuses')).toBe(0)
  })

  it('leaves no text and no facts of a conversation, whenever its messages come', () => {
    const cache = temporaryCache()
    apply(cache, records(message('m1', base, { conversation: 'v1' })))
    apply(cache, records({ kind: 'removed', of: 'conversation', id: 'v1', at: base, reason: 'erasure' }))
    apply(cache, records(message('m2', base, { conversation: 'v1' })))
    expect(all(cache, 'SELECT text FROM messages')).toEqual([[null], [null]])
    expect(one(cache, 'SELECT count(*) FROM facts')).toBe(0)
  })

  it('erases who a contact was, and who they say they are later', () => {
    const cache = temporaryCache()
    const contact = { kind: 'contact' as const, id: 'k1', name: 'Li', phone: '+886', tags: ['vip'] }
    apply(cache, records(contact))
    apply(cache, records({ kind: 'removed', of: 'contact', id: 'k1', at: base, reason: 'erasure' }))
    apply(cache, records({ ...contact, name: 'Li Mei' }))
    expect(all(cache, 'SELECT name, phone, tags, removed_at FROM contacts')).toEqual([
      [null, null, null, base],
    ])
  })
})

describe('hostile things', () => {
  const hostile = [
    "'; DROP TABLE messages; --",
    'source/rid',
    '__proto__',
    'a\u0000b',
    '\u202Etxt.exe',
    'x'.repeat(510),
    '%_\\',
    '👩‍👩‍👧',
  ]

  it('stay what they are, as ids and as text', () => {
    const cache = temporaryCache()
    const applied = apply(
      cache,
      records(
        ...hostile.map((id) =>
          message(id, base, { conversation: `v ${id}`, contact: id, content: { type: 'text', text: id } }),
        ),
      ),
    )
    expect(applied).toMatchObject({ applied: hostile.length, rejected: 0 })
    const stored = all(cache, 'SELECT rid, text FROM messages')
    expect(new Map(stored as [string, string][])).toEqual(new Map(hostile.map((id) => [id, id])))
    expect(
      apply(cache, records(...hostile.map((id) => message(id, base, { conversation: `v ${id}` })))),
    ).toMatchObject({
      rejected: 0,
    })
  })

  it('keep a text of a megabyte whole and its list line short', () => {
    const cache = temporaryCache()
    const text = 'Ä'.repeat(2 ** 20)
    apply(cache, records(message('m1', base, { content: { type: 'text', text } })))
    expect(one(cache, 'SELECT text FROM messages')).toBe(text)
    expect(one<string>(cache, 'SELECT last_text FROM conversations')).toHaveLength(200)
  })

  it('go to quarantine one by one and never stop the page', () => {
    const cache = temporaryCache()
    const poison = [
      message('p1', base, { contact: null }),
      message('p2', base, { conversation: 'auto:mine' }),
      { kind: 'weather', id: 'w' },
      { kind: 'message', id: null },
    ] as unknown as readonly SourceRecord[]
    const page = pageOf([...poison, ...records(message('m1', base))], {
      rejects: [{ reason: 'no JSON', raw: '{' }],
    })
    const target = { source: 'test', stream: 'all', page }
    expect(applyPage(cache, target, testPorts)).toMatchObject({ applied: 1, rejected: 5 })
    applyPage(cache, target, testPorts)
    expect(all(cache, 'SELECT times FROM quarantine')).toEqual([[2], [2], [2], [2], [2]])
    expect(all(cache, 'SELECT reason FROM quarantine ORDER BY id')).toContainEqual([
      'message: it names neither its conversation nor its contact',
    ])
    expect(all(cache, 'SELECT rid FROM messages')).toEqual([['m1']])
  })
})

it('keeps nothing of a page that fails, its cursor least of all', () => {
  const cache = temporaryCache()
  apply(cache, records(message('m1', base)))
  const before = dump(cache)
  expect(() =>
    apply(cache, records(message('m2', base)), {
      derive: () => {
        throw new Error('a bug')
      },
    }),
  ).toThrow('a bug')
  expect(dump(cache)).toEqual(before)
  apply(cache, records(message('m2', base)), { derive: deriveFacts })
  expect(one(cache, 'SELECT count(*) FROM messages')).toBe(2)
})

it('keeps cursor, completeness and notices with the page', () => {
  const cache = temporaryCache()
  const notice = { at: base, severity: 'warning' as const, kind: 'template_status', text: 'paused', id: 'n1' }
  const apply = (cursor: string, completeTo: number | null, more: boolean) =>
    applyPage(
      cache,
      {
        source: 'test',
        stream: 'tail',
        page: pageOf([], { cursor, completeTo, more, notices: [notice, notice] }),
      },
      testPorts,
    )
  apply('1', base, true)
  apply('2', null, false)
  expect(all(cache, 'SELECT cursor, complete_to, done FROM cursors')).toEqual([['2', base, 1]])
  expect(all(cache, 'SELECT severity, text FROM notices')).toEqual([['warning', 'paused']])
})

it('keeps two sources apart that use the same ids', () => {
  const cache = temporaryCache()
  for (const source of ['one', 'two'])
    applyPage(
      cache,
      { source, stream: 'all', page: pageOf(records(message('m1', base, { conversation: 'v1' }))) },
      testPorts,
    )
  expect(one(cache, 'SELECT count(*) FROM messages')).toBe(2)
  expect(one(cache, 'SELECT count(*) FROM facts')).toBe(2)
  // A customer nobody answered raises the same flags in both, each under a name of its own.
  expect(one(cache, 'SELECT count(DISTINCT conversation) FROM flags')).toBe(2)
})
