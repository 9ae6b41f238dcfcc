/** The same facts in DuckDB: a native file of fact tables in the order of time, asked with few and prepared statements. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BIGINT,
  BOOLEAN,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  SMALLINT,
  TINYINT,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { assertNever } from '../../../src/shared/assertNever.ts'
import type { Filter, Question } from './questions.ts'
import { eachRow, messageStates, type Credited, type Sink } from './rows.ts'
import { local, partNames, type Part, type SqlAnswer } from './sqlAnswer.ts'
import {
  askApart,
  askTogether,
  parametersOf,
  statementsFor,
  whole,
  type Grouping,
  type PartPlan,
  type SqlEngine,
} from './sqlStatements.ts'

export interface Duck extends SqlEngine {
  close(): void
}

/** Opens the copy kept in `folder`, made from the workspace where it is another's. */
export async function openDuck(
  folder: string,
  { dir, stamp, names }: { readonly dir: string; readonly stamp: string; readonly names: Dictionary },
): Promise<Duck> {
  const file = join(folder, 'facts.duckdb')
  const stampFile = join(folder, 'duckdb.stamp')
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
  const ready = known === stamp && existsSync(file)
  if (!ready) for (const old of [file, `${file}.wal`]) rmSync(old, { force: true })
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  if (!ready) {
    await load(connection, dir)
    writeFileSync(stampFile, stamp)
  }
  // A connection a part: all parts are asked at once, as Floorwalker's are.
  const connections = new Map<Part, DuckDBConnection>()
  for (const part of partNames) connections.set(part, await instance.connect())
  const asking = createAsking(connections, names)
  return {
    askTogether: asking(askTogether),
    askApart: asking(askApart),
    close() {
      for (const each of [connection, ...connections.values()]) each.closeSync()
      instance.closeSync()
    },
  }
}

// ── loading ──────────────────────────────────────────────────────────────────────────────────────────────────────

const who = { at_ms: BIGINT, agent: SMALLINT, team: SMALLINT, channel: SMALLINT }
const tables = {
  messages: { ...who, state: TINYINT },
  replies: { ...who, ms: BIGINT },
  closes: { ...who, ms: BIGINT },
  starts: { ...who, contact: INTEGER, category: SMALLINT, first: BOOLEAN },
  ratings: { ...who, top: BOOLEAN },
} as const satisfies Record<string, Readonly<Record<string, DuckDBType>>>

const chunkRows = 2048

/** Rows of one table, appended a chunk at a time. */
class Loader {
  readonly #appender: DuckDBAppender
  readonly #types: readonly DuckDBType[]
  #columns: DuckDBValue[][]

  constructor(appender: DuckDBAppender, types: readonly DuckDBType[]) {
    this.#appender = appender
    this.#types = types
    this.#columns = types.map(() => [])
  }

