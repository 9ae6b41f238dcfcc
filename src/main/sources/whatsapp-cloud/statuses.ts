/** What became of sent messages. A status never holds the message itself, so the first one also says that it was sent. */
import { addContact, addGroup, completed, personOf, type Line, type Person } from './contacts.ts'
import type { Draft } from './draft.ts'
import { at, fieldsOf, filled, listOf, numberOf, textOf, timeOf, without, type Fields } from './value.ts'

const provesSending = new Set(['sent', 'delivered', 'read', 'played', 'failed'])
const understood = new Set(
  (
    'id status timestamp errors pricing conversation biz_opaque_callback_data type recipient_id recipient_type ' +
    'recipient_user_id parent_recipient_user_id recipient_parent_user_id parent_user_id recipient_participant_id ' +
    'participant_recipient_id recipient_participant_user_id recipient_participant_parent_user_id'
  ).split(' '),
)

/** Adds the status, and the outbound message it speaks of, marked `extra.fromStatus` so that a fuller record wins. */
export function addStatus(draft: Draft, value: unknown, line: Line, people: readonly Person[]): void {
  const status = fieldsOf(value)
  if (status === null) return draft.reject('a status that is no object', value)
  const id = textOf(status['id'])
  const name = textOf(status['status'])?.toLowerCase() ?? null
  const time = timeOf(status['timestamp'])
  if (id === null || name === null) return draft.reject('a status without a message id or a name', value)
  if (time === null) return draft.reject('a status without a readable timestamp', value)

  const receiver = receiverOf(status, people)
  const group = status['recipient_type'] === 'group' ? textOf(status['recipient_id']) : null
  const shared = filled({ tag: textOf(status['biz_opaque_callback_data']), group }) ?? {}
  draft.add({
    kind: 'message_status',
    message: id,
    // Names this version does not know become `unknown` with the original in `extra`.
    status: name as 'sent',
    at: time,
    error: errorOf(status['errors']),
    pricing: pricingOf(status),
    extra: filled({
      ...without(status, understood),
      ...shared,
      conversation: status['conversation'],
      participant: group === null ? null : (receiver?.waId ?? receiver?.bsuids[0]),
      errors: listOf(status['errors']).length > 0 ? status['errors'] : null,
    }),
  })
  const contact = receiver === null ? null : addContact(draft, receiver, time)
  if (!provesSending.has(name)) return
  draft.add({
    kind: 'message',
    id,
    conversation: null,
    contact: group === null ? contact : addGroup(draft, group, null, time),
    channel: line.channel,
    at: time,
    direction: 'out',
    author: { type: 'unknown' },
    content: { type: 'unknown' },
    extra: { ...shared, fromStatus: true },
  })
}

function receiverOf(status: Fields, people: readonly Person[]): Person | null {
  const toGroup = status['recipient_type'] === 'group'
  const person = toGroup
    ? personOf({
        phone: status['recipient_participant_id'] ?? status['participant_recipient_id'],
        bsuids: [status['recipient_participant_user_id'], status['recipient_participant_parent_user_id']],
      })
    : personOf({
        phone: status['recipient_id'],
        bsuids: [
          status['recipient_user_id'],
          // The parent id goes by three names on three of the cloud's own pages.
          status['parent_recipient_user_id'],
          status['recipient_parent_user_id'],
          status['parent_user_id'],
        ],
      })
  if (person !== null) return completed(person, people)
  return !toGroup && people.length === 1 ? (people[0] ?? null) : null
}

/** The first error decides why a message failed; the rest is kept beside it. */
export function errorOf(errors: unknown): { code: number; title: string | null } | null {
  const first = listOf(errors)[0]
  const code = numberOf(at(first, 'code'))
  if (code === null || !Number.isSafeInteger(code)) return null
  return { code, title: textOf(at(first, 'title')) ?? textOf(at(first, 'message')) }
}

/** Pricing as the cloud states it: its vocabulary has changed twice and is left open. One example nests it. */
function pricingOf(status: Fields): Record<string, unknown> | null {
  const pricing = fieldsOf(status['pricing']) ?? fieldsOf(at(status, 'conversation', 'pricing'))
  return pricing === null ? null : { ...pricing }
}
