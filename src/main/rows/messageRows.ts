/** One row a message that counts in a scope, and one for each reply that is measured in it, by time. */
import { explainQuery } from '../metrics/catalogueAnswers.ts'
import { billable } from '../metrics/bits.ts'
import type { Subject } from '../metrics/selection.ts'
import { viewOf } from '../metrics/view.ts'
import { value, type ReadableDb } from '../store/database.ts'
import { conversationName } from '../store/names.ts'
import { readContact, type ContactNames } from './conversationHeads.ts'
import { messageColumns, replyMetrics, type MessageRow, type ReplyMetric } from './messageColumns.ts'
import { namesOf } from './names.ts'
import type { RowBatch } from './rowColumn.ts'
import type { RowChoice, RowPorts } from './rowPorts.ts'
import { readMessage } from './storedMessages.ts'
import { messagesIn, stretchesOf } from './stretches.ts'

/** Batches of rows whose cells are those of `messageColumns`; `looked`: messages up to there, of `of`, whatever the filters. */
export function messageRows(
  ports: RowPorts,
  choice: RowChoice,
): { readonly of: number; readonly batches: Iterable<RowBatch & { readonly looked: number }> } {
  return {
    of: messagesIn(ports.columns.streams.messages, ports.scope),
    batches: batchesOf(ports, choice),
  }
}

function* batchesOf(
  ports: RowPorts,
  { hideNames }: RowChoice,
): Generator<RowBatch & { readonly looked: number }> {
  const { cache, columns, dictionary } = ports
  const names = namesOf(dictionary)
  const shown = messageColumns.filter(({ personal }) => !hideNames || personal !== true)
  let looked = 0
  for (const { from, to, messages } of stretchesOf(columns.streams.messages, ports.scope)) {
    columns.letGoBefore(from)
    const part = { ...ports, scope: { ...ports.scope, from, to } }
    const replies = repliesIn(part)
    const found = countedIn(part, replies.rows)
    const read = found.map(({ k }) => readMessage(cache, k, hideNames))
    const rows = found.filter((_, index) => read[index] !== null)
    const stored = read.filter((message) => message !== null)
    looked += messages
    const batch = { rows, stored, replies: replies.values, names, ...lookUps(cache) }
    yield { length: rows.length, cells: shown.map((column) => column.read(batch)), looked }
  }
}

type Replies = Readonly<Record<ReplyMetric, Map<number, number>>>

/** The replies of a period by the metrics they are measured by, as evidence tells them. */
function repliesIn({ columns, dictionary, scope, data }: RowPorts): {
  readonly values: Replies
  readonly rows: ReadonlyMap<number, MessageRow>
} {
  const rows = new Map<number, MessageRow>()
  const { channel, category } = columns.slots.columns
  const valuesOf = (metric: ReplyMetric) => {
    const query = { metric, scope, limit: Number.POSITIVE_INFINITY }
    const values = new Map<number, number>()
    for (const reply of explainQuery(columns, dictionary, query, data).included) {
      const { k, at, conversation: slot, contact } = reply
      if (k < 0 || reply.value === null) continue
      values.set(k, reply.value)
      rows.set(k, {
        k,
        at,
        slot,
        contact: Math.max(0, contact),
        channel: channel[slot] ?? 0,
        category: category[slot] ?? 0,
        assigned: 0,
        team: 0,
        bits: 0,
        billable: false,
      })
    }
    return values
  }
  const values = Object.fromEntries(replyMetrics.map((metric) => [metric, valuesOf(metric)])) as Replies
  return { values, rows }
}

/** The messages of a period by time, those of one instant in the order of the store. */
function countedIn(
  { columns, dictionary, scope, data }: RowPorts,
  replies: ReadonlyMap<number, MessageRow>,
): readonly MessageRow[] {
  const subject: Subject = { columns, dictionary, scope, now: data.now }
  const view = viewOf(subject, 'messages')
  const billing = viewOf(subject, 'billing', { bits: billable })
  const priced = new Set<number>()
  for (let index = 0; index < billing.length; index++)
    if (((billing.bits[index] ?? 0) & billable) !== 0) priced.add(billing.k[index] ?? 0)
  const { contact, channel, category } = columns.slots.columns
  const rows = new Map(replies)
  for (let index = 0; index < view.length; index++) {
    const [k, slot] = [view.k[index] ?? 0, view.slot[index] ?? 0]
    rows.set(k, {
      k,
      at: view.at[index] ?? 0,
      slot,
      contact: contact[slot] ?? 0,
      channel: channel[slot] ?? 0,
      category: category[slot] ?? 0,
      assigned: view.other[index] ?? 0,
      team: view.team[index] ?? 0,
      bits: view.bits[index] ?? 0,
      billable: priced.has(k),
    })
  }
  return [...rows.values()].sort((a, b) => a.at - b.at || a.k - b.k)
}

/** What many messages share is looked up once a batch. */
function lookUps(cache: ReadableDb) {
  return {
    contacts: remembered((contact): ContactNames => readContact(cache, contact)),
    conversationId: remembered((slot) => {
      const source = value<number>(cache, 'SELECT source FROM conversations WHERE id = ?', slot)
      const rid = value<string>(cache, 'SELECT rid FROM conversations WHERE id = ?', slot)
      return source === undefined || rid === undefined ? null : conversationName(cache, source, rid)
    }),
  }
}

function remembered<T>(read: (row: number) => T): (row: number) => T {
  const known = new Map<number, T>()
  return (row) => {
    const found = known.get(row)
    if (found !== undefined) return found
    const made = read(row)
    known.set(row, made)
    return made
  }
}
