/** The same lists by SQL over the same tables, as a console without arrays would ask for them: a count, and a sorted page. */
import type { ConversationQuery, ConversationSort } from '../../../src/shared/contract.ts'
import { rawSql, value, type ReadableDb } from '../../../src/main/store/database.ts'

/** Columns SQL has without reading packed facts. */
const columns: Partial<Record<ConversationSort, string>> = {
  last: 'c.last_at',
  opened: 'c.started_at',
  contact: '(SELECT name FROM contacts WHERE id = c.contact) COLLATE NOCASE',
  agent: '(SELECT name FROM agents WHERE id = c.agent) COLLATE NOCASE',
  category: '(SELECT name FROM categories WHERE id = c.category) COLLATE NOCASE',
  state: 'c.state',
  wait: '-c.waiting_since',
  'first-response': 'c.first_response',
  resolution: 'c.resolution',
  messages: 'c.messages',
}
export const sqlSorts = Object.keys(columns) as readonly ConversationSort[]

export interface SqlFilter {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

export function askSql(
  cache: ReadableDb,
  { scope, sort, ascending, limit }: ConversationQuery,
  filter: SqlFilter,
): { readonly ids: readonly number[]; readonly total: number } {
  const where = `c.last_at >= ? AND c.started_at < ? AND ${filter.sql}`
  const parameters = [scope.from, scope.to, ...filter.parameters]
  const direction = ascending ? 'ASC' : 'DESC'
  const ids = rawSql<[number]>(
    cache,
    `SELECT c.id FROM conversations c WHERE ${where} ORDER BY ${columns[sort]} ${direction} NULLS LAST, c.id ${direction} LIMIT ?`,
  )
    .all(...parameters, limit)
    .flat()
  return {
    ids,
    total: value<number>(cache, `SELECT count(*) FROM conversations c WHERE ${where}`, ...parameters) ?? 0,
  }
}
