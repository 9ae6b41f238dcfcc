import { value, rawSql, type ReadableDb } from './database.ts'
import type { Derivation } from './derive.ts'
import { deriveRange } from './rebuild/deriveRange.ts'
import { rangeLength } from './rebuild/rebuild.ts'

/** One thing that was checked. `detail` is a sentence either way. */
export interface Check {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
}

/** Checks that both databases are whole, that every row finds what it refers to, and that the facts are those of the rows. */
export function verify(cache: ReadableDb, workspace: ReadableDb, derivation: Derivation): readonly Check[] {
  return [
    integrity(cache, 'cache.db'),
    integrity(workspace, 'workspace.db'),
    references(cache),
    facts(cache, derivation),
    cursors(cache),
  ]
}

function integrity(db: ReadableDb, file: string): Check {
  const found = rawSql<[string]>(db, 'PRAGMA integrity_check(5)')
    .all()
    .map(([line]) => line)
  const ok = found.length === 1 && found[0] === 'ok'
  return {
    check: `${file} is whole`,
    ok,
    detail: ok ? 'Every page and every index is in order.' : found.join('; '),
  }
}

/** Rows and what they must find: a missing one would be a number without a chat behind it. */
const dangling: Readonly<Record<string, string>> = {
  'messages without conversation': `SELECT count(*) FROM messages WHERE k / 1048576 NOT IN (SELECT id FROM conversations)`,
  'messages without agent': missing('messages', 'agent', 'agents'),
  'conversations without contact': `SELECT count(*) FROM conversations WHERE contact <> 0 AND contact NOT IN (SELECT id FROM contacts)`,
  'conversations without channel': `SELECT count(*) FROM conversations WHERE channel <> 0 AND channel NOT IN (SELECT id FROM channels)`,
  'events without conversation': missing('conversation_events', 'conversation', 'conversations'),
  'assignments without conversation': missing('assignments', 'conversation', 'conversations'),
  'assignments without agent': missing('assignments', 'to_agent', 'agents'),
  'comments without conversation': missing('comments', 'conversation', 'conversations'),
  'ratings without conversation': missing('ratings', 'conversation', 'conversations'),
  'surveys without conversation': missing('surveys', 'conversation', 'conversations'),
  'aliases without contact': missing('contact_aliases', 'contact', 'contacts'),
  'facts without conversation': missing('facts', 'conversation', 'conversations'),
  'flags without conversation': missing('flags', 'conversation', 'conversations'),
  'messages without template': missing('messages', 'template_word', 'words'),
  'messages without price': missing('messages', 'price_word', 'words'),
  'messages without language': missing('messages', 'language', 'words'),
  'conversations without topic': missing('conversations', 'topic', 'categories'),
  'presence without agent': missing('presence', 'agent', 'agents'),
  'shifts without agent': missing('shifts', 'agent', 'agents'),
  'messages twice': `SELECT count(*) FROM (SELECT 1 FROM messages GROUP BY source, rid HAVING count(*) > 1)`,
}

function references(db: ReadableDb): Check {
  const wrong = Object.entries(dangling).flatMap(([what, query]) => {
    const count = value<number>(db, query) ?? 0
    return count === 0 ? [] : [`${count} ${what}`]
  })
  return {
    check: 'every row finds what it refers to',
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? 'Nothing is missing and no message is there twice.' : `${wrong.join(', ')}.`,
  }
}

/** Derived anew in ranges: what a rebuild would write is what differs. */
function facts(db: ReadableDb, derivation: Derivation): Check {
  const last = value<number | null>(db, 'SELECT max(id) FROM conversations') ?? 0
  let checked = 0
  let different = 0
  for (let from = 1; from <= last; from += rangeLength) {
    const range = deriveRange(db, from, from + rangeLength, derivation, true)
    const wrong = [
      ...range.ids,
      ...range.gone,
      ...[...range.heads, ...range.flags].map(([conversation]) => conversation),
    ]
    checked += range.conversations
    different += new Set(wrong).size
  }
  return {
    check: 'facts equal a full rebuild',
    ok: different === 0,
    detail:
      different === 0
        ? `The facts of ${checked} conversations are those derived from their rows.`
        : `${different} of ${checked} conversations have other facts than their rows give.`,
  }
}

/** A page's rows and its cursor are one transaction: whatever came from a source came with a cursor. */
function cursors(db: ReadableDb): Check {
  const without = rawSql<[string]>(db, 'SELECT ref FROM sources WHERE id NOT IN (SELECT source FROM cursors)')
    .all()
    .map(([ref]) => ref)
  const count = value<number>(db, 'SELECT count(*) FROM cursors') ?? 0
  return {
    check: 'every stream has its cursor',
    ok: without.length === 0,
    detail:
      without.length === 0
        ? `${count} ${count === 1 ? 'stream' : 'streams'}, each with the cursor of its last page.`
        : `No cursor of ${without.join(', ')}: sync will read it from the beginning; nothing is counted twice.`,
  }
}

function missing(table: string, column: string, target: string): string {
  return `SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM ${target})`
}
