/** A made-up workspace in many scripts, and questions about it, both from a seed. */
import { onTestFinished } from 'vitest'
import { createSearchReader, type SearchReader } from '../../../src/main/search/searchReader.ts'
import { createSearchWriter, type SearchWriter } from '../../../src/main/search/searchWriter.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import type { SearchAnswer, SearchQuery } from '../../../src/shared/searching.ts'
import { below, randomFrom, type Random } from '../../bench/metrics/random.ts'
import { temporaryFolder } from '../../support/database.ts'

/** 2026-06-01, UTC. */
export const start = Date.UTC(2026, 5, 1)
export const now = start + 40 * 24 * 3_600_000

export interface Town {
  readonly dir: string
  readonly cache: WritableDb
  readonly writer: SearchWriter
  /** By the index, and for what it does not hold by scan. */
  readonly reader: SearchReader
  /** Without an index. */
  readonly scanner: SearchReader
}

/** Opens a workspace whose index is fed by hand: `writer.finished()` brings it up to date. */
export function openTown(dir = temporaryFolder()): Town {
  const cache = openCache(dir, 'writer')
  const workspaceDb = openWorkspaceDb(dir, 'writer')
  const writer = createSearchWriter({ dir, cache, onChange: () => undefined })
  const ports = { cache: openCache(dir, 'reader'), workspaceDb, now: () => now }
  const reader = createSearchReader({ ...ports, dir })
  const scanner = createSearchReader({ ...ports, dir: temporaryFolder() })
  onTestFinished(async () => {
    await writer.stop()
    reader.close()
    scanner.close()
    ports.cache.close()
    workspaceDb.close()
    cache.close()
  })
  return { dir, cache, writer, reader, scanner }
}

export function ask(
  reader: SearchReader,
  text: string,
  change: Partial<SearchQuery> = {},
): Promise<SearchAnswer> {
  return reader.search({ text, zone: 'Europe/Berlin', order: 'newest', after: null, limit: 50, ...change })
}

/** Ids of the hits in order; of what has none its kind and conversation. */
export function idsOf(answer: SearchAnswer): readonly string[] {
  return answer.groups.flatMap(({ conversation, hits }) =>
    hits.map(({ kind, id }) => id ?? `${kind} ${conversation.id}`),
  )
}

/** A message of conversation `c` and its customer, unless said otherwise. */
export function message(
  id: string,
  text: string | null,
  change: Partial<Extract<RecordInput, { kind: 'message' }>> = {},
): RecordInput {
  return {
    kind: 'message',
    id,
    conversation: 'c',
    contact: 'p',
    channel: 'line',
    at: start + Number(/\d+/.exec(id)?.[0] ?? 0) * 60_000,
    direction: 'in',
    author: { type: 'contact', id: 'p' },
    content: { type: 'text', text },
    ...change,
  }
}

// ── the random workspace ─────────────────────────────────────────────────────────────────────────────────────────

export const words = [
  'order refund delivery Rechnung größer Straße über señal niño mañana coração não ação İstanbul ışık thuế đơn hàng',
  'заказ Ёлка доставка возврат παραγγελία Αθήνα όχι طلب مدرسة أحمد استرجاع הזמנה שָׁלוֹם החזר हिन्दी क़लम ऑर्डर',
  'refunds refunded orders delivered deliver cancel cancelled paid payment 환불 주문 배송 shop a I',
]
  .join(' ')
  .split(' ')
const runs = [
  '我要退款',
  '退货請求',
  '訂單號碼',
  '注文をキャンセル',
  'ラーメン',
  'สวัสดีครับ',
  'ขอคืนเงิน',
  'ຂອບໃຈ',
  'អរគុណ',
]
const signs = ['👍', '👍🏽', '❤️', '🇩🇪', '👨‍👩‍👧', '😡', '!', '...', '"', "' OR 1=1 --", '*', '^', 'NEAR(']
const numbers = ['NL-40917', '40917', '+49 170 1234567', '0170/1234567', '00491701234567', '123456', 'A12']

export function one<T>(random: Random, list: readonly T[]): T {
  return list[below(random, list.length)]!
}

export function textFrom(random: Random): string {
  const pieces: string[] = []
  for (let count = 1 + below(random, 8); count > 0; count -= 1) {
    const draw = random()
    if (draw < 0.7) pieces.push(one(random, words))
    else if (draw < 0.85) pieces.push(one(random, runs))
    else if (draw < 0.93) pieces.push(one(random, signs))
    else pieces.push(one(random, numbers))
  }
  return pieces.join(random() < 0.9 ? ' ' : '')
}

const agents = ['ana', 'ben', 'chloé']
const names = ['María López', 'Anna Müller', '王小明', 'Ολγα', 'أحمد علي', 'Ana Keller', 'Order Desk']

