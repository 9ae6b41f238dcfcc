import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteLog } from '../../src/collector/sqliteLog.ts'
import { clientOf, secrets, webhookBody } from './collectorUnderTest.ts'

const PROGRAM = join(import.meta.dirname, 'collectorProcess.ts')

let folder = ''
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'floorwalker-collector-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function spawnCollector(command: string, args: readonly string[]) {
  const child = spawn(command, args, {
    env: { ...process.env, ...secrets },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let logged = ''
  child.stderr.on('data', (chunk: Buffer) => {
    logged += chunk.toString()
  })
  const line = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const url = /^listening on (\S+)\n$/.exec(String(line[0]))?.[1]
  if (url === undefined) throw new Error(`the collector did not start: ${logged}`)
  return { child, ...clientOf(url), logged: () => logged }
}

async function storedTexts(): Promise<ReadonlySet<string>> {
  const log = openSqliteLog(folder)
  const events = await log.read(0, 1_000_000, Number.MAX_SAFE_INTEGER)
  await log.close()
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  return new Set(events.map(({ payload }) => /"body":"([^"]*)"/.exec(payload)?.[1] ?? ''))
}

describe('kill -9', () => {
  it('loses nothing that was answered 200, and stores no body by half', async () => {
    const answered: string[] = []
    for (const killAfter of [1, 7, 40]) {
      const { child, webhook } = await spawnCollector(process.execPath, [PROGRAM, folder])
      let count = 0
      const sender = async (name: string) => {
        for (let number = 0; ; number += 1) {
          const text = `${killAfter}-${name}-${number}`
          const answer = await webhook(webhookBody(`${text}-a`, `${text}-b`)).catch(() => null)
          if (answer === null) return
          expect(answer.status).toBe(200)
          answered.push(text)
          count += 1
          // Others are between their arrival and their answer at this moment.
          if (count === killAfter) child.kill('SIGKILL')
        }
      }
      await Promise.all(['p', 'q', 'r', 's', 't', 'u'].map(sender))
    }
    const stored = await storedTexts()
    expect(answered.length).toBeGreaterThanOrEqual(48)
    for (const text of answered) expect(stored).toContain(`${text}-a`)
    for (const text of stored)
      expect(stored).toContain(text.replace(/.$/, (half) => (half === 'a' ? 'b' : 'a')))
  })
})

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  const prlimit = (child: ChildProcess, limit: string) =>
    promisify(execFile)('prlimit', ['--pid', String(child.pid), `--fsize=${limit}:`])

  it('is answered 503, says so in the log and in /health, and is over once there is space', async () => {
    const { child, webhook, get, events, logged } = await spawnCollector(process.execPath, [PROGRAM, folder])
    expect((await webhook(webhookBody('before'))).status).toBe(200)
    // The files may not grow: what a full disk does, without filling one.
    await prlimit(child, '65536')
    const large = webhookBody('x'.repeat(200_000))
    const refused = await webhook(large)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await refused.json()).toMatchObject({ error: { kind: 'full' } })
    expect(logged()).toContain('the disk is full')
    expect((await events(0)).events).toHaveLength(1)

    await prlimit(child, 'unlimited')
    expect((await webhook(large)).status).toBe(200)
    expect(await events(0)).toMatchObject({ head: 2, more: false })
    expect(await (await get('/health')).json()).toMatchObject({ status: 'ok', head: 2 })
  })
})