  add({ at, agent, team, channel }: Credited, ...rest: readonly DuckDBValue[]): void {
    const values = [BigInt(at), agent, team, channel, ...rest]
    for (const [index, column] of this.#columns.entries()) column.push(values[index] ?? null)
    if (this.#columns[0]?.length === chunkRows) this.#flush()
  }

  close(): void {
    this.#flush()
    this.#appender.closeSync()
  }

  #flush(): void {
    const chunk = DuckDBDataChunk.create(this.#types, this.#columns[0]?.length ?? 0)
    chunk.setColumns(this.#columns)
    this.#appender.appendDataChunk(chunk)
    this.#columns = this.#types.map(() => [])
  }
}

async function load(connection: DuckDBConnection, dir: string): Promise<void> {
  const loaders: Partial<Record<keyof typeof tables, Loader>> = {}
  for (const [name, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([column, type]) => `${column} ${type.toString()}`)
    await connection.run(`CREATE TEMP TABLE loaded_${name}(${list.join(', ')})`)
    const appender = await connection.createAppender(`loaded_${name}`)
    loaders[name as keyof typeof tables] = new Loader(appender, Object.values(columns))
  }
  const { messages, replies, closes, starts, ratings } = loaders
  const sink: Sink = {
    message: (row) => messages?.add(row, messageStates.indexOf(row.state)),
    reply: (row) => replies?.add(row, BigInt(row.ms)),
    close: (row) => closes?.add(row, BigInt(row.ms)),
    start: (row) => starts?.add(row, row.contact, row.category, row.first),
    rating: (row) => ratings?.add(row, row.top),
  }
  eachRow(dir, sink)
  for (const [name, loader] of Object.entries(loaders)) {
    loader.close()
    // In the order of time, so that whole blocks outside a period are skipped.
    const more = name === 'starts' ? ', min(at_ms) OVER (PARTITION BY contact) AS contact_since' : ''
    await connection.run(`CREATE TABLE ${name} AS SELECT *${more} FROM loaded_${name} ORDER BY at_ms`)
    await connection.run(`DROP TABLE loaded_${name}`)
  }
  await connection.run('CHECKPOINT')
}

// ── asking ───────────────────────────────────────────────────────────────────────────────────────────────────────

const shifted = local('at_ms', 'BIGINT', 'BIGINT')

const count = 'count(*)::INTEGER AS count'
const agents: Grouping = { along: 'agent', by: 'agent', code: 'agent::INTEGER' }
const days: Grouping = { along: 'day', by: 'day', code: 'day::INTEGER' }

function planOf(part: Part, filter: Filter): PartPlan {
  const wanted = `at_ms >= $begin AND at_ms < $end ${filter === 'none' ? '' : `AND ${filter} = $only`}`
  const period = 'CASE WHEN at_ms >= $half THEN 0 ELSE 1 END AS period'
  const from = (table: string, columns: readonly string[], more = '') =>
    `(SELECT ${[period, ...columns].join(', ')} FROM ${table} WHERE ${wanted} ${more})`
  const day = `(${shifted}) // 86400000 AS day`
  switch (part) {
    case 'messages':
      return {
        groupings: [agents, { along: 'hour', by: 'hour', code: 'hour::INTEGER' }],
        figures: () => count,
        from: from('messages', ['agent', 'state', `(${shifted}) // 3600000 AS hour`]),
        also: 'state',
      }
    case 'replies':
      return {
        groupings: [whole, agents, days],
        figures: (grouping) => `${count}, median(ms) AS median, ${p90(grouping)} AS p90`,
        from: from('replies', ['agent', 'ms', day]),
      }
    case 'closes':
      return {
        groupings: [whole, agents],
        figures: () => `${count}, median(ms) AS median, NULL AS p90`,
        from: from('closes', ['agent', 'ms']),
      }
    case 'starts':
      return {
        groupings: [agents, days, { along: 'category', by: 'category', code: 'category::INTEGER' }],
        figures: () => count,
        from: from('starts', ['agent', 'category', day], 'AND first'),
      }
    case 'contacts': {
      const fresh = 'contact_since >= CASE WHEN at_ms >= $half THEN $half ELSE $begin END AS fresh'
      return {
        groupings: [whole],
        figures: () =>
          `(count(DISTINCT contact) FILTER (fresh))::INTEGER AS one, (count(DISTINCT contact) FILTER (NOT fresh))::INTEGER AS other`,
        from: from('starts', ['contact', fresh], 'AND contact >= 0'),
      }
    }
    case 'ratings':
      return {
        groupings: [whole],
        figures: () => 'count(*)::INTEGER AS one, (count(*) FILTER (top))::INTEGER AS other',
        from: from('ratings', ['top']),
      }
    default:
      return assertNever(part)
  }
}

/** Only agents are shown theirs. */
function p90(grouping: Grouping | null): string {
  const quantile = 'quantile_disc(ms, 0.9)::DOUBLE'
  if (grouping === null) return `CASE WHEN grouping(agent) = 0 THEN ${quantile} END`
  return grouping.along === 'agent' ? quantile : 'NULL'
}

/** Both ways of asking on prepared statements, each prepared with its first use. */
function createAsking(
  connections: ReadonlyMap<Part, DuckDBConnection>,
  names: Dictionary,
): (ask: typeof askTogether) => (question: Question) => Promise<SqlAnswer> {
  const prepared = new Map<string, DuckDBPreparedStatement>()
  return (ask) => (question) =>
    ask(question, statementsFor(planOf, question.filter), async (part, name, text, bounds) => {
      const statement = prepared.get(name) ?? (await connections.get(part)?.prepare(text))
      if (statement === undefined) throw new RangeError(`Nobody is there to be asked for ${part}.`)
      prepared.set(name, statement)
      const values = parametersOf(question, bounds, names)
      for (let index = 1; index <= statement.parameterCount; index += 1)
        statement.bindBigInt(index, BigInt(values[statement.parameterName(index)] ?? 0))
      const result = await statement.runAndReadAll()
      return result.getRowObjectsJS()
    })
}