/** Records of some dozen conversations: what is said, edited, revoked, reacted to, failed, commented on and renamed. */
export function recordsFrom(seed: number, conversations = 30): readonly RecordInput[] {
  const random = randomFrom(seed)
  const all: RecordInput[] = agents.map((id) => ({ kind: 'agent', id, name: `${id} Smith` }))
  for (const [index, name] of names.entries())
    all.push({
      kind: 'contact',
      id: `p${index}`,
      name,
      phone: index % 2 === 0 ? `+49 170 555${1000 + index}` : null,
      aliases: [{ type: 'wa_id', value: `49170555${1000 + index}` }],
    })
  for (let number = 0; number < conversations; number += 1) all.push(...conversationFrom(random, number))
  return all
}

function conversationFrom(random: Random, number: number): readonly RecordInput[] {
  const conversation = `c${number}`
  const contact = `p${below(random, names.length)}`
  const channel = `line ${below(random, 3)}`
  const agent = one(random, agents)
  const all: RecordInput[] = []
  let at = start + below(random, 30) * 24 * 3_600_000
  if (random() < 0.8)
    all.push({
      kind: 'conversation',
      id: conversation,
      contact,
      channel,
      openedAt: at,
      openedBy: { type: 'contact' },
    })
  for (let index = 0; index < 1 + below(random, 10); index += 1) {
    const id = `${conversation}-${index}`
    // Many in one second: the order within it must hold as well.
    at += random() < 0.3 ? 0 : below(random, 600_000)
    const base = { conversation, contact, channel, at }
    const before = `${conversation}-${below(random, index + 1)}`
    const draw = random()
    if (draw < 0.45) all.push(message(id, textFrom(random), base))
    else if (draw < 0.7)
      all.push(
        message(id, textFrom(random), { ...base, direction: 'out', author: { type: 'agent', id: agent } }),
      )
    else if (draw < 0.78)
      all.push(
        message(id, null, {
          ...base,
          content: { type: 'image', caption: textFrom(random), media: { name: 'order.png' } },
        }),
      )
    else if (draw < 0.84)
      all.push(
        message(id, textFrom(random), {
          ...base,
          replyTo: before,
          content: { type: 'edit', text: textFrom(random) },
        }),
      )
    else if (draw < 0.87)
      all.push(message(id, null, { ...base, replyTo: before, content: { type: 'revoke' } }))
    else if (draw < 0.9)
      all.push(message(id, null, { ...base, replyTo: before, content: { type: 'reaction', text: '👍' } }))
    else
      all.push(
        message(id, textFrom(random), {
          ...base,
          direction: 'out',
          author: { type: 'campaign' },
          content: { type: 'template', text: textFrom(random), template: { name: 'order_update' } },
        }),
      )
    if (random() < 0.15)
      all.push({
        kind: 'message_status',
        message: id,
        status: 'failed',
        at: at + 1000,
        error: { code: 131047, title: 'Re-engagement message' },
      })
    if (random() < 0.15) all.push({ kind: 'message_status', message: id, status: 'delivered', at: at + 2000 })
    if (random() < 0.1)
      all.push({ kind: 'comment', id: `n${id}`, conversation, at: at + 500, agent, text: textFrom(random) })
  }
  if (random() < 0.5)
    all.push({
      kind: 'conversation_event',
      conversation,
      at: at + 1000,
      event: 'closed',
      by: { type: 'agent', id: agent },
      category: one(random, ['Refunds', 'Late delivery']),
    })
  return all
}

/** A query as somebody may type it: pieces of what is there, filters, things left out, and noise. */
export function queryFrom(random: Random): string {
  const pieces: string[] = []
  for (let count = 1 + below(random, 3); count > 0; count -= 1) pieces.push(pieceFrom(random))
  return pieces.join(' ') + (random() < 0.5 ? ' ' : '')
}

function pieceFrom(random: Random): string {
  const not = random() < 0.12 ? '-' : ''
  const draw = random()
  const word = one(random, words)
  if (draw < 0.3) return not + word
  if (draw < 0.4) return `${not}${word.slice(0, 1 + below(random, word.length))}*`
  if (draw < 0.55) {
    const run = one(random, runs)
    const from = below(random, run.length)
    return not + run.slice(from, from + 1 + below(random, 4))
  }
  if (draw < 0.62) return `${not}"${word} ${one(random, words)}"`
  if (draw < 0.7) return not + one(random, numbers).slice(below(random, 3))
  if (draw < 0.78) return one(random, signs)
  return not + one(random, filters)
}

const filters = [
  'from:ana from:contact from:chloe from:me from:campaign to:contact to:ben from:nobody in:"line 1" in:line',
  'contact:anna contact:"María López" contact:王 contact:5551002 before:2026-06-15 after:2026-06-10 on:2026-06-12 before:2026-06',
  'has:image has:media has:template has:link is:failed is:edited is:revoked is:comment is:delivered is:open is:closed is:waiting',
  'category:refunds category:late category:nothing template:order error:131047 error:engagement is:flagged flag:message_failed',
]
  .join(' ')
  .match(/\S+:"[^"]+"|\S+/g)!
