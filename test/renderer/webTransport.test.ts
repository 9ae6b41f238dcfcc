import { WebSocket } from 'ws'
import { afterEach, describe, expect, it } from 'vitest'
import { createClient } from '../../src/shared/client.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole, type WebConsole } from '../../src/main/hosts/web/server.ts'
import { type ConnectionState, type WebTransport, webTransport } from '../../src/renderer/webTransport.ts'
import { createFakeEngine } from './fakeTransport.ts'

const now = () => Date.UTC(2026, 4, 11, 12)
const running: WebConsole[] = []
const realFetch = globalThis.fetch

afterEach(async () => {
  globalThis.fetch = realFetch
  await Promise.all(running.splice(0).map((web) => web.close()))
})

async function start(port = 0, onTooMany: () => void = () => undefined) {
  const engine = createFakeEngine({ now })
  const downloads = createDownloads()
  const web = await startWebConsole({
    engine,
    downloads,
    assets: new Map(),
    now,
    port,
    onTooMany,
  })
  running.push(web)
  return { engine, downloads, web }
}

/** A page at the link: node's fetch with the origin a browser would send. */
function openPage(
  link: string,
  later: (milliseconds: number, callback: () => void) => void = () => undefined,
) {
  const { origin, hash } = new URL(link)
  let code: string | null = hash.slice('#k='.length)
  let token: string | null = null
  globalThis.fetch = (address, init) =>
    realFetch(address, { ...init, headers: { ...(init?.headers as Record<string, string>), origin } })
  const transport = webTransport({
    origin,
    takeCode: () => {
      const taken = code
      code = null
      return taken
    },
    token: { read: () => token, write: (next) => (token = next) },
    // A browser's socket tells of an error and goes on; ws throws when nobody listens.
    openSocket: (address) => new WebSocket(address, { origin }).on('error', () => undefined),
    later,
    failure: (kind) => ({ kind, message: kind, hint: '' }),
  })
  return { transport, holdsToken: () => token !== null }
}

function becomes(transport: WebTransport, state: ConnectionState): Promise<void> {
  return new Promise((resolve) => {
    const stop = transport.connection.subscribe((next) => {
      if (next !== state) return
      stop()
      resolve()
    })
  })
}

/** Announces until it is heard: the socket may still be on its way. */
function heard(transport: WebTransport, announce: () => void): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setInterval(announce, 10)
    const stop = transport.listen('changed', (data) => {
      clearInterval(timer)
      stop()
      resolve(data)
    })
  })
}

describe('the web transport', () => {
  it('buys a token with the code and carries requests and events', async () => {
    const { engine, web } = await start()
    const { transport, holdsToken } = openPage(web.link())
    const api = createClient(transport)
    expect((await api.workspace()).name).toBe('Nordlicht')
    expect(holdsToken()).toBe(true)
    const data = await heard(transport, () => engine.emit('changed', { topics: ['flags'] }))
    expect(data).toEqual({ topics: ['flags'] })
    expect(transport.connection.current()).toBe('open')
  })

  it('says that the person is no longer let in when the code is not good', async () => {
    const { web } = await start()
    const { transport } = openPage(`http://127.0.0.1:${web.port}/#k=guessed`)
    await expect(createClient(transport).workspace()).rejects.toMatchObject({ failure: { kind: 'denied' } })
    expect(transport.connection.current()).toBe('denied')
  })

  it('is lost when the engine goes, and tries again with longer pauses', async () => {
    const { web, engine } = await start()
    const pauses: number[] = []
    const { transport } = openPage(web.link(), (milliseconds) => pauses.push(milliseconds))
    await heard(transport, () => engine.emit('changed', { topics: [] }))
    const lost = becomes(transport, 'lost')
    await web.close()
    await lost
    // Whoever asks meanwhile tries too, and is told.
    for (const _ of [1, 2])
      await expect(createClient(transport).workspace()).rejects.toMatchObject({
        failure: { kind: 'offline' },
      })
    expect(pauses).toEqual([500, 1000, 2000])
  })

  it('is denied, and stops trying, when another engine answers at the same address', async () => {
    const first = await start()
    const { transport } = openPage(first.web.link())
    await heard(transport, () => first.engine.emit('changed', { topics: [] }))
    const lost = becomes(transport, 'lost')
    await first.web.close()
    await lost
    let guesses = 0
    const second = await start(first.web.port, () => (guesses += 1))
    const api = createClient(transport)
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => api.workspace()))
    expect(asked.every((one) => one.status === 'rejected')).toBe(true)
    expect(transport.connection.current()).toBe('denied')
    // Thirty questions with a dead token are one knock, so the engine does not take the page for a burglar.
    expect(guesses).toBe(0)
    expect(second.web.port).toBe(first.web.port)
  })

  it('fetches a made file once', async () => {
    const { downloads, web } = await start()
    const { transport } = openPage(web.link())
    await createClient(transport).workspace()
    const id = downloads.put({ name: 'week.pdf', type: 'application/pdf', bytes: new Uint8Array([1, 2, 3]) })
    expect((await transport.download(id))?.size).toBe(3)
    expect(await transport.download(id)).toBeNull()
  })
})
