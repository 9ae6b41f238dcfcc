import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal, type Page } from '../../../../src/main/sources/source.ts'
import { createCollector } from '../../../../src/main/sources/whatsapp-cloud/collector.ts'
import { createWhatsAppCloudSource } from '../../../../src/main/sources/whatsapp-cloud/source.ts'

const now = Date.UTC(2026, 4, 4, 8)
const token = 'very-secret-token'
const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers every connection with these bytes and hangs up. */
async function serveBytes(bytes: string): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(bytes))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function pull(collector: string, signal = new AbortController().signal): Promise<Page> {
  const source = createWhatsAppCloudSource({ collector, token }, { now: () => now, fetch: globalThis.fetch })
  return source.streams[0]!.pull('0', signal)
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (error: unknown) => error,
  )
  if (!(error instanceof Refusal)) throw error
  expect(error.message + error.hint + String(error.cause)).not.toContain(token)
  return error
}

const emptyPage = { events: [], next: 0, more: false, head: 0 }

describe('a collector that answers badly', () => {
  it.each([
    [401, {}, 'denied', null],
    [403, {}, 'denied', null],
    [404, {}, 'invalid', null],
    [418, {}, 'invalid', null],
    [429, { 'retry-after': '7' }, 'busy', 7000],
    [503, { 'retry-after': new Date(now + 60_000).toUTCString() }, 'busy', 60_000],
    [503, { 'retry-after': '86400' }, 'busy', 900_000],
    [503, { 'retry-after': new Date(now - 60_000).toUTCString() }, 'busy', 0],
    [503, { 'retry-after': 'soon' }, 'busy', null],
    [502, {}, 'busy', null],
  ])('%i %o is %s', async (status, headers, kind, retryAfterMs) => {
    const url = await serve((_request, response) =>
      response.writeHead(status, headers).end('<html>no</html>'),
    )
    expect(await refusal(pull(url))).toMatchObject({ kind, retryAfterMs })
  })

  it('HTML with 200 is no page', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in</html>'),
    )
    const { kind, message } = await refusal(pull(url))
    expect(kind).toBe('invalid')
    expect(message).toMatch(/^The collector answered HTML instead of JSON/)
  })

  it.each([
    ['no JSON', '{"events":['],
    ['an empty text', ''],
    ['another shape', '{"ok":true}'],
    [
      'a time nobody can read',
      JSON.stringify({
        ...emptyPage,
        events: [{ seq: 1, receivedAt: 'noon', kind: 'webhook', payload: {} }],
      }),
    ],
    ['a negative position', JSON.stringify({ ...emptyPage, next: -1 })],
  ])('%s under the right content type is invalid', async (_name, body) => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    )
    expect((await refusal(pull(url))).kind).toBe('invalid')
  })

  it('a redirect is not followed, so the token goes nowhere', async () => {
    const seen: (string | undefined)[] = []
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.end('{}')
    })
    const url = await serve((_request, response) => response.writeHead(302, { location: elsewhere }).end())
    const { kind, message } = await refusal(pull(url))
    expect(kind).toBe('invalid')
    expect(message).toContain('another address')
    expect(seen).toEqual([])
  })

  it('a body cut short is a lost connection', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"events":['
    expect((await refusal(pull(await serveBytes(head)))).kind).toBe('offline')
  })

  it.each(['', 'HTTP/1.1 200', 'SSH-2.0-OpenSSH_9.6\r\n'])(
    'another protocol (%j) is a lost connection',
    async (bytes) => {
      expect((await refusal(pull(await serveBytes(bytes)))).kind).toBe('offline')
    },
  )

  it('nobody there is offline', async () => {
    const url = await serve((_request, response) => response.end())
    closers.splice(0).forEach((close) => close())
    expect((await refusal(pull(url))).kind).toBe('offline')
  })

  it('an address that is none is invalid', async () => {
    expect((await refusal(pull('not an address'))).kind).toBe('invalid')
  })

  it('a small body that unfolds into a huge one is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
    )
    const { kind, message } = await refusal(pull(url))
    expect(kind).toBe('invalid')
    expect(message).toContain('12 MiB')
  })

  it('one that never finishes is given up', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"events":[')
    })
    const limits = { timeoutMs: 50, maximumBytes: 1000 }
    const collector = createCollector(
      { collector: url, token },
      { now: () => now, fetch: globalThis.fetch },
      limits,
    )
    const { kind, message } = await refusal(collector.read(0, 1, new AbortController().signal))
    expect(kind).toBe('offline')
    expect(message).toContain('did not finish')
  })

  it('stopping from outside is no refusal', async () => {
    const stop = new AbortController()
    const url = await serve(() => stop.abort(new Error('the window was closed')))
    await expect(pull(url, stop.signal)).rejects.toThrow('the window was closed')
  })

  it('one event that cannot be read does not stop the others', async () => {
    const events = [
      { seq: 1, receivedAt: '2026-05-04T08:00:00Z', kind: 'webhook', payload: null },
      { seq: 2, receivedAt: '2026-05-04T08:00:01Z', kind: 'records', payload: { kind: 'agent', id: 'ana' } },
    ]
    const url = await serve((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ events, next: 2, more: false, head: 2 })),
    )
    const page = await pull(url)
    expect(page).toMatchObject({
      records: [{ id: 'ana' }],
      rejects: [{ raw: 'null' }],
      cursor: '2',
      completeTo: now,
    })
  })
})

describe('a page with more behind it', () => {
  it('is not complete up to now', async () => {
    const events = [
      { seq: 1, receivedAt: '2026-05-04T08:00:00Z', kind: 'records', payload: { kind: 'agent', id: 'ana' } },
    ]
    const url = await serve((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ events, next: 1, more: true, head: 9, log: 'L' })),
    )
    expect(await pull(url)).toMatchObject({
      more: true,
      completeTo: null,
      cursor: '1@L',
      progress: { done: 1, total: 9 },
    })
  })
})

describe('what is sent', () => {
  it('the token travels in the header only, below whatever path the collector has', async () => {
    const seen: { url: string | undefined; authorization: string | undefined }[] = []
    const url = await serve((request, response) => {
      seen.push({ url: request.url, authorization: request.headers.authorization })
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(emptyPage))
    })
    await pull(`${url}/behind/a/proxy/`)
    expect(seen).toEqual([
      { url: '/behind/a/proxy/v1/events?after=0&limit=500', authorization: `Bearer ${token}` },
    ])
  })
})

describe('the stream beside the pull', () => {
  it('wakes for data, not for heartbeats or for the middle of a line', async () => {
    const chunks = [
      ': still here\n\n',
      'event: event\nid: 6\nda',
      'ta: {"text":"',
      'data: said',
      'data: again',
      ' a customer"}\n',
      '\n: still here\n\n',
    ]
    const stop = new AbortController()
    closers.push(() => stop.abort())
    const ended = Promise.withResolvers<void>()
    const asked: string[] = []
    // Chunks of a real connection are cut and joined by chance: here each arrives as it stands.
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(input instanceof URL ? input.pathname + input.search : '')
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const chunk = chunks.shift()
          if (chunk !== undefined) return controller.enqueue(new TextEncoder().encode(chunk))
          ended.resolve()
          return controller.close()
        },
      })
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
    }
    const collector = createCollector({ collector: 'http://127.0.0.1', token }, { now: () => now, fetch })
    let wakes = 0
    collector.watch(
      () => 5,
      () => void (wakes += 1),
      stop.signal,
    )
    await ended.promise
    expect(asked).toEqual(['/v1/stream?after=5'])
    expect(wakes).toBe(1)
  })
})
