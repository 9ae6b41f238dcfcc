/** The simulated day all the way into the real store: what the cloud sent in whatever order is what the database holds. */
import { expect, it } from 'vitest'
import { mapEvent, type CollectorEvent } from '../../../../src/main/sources/whatsapp-cloud/map.ts'
import { applyPage } from '../../../../src/main/store/apply.ts'
import { authorOf, contentOf, directionOf } from '../../../../src/main/store/bits.ts'
import type { WritableDb } from '../../../../src/main/store/database.ts'
import type { Delivery } from '../../../simulators/whatsapp-cloud/bodies.ts'
import type { Oracle, OracleMessage } from '../../../simulators/whatsapp-cloud/oracle.ts'
import { writeDay } from '../../../simulators/whatsapp-cloud/playDay.ts'
import { createRandom } from '../../../simulators/whatsapp-cloud/random.ts'
import { stormy } from '../../../simulators/whatsapp-cloud/switches.ts'
import { pageOf, temporaryCache, testPorts } from '../../../support/database.ts'

const now = Date.UTC(2026, 4, 4, 8)

/** What the collector makes of the bodies it takes. */
function eventsOf(deliveries: readonly Delivery[]): readonly CollectorEvent[] {
  return deliveries
    .filter((delivery) => delivery.honest)
    .flatMap((delivery) => (delivery.path === '/v1/records' ? postedLines(delivery) : changes(delivery)))
}

function postedLines({ body }: Delivery): readonly CollectorEvent[] {
  return body
    .trim()
    .split('\n')
    .map((line) => ({
      seq: 0,
      receivedAt: now,
      kind: 'records',
      payload: line.startsWith('{') ? (JSON.parse(line) as unknown) : { unreadable: line },
    }))
}

function changes({ body }: Delivery): readonly CollectorEvent[] {
  const { entry } = JSON.parse(body) as { entry: { id: string; time?: number; changes: object[] }[] }
  return entry.flatMap(({ changes, id, time = null }) =>
    changes.map((change) => ({
      seq: 0,
      receivedAt: now,
      kind: 'webhook',
      payload: { ...change, entry: { id, time } },
    })),
  )
}

function keep(cache: WritableDb, events: readonly CollectorEvent[]): void {
  for (let from = 0; from < events.length; from += 100) {
    const mapped = events.slice(from, from + 100).map(mapEvent)
    const page = pageOf(
      mapped.flatMap((one) => one.records),
      {
        rejects: mapped.flatMap((one) => one.rejects),
        notices: mapped.flatMap((one) => one.notices),
        cursor: String(from),
      },
    )
    applyPage(cache, { source: 'cloud', stream: 'tail', page }, testPorts)
  }
}

function held(cache: WritableDb, oracle: Oracle): readonly OracleMessage[] {
  const keys = new Map(oracle.contacts.flatMap(({ key, ids }) => ids.map((id) => [id, key] as const)))
  const keyOfRow = new Map(
    (
      cache.prepare('SELECT value, contact FROM contact_aliases').all() as {
        value: string
        contact: number
      }[]
    ).flatMap(({ value, contact }) => (keys.has(value) ? [[contact, keys.get(value) ?? ''] as const] : [])),
  )
  const rows = cache
    .prepare(
      `SELECT m.*, c.contact AS person, n.rid AS line, a.rid AS agentId FROM messages m
       JOIN conversations c ON c.id = m.k / 1048576 LEFT JOIN channels n ON n.id = c.channel LEFT JOIN agents a ON a.id = m.agent`,
    )
    .all() as Record<string, string | number | null>[]
  return rows
    .map((row): OracleMessage => ({
      id: String(row['rid']),
      channel: String(row['line']),
      contactKey: keyOfRow.get(Number(row['person'])) ?? 'nobody',
      at: Number(row['at']),
      direction: directionOf(Number(row['flags'])) as 'in',
      type: contentOf(Number(row['flags'])),
      author: { type: authorOf(Number(row['flags'])), id: row['agentId'] as string | null },
      text: row['text'] as string | null,
      statuses: (['sent', 'delivered', 'read', 'played', 'failed', 'deleted'] as const).filter(
        (name) => row[`${name}_at`] !== null,
      ),
    }))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}

it.each([1, 2, 3])('a stormy day ends in the store as it was, in any order (seed %i)', (seed) => {
  const { oracle, deliveries } = writeDay({ seed, conversations: 15, switches: stormy, now })
  const events = eventsOf(deliveries)
  const expected = oracle.messages.map((one) => ({
    ...one,
    statuses: ['sent', 'delivered', 'read', 'played', 'failed', 'deleted'].filter((name) =>
      (one.statuses as readonly string[]).includes(name),
    ),
  }))
  for (const order of [events, createRandom(seed).shuffled([...events, ...events.slice(0, 50)])]) {
    const cache = temporaryCache()
    keep(cache, order)
    expect(held(cache, oracle)).toEqual(expected)
    const count = (table: string) => cache.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(count('assignments')).toBe(oracle.assignments)
    expect(count('comments')).toBe(oracle.comments)
    expect(count("conversation_events WHERE event = 'closed'")).toBe(oracle.closings)
    expect(count('quarantine')).toBe(oracle.rejects)
    expect(cache.prepare('SELECT DISTINCT kind FROM notices').pluck().all()).toEqual(
      expect.arrayContaining([...oracle.notices]),
    )
  }
})
