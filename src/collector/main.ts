import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import type { EventLog } from './log.ts'
import { startMediaWorker } from './media.ts'
import { openPostgresLog } from './postgresLog.ts'
import { CollectorRefusal } from './refusal.ts'
import { createServing } from './serving.ts'
import { createCollectorApp } from './server.ts'
import { readSettings, type Environment } from './settings.ts'
import { openSqliteLog } from './sqliteLog.ts'
import { describeTrouble } from './trouble.ts'

export { CollectorRefusal }

export interface CollectorOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The address to listen on; only this machine (127.0.0.1) when left out. */
  readonly host?: string
  /** The folder of the SQLite log. Not used when `databaseUrl` is given. */
  readonly dataDir?: string
  /** `postgres://…`: the log is kept there, shared by every collector with the same address. */
  readonly databaseUrl?: string
  /** Holds the secrets; see `settings.ts` for the names. */
  readonly env: Environment
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Where log lines go, one JSON object each: `process.stderr`, for example. */
  readonly log: { write(line: string): unknown }
}

export interface RunningCollector {
  /** `http://HOST:PORT`. */
  readonly url: string
  /** Stops taking requests, finishes those under way, ends the streams and closes the log. */
  close(): Promise<void>
}

/**
 * The options of `floorwalker collect`: its flags, and `DATABASE_URL` of the environment, which goes before `--data`.
 * Throws a `CollectorRefusal` when there is no place for the log, or none that can be understood.
 */
export function collectorOptionsFromEnv(
  env: Environment,
  flags: { readonly port: number; readonly host?: string; readonly dataDir?: string },
  ports: Pick<CollectorOptions, 'now' | 'log'> = { now: Date.now, log: process.stderr },
): CollectorOptions {
  const { dataDir, ...address } = flags
  const databaseUrl = env['DATABASE_URL'] ?? ''
  const common = { ...ports, ...address, env }
  if (databaseUrl !== '') {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
      throw new CollectorRefusal(
        'DATABASE_URL is no postgres:// address, so the collector did not start.',
        'Set it to postgres://USER:PASSWORD@HOST/DATABASE, or unset it and name a folder with --data.',
      )
    }
    return { ...common, databaseUrl }
  }
  if (dataDir === undefined || dataDir === '') {
    throw new CollectorRefusal(
      'The collector has no place for its log, so it did not start.',
      'Name a folder with --data, or a PostgreSQL database in DATABASE_URL.',
    )
  }
  return { ...common, dataDir }
}

/**
 * Starts a collector and answers once it can take requests. Throws a `CollectorRefusal` when the settings, the log or the
 * port do not allow it; nothing is left running then.
 */
export async function runCollector(options: CollectorOptions): Promise<RunningCollector> {
  const { env, now, port, host = '127.0.0.1' } = options
  const settings = readSettings(env)
  const logger = pino(
    { base: null, timestamp: () => `,"time":"${new Date(now()).toISOString()}"` },
    options.log,
  )
  const log = await openLog(options, (error) =>
    logger.error(describeTrouble(error), 'the connection to PostgreSQL was lost and is made again'),
  )
  const closing = new AbortController()
  const media =
    settings.graph === null
      ? null
      : startMediaWorker({ log, graph: settings.graph, fetch: globalThis.fetch, now, logger })
  const app = createCollectorApp({
    log,
    settings,
    now,
    logger,
    version: readVersion(),
    closing: closing.signal,
    onMediaWanted: media?.wake ?? null,
  })
  const serving = createServing(app.fetch)

  async function close(): Promise<void> {
    closing.abort()
    await serving.close()
    await media?.stop()
    await log.close()
    logger.info('stopped')
  }

  try {
    const url = await serving.listen(port, host)
    logger.info({ url, store: log.store, mediaFetched: media !== null }, 'listening')
    return { url, close }
  } catch (error) {
    await close()
    throw new CollectorRefusal(
      `Port ${port} on ${host} cannot be used, so the collector did not start.`,
      'End the program that uses it, or choose another port with --port.',
      { cause: error },
    )
  }
}

async function openLog(
  { dataDir, databaseUrl }: CollectorOptions,
  onTrouble: (error: unknown) => void,
): Promise<EventLog> {
  try {
    if (databaseUrl !== undefined) return await openPostgresLog(databaseUrl, onTrouble)
    if (dataDir !== undefined) return openSqliteLog(dataDir)
  } catch (error) {
    if (error instanceof CollectorRefusal) throw error
    const { code } = describeTrouble(error)
    throw new CollectorRefusal(
      `The log could not be opened (${code ?? 'no reason was given'}), so the collector did not start.`,
      databaseUrl === undefined
        ? 'Check that the folder given with --data can be written to and has free space.'
        : 'Check that the server named by DATABASE_URL runs, and that its user may create tables.',
      { cause: error },
    )
  }
  throw new CollectorRefusal('The collector has no place for its log.', 'Give dataDir or databaseUrl.')
}

/** The version in `package.json`, for `/health`; a bundle may be without it. */
function readVersion(): string {
  try {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
    const { version } = JSON.parse(text) as { readonly version?: unknown }
    return typeof version === 'string' ? version : 'unknown'
  } catch {
    return 'unknown'
  }
}
