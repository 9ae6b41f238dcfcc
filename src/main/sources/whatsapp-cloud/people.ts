/** Changes of people: the phone app's address book, opted-out customers, renewed user ids. */
import { addContact, completed, personOf, type Person } from './contacts.ts'
import type { Draft } from './draft.ts'
import { at, fieldsOf, filled, textOf, timeOf, type Fields } from './value.ts'

/** One entry of `state_sync`: a contact the team saved in the phone app, or removed there. */
export function addStateSync(draft: Draft, value: unknown): void {
  const entry = fieldsOf(value)
  const contact = fieldsOf(entry?.['contact'])
  const person =
    contact === null
      ? null
      : personOf({
          phone: contact['phone_number'],
          bsuids: [contact['user_id'], contact['parent_user_id']],
          username: contact['username'],
          name: contact['full_name'] ?? contact['first_name'],
        })
  const action = textOf(entry?.['action'])
  if (person === null || (action !== 'add' && action !== 'remove'))
    return draft.reject('an address book entry without a contact or a known action', value)
  const time = timeOf(at(entry, 'metadata', 'timestamp')) ?? draft.receivedAt
  const facts = action === 'add' ? { addedAt: time, addedBy: 'agent' as const } : { deletedAt: time }
  addContact(draft, person, time, { ...facts, extra: { addressBook: action } })
}

/** One entry of `user_preferences`: marketing stopped or resumed. */
export function addPreference(draft: Draft, value: unknown, people: readonly Person[]): void {
  const entry = fieldsOf(value)
  const person =
    entry === null
      ? null
      : personOf({
          phone: entry['wa_id'],
          bsuids: [entry['user_id'], entry['parent_user_id']],
        })
  const time = timeOf(entry?.['timestamp'])
  if (entry === null || person === null || time === null)
    return draft.reject('a preference without a contact or a time', value)
  const wish = textOf(entry['value'])
  const facts = wish === 'stop' ? { optedOutAt: time } : wish === 'resume' ? { optedInAt: time } : {}
  addContact(draft, completed(person, people), time, {
    ...facts,
    extra: filled({ preference: { value: wish, category: entry['category'] } }) ?? {},
  })
  if (wish !== 'stop' && wish !== 'resume')
    draft.reject(`a preference this version does not know: ${wish ?? 'none'}`, value)
}

/** One entry of `user_id_update`: a person's BSUID was renewed; both are names of one contact. */
export function addUserIdUpdate(draft: Draft, value: unknown, people: readonly Person[]): void {
  const entry = fieldsOf(value)
  const current = entry === null ? null : personOf(idsAt(entry, 'current'))
  if (entry === null || current === null) return draft.reject('a changed user id that names nobody', value)
  const previous = personOf(idsAt(entry, 'previous'))
  addContact(draft, completed(current, people), timeOf(entry['timestamp']) ?? draft.receivedAt, {
    formerly: previous === null ? [] : [previous],
  })
}

function idsAt(entry: Fields, when: 'current' | 'previous'): { phone: unknown; bsuids: readonly unknown[] } {
  return {
    phone: entry['wa_id'],
    bsuids: [at(entry, 'user_id', when), at(entry, 'parent_user_id', when)],
  }
}
