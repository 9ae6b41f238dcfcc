/** Statuses of messages. Each keeps the earliest time it was seen, so no order of arrival and no repetition changes the result. */
import type { RecordOf } from '../../shared/records.ts'
import { rawSql, sql } from './database.ts'
import { canonicalJson } from './hash.ts'
import { better } from './merge.ts'
import type { MessageDraft } from './drafts.ts'
import { findMessage, isRemoved } from './messages.ts'
import type { Work } from './work.ts'

type StatusField = 'sentAt' | 'deliveredAt' | 'readAt' | 'playedAt' | 'failedAt' | 'deletedAt'

const fieldOf: Readonly<Record<string, StatusField>> = {
  sent: 'sentAt',
  delivered: 'deliveredAt',
  read: 'readAt',
  played: 'playedAt',
  failed: 'failedAt',
  deleted: 'deletedAt',
}

interface Status {
  readonly status: string
  readonly at: number
  readonly errorCode: number | null
  readonly errorTitle: string | null
  readonly pricing: string | null
}

/** Merges the status into its message, or keeps it until the message comes. True when anything changed. */
export function applyStatus(work: Work, record: RecordOf<'message_status'>): boolean {
  const status: Status = {
    status: record.status,
    at: record.at,
    errorCode: record.error?.code ?? null,
    errorTitle: record.error?.title ?? null,
    pricing: record.pricing === null ? null : canonicalJson(record.pricing),
  }
  const draft = findMessage(work, record.message)
  if (draft) return mergeStatus(work, draft, status)
  if (isRemoved(work, record.message)) return false
  return keepEarly(work, record.message, status)
}

/** Gives a message that just came the statuses that came before it. */
export function claimEarlyStatuses(work: Work, draft: MessageDraft): void {
  if (!work.has.earlyStatuses) return
  const waiting = rawSql<[string, number, number | null, string | null, string | null]>(
    work.db,
    'SELECT status, at, error_code, error_title, pricing FROM early_statuses WHERE source = ? AND message = ?',
  ).all(work.source, draft.rid)
  if (waiting.length === 0) return
  for (const [status, at, errorCode, errorTitle, pricing] of waiting)
    mergeStatus(work, draft, { status, at, errorCode, errorTitle, pricing })
  sql(work.db, 'DELETE FROM early_statuses WHERE source = ? AND message = ?').run(work.source, draft.rid)
}

function mergeStatus(work: Work, draft: MessageDraft, status: Status): boolean {
  const field = fieldOf[status.status]
  const at = field === undefined ? null : Math.min(draft[field] ?? Infinity, status.at)
  const error = greaterError(draft, status)
  const pricing = better(draft.pricing, status.pricing)
  const same =
    (field === undefined || draft[field] === at) &&
    error.errorCode === draft.errorCode &&
    error.errorTitle === draft.errorTitle &&
    pricing === draft.pricing
  if (same) return false
  if (field !== undefined) draft[field] = at
  draft.errorCode = error.errorCode
  draft.errorTitle = error.errorTitle
  draft.pricing = pricing
  draft.changed = true
  work.dirty.add(draft.conversation)
  return true
}

/** The greater code, with its own title. */
function greaterError(
  a: Pick<Status, 'errorCode' | 'errorTitle'>,
  b: Pick<Status, 'errorCode' | 'errorTitle'>,
): Pick<Status, 'errorCode' | 'errorTitle'> {
  if (a.errorCode === b.errorCode)
    return { errorCode: a.errorCode, errorTitle: better(a.errorTitle, b.errorTitle) }
  return (a.errorCode ?? -Infinity) > (b.errorCode ?? -Infinity) ? a : b
}

function keepEarly(work: Work, message: string, status: Status): boolean {
  const stored = rawSql<[number, number | null, string | null, string | null]>(
    work.db,
    `SELECT at, error_code, error_title, pricing FROM early_statuses
     WHERE source = ? AND message = ? AND status = ?`,
  ).get(work.source, message, status.status)
  const before: Status | null = stored
    ? {
        status: status.status,
        at: stored[0],
        errorCode: stored[1],
        errorTitle: stored[2],
        pricing: stored[3],
      }
    : null
  const error = before ? greaterError(before, status) : status
  const after = [
    before ? Math.min(before.at, status.at) : status.at,
    error.errorCode,
    error.errorTitle,
    before ? better(before.pricing, status.pricing) : status.pricing,
  ] as const
  if (stored && after.every((cell, index) => cell === stored[index])) return false
  sql(
    work.db,
    `INSERT OR REPLACE INTO early_statuses(source, message, status, at, error_code, error_title, pricing)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(work.source, message, status.status, ...after)
  work.has.earlyStatuses = true
  return true
}
