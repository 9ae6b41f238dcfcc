/** A flag before names, care and sightings are joined to it: what the rules, and people who flag something, say of it. */
import type { FlagFinding, FlagRuleId, Severity } from '../../shared/flags.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'

/** Its end may lie ahead of the clock; `seconds` is null also while it still grows. */
export interface RawFlag extends FlagFinding {
  readonly subject: RawSubject
  /** Row of the agent; null: nobody in particular. */
  readonly agent: number | null
}

/** Row ids of the store; a template is a row of `words`. A source is named by its id in workspace.db. */
export type RawSubject =
  | { readonly kind: 'conversation' | 'agent' | 'template' | 'channel'; readonly row: number }
  | { readonly kind: 'source'; readonly id: string }

type FlagRow = readonly [
  id: string,
  rule: FlagRuleId,
  severity: Severity,
  conversation: number,
  agent: number | null,
  from: number | null,
  raisedAt: number,
  endedAt: number | null,
  seconds: number | null,
  target: number | null,
  code: number | null,
  text: string | null,
  message: string | null,
  messages: string | null,
]

const select = `SELECT id, rule, severity, conversation, agent, from_at, raised_at, ended_at, seconds, target, code, text, message, messages FROM flags`

/** A flag of a conversation's facts; null when there is none of this id. */
export function findStoredFlag(cache: ReadableDb, id: string): RawFlag | null {
  const row = rawSql<FlagRow>(cache, `${select} WHERE id = ?`).get(id)
  return row === undefined ? null : fromRow(row)
}

/** Those of one conversation whose time has come, newest first. */
export function storedFlagsOf(
  cache: ReadableDb,
  conversation: number,
  now: number,
  most: number,
): readonly RawFlag[] {
  return rawSql<FlagRow>(
    cache,
    `${select} WHERE conversation = ? AND raised_at <= ? ORDER BY raised_at DESC, id DESC LIMIT ?`,
  )
    .all(conversation, now, most)
    .map(fromRow)
}

function fromRow(row: FlagRow): RawFlag {
  const [id, rule, severity, conversation, agent, from, raisedAt, endedAt] = row
  const [, , , , , , , , seconds, target, code, text, message, messages] = row
  return {
    id,
    rule,
    severity,
    subject: { kind: 'conversation', row: conversation },
    agent,
    from: from ?? raisedAt,
    raisedAt,
    endedAt,
    seconds,
    target,
    code,
    text,
    message,
    messages: messages === null ? [] : (JSON.parse(messages) as readonly string[]),
  }
}
