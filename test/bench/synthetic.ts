/** A made-up workspace of any size, record by record: any record can be had alone, so any order costs no memory. */
import type { RecordOf, SourceRecord } from '../../src/shared/records.ts'

export interface Size {
  readonly conversations: number
  /** Number of the first conversation: two sizes that do not overlap are two parts of one workspace. */
  readonly from: number
  /** The year ends here, in epoch milliseconds: what a console shows by default is the newest of it. */
  readonly until: number
}

export const messagesEach = 12
/** Contact, conversation, assignment, close, the messages, and two statuses for each of the sent half. */
export const recordsEach = 4 + messagesEach + messagesEach

const agents = 100
const teams = 8
const channels = 8
const categories = 20
const year = 365 * 24 * 60 * 60 * 1000
const words =
  'order tent delivery when please thanks tomorrow refund size blue stove invoice number arrived broken again help link pay card store open late gift return'.split(
    ' ',
  )

/** The people and places everything else refers to. */
export function companyRecords(): readonly SourceRecord[] {
  const entity = { updatedAt: null }
  return [
    { kind: 'workspace', id: 'w', ...entity, name: 'Synthetic', timezone: 'America/New_York' },
    ...numbers(channels).map((number): SourceRecord => ({
      kind: 'channel',
      id: `channel-${number}`,
      ...entity,
      platform: 'whatsapp',
      name: `Line ${number}`,
      phone: null,
    })),
    ...numbers(teams).map((number): SourceRecord => ({
      kind: 'team',
      id: `team-${number}`,
      ...entity,
      name: `Team ${number}`,
    })),
    ...numbers(agents).map((number): SourceRecord => ({
      kind: 'agent',
      id: `agent-${number}`,
      ...entity,
      name: `Agent ${number}`,
      email: null,
      teams: [`team-${number % teams}`],
      role: null,
      active: true,
    })),
  ]
}

/** Record `index` (0 … recordsEach − 1) of a conversation: always the same for the same numbers. */
export function recordOf(conversation: number, index: number, until: number): SourceRecord {
  const id = `conversation-${conversation}`
  const startedAt = until - year + Math.floor((mix(conversation, 1) / 2 ** 32) * year)
  const agent = `agent-${mix(conversation, 2) % agents}`
  const closedAt = startedAt + messagesEach * 90_000 + 60_000
  switch (index) {
    case 0:
      return contactOf(conversation)
    case 1:
      return {
        kind: 'conversation',
        id,
        updatedAt: null,
        contact: `contact-${Math.floor(conversation / 2)}`,
        channel: `channel-${mix(conversation, 3) % channels}`,
        openedAt: startedAt,
        openedBy: { type: 'contact', id: null },
      }
    case 2:
      return {
        kind: 'assignment',
        conversation: id,
        at: startedAt + 20_000,
        from: null,
        to: agent,
        team: null,
        by: { type: 'automation', id: null },
        source: 'stated',
        notBefore: null,
      }
    case 3:
      return {
        kind: 'conversation_event',
        conversation: id,
        at: closedAt,
        event: 'closed',
        by: { type: 'agent', id: agent },
        category: `category ${mix(conversation, 4) % categories}`,
        note: null,
      }
  }
  if (index < 4 + messagesEach) return messageOf(conversation, index - 4, startedAt, agent)
  const status = index - 4 - messagesEach
  const message = (status >> 1) * 2 + 1
  return {
    kind: 'message_status',
    message: messageId(conversation, message),
    status: status % 2 === 0 ? 'delivered' : 'read',
    at: startedAt + message * 90_000 + (status % 2 === 0 ? 1500 : 8000),
    error: null,
    pricing: null,
  }
}

/** Pages of 5,000 records, every conversation whole, the conversations in random order. */
export function* inConversationOrder(size: Size, perPage: number): Generator<readonly SourceRecord[]> {
  let page: SourceRecord[] = []
  for (const conversation of shuffled(size.conversations))
    for (let index = 0; index < recordsEach; index += 1) {
      page.push(recordOf(size.from + conversation, index, size.until))
      if (page.length < perPage) continue
      yield page
      page = []
    }
  if (page.length > 0) yield page
}

/** Pages of records in fully random order: neighbours have nothing to do with each other. */
export function* inRandomOrder(size: Size, perPage: number): Generator<readonly SourceRecord[]> {
  const order = shuffled(size.conversations * recordsEach)
  for (let start = 0; start < order.length; start += perPage)
    yield Array.from(order.subarray(start, start + perPage), (place) =>
      recordOf(size.from + Math.floor(place / recordsEach), place % recordsEach, size.until),
    )
}

export function messageOf(
  conversation: number,
  number: number,
  startedAt: number,
  agent: string,
): RecordOf<'message'> {
  const out = number % 2 === 1
  return {
    kind: 'message',
    id: messageId(conversation, number),
    conversation: `conversation-${conversation}`,
    contact: `contact-${Math.floor(conversation / 2)}`,
    channel: `channel-${mix(conversation, 3) % channels}`,
    at: startedAt + number * 90_000 - (out ? 1000 * (mix(conversation, 5 + number) % 60) : 0),
    direction: out ? 'out' : 'in',
    author: out ? { type: 'agent', id: agent } : { type: 'contact', id: null },
    content: { type: 'text', text: textOf(conversation, number), caption: null, template: null, media: null },
    replyTo: null,
  }
}

function contactOf(conversation: number): SourceRecord {
  const number = Math.floor(conversation / 2)
  return {
    kind: 'contact',
    id: `contact-${number}`,
    updatedAt: null,
    name: `Customer ${number}`,
    phone: `+49170${String(number).padStart(7, '0')}`,
    language: 'en',
    addedAt: null,
    addedBy: 'first_message',
    aliases: [],
    tags: [],
    segment: null,
    optedInAt: null,
    optedOutAt: null,
    deletedAt: null,
  }
}

function messageId(conversation: number, number: number): string {
  return `wamid.${conversation.toString(36)}.${number}`
}

/** About fifty bytes. */
function textOf(conversation: number, number: number): string {
  let text = ''
  for (let word = 0; word < 8; word += 1)
    text += (word === 0 ? '' : ' ') + (words[mix(conversation, 100 + number * 8 + word) % words.length] ?? '')
  return text
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** 32 bits that depend on both numbers in no visible way. */
function mix(one: number, other: number): number {
  let bits = Math.imul(one ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(other + 0x165667b1, 0xc2b2ae35)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 13), 0x297a2d39)
  return (bits ^ (bits >>> 16)) >>> 0
}

function shuffled(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index -= 1) {
    const other = mix(index, 7) % (index + 1)
    const held = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = held
  }
  return order
}
