/** Flags people make, in workspace.db. They name conversation and message as their source does: cache.db may be made anew. */
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import type { Cares } from './care.ts'
import type { RawFlag } from './rawFlag.ts'

/** What their ids begin with; ids of rules' flags begin with the name of another rule. */
const prefix = 'by_hand:'

export function handFlagId(unique: string): string {
  return `${prefix}${unique}`
}

export function isHandFlag(flag: string): boolean {
  return flag.startsWith(prefix)
}

type HandRow = readonly [
  id: string,
  source: string,
  conversation: string,
  message: string | null,
  at: number,
  severity: RawFlag['severity'],
  text: string,
]

const select = 'SELECT id, source, conversation, message, at, severity, text FROM hand_flags'

/** Of all conversations that are held. */
export function allHandFlags(cache: ReadableDb, workspace: ReadableDb, cares: Cares): readonly RawFlag[] {
  return raw(cache, cares, rawSql<HandRow>(workspace, `${select} ORDER BY id`).all())
}

/** Those nobody decided about. */
export function undecidedHandFlags(
  cache: ReadableDb,
  workspace: ReadableDb,
  cares: Cares,
): readonly RawFlag[] {
  const rows = rawSql<HandRow>(
    workspace,
    `${select} WHERE id NOT IN (SELECT flag FROM flag_decisions) ORDER BY id`,
  ).all()
  return raw(cache, cares, rows)
}

export function handFlagsOf(
  cache: ReadableDb,
  workspace: ReadableDb,
  cares: Cares,
  conversation: number,
): readonly RawFlag[] {
  if (value(workspace, 'SELECT 1 FROM hand_flags LIMIT 1') === undefined) return []
  const named = rawSql<[string, string]>(
    cache,
    'SELECT s.ref, c.rid FROM conversations c JOIN sources s ON s.id = c.source WHERE c.id = ?',
  ).get(conversation)
  if (named === undefined) return []
  const rows = rawSql<HandRow>(workspace, `${select} WHERE source = ? AND conversation = ? ORDER BY id`)
  return raw(cache, cares, rows.all(...named))
}

export function findHandFlag(
  cache: ReadableDb,
  workspace: ReadableDb,
  cares: Cares,
  id: string,
): RawFlag | null {
  const row = rawSql<HandRow>(workspace, `${select} WHERE id = ?`).get(id)
  return row === undefined ? null : (raw(cache, cares, [row])[0] ?? null)
}

/** One whose conversation is not held (any more, or not yet again) is left out. */
function raw(cache: ReadableDb, cares: Cares, rows: readonly HandRow[]): readonly RawFlag[] {
  const home = rawSql<[number, number | null]>(
    cache,
    `SELECT c.id, c.agent FROM conversations c JOIN sources s ON s.id = c.source
     WHERE s.ref = ? AND c.rid = ? AND c.started_at IS NOT NULL`,
  )
  return rows.flatMap(([id, source, conversation, message, at, severity, text]) => {
    const found = home.get(source, conversation)
    if (found === undefined) return []
    return {
      id,
      rule: 'by_hand',
      severity,
      subject: { kind: 'conversation', row: found[0] },
      agent: found[1],
      from: at,
      raisedAt: at,
      // Only a decision ends it.
      endedAt: cares.get(id)?.decidedAt ?? null,
      seconds: null,
      target: null,
      code: null,
      text,
      message,
      messages: message === null ? [] : [message],
    }
  })
}
