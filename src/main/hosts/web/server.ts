import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Readable } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { eventNames } from '../../../shared/contract.ts'
import type { Engine } from '../../engine/engine.ts'
import { serve } from '../../engine/serve.ts'
import type { Asset } from './assets.ts'
import type { Downloads } from './downloads.ts'
import { mayEnter, securityHeaders, type Knock } from './guard.ts'
import { createSession } from './session.ts'

/** Of what anybody on this machine may send. */
const bodyLimit = 1024 * 1024
/** Of what the console itself asks: a file of reviews travels within the question, with its quotes escaped. */
const askLimit = 300 * 1024 * 1024
const askSchema = z.object({ method: z.string().max(100), args: z.array(z.unknown()).max(10) })

export interface WebConsole {
  /** The address to open, with a fresh one-time code in its fragment. */
  link(): string
  readonly port: number
  close(): Promise<void>
}

export interface WebConsoleOptions {
  readonly engine: Pick<Engine, 'api' | 'listen'>
  readonly assets: ReadonlyMap<string, Asset>
  readonly downloads: Downloads
  readonly now: () => number
  /** 0: any free port. */
  readonly port: number
  /** Whether any page is open, as that changes. At first none is. */
  readonly onWatched?: (isWatched: boolean) => void
  /** Somebody guesses secrets: the console should end. */
  readonly onTooMany: () => void
}

/** Serves the console on 127.0.0.1 and nowhere else. */
export async function startWebConsole(options: WebConsoleOptions): Promise<WebConsole> {
  const session = createSession(options.now, options.onTooMany)
  let port = options.port
  const app = new Hono()

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(securityHeaders(port))) context.header(name, value)
    if (!mayEnter(knockOf(context.req.raw.method, context.req.header()), port)) return context.body(null, 403)
    return next()
  })
  app.post('/session', async (context) => {
    const body = await readJson(context.req.raw)
    const token = session.redeem(z.object({ code: z.string() }).safeParse(body).data?.code)
    return token === null ? context.body(null, 401) : context.json({ token })
  })
  app.use('/api', guardToken)
  app.use('/ticket', guardToken)
  app.use('/download/*', guardToken)
  app.post('/api', async (context) => {
    const ask = askSchema.safeParse(await readJson(context.req.raw, askLimit))
    if (!ask.success) return context.body(null, 400)
    return context.json(await serve(options.engine.api, ask.data.method, ask.data.args))
  })
  app.post('/ticket', (context) => context.json({ ticket: session.issueTicket() }))
  app.get('/download/:id', (context) => {
    const file = options.downloads.take(context.req.param('id'))
    if (!file) return context.body(null, 404)
    context.header('Content-Type', file.type)
    context.header('Content-Disposition', `attachment; filename="${file.name}"`)
    if ('path' in file) return context.body(fromDisk(file.path))
    return context.body(new Uint8Array(file.bytes))
  })
  app.get('*', (context) => {
    const asset = options.assets.get(new URL(context.req.url).pathname)
    if (!asset) return context.body(null, 404)
    context.header('Content-Type', asset.type)
    return context.body(asset.bytes)
  })

  async function guardToken(
    context: Parameters<Parameters<typeof app.use>[1]>[0],
    next: () => Promise<void>,
  ): Promise<Response | void> {
    if (!session.holdsToken(context.req.header('X-Console-Token'))) return context.body(null, 401)
    await next()
  }

  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer(
    { maxHeaderSize: 16 * 1024 },
    (request, response) => void answer(request, response),
  )
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.maxConnections = 64
  const stopEvents = serveEvents(server, options, session.useTicket, () => port)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    port,
    link: () => `http://127.0.0.1:${port}/#k=${session.issueCode()}`,
    async close() {
      stopEvents()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

/** A file on its way out; it goes once it is sent, or nobody wants the rest. */
function fromDisk(path: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stream = createReadStream(path)
  stream.once('close', () => void rm(path, { force: true }).catch(() => undefined))
  return Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Events go out over WebSockets, and nothing is sent before the first frame brought a valid ticket. */
function serveEvents(
  server: Server,
  { engine, onWatched = () => undefined }: Pick<WebConsoleOptions, 'engine' | 'onWatched'>,
  useTicket: (ticket: unknown) => boolean,
  port: () => number,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: bodyLimit })
  const admitted = new Set<WebSocket>()
  const stops = eventNames.map((event) =>
    engine.listen(event, (data) => {
      const frame = JSON.stringify({ event, data })
      for (const socket of admitted) socket.send(frame)
    }),
  )
  const heartbeat = setInterval(() => {
    for (const socket of admitted) socket.ping()
  }, 20_000)
  heartbeat.unref()

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head) => {
    const knock = { ...knockOf(request.method ?? '', request.headers), upgrade: true }
    if (!mayEnter(knock, port()) || request.url !== '/events') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate())
      client.on('close', () => {
        if (admitted.delete(client) && admitted.size === 0) onWatched(false)
      })
      client.once('message', (data: Buffer) => {
        if (!useTicket(ticketIn(data))) client.close(4401)
        else if (admitted.add(client).size === 1) onWatched(true)
      })
    })
  })
  return () => {
    clearInterval(heartbeat)
    for (const stop of stops) stop()
    for (const client of sockets.clients) client.terminate()
    sockets.close()
  }
}

function ticketIn(data: Buffer): unknown {
  try {
    return z.object({ ticket: z.string() }).safeParse(JSON.parse(data.toString('utf8'))).data?.ticket
  } catch {
    return undefined
  }
}

function knockOf(
  method: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Knock {
  const one = (name: string) => {
    const value = headers[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    method,
    upgrade: false,
    host: one('host'),
    origin: one('origin'),
    secFetchSite: one('sec-fetch-site'),
  }
}

/** A JSON body of at most `limit` bytes; undefined when it is anything else. */
async function readJson(request: Request, limit = bodyLimit): Promise<unknown> {
  if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json') return undefined
  if (!(Number(request.headers.get('content-length') ?? Infinity) <= limit)) return undefined
  try {
    return await request.json()
  } catch {
    return undefined
  }
}
