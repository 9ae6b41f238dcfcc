/** Lists of conversations, keyset-paged, by the filters of the bar and of the Chats screen. */
import type { ConversationQuery, ConversationRow, List } from '../../shared/contract.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { stateName, stateNumber } from './heads.ts'
import { clampLimit, keyText, pageOf, readKey } from './keyset.ts'
import { conversationName } from './names.ts'
import { createRowNames, type RowNames } from './rowNames.ts'
import { agentRows, all, placeFilter, when, within, type Filter } from './scopeFilter.ts'

type Row = readonly [
  id: number,
  rid: string,
  source: number,
  contact: number,
  channel: number,
  agent: number | null,
  team: number | null,
  category: number | null,
  state: number,
  startedAt: number,
  lastAt: number,
  lastText: string | null,
  lastDirection: ConversationRow['lastDirection'] | null,
  waitingSince: number | null,
  firstResponse: number | null,
  resolution: number | null,
  messages: number,
]

const columns = `c.id, c.rid, c.source, c.contact, c.channel, c.agent, c.team, c.category, c.state, c.started_at, c.last_at,
  c.last_text, c.last_direction, c.waiting_since, c.first_response, c.resolution, c.messages`

/** The column a list is sorted by, and whether "descending" (the longest wait first) means its smallest value first. */
const sortByLast = { column: 'c.last_at', index: 10, reversed: false }
const sorts: Readonly<
  Record<string, { readonly column: string; readonly index: number; readonly reversed: boolean }>
> = {
  last: sortByLast,
  opened: { column: 'c.started_at', index: 9, reversed: false },
  wait: { column: 'c.waiting_since', index: 13, reversed: true },
  'first-response': { column: 'c.first_response', index: 14, reversed: false },
  resolution: { column: 'c.resolution', index: 15, reversed: false },
}

/** Conversations active in the period. Sorting by what a conversation has not (a wait, a first response) leaves it out. */
export function listConversations(
  cache: ReadableDb,
  workspace: ReadableDb,
  query: ConversationQuery,
  now: number,
): List<ConversationRow> & { readonly total: number } {
  const names = createRowNames(cache)
  const decided = JSON.stringify(rawSql<[string]>(workspace, 'SELECT flag FROM flag_decisions').all().flat())
  const filter = filterOf(query, names, decided, now)
  const sort = sorts[query.sort] ?? sortByLast
  const ascending = query.ascending !== sort.reversed
  const order = ascending ? 'ASC' : 'DESC'
  const after = query.after === null ? null : readKey<number>(query.after, 'number')
  const paged = all([
    filter,
    when(after !== null, `(${sort.column}, c.id) ${ascending ? '>' : '<'} (?, ?)`, ...(after ?? [])),
  ])
  const limit = clampLimit(query.limit)
  const rows = rawSql<Row>(
    cache,
    `SELECT ${columns} FROM conversations c WHERE ${paged.sql} ORDER BY ${sort.column} ${order}, c.id ${order} LIMIT ?`,
  ).all(...paged.parameters, limit + 1)
  return {
    ...pageOf(
      rows,
      limit,
      (row) => conversationRow(cache, names, row, decided, now),
      (row) => keyText(row[sort.index] as number, row[0]),
    ),
    total:
      value<number>(
        cache,
        `SELECT count(*) FROM conversations c WHERE ${filter.sql}`,
        ...filter.parameters,
      ) ?? 0,
  }
}

/** One conversation as lists show it; null when there is none. */
export function readConversationRow(
  cache: ReadableDb,
  workspace: ReadableDb,
  names: RowNames,
  id: number,
  now: number,
): ConversationRow | null {
  const decided = JSON.stringify(rawSql<[string]>(workspace, 'SELECT flag FROM flag_decisions').all().flat())
  const row = rawSql<Row>(
    cache,
    `SELECT ${columns} FROM conversations c WHERE c.id = ? AND c.started_at IS NOT NULL`,
  ).get(id)
  return row ? conversationRow(cache, names, row, decided, now) : null
}

function filterOf(query: ConversationQuery, names: RowNames, decided: string, now: number): Filter {
  const { scope } = query
  const agents = agentRows(scope, names.dictionary)
  const contact = query.contact.trim()
  return all([
    { sql: 'c.last_at >= ? AND c.started_at < ?', parameters: [scope.from, scope.to] },
    when(
      query.sort !== 'last' && query.sort !== 'opened',
      `${(sorts[query.sort] ?? sortByLast).column} IS NOT NULL`,
    ),
    placeFilter(scope, names.dictionary),
    agents === null
      ? when(false, '')
      : any([
          within('c.agent', agents),
          {
            sql: `EXISTS (SELECT 1 FROM assignments a WHERE a.conversation = c.id AND ${within('a.to_agent', agents).sql})`,
            parameters: agents,
          },
        ]),
    query.states.length === 0 ? when(false, '') : within('c.state', query.states.map(stateNumber)),
    when(query.waiting, 'c.waiting_since IS NOT NULL'),
    when(
      query.flagged,
      `EXISTS (SELECT 1 FROM flags f WHERE f.conversation = c.id AND f.raised_at <= ? AND (f.ended_at IS NULL OR f.ended_at > ?)
       AND f.id NOT IN (SELECT value FROM json_each(?)))`,
      now,
      now,
      decided,
    ),
    when(
      contact !== '',
      `c.contact IN (SELECT id FROM contacts WHERE name LIKE ? ESCAPE '\\' OR rid LIKE ? ESCAPE '\\' OR replace(phone, ' ', '') LIKE ? ESCAPE '\\')`,
      like(contact),
      like(contact),
      like(contact.replace(/[\s()/-]/g, '')),
    ),
  ])
}

function any(filters: readonly Filter[]): Filter {
  return {
    sql: filters.map((filter) => `(${filter.sql})`).join(' OR '),
    parameters: filters.flatMap((filter) => filter.parameters),
  }
}

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

function conversationRow(
  cache: ReadableDb,
  names: RowNames,
  row: Row,
  decided: string,
  now: number,
): ConversationRow {
  const [
    id,
    rid,
    source,
    contact,
    channel,
    agent,
    team,
    category,
    state,
    startedAt,
    lastAt,
    lastText,
    lastDirection,
  ] = row
  return {
    id: conversationName(cache, source, rid),
    contact: names.contact(contact),
    channel: names.channel(channel),
    agent: names.agent(agent),
    team: names.team(team),
    category: names.category(category),
    state: stateName(state),
    openedAt: startedAt,
    lastAt,
    lastText: lastText ?? '',
    lastDirection: lastDirection ?? 'unknown',
    waitingSince: row[13],
    firstResponse: row[14],
    resolution: row[15],
    messages: row[16],
    openFlags:
      value<number>(
        cache,
        `SELECT count(*) FROM flags WHERE conversation = ? AND raised_at <= ? AND (ended_at IS NULL OR ended_at > ?)
         AND id NOT IN (SELECT value FROM json_each(?))`,
        id,
        now,
        now,
        decided,
      ) ?? 0,
    sentiment: null,
    score: null,
  }
}
