/** Conversations as lists show them: the cells of their rows, and what is told of them beside those. */
import type { ConversationRow } from '../../shared/contract.ts'
import { countOpenOf } from '../attention/openNow.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { stateName } from './heads.ts'
import { conversationName } from './names.ts'
import { lastReviewScore } from './reviewScores.ts'
import type { RowNames } from './rowNames.ts'

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

/** What is not in a conversation's own row. */
export type BesideRow = Pick<ConversationRow, 'openFlags' | 'sentiment' | 'score'>

const select = `SELECT id, rid, source, contact, channel, agent, team, category, state, started_at, last_at, last_text, last_direction,
  waiting_since, first_response, resolution, messages FROM conversations WHERE id = ? AND started_at IS NOT NULL`

/** The conversations of these rows, in this order; those that are gone meanwhile are left out. */
export function readConversationRows(
  cache: ReadableDb,
  names: RowNames,
  ids: readonly number[],
  beside: (id: number) => BesideRow,
): readonly ConversationRow[] {
  return ids.flatMap((id) => {
    const row = rawSql<Row>(cache, select).get(id)
    return row ? [conversationRow(cache, names, row, beside(id))] : []
  })
}

/** One conversation as lists show it; null when there is none. */
export function readConversationRow(
  cache: ReadableDb,
  workspace: ReadableDb,
  names: RowNames,
  id: number,
  now: number,
): ConversationRow | null {
  const row = rawSql<Row>(cache, select).get(id)
  const facts = value<Uint8Array>(cache, 'SELECT data FROM facts WHERE conversation = ?', id)
  if (row === undefined || facts === undefined) return null
  return conversationRow(cache, names, row, besideRow(cache, workspace, row, unpackFacts(facts), now))
}

/** The same of a conversation whose facts are at hand. */
export function conversationRowOf(
  cache: ReadableDb,
  workspace: ReadableDb,
  names: RowNames,
  facts: ConversationFacts,
  now: number,
): ConversationRow | null {
  const row = rawSql<Row>(cache, select).get(facts.conversation)
  return row ? conversationRow(cache, names, row, besideRow(cache, workspace, row, facts, now)) : null
}

function besideRow(
  cache: ReadableDb,
  workspace: ReadableDb,
  [id, rid, source]: Row,
  { mood }: ConversationFacts,
  now: number,
): BesideRow {
  return {
    openFlags: countOpenOf(cache, workspace, [id], now).get(id) ?? 0,
    sentiment: mood?.sentiment ?? null,
    score: lastReviewScore(cache, workspace, source, rid),
  }
}

function conversationRow(cache: ReadableDb, names: RowNames, row: Row, beside: BesideRow): ConversationRow {
  const [, rid, source, contact, channel, agent, team, category, state] = row
  return {
    id: conversationName(cache, source, rid),
    contact: names.contact(contact),
    channel: names.channel(channel),
    agent: names.agent(agent),
    team: names.team(team),
    category: names.category(category),
    state: stateName(state),
    openedAt: row[9],
    lastAt: row[10],
    lastText: row[11] ?? '',
    lastDirection: row[12] ?? 'unknown',
    waitingSince: row[13],
    firstResponse: row[14],
    resolution: row[15],
    messages: row[16],
    ...beside,
  }
}
