/** Reporting views: what the SQL console and tools outside may read, as columns with names and types that stay. */

/** `seconds`, `rate` and `time` say how a value is meant; in SQLite they are REAL, REAL and TEXT. */
export type ColumnType = 'text' | 'integer' | 'real' | 'seconds' | 'rate' | 'time'

export interface ViewColumn {
  readonly name: string
  readonly type: ColumnType
  /** Its value, in SQL over what the view selects from. */
  readonly sql: string
  /** It holds a customer's name, number or words. */
  readonly personal?: true
}

export interface View {
  readonly name: string
  readonly columns: readonly ViewColumn[]
  /** What follows FROM: tables by their schema's name (`cache`: cache.db, `workspace`: workspace.db, `derived`: views.db). */
  readonly from: string
}

type MakeColumn = (name: string, sql: string) => ViewColumn

const columnOf =
  (type: ColumnType): MakeColumn =>
  (name, sql) => ({ name, type, sql })

export const text = columnOf('text')
export const integer = columnOf('integer')
export const real = columnOf('real')
export const seconds = columnOf('seconds')

/** A customer's name, number or words. */
export const personal: MakeColumn = (name, sql) => ({ name, type: 'text', sql, personal: true })

/** Epoch milliseconds as ISO 8601 in UTC. */
export const time: MakeColumn = (name, ms) => ({
  name,
  type: 'time',
  sql: `strftime('%Y-%m-%dT%H:%M:%fZ', (${ms}) / 1000.0, 'unixepoch')`,
})

/** The same as the clocks of the workspace's zone show it, as SQLite's own functions for dates and most tools read it. */
export const localTime: MakeColumn = (name, ms) => ({
  name,
  type: 'time',
  sql: `strftime('%Y-%m-%d %H:%M:%S', (${ms} + (SELECT z.offset FROM temp.zone_offsets z WHERE z.starts <= ${ms} ORDER BY z.starts DESC LIMIT 1)) / 1000.0, 'unixepoch')`,
})

/** One of a list of words by its number. */
export function wordOf(words: readonly string[], number: string): string {
  const cases = words.map((word, index) => `WHEN ${index} THEN '${word}'`)
  return `CASE ${number} ${cases.join(' ')} END`
}

type NamedTable = 'conversations' | 'contacts' | 'agents' | 'teams' | 'channels'

/** The id screens use, of the row `alias` of a table: as `nameOf` of store/names.ts makes it. */
export function idOf(table: NamedTable, alias: string): string {
  return `iif(${alias}.source = (SELECT min(id) FROM cache.sources) OR NOT EXISTS (
    SELECT 1 FROM cache.${table} earlier WHERE earlier.rid = ${alias}.rid
      AND earlier.source IN (SELECT id FROM cache.sources s WHERE s.id < ${alias}.source)),
    ${alias}.rid, (SELECT ref FROM cache.sources s WHERE s.id = ${alias}.source) || '/' || ${alias}.rid)`
}

/** The id screens use, of the row with this number; null where there is none. */
export function idOfRow(table: NamedTable, row: string): string {
  return `(SELECT ${idOf(table, 'named')} FROM cache.${table} named WHERE named.id = ${row})`
}

/** The name screens show, of the row with this number. */
export function nameOfRow(table: 'agents' | 'teams', row: string): string {
  return `(SELECT coalesce(named.name, named.rid) FROM cache.${table} named WHERE named.id = ${row})`
}

export function channelNameOfRow(row: string): string {
  return `(SELECT coalesce(named.name, named.phone, named.rid) FROM cache.channels named WHERE named.id = ${row})`
}

/** Which conversation a row is about, whose and where; `c` is its row. The numbers are this workspace's own and nobody's. */
export const ofConversation: readonly ViewColumn[] = [
  integer('conversation_number', 'c.id'),
  personal('conversation_id', idOf('conversations', 'c')),
  integer('contact_number', 'c.contact'),
  personal('contact_id', idOfRow('contacts', 'c.contact')),
  text('channel_id', idOfRow('channels', 'c.channel')),
  text('channel', channelNameOfRow('c.channel')),
]

/** One that was removed, or of which nothing but comments is known, is shown nowhere. */
export const hiddenConversations = 'SELECT id FROM cache.conversations WHERE started_at IS NULL'

/** As SQLite declares a column of this type. */
export function declaredType(type: ColumnType): 'TEXT' | 'INTEGER' | 'REAL' {
  switch (type) {
    case 'text':
    case 'time':
      return 'TEXT'
    case 'integer':
      return 'INTEGER'
    case 'real':
    case 'seconds':
    case 'rate':
      return 'REAL'
  }
}

/** The moment of the question, in epoch milliseconds. */
export const nowInSql = '(SELECT n.now FROM temp.asked n)'
