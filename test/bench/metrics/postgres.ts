/** The same facts in PostgreSQL, in Chatwoot's tables (postgresLoad.ts), asked with few and prepared statements. */
import { totalmem } from 'node:os'
import { Client } from 'pg'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { startPostgres } from '../../support/postgres.ts'
import { load, timeOf } from './postgresLoad.ts'
import { planOf } from './postgresPage.ts'
import type { Question } from './questions.ts'
import { partNames, type Part, type SqlAnswer } from './sqlAnswer.ts'
import { askApart, askTogether, parametersOf, statementsFor, type SqlEngine } from './sqlStatements.ts'

export interface Postgres extends SqlEngine {
  stop(): Promise<void>
}

/** A server of its own with a quarter of the memory, filled from the workspace; says why where there can be none. */
export async function openPostgres(
  dir: string,
  names: Dictionary,
): Promise<Postgres | { readonly unavailable: string }> {
  const server = await startPostgres({
    shared_buffers: `${Math.floor(totalmem() / 4 / 2 ** 20)}MB`,
    synchronous_commit: 'off',
    jit: 'off',
    work_mem: '256MB',
    maintenance_work_mem: '1GB',
    max_wal_size: '8GB',
    effective_cache_size: `${Math.floor(totalmem() / 2 / 2 ** 20)}MB`,
    random_page_cost: '1.1',
    // After five executions a prepared statement would be planned for any period at all, and take three times as long.
    plan_cache_mode: 'force_custom_plan',
    timezone: 'UTC',
  })
  if ('unavailable' in server) return server
  // A connection a part: all parts are asked at once, as Floorwalker's are.
  const clients = new Map(partNames.map((part) => [part, new Client({ connectionString: server.url })]))
  const stop = async () => {
    for (const client of clients.values()) await client.end()
    await server.stop()
  }
  try {
    for (const client of clients.values()) await client.connect()
    const loading = clients.get('messages')
    if (loading !== undefined) await load(loading, dir)
    const asking = createAsking(clients, names)
    return { askTogether: asking(askTogether), askApart: asking(askApart), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Both ways of asking on prepared statements. */
function createAsking(
  clients: ReadonlyMap<Part, Client>,
  names: Dictionary,
): (ask: typeof askTogether) => (question: Question) => Promise<SqlAnswer> {
  return (ask) => (question) =>
    ask(question, statementsFor(planOf, question.filter), async (part, name, named, bounds) => {
      const { text, values } = numbered(named, parametersOf(question, bounds, names))
      const result = await clients.get(part)?.query<object>({ name, text, values: [...values] })
      return result?.rows ?? []
    })
}

/** The statement with its parameters numbered: only those it names may be given. */
function numbered(
  named: string,
  all: Readonly<Record<string, number>>,
): { readonly text: string; readonly values: readonly (string | number)[] } {
  const used: string[] = []
  const text = named.replaceAll(/\$([a-z]+\d?)/g, (_, name: string) => {
    if (!used.includes(name)) used.push(name)
    return `$${used.indexOf(name) + 1}`
  })
  return { text, values: used.map((name) => valueOf(name, all[name] ?? 0)) }
}

function valueOf(name: string, value: number): string | number {
  if (name === 'only') return value
  return name.startsWith('ahead') ? `${value / 1000} seconds` : timeOf(value)
}
