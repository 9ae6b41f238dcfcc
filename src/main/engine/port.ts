import type { MessagePort, Worker } from 'node:worker_threads'
import type { Reply } from '../../shared/contract.ts'
import { phrase, type Phrase } from '../../shared/phrases.ts'
import { failure } from './failure.ts'
import { serve } from './serve.ts'

type Ask = { readonly id: number; readonly method: string; readonly args: readonly unknown[] }
type Answer = { readonly id: number; readonly reply: Reply<unknown> }
type Announcement = { readonly event: string; readonly data: unknown }

/** The serving half of a thread: answers requests that come over its port, and announces events. */
export function servePort(port: MessagePort, api: object): { announce(event: string, data: unknown): void } {
  port.on('message', (ask: Ask) => {
    void serve(api, ask.method, ask.args).then((reply) =>
      port.postMessage({ id: ask.id, reply } satisfies Answer),
    )
  })
  return { announce: (event, data) => port.postMessage({ event, data } satisfies Announcement) }
}

/** The asking half: a transport over a worker. When the worker dies, what is under way fails and so does all that follows. */
export function workerTransport(
  worker: Worker,
  listener: (event: string, data: unknown) => void,
): { request(method: string, args: readonly unknown[]): Promise<Reply<unknown>> } {
  const pending = new Map<number, (reply: Reply<unknown>) => void>()
  let next = 1
  let dead: Reply<unknown> | null = null
  const die = (reason: Phrase | string) => {
    dead = { ok: false, error: failure('bug', 'engine.stopped', { reason }) }
    for (const settle of pending.values()) settle(dead)
    pending.clear()
  }
  worker.on('message', (message: Answer | Announcement) => {
    if ('event' in message) return listener(message.event, message.data)
    pending.get(message.id)?.(message.reply)
    pending.delete(message.id)
  })
  worker.on('error', (error) => die(error.message))
  worker.on('exit', (code) => die(phrase('engine.threadEnded', { code: String(code) })))
  return {
    request: (method, args) =>
      new Promise((resolve) => {
        if (dead) return resolve(dead)
        const id = next++
        pending.set(id, resolve)
        worker.postMessage({ id, method, args } satisfies Ask)
      }),
  }
}
