/** One conversation, reckoned by hand: what its row and those of its messages say. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withWorkspace } from '../../reference/workspaces.ts'
import { readParquet } from '../../support/tables.ts'

const start = Date.UTC(2026, 4, 4, 9)
const minute = (after: number) => start + after * 60_000
const at = (after: number) => new Date(minute(after)).toISOString()
const message = (id: string, after: number, author: { type: string; id: string | null }, text: string) => ({
  kind: 'message',
  id,
  conversation: 'v1',
  contact: 'k1',
  channel: 'c1',
  at: at(after),
  direction: author.type === 'contact' ? 'in' : 'out',
  author,
  content: { type: 'text', text },
})
const customer = { type: 'contact', id: 'k1' }
const ana = { type: 'agent', id: 'a1' }
const ben = { type: 'agent', id: 'a2' }
const status = (id: string, name: string, after: number) => ({
  kind: 'message_status',
  message: id,
  status: name,
  at: at(after),
})
const event = (name: string, after: number) => ({
  kind: 'conversation_event',
  conversation: 'v1',
  at: at(after),
  event: name,
  by: { type: 'agent', id: 'a2' },
})

/** Opened at 0, answered at 2 and 7 and 30, closed at 40, reopened by its customer at 60, answered at 61, and open since. */
const records = [
  { kind: 'workspace', id: 'w', name: 'Acme', timezone: 'Europe/Berlin' },
  { kind: 'channel', id: 'c1', platform: 'whatsapp', name: 'Support' },
  { kind: 'team', id: 't1', name: 'Billing' },
  { kind: 'agent', id: 'a1', name: 'Ana', teams: ['t1'] },
  { kind: 'agent', id: 'a2', name: 'Ben', teams: ['t1'] },
  { kind: 'contact', id: 'k1', name: 'Li', phone: '+886900000001', language: 'en' },
  { kind: 'conversation', id: 'v1', contact: 'k1', channel: 'c1', openedAt: at(0), openedBy: customer },
  message('m1', 0, customer, 'Where is my order?'),
  { kind: 'assignment', conversation: 'v1', at: at(1), from: null, to: 'a1', team: 't1' },
  message('m2', 2, ana, 'Let me see.'),
  status('m2', 'sent', 2),
  status('m2', 'delivered', 3),
  message('m3', 4, customer, 'And the invoice?'),
  message('m4', 7, ana, 'On its way.'),
  { kind: 'assignment', conversation: 'v1', at: at(10), from: 'a1', to: 'a2', team: 't1' },
  message('m5', 20, customer, 'Still there?'),
  message('m6', 30, ben, 'Yes.'),
  { ...event('categorised', 39), category: 'delivery' },
  event('closed', 40),
  {
    kind: 'rating',
    id: 'r1',
    conversation: 'v1',
    at: at(41),
    score: 4,
    scale: { min: 1, max: 5 },
    comment: null,
  },
  message('m7', 60, customer, 'One more thing'),
  message('m8', 61, ben, 'Yes?'),
]
const scope = {
  from: start,
  to: minute(24 * 60),
  zone: 'Europe/Berlin',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

it('says of a conversation and its messages what happened', async () => {
  await withWorkspace([records], {}, async ({ dir, reader }) => {
    const rowsOf = async (dataset: 'conversations' | 'messages', part = scope) => {
      const path = join(dir, `${dataset}.parquet`)
      await reader.writeRows({
        dataset,
        format: 'parquet',
        scope: part,
        language: 'en',
        hideNames: false,
        path,
      })
      return (await readParquet(path)).rows
    }
    const [row, ...others] = await rowsOf('conversations')
    expect(others).toEqual([])
    expect(row).toMatchObject({
      conversation_id: 'v1',
      contact_id: 'k1',
      contact: 'Li',
      contact_phone: '+886900000001',
      channel: 'Support',
      agent_id: 'a2',
      agent: 'Ben',
      team: 'Billing',
      agents: 'Ana, Ben',
      category: 'delivery',
      state: 'open',
      opened_by: 'contact',
      opened_at: minute(0),
      closed_at: null,
      last_at: minute(61),
      waiting_since: null,
      episodes: 2,
      conversations_opened: 1,
      conversations_reopened: 1,
      conversations_closed: 1,
      messages_received: 4,
      messages_sent: 4,
      messages_delivered: 1,
      // Two first responses, of 2 minutes and of 1; two later ones, of 3 minutes and of 10.
      first_response_time: 90,
      first_response_time_count: 2,
      next_response_time: 390,
      next_response_time_count: 2,
      resolution_time: 2400,
      resolution_time_count: 1,
      time_to_assignment: 60,
      assigned: 1,
      handled: 1,
      transferred_in: 1,
      csat_score: 1,
      csat_score_of: 1,
      csat_average: 4,
      delivery_rate: 1,
      delivery_rate_of: 1,
      failure_rate: 0,
      audit_score: null,
      audit_coverage: 0,
      audit_coverage_of: 1,
      open_now: 1,
      waiting_now: 0,
      longest_wait: null,
      unassigned_now: 0,
    })
    const messages = await rowsOf('messages')
    const told = messages.map((one) =>
      ['message_id', 'direction', 'agent', 'assigned_agent', 'first_response_time', 'next_response_time'].map(
        (name) => one[name],
      ),
    )
    expect(told).toEqual([
      ['m1', 'in', null, null, null, null],
      ['m2', 'out', 'Ana', 'Ana', 120, null],
      ['m3', 'in', null, 'Ana', null, null],
      ['m4', 'out', 'Ana', 'Ana', null, 180],
      ['m5', 'in', null, 'Ben', null, null],
      ['m6', 'out', 'Ben', 'Ben', null, 600],
      ['m7', 'in', null, 'Ben', null, null],
      ['m8', 'out', 'Ben', 'Ben', 60, null],
    ])
    expect(messages[1]).toMatchObject({
      conversation_id: 'v1',
      contact: 'Li',
      category: 'delivery',
      at: minute(2),
      author: 'agent',
      type: 'text',
      text: 'Let me see.',
      sent_at: minute(2),
      delivered_at: minute(3),
      messages_sent: 1,
      messages_delivered: 1,
      messages_read: 0,
      sent_in_window: 1,
    })
    // No status on record: nobody knows whether it was delivered, which is not 0.
    expect(messages[3]).toMatchObject({ messages_sent: 1, messages_delivered: null, messages_received: 0 })
    // Of a part of it, what lies in it; the conversation’s own state is as it is now.
    const [part] = await rowsOf('conversations', { ...scope, from: minute(50) })
    expect(part).toMatchObject({
      opened_at: minute(0),
      conversations_opened: 0,
      messages_sent: 1,
      first_response_time: 60,
    })
    // Open, though nothing happened.
    const [quiet] = await rowsOf('conversations', { ...scope, from: minute(100), to: minute(200) })
    expect(quiet).toMatchObject({
      open_now: 1,
      messages_sent: 0,
      first_response_time: null,
      first_response_time_count: 0,
    })
    expect(await rowsOf('conversations', { ...scope, from: minute(-200), to: minute(-100) })).toEqual([])
  })
}, 60_000)
