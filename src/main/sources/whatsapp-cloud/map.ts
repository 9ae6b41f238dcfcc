/**
 * One event of the collector's feed as records, rejects and notices. Pure. A value is read by the parts it holds, not by
 * the field it came under: the cloud reuses parts across fields, and its own examples carry the wrong field.
 */
import { readRecord } from '../../../shared/records.ts'
import { addAccountNotice, addErrors, isAccountField } from './account.ts'
import { addCall, isCallStatus } from './calls.ts'
import { addLine, peopleOf, type Line, type Person } from './contacts.ts'
import { startDraft, type Draft, type Mapped } from './draft.ts'
import { addGroupEvent } from './groups.ts'
import { addHistory } from './history.ts'
import { addMessage } from './messages.ts'
import { addPreference, addStateSync, addUserIdUpdate } from './people.ts'
import { addStatus } from './statuses.ts'
import { at, fieldsOf, listOf, textOf, without, type Fields } from './value.ts'

/** One row of the collector's log. */
export interface CollectorEvent {
  readonly seq: number
  /** Epoch milliseconds. */
  readonly receivedAt: number
  readonly kind: string
  readonly payload: unknown
}

/** Maps one event. Never throws; every part of it ends in a record, a reject or a notice. */
export function mapEvent(event: CollectorEvent): Mapped {
  const { draft, finish } = startDraft(event.receivedAt)
  try {
    mapByKind(draft, event)
  } catch (error) {
    // Nesting deeper than the stack, or a fault of ours: this event is set aside, the feed goes on.
    draft.reject(`an event this version failed on: ${String(error)}`, event.payload)
  }
  return finish()
}

function mapByKind(draft: Draft, event: CollectorEvent): void {
  switch (event.kind) {
    case 'webhook':
      mapWebhook(draft, event.payload)
      break
    case 'records':
      mapRecord(draft, event.payload)
      break
    case 'media':
      // The file is found by the digest its message states; the event only says that the collector holds it now.
      if (textOf(at(event.payload, 'mediaId')) === null)
        draft.reject('a media event without an id', event.payload)
      break
    case 'unreadable':
      mapUnreadable(draft, event.payload)
      break
    default:
      draft.reject(`an event of a kind this version does not know: ${event.kind}`, event.payload)
  }
}

function mapRecord(draft: Draft, payload: unknown): void {
  const unreadable = at(payload, 'unreadable')
  if (unreadable !== undefined && at(payload, 'kind') === undefined)
    return draft.reject('a posted line that is no JSON object', unreadable)
  const read = readRecord(payload)
  if (read.ok) draft.add(read.record)
  else draft.reject(read.reason, payload)
}

/** A signed body the collector could not read. The refusal to share history is published without its envelope. */
function mapUnreadable(draft: Draft, payload: unknown): void {
  const body = textOf(at(payload, 'body'))
  const value = body === null ? null : fieldsOf(parseJson(body))
  if (value !== null && Array.isArray(value['history'])) return mapValue(draft, 'history', value, {})
  const reason = textOf(at(payload, 'reason'))
  draft.reject(`a signed body that ${reason ?? 'the collector could not read'}`, body ?? payload)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function mapWebhook(draft: Draft, payload: unknown): void {
  const change = fieldsOf(payload)
  const value = fieldsOf(change?.['value'])
  const field = textOf(change?.['field'])
  if (change === null || value === null || field === null)
    return draft.reject('a change without a field or an object as its value', payload)
  mapValue(draft, field, value, fieldsOf(change['entry']) ?? {})
}

interface Scene {
  readonly draft: Draft
  readonly field: string
  readonly line: Line
  readonly people: readonly Person[]
  readonly value: Fields
}

/** The lists a value may hold. Each item is mapped for itself, so one broken item stops no other. */
const parts: Readonly<Record<string, (item: unknown, scene: Scene) => void>> = {
  messages: (item, { draft, line, people, value, field }) =>
    void addMessage(draft, item, {
      line,
      people,
      sender: 'customer',
      // An error beside a single message that is broken or unreadable is that message's own.
      errors: listOf(value['messages']).length === 1 ? value['errors'] : undefined,
      extra: field === 'history' ? { history: true } : undefined,
    }),
  message_echoes: (item, { draft, line, people, field }) =>
    void addMessage(draft, item, {
      line,
      people,
      sender: 'business',
      extra: field === 'history' ? { history: true } : undefined,
    }),
  statuses: (item, { draft, line, people }) =>
    isCallStatus(item) ? addCall(draft, item, line, people) : addStatus(draft, item, line, people),
  calls: (item, { draft, line, people }) => addCall(draft, item, line, people),
  history: (item, { draft, line, people }) => addHistory(draft, item, line, people),
  state_sync: (item, { draft }) => addStateSync(draft, item),
  user_preferences: (item, { draft, people }) => addPreference(draft, item, people),
  user_id_update: (item, { draft, people }) => addUserIdUpdate(draft, item, people),
  groups: (item, { draft, line, field }) => addGroupEvent(draft, item, line, field),
}

const frame = new Set(['messaging_product', 'metadata', 'contacts', 'errors'])

function mapValue(draft: Draft, field: string, value: Fields, entry: Fields): void {
  const held = Object.keys(parts).filter((name) => Array.isArray(value[name]))
  if (isAccountField(field) && held.length === 0) return addAccountNotice(draft, field, value, entry)
  const scene: Scene = { draft, field, value, line: addLine(draft, value), people: peopleOf(value) }
  for (const name of held) for (const item of listOf(value[name])) parts[name]?.(item, scene)
  const errors = listOf(value['errors'])
  addErrors(draft, errors, scene.line.channel)
  // Whatever no reader took is kept for a later version that can read it.
  const rest = without(value, new Set([...frame, ...held]))
  if (Object.keys(rest).length > 0)
    draft.reject(
      `webhook field “${field}” holds parts this version does not know: ${Object.keys(rest).join(', ')}`,
      {
        field,
        value,
        entry,
      },
    )
  else if (held.length === 0 && errors.length === 0)
    draft.reject(`webhook field “${field}” holds nothing this version knows`, { field, value, entry })
}
