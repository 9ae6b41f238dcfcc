import type { Hono, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { failure, pageJson } from './answers.ts'
import { createBudget } from './rate.ts'
import type { CollectorEnv, RouteContext } from './server.ts'
import { streamEvents } from './stream.ts'
import { ownerOf } from './tokens.ts'
import { describeTrouble } from './trouble.ts'

const LARGEST_PAGE = 1_000
const PAGE_BYTES = 8 * 1024 * 1024
const MOST_STREAMS = 200

/** Wrong tokens allowed at once to one address, then one more every ten seconds. */
const WRONG_TOKENS = { burst: 20, perSecond: 0.1, maxKeys: 10_000 }

const seq = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(0))
const eventsQuery = z.object({
  after: seq.default(0),
  limit: seq.pipe(z.int().min(1)).default(500),
})
const streamQuery = z.object({ after: seq.default(0) })

/** What goes out: the log to consoles that hold a token, and `/health` to anyone. */
export function addConsoleRoutes(app: Hono<CollectorEnv>, context: RouteContext): void {
  const { log, now, logger, version, writeHealth } = context
  const consoleOnly = requireToken(context)
  let streams = 0

  app.get('/v1/events', consoleOnly, async (c) => {
    const query = eventsQuery.safeParse(c.req.query())
    if (!query.success) {
      return c.json(
        failure(
          'invalid',
          'after must be a whole number from 0, limit one from 1.',
          'Ask for /v1/events?after=0&limit=500.',
        ),
        400,
      )
    }
    const { after, limit } = query.data
    const events = await log.read(after, Math.min(limit, LARGEST_PAGE), PAGE_BYTES)
    const page = pageJson({ log: log.id, events, after, head: await log.head() })
    return c.body(page, 200, { 'Content-Type': 'application/json' })
  })

  app.get('/v1/stream', consoleOnly, (c) => {
    const { after } = c.req.query()
    // A browser's EventSource repeats the address it began with and says in the header how far it came.
    const resumed = c.req.header('last-event-id') ?? after
    const query = streamQuery.safeParse(resumed === undefined ? {} : { after: resumed })
    if (!query.success) {
      return c.json(
        failure(
          'invalid',
          'after and Last-Event-ID must be a whole number from 0.',
          'Ask for /v1/stream?after=0.',
        ),
        400,
      )
    }
    if (streams >= MOST_STREAMS) {
      c.header('Retry-After', '30')
      return c.json(failure('busy', 'Too many streams are open.', 'Ask for /v1/events instead.'), 503)
    }
    streams += 1
    const { heartbeatMs, closing } = context
    const onEnd = () => {
      streams -= 1
    }
    return streamEvents(c, { log, after: query.data.after, heartbeatMs, closing, logger, onEnd })
  })

  app.get('/v1/media/:sha256', consoleOnly, async (c) => {
    const sha256 = c.req.param('sha256').toLowerCase()
    const media = /^[0-9a-f]{64}$/.test(sha256) ? await log.openMedia(sha256) : null
    if (media === null) {
      return c.json(
        failure(
          'missing',
          'The collector holds no file with this hash.',
          'It may still be fetched: ask again after its media event.',
        ),
        404,
      )
    }
    return c.body(media.content, 200, {
      'Content-Type': media.mime,
      'Content-Length': String(media.bytes),
      // Strangers sent this file: a browser may save it but never run it.
      'Content-Disposition': 'attachment',
      'Content-Security-Policy': "sandbox; default-src 'none'",
    })
  })

  app.get('/health', async (c) => {
    const trouble = await writeHealth.check()
    if (trouble !== null) logger.error(describeTrouble(trouble.error), 'the log cannot be written')
    try {
      const { lastReceivedAt, ...state } = await log.state()
      return c.json(
        {
          status: trouble === null ? 'ok' : 'failing',
          store: log.store,
          ...state,
          lastReceivedAt: lastReceivedAt === null ? null : new Date(lastReceivedAt).toISOString(),
          version,
          now: new Date(now()).toISOString(),
        },
        trouble === null ? 200 : 503,
      )
    } catch (error) {
      logger.error(describeTrouble(error), 'the log cannot be read')
      return c.json({ status: 'failing', store: log.store, version }, 503)
    }
  })
}

/** Lets requests with a known bearer token through. An address that keeps guessing has to wait. */
function requireToken({ settings, now, logger }: RouteContext): MiddlewareHandler<CollectorEnv> {
  const guesses = createBudget({ ...WRONG_TOKENS, now })
  return async (c, next) => {
    const remote = c.get('remote')
    const wait = guesses.wait(remote)
    if (wait > 0) {
      c.header('Retry-After', String(Math.ceil(wait / 1000)))
      return c.json(
        failure('busy', 'Too many wrong tokens came from this address.', 'Wait, then use the right token.'),
        429,
      )
    }
    const given = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const owner = given === undefined ? null : ownerOf(settings.consoleTokens, given)
    if (owner === null) {
      guesses.take(remote)
      logger.warn({ remote, path: c.req.path }, 'a request without a known token was refused')
      c.header('WWW-Authenticate', 'Bearer')
      return c.json(
        failure(
          'denied',
          'The token is missing or unknown.',
          'Send Authorization: Bearer with a token of FLOORWALKER_CONSOLE_TOKEN.',
        ),
        401,
      )
    }
    c.set('console', owner)
    return next()
  }
}
