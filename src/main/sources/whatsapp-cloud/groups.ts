/** Groups: their life is told in notices; a named group keeps its name for the messages sent to it. */
import { addGroup, type Line } from './contacts.ts'
import { fingerprint, type Draft } from './draft.ts'
import { errorOf } from './statuses.ts'
import { fieldsOf, listOf, textOf, timeOf } from './value.ts'

/** Adds one entry of `groups`. */
export function addGroupEvent(draft: Draft, value: unknown, line: Line, field: string): void {
  const entry = fieldsOf(value)
  if (entry === null) return draft.reject('a group event that is no object', value)
  const group = textOf(entry['group_id'])
  const time = timeOf(entry['timestamp']) ?? draft.receivedAt
  const subject = textOf(entry['subject'])
  if (group !== null && subject !== null) addGroup(draft, group, subject, time)
  const added = listOf(entry['added_participants']).length
  const removed = listOf(entry['removed_participants']).length
  const error = errorOf(entry['errors'])
  const facts = [
    // Published examples name the wrong type; the field is right.
    field.replaceAll('_', ' '),
    ...(added > 0 ? [`${added} joined`] : []),
    ...(removed > 0 ? [`${removed} left`] : []),
    ...(error === null ? [] : [`${error.title ?? 'error'} (${error.code})`]),
  ]
  draft.notice({
    id: `group:${line.channel ?? ''}:${group ?? ''}:${field}:${fingerprint(entry)}`,
    at: time,
    severity: error === null ? 'info' : 'warning',
    kind: 'group',
    text: `Group ${subject ?? group ?? 'without an id'}: ${facts.join(', ')}.`,
  })
}
