/** A chat of twenty thousand messages, applied as records are, with answers, reactions and hand-overs. */
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import { applyPage } from '../../../src/main/store/apply.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { readRecord, type RecordInput, type SourceRecord } from '../../../src/shared/records.ts'

/** Two of them: the one opened last is remembered, so each opening is of the other. */
export const longChats = ['long', 'longer'] as const
export const messages = 20_000

const start = Date.UTC(2026, 0, 1)

export function applyLongChats(cache: WritableDb): void {
  const records = longChats.flatMap((id) => [...recordsOfChat(id)]).map(read)
  const ports = {
    derive: deriveFacts,
    pack: packFacts,
    settings: defaultSettings,
    now: () => start,
    version: 'bench',
  }
  for (let from = 0; from < records.length; from += 5000)
    applyPage(
      cache,
      {
        source: 'bench',
        stream: 'all',
        page: {
          records: records.slice(from, from + 5000),
          rejects: [],
          notices: [],
          cursor: '',
          more: false,
          completeTo: null,
          backfilledTo: null,
          progress: null,
        },
      },
      ports,
    )
}

function read(input: RecordInput): SourceRecord {
  const record = readRecord(input)
  if (!record.ok) throw new Error(record.reason)
  return record.record
}

function* recordsOfChat(conversation: string): Generator<RecordInput> {
  yield {
    kind: 'conversation',
    id: conversation,
    contact: `contact of ${conversation}`,
    channel: 'channels-1',
    openedAt: start,
    openedBy: { type: 'contact' },
  }
  for (let number = 0; number < messages; number += 1) {
    const at = start + number * 90_000
    const isOut = number % 2 === 1
    const id = `${conversation}.${number}`
    yield {
      kind: 'message',
      id,
      conversation,
      at,
      direction: isOut ? 'out' : 'in',
      author: isOut ? { type: 'agent', id: 'agents-1' } : { type: 'contact' },
      content: { type: 'text', text: `A message of about fifty bytes, as people write: ${number}` },
      replyTo: number % 20 === 19 ? `${conversation}.${number - 15}` : null,
    }
    if (isOut) yield { kind: 'message_status', message: id, status: 'read', at: at + 2000 }
    if (number % 25 === 0)
      yield {
        kind: 'message',
        id: `${id} reaction`,
        conversation,
        at: at + 1000,
        direction: isOut ? 'in' : 'out',
        author: { type: isOut ? 'contact' : 'agent', id: isOut ? null : 'agents-1' },
        content: { type: 'reaction', text: '👍' },
        replyTo: id,
      }
    if (number % 200 === 0)
      yield { kind: 'assignment', conversation, at: at + 500, to: `agents-${1 + (number % 7)}` }
  }
}
