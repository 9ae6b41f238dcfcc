import { expect, it } from 'vitest'
import { temporaryCache } from '../../support/database.ts'

/** What each page and each screen asks again and again, and the index it must find its rows by. */
const hot: Readonly<Record<string, readonly [query: string, by: RegExp]>> = {
  'a message by its id': [
    'SELECT k FROM messages WHERE hash = 1 AND source = 1 AND rid = ?',
    /messages_hash/,
  ],
  'the messages of a conversation': ['SELECT at FROM messages WHERE k >= 1 AND k < 2', /INTEGER PRIMARY KEY/],
  'the next number in a conversation': [
    'SELECT max(k) FROM messages WHERE k >= 1 AND k < 2',
    /INTEGER PRIMARY KEY/,
  ],
  'the end of a thread': [
    'SELECT k, at FROM messages WHERE contact = 1 AND channel = 1 ORDER BY at DESC LIMIT 1',
    /messages_loose(?!.*TEMP B-TREE)/,
  ],
  'whether there is a loose message': [
    'SELECT 1 FROM messages WHERE contact IS NOT NULL LIMIT 1',
    /messages_loose/,
  ],
  'a conversation by its id': [
    'SELECT id FROM conversations WHERE source = 1 AND rid = ?',
    /source=\? AND rid=\?/,
  ],
  'the first conversation': ['SELECT min(started_at) FROM conversations', /conversations_started/],
  'the conversations of a contact': [
    'SELECT id FROM conversations WHERE contact = 1',
    /conversations_contact/,
  ],
  'a contact by any of its ids': [
    'SELECT contact FROM contact_aliases WHERE source = 1 AND value = ?',
    /source=\? AND value=\?/,
  ],
  'what happened in a conversation': [
    'SELECT at FROM conversation_events WHERE conversation = 1 ORDER BY at, hash',
    /conversation=\?\)(?!.*TEMP B-TREE)/,
  ],
  'who had a conversation': [
    'SELECT at FROM assignments WHERE conversation = 1 ORDER BY at, hash',
    /conversation=\?\)(?!.*TEMP B-TREE)/,
  ],
  'the newest conversations': [
    'SELECT id FROM conversations WHERE last_at < 9 ORDER BY last_at DESC, id DESC LIMIT 50',
    /conversations_last(?!.*TEMP B-TREE)/,
  ],
  'the flags of a conversation': ['SELECT id FROM flags WHERE conversation = 1', /flags_conversation/],
  'the newest flags': [
    'SELECT id FROM flags WHERE raised_at < 9 ORDER BY raised_at DESC, id DESC LIMIT 50',
    /flags_raised(?!.*TEMP B-TREE)/,
  ],
}

it.each(Object.entries(hot))('finds %s by an index', (_name, [query, by]) => {
  const cache = temporaryCache()
  const plan = cache
    .prepare(`EXPLAIN QUERY PLAN ${query}`)
    .all(...(query.includes('?') ? ['x'] : []))
    .map((step) => (step as { detail: string }).detail)
    .join(' | ')
  expect(plan).toMatch(by)
  expect(plan).not.toMatch(/^SCAN (?!.*USING)/)
})
