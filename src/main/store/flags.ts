/** Flags as people see them: raised by rules from the facts (cache.db), decided by people (workspace.db). */
import { flagRuleKinds, type Flag, type FlagList, type FlagQuery } from '../../shared/flags.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from './database.ts'
import { StoreFailure } from './errors.ts'
import { endOfFlag } from './migrations/cache-0003.ts'
import { clampLimit, keyText, pageOf, readKey } from './keyset.ts'
import { conversationName } from './names.ts'
import { createRowNames, type RowNames } from './rowNames.ts'
import { agentRows, all, placeFilter, when, within, type Filter } from './scopeFilter.ts'

type FlagRow = readonly [
  id: string,
  rule: Flag['rule'],
  severity: Flag['severity'],
  conversation: string,
  source: number,
  contact: number,
  agent: number | null,
  raisedAt: number,
  endedAt: number | null,
  seconds: number | null,
  target: number | null,
  code: number | null,
  text: string | null,
  message: string | null,
]

const columns = `f.id, f.rule, f.severity, c.rid, c.source, c.contact, f.agent, f.raised_at, f.ended_at, f.seconds, f.target, f.code, f.text, f.message`
const joined = 'JOIN conversations c ON c.id = f.conversation'
const from = `FROM flags f ${joined}`
// Left to itself SQLite walks all flags raised so far, of which a few are open.
const fromOpen = `FROM flags f INDEXED BY flags_end ${joined}`

/** A flag is open while its cause holds and nobody decided. Takes now and the decided ids as JSON. */
const open = `${endOfFlag('f.')} > ? AND f.id NOT IN (SELECT value FROM json_each(?))`

/** Flags whose time has come, newest first. */
export function listFlags(cache: ReadableDb, workspace: ReadableDb, query: FlagQuery, now: number): FlagList {
  const names = createRowNames(cache)
  const decided = JSON.stringify(rawSql<[string]>(workspace, 'SELECT flag FROM flag_decisions').all().flat())
  const scope = scopeOf(query, names, now)
  const openScope = all([scope, { sql: open, parameters: [now, decided] }])
  const chosen = query.state === 'open' ? openScope : scope
  const count = (source: string, filter: Filter) =>
    value<number>(cache, `SELECT count(*) ${source} WHERE ${filter.sql}`, ...filter.parameters) ?? 0
  const openCount = count(fromOpen, openScope)
  const limit = clampLimit(query.limit)
  const after = query.after === null ? null : readKey<string>(query.after, 'string')
  const paged = all([chosen, when(after !== null, '(f.raised_at, f.id) < (?, ?)', ...(after ?? []))])
  const rows = rawSql<FlagRow>(
    cache,
    `SELECT ${columns} ${query.state === 'open' ? fromOpen : from} WHERE ${paged.sql} ORDER BY f.raised_at DESC, f.id DESC LIMIT ?`,
  ).all(...paged.parameters, limit + 1)
  return {
    ...pageOf(
      rows,
      limit,
      (row) => flagOf(cache, workspace, names, row, now),
      (row) => keyText(row[7], row[0]),
    ),
    total: query.state === 'open' ? openCount : count(from, chosen),
    open: openCount,
    danger: count(fromOpen, all([openScope, { sql: `f.severity = 'danger'`, parameters: [] }])),
  }
}

/** More than anybody reads of one conversation: one of years can have thousands. */
const mostOfConversation = 200

/** The flags of one conversation whose time has come, oldest first; of very many the newest. */
export function flagsOfConversation(
  cache: ReadableDb,
  workspace: ReadableDb,
  names: RowNames,
  conversation: number,
  now: number,
): readonly Flag[] {
  return rawSql<FlagRow>(
    cache,
    `SELECT ${columns} FROM (SELECT * FROM flags WHERE conversation = ? AND raised_at <= ? ORDER BY raised_at DESC, id DESC LIMIT ?) f ${joined}
     ORDER BY f.raised_at, f.id`,
  )
    .all(conversation, now, mostOfConversation)
    .map((row) => flagOf(cache, workspace, names, row, now))
}

/** Keeps what a person decided about a flag, or takes it back (null). Throws `invalid` for a flag that does not exist. */
export function decideFlag(
  cache: ReadableDb,
  workspace: WritableDb,
  decision: {
    readonly id: string
    readonly decision: Flag['decision']
    readonly reason: string | null
  },
  now: number,
): Flag {
  const row = rawSql<FlagRow>(cache, `SELECT ${columns} ${from} WHERE f.id = ?`).get(decision.id)
  if (!row)
    throw new StoreFailure(
      'invalid',
      'This flag does not exist any more: its cause was corrected by a later record.',
      'Nothing was changed. Look at the list again.',
    )
  if (decision.decision === null) sql(workspace, 'DELETE FROM flag_decisions WHERE flag = ?').run(decision.id)
  else
    sql(
      workspace,
      `INSERT INTO flag_decisions(flag, decision, reason, at) VALUES (?, ?, ?, ?)
       ON CONFLICT(flag) DO UPDATE SET decision = excluded.decision, reason = excluded.reason, at = excluded.at`,
    ).run(decision.id, decision.decision, decision.reason, now)
  return flagOf(cache, workspace, createRowNames(cache), row, now)
}

function scopeOf(query: FlagQuery, names: RowNames, now: number): Filter {
  const { scope } = query
  const agents = agentRows(scope, names.dictionary)
  return all([
    {
      sql: 'f.raised_at >= ? AND f.raised_at < ? AND f.raised_at <= ?',
      parameters: [scope.from, scope.to, now],
    },
    agents === null ? when(false, '') : within('f.agent', agents),
    placeFilter(scope, names.dictionary),
    when(query.rules.length > 0, `f.rule IN (${query.rules.map(() => '?').join(', ')})`, ...query.rules),
  ])
}

function flagOf(cache: ReadableDb, workspace: ReadableDb, names: RowNames, row: FlagRow, now: number): Flag {
  const [
    id,
    rule,
    severity,
    rid,
    source,
    contact,
    agent,
    raisedAt,
    endedAt,
    seconds,
    target,
    code,
    text,
    message,
  ] = row
  const name = conversationName(cache, source, rid)
  const who = names.contact(contact)
  return {
    id,
    rule,
    severity,
    madeBy: flagRuleKinds[rule].madeBy,
    subject: { kind: 'conversation', id: name, name: who.name },
    conversation: name,
    contact: who,
    agent: names.agent(agent),
    from: raisedAt,
    raisedAt,
    // Facts may know of an end that lies ahead of the clock; until then the cause holds.
    endedAt: endedAt !== null && endedAt > now ? null : endedAt,
    seconds: seconds ?? waitedSoFar(raisedAt, target, now),
    target,
    code,
    text,
    message,
    messages: [],
    late: false,
    owner: null,
    snoozedUntil: null,
    reason: null,
    decision:
      value<'done' | 'false_alarm'>(workspace, 'SELECT decision FROM flag_decisions WHERE flag = ?', id) ??
      null,
  }
}

/** An open wait began the rule's threshold before it was flagged, and goes on. Null for flags that are no waits. */
function waitedSoFar(raisedAt: number, threshold: number | null, now: number): number | null {
  return threshold === null ? null : Math.round((now - raisedAt) / 1000) + threshold
}
