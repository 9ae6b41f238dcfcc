import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { Client } from 'pg'

const run = promisify(execFile)
const DEBIAN_HOME = '/usr/lib/postgresql'

export interface TestPostgres {
  /** Address of its empty database `postgres`. */
  readonly url: string
  /** Creates one more empty database and answers its address. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server of its own, in a temporary folder and on a free port of this machine, from the newest
 * version that Debian's packages installed, with settings of its configuration where given. Says why where there is none.
 * `kept`: a folder that is left with what is in it, for the next server that is started there.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  kept: string | null = null,
): Promise<TestPostgres | { readonly unavailable: string }> {
  const binaries = newestBinaries()
  if (binaries === null) return { unavailable: `there is no PostgreSQL in ${DEBIAN_HOME}` }
  const user = await unprivilegedUser()
  if (user === null)
    return { unavailable: 'PostgreSQL refuses to run as root, and there is no user postgres' }

  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'floorwalker-postgres-')))
  await mkdir(folder, { recursive: true })
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const asUser = { ...user, cwd: folder }
  if (!existsSync(join(data, 'PG_VERSION')))
    await run(
      join(binaries, 'initdb'),
      ['--pgdata', data, '--username', 'floorwalker', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'],
      asUser,
    )
  const port = await freePort()
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...asUser,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await untilReady(server)
  const addressOf = (database: string) => `postgres://floorwalker@127.0.0.1:${port}/${database}`
  let databases = 0
  return {
    url: addressOf('postgres'),
    async createDatabase() {
      databases += 1
      const name = `test_${databases}`
      const client = new Client({ connectionString: addressOf('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return addressOf(name)
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      if (kept === null) await rm(folder, { recursive: true, force: true })
    },
  }
}

function newestBinaries(): string | null {
  if (!existsSync(DEBIAN_HOME)) return null
  const [newest] = readdirSync(DEBIAN_HOME)
    .filter((version) => existsSync(join(DEBIAN_HOME, version, 'bin', 'initdb')))
    .sort((one, other) => Number(other) - Number(one))
  return newest === undefined ? null : join(DEBIAN_HOME, newest, 'bin')
}

/** Whom to run the server as: ourselves, unless we are root. */
async function unprivilegedUser(): Promise<{ uid?: number; gid?: number } | null> {
  if (process.getuid?.() !== 0) return {}
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
    )
    return { uid: uid!, gid: gid! }
  } catch {
    return null
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
    server.once('error', reject)
  })
}
