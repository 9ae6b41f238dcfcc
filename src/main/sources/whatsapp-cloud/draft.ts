import { createHash } from 'node:crypto'
import { readRecord, type RecordInput, type SourceRecord } from '../../../shared/records.ts'
import type { Notice, Reject } from '../source.ts'

/** What one event of the feed became. Every part of the event is in one of the three lists. */
export interface Mapped {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly Reject[]
  readonly notices: readonly Notice[]
}

/** What the mapping of one event has gathered so far. Records pass through `readRecord`, so nothing malformed leaves. */
export interface Draft {
  /** Epoch milliseconds at which the collector received the event; stands in where the cloud states no time. */
  readonly receivedAt: number
  add(record: RecordInput): void
  reject(reason: string, raw: unknown): void
  notice(notice: Notice): void
}

const rawLimit = 1_000_000

/** Starts an empty draft and gives the function that closes it. */
export function startDraft(receivedAt: number): { draft: Draft; finish: () => Mapped } {
  const records = new Map<string, SourceRecord>()
  const rejects: Reject[] = []
  const notices = new Map<string, Notice>()
  const reject = (reason: string, raw: unknown) => void rejects.push({ reason, raw: rawText(raw) })
  const draft: Draft = {
    receivedAt,
    add(record) {
      const read = readRecord(record)
      // One event names the same channel and contact many times over.
      if (read.ok) records.set(JSON.stringify(read.record), read.record)
      else reject(read.reason, record)
    },
    reject,
    notice: (notice) => void notices.set(notice.id, notice),
  }
  return {
    draft,
    finish: () => ({ records: [...records.values()], rejects, notices: [...notices.values()] }),
  }
}

/** A short fingerprint of a value, the same for the same JSON. For the identity of things the cloud gives no id. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16)
}

function rawText(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : jsonOf(raw)
  return text.length > rawLimit ? text.slice(0, rawLimit) : text
}

function jsonOf(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? String(raw)
  } catch {
    return 'nested too deeply to be written down; the collector still holds it'
  }
}
