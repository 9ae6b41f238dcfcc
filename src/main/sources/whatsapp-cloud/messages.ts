/** Messages of customers, and echoes of those the business typed in the phone app, as message records. */
import { addContact, completed, joined, personOf, type Line, type Person } from './contacts.ts'
import { contentOf, isKnownType } from './content.ts'
import type { Draft } from './draft.ts'
import { at, digitsOf, fieldsOf, filled, textOf, timeOf, without, type Fields } from './value.ts'

/** What surrounds a message in its payload. */
export interface Surroundings {
  readonly line: Line
  readonly people: readonly Person[]
  /** The customer where the payload names them outside the message, as a history thread does. */
  readonly customer?: Person | null
  /** The list the message stood in says who sent it; `either` leaves it to the numbers. */
  readonly sender: 'customer' | 'business' | 'either'
  /** Errors stated beside the messages. */
  readonly errors?: unknown
  /** Further facts for the message's `extra`. */
  readonly extra?: Record<string, unknown> | undefined
}

export interface MappedMessage {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly direction: 'in' | 'out'
}

const understood = new Set(
  (
    'id timestamp type context errors referral group_id identity history_context ' +
    'from from_user_id from_parent_user_id to to_user_id to_parent_user_id'
  ).split(' '),
)

/** Adds the records of one message; null when it has no identity or time and was rejected. */
export function addMessage(draft: Draft, value: unknown, around: Surroundings): MappedMessage | null {
  const message = fieldsOf(value)
  if (message === null) return refuse(draft, 'a message that is no object', value)
  const id = textOf(message['id'])
  if (id === null) return refuse(draft, 'a message without an id', value)
  const time = timeOf(message['timestamp'])
  if (time === null) return refuse(draft, 'a message without a readable timestamp', value)

  const direction = directionOf(message, around)
  const person = customerOf(message, around)
  const { content, target, extra } = contentOf(message)
  const type = textOf(message['type'])
  if (!isKnownType(type)) noteUnknownType(draft, type, time)
  const fromPhoneApp = direction === 'out'
  const isSystem = content.type === 'system' && extra?.['welcome'] !== true
  draft.add({
    kind: 'message',
    id,
    conversation: null,
    contact: person === null ? null : addSender(draft, message, person, time),
    channel: around.line.channel,
    at: time,
    direction,
    author: { type: fromPhoneApp ? 'app' : isSystem ? 'system' : 'contact' },
    content,
    replyTo: target ?? textOf(at(message, 'context', 'id')),
    extra: filled({
      ...leftovers(message, type),
      ...extra,
      ...contextExtra(message),
      group: textOf(message['group_id']),
      errors: message['errors'] ?? around.errors,
      ...around.extra,
    }),
  })
  return { id, at: time, direction }
}

function refuse(draft: Draft, reason: string, raw: unknown): null {
  draft.reject(reason, raw)
  return null
}

/**
 * Who sent it. The numbers decide before the place in the payload does: published examples of echoes have the two
 * sides the wrong way round, and the back history mixes both.
 */
function directionOf(message: Fields, around: Surroundings): 'in' | 'out' {
  if (around.sender === 'business') return 'out'
  const number = around.line.number
  if (number !== null && digitsOf(message['from']) === number) return 'out'
  if (around.sender === 'customer') return 'in'
  if (at(message, 'history_context', 'from_me') === true) return 'out'
  const namesReceiver = message['to'] !== undefined || message['to_user_id'] !== undefined
  const fromCustomer = message['from'] !== undefined || message['from_user_id'] !== undefined
  return namesReceiver && !fromCustomer ? 'out' : 'in'
}

function customerOf(message: Fields, around: Surroundings): Person | null {
  const sender = partyOf(message, 'from')
  const receiver = partyOf(message, 'to')
  const isOurs = (person: Person | null) => person?.waId !== null && person?.waId === around.line.number
  const [first, second] = around.sender === 'business' ? [receiver, sender] : [sender, receiver]
  const stated = first !== null && !isOurs(first) ? first : isOurs(second) ? null : second
  const customer = around.customer ?? null
  const person = stated === null || customer === null ? (stated ?? customer) : joined(stated, customer)
  if (person !== null) return completed(person, around.people)
  return around.people.length === 1 ? (around.people[0] ?? null) : null
}

function partyOf(message: Fields, side: 'from' | 'to'): Person | null {
  return personOf({
    phone: message[side],
    bsuids: [message[`${side}_user_id`], message[`${side}_parent_user_id`]],
  })
}

/** A changed number or user id names the same person twice: as before, and as from now on. */
function addSender(draft: Draft, message: Fields, person: Person, time: number): string {
  const system = message['system']
  const renewed = personOf({
    phone: at(system, 'wa_id') ?? at(system, 'new_wa_id'),
    bsuids: [at(system, 'user_id'), at(system, 'parent_user_id')],
  })
  if (renewed === null) return addContact(draft, person, time)
  return addContact(draft, joined(renewed, person), time, { formerly: [person] })
}

function contextExtra(message: Fields): Record<string, unknown> {
  const context = fieldsOf(message['context']) ?? {}
  return {
    forwarded: context['forwarded'],
    frequentlyForwarded: context['frequently_forwarded'],
    product: context['referred_product'],
    referral: message['referral'],
  }
}

/** What the message states that no reader took: kept under its own name. */
function leftovers(message: Fields, type: string | null): Record<string, unknown> {
  const rest = without(message, understood)
  if (type !== null) delete rest[type]
  return rest
}

function noteUnknownType(draft: Draft, type: string | null, time: number): void {
  draft.notice({
    id: `message_type:${type ?? ''}`,
    at: time,
    severity: 'info',
    kind: 'unknown_message_type',
    text: `Messages of a type this version does not know (${type ?? 'none stated'}) arrived. They are counted and kept whole; their content is not shown.`,
  })
}
