/** Builders of webhook changes in the shapes the cloud sends, for the tests beside them. */
import type { CollectorEvent } from '../../../../src/main/sources/whatsapp-cloud/map.ts'
import { mapEvent } from '../../../../src/main/sources/whatsapp-cloud/map.ts'
import type { RecordKind, RecordOf } from '../../../../src/shared/records.ts'
import type { Mapped } from '../../../../src/main/sources/whatsapp-cloud/draft.ts'

export const line = { display_phone_number: '49301234', phone_number_id: 'line-1' }
export const receivedAt = Date.UTC(2026, 4, 4, 9)
/** Seconds, as the cloud writes them. */
export const seconds = '1777885200'
export const milliseconds = 1_777_885_200_000

export function event(
  field: string,
  value: object,
  entry: object = { id: 'account-1', time: null },
): CollectorEvent {
  return { seq: 1, receivedAt, kind: 'webhook', payload: { field, value, entry } }
}

/** An event of `messages` with everything around its parts. */
export function messages(parts: object): CollectorEvent {
  return event('messages', { messaging_product: 'whatsapp', metadata: line, ...parts })
}

/** One inbound message with the usual contact beside it. */
export function inbound(message: object): CollectorEvent {
  return messages({
    contacts: [{ profile: { name: 'Li' }, wa_id: '886912' }],
    messages: [{ from: '886912', id: 'wamid.A', timestamp: seconds, ...message }],
  })
}

export function status(fields: object, around: object = {}): CollectorEvent {
  return messages({
    statuses: [{ id: 'wamid.O', status: 'sent', timestamp: seconds, recipient_id: '886912', ...fields }],
    ...around,
  })
}

export function mapped(given: CollectorEvent): Mapped {
  return mapEvent(given)
}

export function recordsOf<K extends RecordKind>(from: Mapped, kind: K): readonly RecordOf<K>[] {
  return from.records.filter((record): record is RecordOf<K> & typeof record => record.kind === kind)
}

/** The only message an event became. */
export function messageOf(given: CollectorEvent): RecordOf<'message'> {
  const found = recordsOf(mapEvent(given), 'message')
  if (found.length !== 1) throw new Error(`expected one message, found ${found.length}`)
  return found[0]!
}
