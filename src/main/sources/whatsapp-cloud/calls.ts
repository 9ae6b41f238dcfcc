/** Calls. A call of the customer opens the 24-hour window as a message does, so calls are kept as lines of the chat. */
import { addContact, completed, personOf, type Line, type Person } from './contacts.ts'
import type { Draft } from './draft.ts'
import { digitsOf, fieldsOf, filled, numberOf, textOf, timeOf, type Fields } from './value.ts'

/** Whether a status speaks of a call and not of a message. */
export function isCallStatus(value: unknown): boolean {
  const status = fieldsOf(value)
  return status !== null && (status['type'] === 'call' || textOf(status['id'])?.startsWith('wacid.') === true)
}

/**
 * Adds one event of a call, or one status of it. Each is a line of its own: beginning and end arrive in any order, and
 * two records of one id with different times would depend on it.
 */
export function addCall(draft: Draft, value: unknown, line: Line, people: readonly Person[]): void {
  const call = fieldsOf(value)
  const id = textOf(call?.['id'])
  const time = timeOf(call?.['timestamp']) ?? timeOf(call?.['start_time'])
  if (call === null || id === null || time === null)
    return draft.reject('a call without an id or a time', value)
  const event = (textOf(call['event']) ?? textOf(call['status']) ?? 'unknown').toLowerCase()
  const ours = isOurs(call, line)
  const person = otherSide(call, ours, people)
  draft.add({
    kind: 'message',
    id: `${id}:${event}`,
    conversation: null,
    contact: person === null ? null : addContact(draft, person, time),
    channel: line.channel,
    at: time,
    direction: ours ? 'out' : 'in',
    author: { type: ours ? 'unknown' : 'contact' },
    content: { type: 'system', text: sentence(call, event, ours) },
    extra: { call },
  })
}

function isOurs(call: Fields, line: Line): boolean {
  const direction = textOf(call['direction'])
  if (direction !== null) return direction === 'BUSINESS_INITIATED'
  // Statuses are reported for calls the business makes.
  if (call['event'] === undefined) return true
  return line.number !== null && digitsOf(call['from']) === line.number
}

function otherSide(call: Fields, ours: boolean, people: readonly Person[]): Person | null {
  // Where one contact is listed it is the other side: published examples fill `from` and `to` with anything.
  if (people.length === 1) return people[0] ?? null
  const person = ours
    ? personOf({
        phone: call['to'] ?? call['recipient_id'],
        bsuids: [call['to_user_id'], call['recipient_user_id']],
      })
    : personOf({ phone: call['from'], bsuids: [call['from_user_id'], call['from_parent_user_id']] })
  return person === null ? null : completed(person, people)
}

function sentence(call: Fields, event: string, ours: boolean): string {
  const seconds = numberOf(call['duration'])
  const facts = filled({
    status: textOf(call['event']) === null ? null : textOf(call['status'])?.toLowerCase(),
    seconds: seconds === null ? null : `${seconds} s`,
  })
  const rest = facts === undefined ? '' : ` (${Object.values(facts).join(', ')})`
  return `${ours ? 'Call to the customer' : 'Call from the customer'}: ${event}${rest}`
}
