/** The same facts in PostgreSQL, in Chatwoot's tables (postgresLoad.ts), asked with few and prepared statements. */
import { totalmem } from 'node:os'
import { Client } from 'pg'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { startPostgres } from '../../support/postgres.ts'
import { load, timeOf } from './postgresLoad.ts'
import { statements } from './postgresPage.ts'
import { rowOf, type Question } from './questions.ts'
import { clockOf, partNames, type Part, type SqlAnswer } from './sqlAnswer.ts'

export interface Postgres {
  ask(question: Question): Promise<SqlAnswer>
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
    return { ask: (question) => askPage(clients, question, names), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function askPage(
  clients: ReadonlyMap<Part, Client>,
  question: Question,
  names: Dictionary,
): Promise<SqlAnswer> {
  const texts = statements(question.filter)
  const parts = await Promise.all(
    Array.from(clients, async ([part, client]) => {
      const { text, values } = withValues(texts[part], question, names)
      const { rows } = await client.query({ name: `${question.filter} ${part}`, text, values: [...values] })
      return [part, rows] as const
    }),
  )
  return Object.fromEntries(parts) as unknown as SqlAnswer
}

/** The statement with its parameters numbered: only those it names may be given. */
function withValues(
  named: string,
  question: Question,
  names: Dictionary,
): { readonly text: string; readonly values: readonly (string | number)[] } {
  const all = valuesOf(question, names)
  const used: string[] = []
  const text = named.replaceAll(/\$([a-z]+\d?)/g, (_, name: string) => {
    if (!used.includes(name)) used.push(name)
    return `$${used.indexOf(name) + 1}`
  })
  return { text, values: used.map((name) => all[name] ?? '') }
}

function valuesOf(question: Question, names: Dictionary): Record<string, string | number> {
  const { now, before, filter } = question
  const values: Record<string, string | number> = {
    begin: timeOf(before.from),
    half: timeOf(now.from),
    end: timeOf(now.to),
    ...(filter === 'none' ? {} : { only: rowOf(names, filter) }),
  }
  for (const [index, { until, ahead }] of clockOf(question).entries()) {
    values[`until${index}`] = timeOf(until)
    values[`ahead${index}`] = `${ahead / 1000} seconds`
  }
  return values
}
