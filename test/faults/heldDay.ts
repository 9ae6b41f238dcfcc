/** What a cache holds of a simulated day, in the oracle's own shape and order. */
import { authorOf, contentOf, directionOf } from '../../src/main/store/bits.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'
import type { Oracle, OracleMessage } from '../simulators/whatsapp-cloud/oracle.ts'

const statuses = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted'] as const

type Row = Readonly<Record<string, string | number | null>>

/** How the cache differs from the oracle, in a few sentences; empty when it holds the day exactly. */
export function differences(cache: ReadableDb, oracle: Oracle): readonly string[] {
  const found: string[] = []
  const held = messagesOf(cache, oracle)
  const expected = oracle.messages.map((one) => ({
    ...one,
    statuses: statuses.filter((name) => one.statuses.includes(name)),
  }))
  if (held.length !== expected.length)
    found.push(`${held.length} messages are held where the day had ${expected.length}`)
  const byId = new Map(held.map((one) => [one.id, JSON.stringify(sorted(one))]))
  const other = expected.filter((one) => byId.get(one.id) !== JSON.stringify(sorted(one)))
  if (other.length > 0)
    found.push(
      `${other.length} messages are not as they were, such as ${JSON.stringify(other[0])}, held as ${byId.get(other[0]?.id ?? '')}`,
    )
  const counts: readonly (readonly [what: string, count: number])[] = [
    ['assignments', oracle.assignments],
    ['comments', oracle.comments],
    ["conversation_events WHERE event = 'closed'", oracle.closings],
  ]
  for (const [what, count] of counts) {
    const here = Number(cache.prepare(`SELECT count(*) FROM ${what}`).pluck().get())
    if (here !== count) found.push(`${what}: ${here} where the day had ${count}`)
  }
  const quarantined = unreadable(cache)
  if (quarantined !== oracle.rejects)
    found.push(`quarantine: ${quarantined} where the day had ${oracle.rejects}`)
  const notices = cache.prepare('SELECT DISTINCT kind FROM notices').pluck().all()
  for (const kind of oracle.notices) if (!notices.includes(kind)) found.push(`no notice of ${kind}`)
  return found
}

/**
 * Things in quarantine. What nobody can read is kept by its text; sent again in another body, it carries that body's time
 * and is another text, but the oracle counts the thing once.
 */
function unreadable(cache: ReadableDb): number {
  const texts = cache.prepare('SELECT raw FROM quarantine').pluck().all() as readonly string[]
  return new Set(texts.map((text) => text.replace(/"time":\d+/, ''))).size
}

function sorted(message: OracleMessage): readonly (readonly [string, unknown])[] {
  return Object.entries(message).sort(([one], [other]) => (one < other ? -1 : 1))
}

function messagesOf(cache: ReadableDb, oracle: Oracle): readonly OracleMessage[] {
  const keys = new Map(oracle.contacts.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)))
  const aliases = cache.prepare('SELECT value, contact FROM contact_aliases').raw().all() as [
    string,
    number,
  ][]
  const keyOfRow = new Map(
    aliases.flatMap(([alias, row]) => {
      const key = keys.get(alias)
      return key === undefined ? [] : [[row, key] as const]
    }),
  )
  const rows = cache
    .prepare(
      `SELECT m.*, c.contact AS person, n.rid AS line, a.rid AS agentId FROM messages m
       JOIN conversations c ON c.id = m.k / 1048576 LEFT JOIN channels n ON n.id = c.channel LEFT JOIN agents a ON a.id = m.agent`,
    )
    .all() as Row[]
  return rows.map((row) => messageOf(row, keyOfRow.get(Number(row['person'])) ?? 'nobody'))
}

function messageOf(row: Row, contactKey: string): OracleMessage {
  const flags = Number(row['flags'])
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
  return {
    id: text('rid') ?? '',
    channel: text('line') ?? '',
    contactKey,
    at: Number(row['at']),
    direction: directionOf(flags) === 'out' ? 'out' : 'in',
    type: contentOf(flags),
    author: { type: authorOf(flags), id: text('agentId') },
    text: text('text'),
    statuses: statuses.filter((name) => row[`${name}_at`] !== null),
  }
}
