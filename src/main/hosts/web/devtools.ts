import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

const answerSchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})

/** A headless browser spoken to over a pipe: no port that anybody else on this machine could open. */
export interface Browser {
  send(
    method: string,
    params?: Readonly<Record<string, unknown>>,
    session?: string,
  ): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** Starts `file` with an empty profile of its own. Every request it may try to make leads nowhere. */
export async function startBrowser(file: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'floorwalker-print-'))
  const child = spawn(file, [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const pending = new Map<
    number,
    { resolve(result: Record<string, unknown>): void; reject(error: Error): void }
  >()
  let next = 1
  let over: Error | null = null
  const fail = (error: Error) => {
    over = error
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }
  child.on('error', fail)
  child.on('exit', (code) => fail(new Error(`the browser ended with code ${code ?? 'none'}`)))
  readMessages(child.stdio[4] as Readable, (text) => {
    const message = readAnswer(text)
    if (message === null) return fail(new Error('the browser answers what is no message'))
    const waiting = message.id === undefined ? undefined : pending.get(message.id)
    if (message.id === undefined || !waiting) return
    pending.delete(message.id)
    if (message.error) waiting.reject(new Error(message.error.message))
    else waiting.resolve(message.result ?? {})
  })
  const input = child.stdio[3] as Writable
  input.on('error', () => undefined)
  return {
    send: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        if (over !== null) return reject(over)
        const id = next++
        pending.set(id, { resolve, reject })
        input.write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`)
      }),
    async close() {
      await ended(child)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-dev-shm-usage',
  '--proxy-server=127.0.0.1:9',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium refuses its sandbox to root; the page it prints has no script and no network either way.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Null for what is none. */
function readAnswer(text: string): z.infer<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function readMessages(stream: Readable, onMessage: (text: string) => void): void {
  let open: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      onMessage(Buffer.concat([...open, chunk.subarray(from, end)]).toString('utf8'))
      open = []
      from = end + 1
    }
    if (from < chunk.length) open.push(chunk.subarray(from))
  })
}

function ended(child: ChildProcess): Promise<void> {
  // One that never began never exits.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
