/**
 * The transport of the web console. The page was opened at `http://127.0.0.1:PORT/#k=<one-time code>`; the code buys a
 * token, the token goes with every request, and a ticket opens the socket the events arrive on.
 * Everything foreign is a port, so the tests run it against a real server without a browser.
 */
import type { Events, Failure, Reply, Transport } from '../shared/contract.ts'

/** `open`: events arrive. `lost`: the engine does not answer, we try again. `denied`: the token is no longer good. */
export type ConnectionState = 'open' | 'lost' | 'denied'

export interface Connection {
  readonly current: () => ConnectionState
  readonly subscribe: (listener: (state: ConnectionState) => void) => () => void
}

export interface WebPorts {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string
  /** The one-time code of the address, which is removed from it; null when there is none. */
  readonly takeCode: () => string | null
  /** Holds the token for as long as the tab lives. */
  readonly token: { readonly read: () => string | null; readonly write: (token: string | null) => void }
  readonly openSocket: (address: string) => EventSocket
  /** Calls back after so many milliseconds. */
  readonly later: (milliseconds: number, callback: () => void) => void
  /** The words for "the engine does not answer" and "you are no longer let in", in the person's language. */
  readonly failure: (kind: 'offline' | 'denied') => Failure
}

export interface WebTransport extends Transport {
  readonly connection: Connection
  /** A file the engine made, fetched once; null when it is no longer there. */
  readonly download: (id: string) => Promise<Blob | null>
}

export interface EventSocket {
  addEventListener(type: 'open' | 'close', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  send(text: string): void
  close(): void
}

type Listener = (data: Events[keyof Events]) => void

const firstPause = 500
const longestPause = 15_000

/** Opens the session and keeps the socket alive. Requests made before the session stands wait for it. */
export function webTransport(ports: WebPorts): WebTransport {
  const listeners = new Map<string, Set<Listener>>()
  const watchers = new Set<(state: ConnectionState) => void>()
  let state: ConnectionState = 'open'
  let pause = firstPause

  function become(next: ConnectionState): void {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher(next)
  }

  function announce(text: unknown): void {
    const frame = readFrame(text)
    if (frame === null) return
    for (const listener of listeners.get(frame.event) ?? []) listener(frame.data)
  }

  const session = openSession(ports)
  session.then(connect, connectLater)

  /** One attempt at a time, whoever asks for it. */
  let attempt: Promise<void> | null = null
  function connect(): Promise<void> {
    attempt ??= openEvents().finally(() => (attempt = null))
    return attempt
  }

  async function openEvents(): Promise<void> {
    try {
      const ticket = await askTicket(ports)
      if (ticket === null) return become('denied')
      const socket = ports.openSocket(`${ports.origin.replace(/^http/, 'ws')}/events`)
      socket.addEventListener('message', (event) => announce(event.data))
      socket.addEventListener('close', connectLater)
      await new Promise<void>((resolve) => {
        socket.addEventListener('close', resolve)
        socket.addEventListener('open', () => {
          socket.send(JSON.stringify({ ticket }))
          pause = firstPause
          become('open')
          resolve()
        })
      })
    } catch {
      connectLater()
    }
  }

  function connectLater(): void {
    if (state === 'denied') return
    become('lost')
    ports.later(pause, () => {
      if (state === 'lost') void connect()
    })
    pause = Math.min(pause * 2, longestPause)
  }

  return {
    connection: {
      current: () => state,
      subscribe: (listener) => {
        watchers.add(listener)
        return () => watchers.delete(listener)
      },
    },
    download: async (id) => {
      const response = await fetch(`${ports.origin}/download/${encodeURIComponent(id)}`, {
        headers: headersOf(ports),
      })
      return response.ok ? response.blob() : null
    },
    request: async (method, args) => {
      try {
        await session
        // One question finds out whether the token is still good: many at once would look like guessing.
        if (state === 'lost') await connect()
        if (state !== 'open') return { ok: false, error: ports.failure(state === 'lost' ? 'offline' : state) }
        const response = await post(ports, '/api', { method, args })
        if (isRefused(response)) {
          become('denied')
          return { ok: false, error: ports.failure('denied') }
        }
        return (await response.json()) as Reply<unknown>
      } catch {
        return { ok: false, error: ports.failure('offline') }
      }
    },
    listen: (event, listener) => {
      const held = listeners.get(event) ?? new Set<Listener>()
      listeners.set(event, held.add(listener as Listener))
      return () => held.delete(listener as Listener)
    },
  }
}

/** Exchanges the code for a token. Without a code the token of this tab goes on being used. */
async function openSession(ports: WebPorts): Promise<void> {
  const code = ports.takeCode()
  if (code === null) return
  const response = await post(ports, '/session', { code })
  if (!response.ok) return
  const { token } = (await response.json()) as { readonly token?: unknown }
  if (typeof token === 'string') ports.token.write(token)
}

/** Null when the token is no longer good. */
async function askTicket(ports: WebPorts): Promise<string | null> {
  const response = await post(ports, '/ticket', {})
  if (isRefused(response)) return null
  if (!response.ok) throw new Error(`the console answered ${response.status}`)
  return ((await response.json()) as { readonly ticket: string }).ticket
}

function post(ports: WebPorts, path: string, body: unknown): Promise<Response> {
  return fetch(`${ports.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(ports) },
    body: JSON.stringify(body),
  })
}

function headersOf(ports: WebPorts): Record<string, string> {
  const token = ports.token.read()
  return token === null ? {} : { 'x-console-token': token }
}

function isRefused(response: Response): boolean {
  return response.status === 401 || response.status === 403
}

function readFrame(text: unknown): { event: string; data: Events[keyof Events] } | null {
  if (typeof text !== 'string') return null
  try {
    const frame = JSON.parse(text) as { readonly event?: unknown; readonly data?: unknown }
    if (typeof frame.event !== 'string') return null
    return { event: frame.event, data: frame.data as Events[keyof Events] }
  } catch {
    return null
  }
}
