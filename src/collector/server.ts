import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { failure } from './answers.ts'
import { addConsoleRoutes } from './consoleRoutes.ts'
import { addIntakeRoutes } from './intakeRoutes.ts'
import type { EventLog } from './log.ts'
import { createBudget } from './rate.ts'
import { remoteOf } from './remote.ts'
import type { CollectorSettings } from './settings.ts'
import { describeTrouble } from './trouble.ts'
import { createWriteHealth } from './writeHealth.ts'

/** Meta sends up to 3 MB. */
const LARGEST_BODY = 4 * 1024 * 1024
const HEARTBEAT_MS = 15_000
const MOST_REMOTES = 10_000

export interface CollectorPorts {
  readonly log: EventLog
  readonly settings: CollectorSettings
  readonly now: () => number
  readonly logger: Logger
  readonly version: string
  /** Aborted when the collector stops; ends the streams. */
  readonly closing: AbortSignal
  /** Called after media to fetch was noted; null when media is not fetched. */
  readonly onMediaWanted: (() => void) | null
  /** Silence after which a stream shows that it is alive. */
  readonly heartbeatMs?: number
}

/** What the routes need: the ports, and what they share among them. */
export interface RouteContext extends CollectorPorts {
  readonly heartbeatMs: number
  readonly writeHealth: ReturnType<typeof createWriteHealth>
}

/** The name of the console whose token was given; the remote address that requests are counted under. */
export interface CollectorEnv {
  readonly Variables: { remote: string; console?: string }
}

/** The whole HTTP face of the collector. */
export function createCollectorApp(ports: CollectorPorts): Hono<CollectorEnv> {
  const { settings, now, logger, log } = ports
  const context: RouteContext = {
    ...ports,
    heartbeatMs: ports.heartbeatMs ?? HEARTBEAT_MS,
    writeHealth: createWriteHealth(log, now),
  }
  const requests = createBudget({
    burst: settings.requestsPerSecond * 2,
    perSecond: settings.requestsPerSecond,
    now,
    maxKeys: MOST_REMOTES,
  })
  const app = new Hono<CollectorEnv>()

  app.use(async (c, next) => {
    const startedAt = now()
    c.set('remote', remoteOf(c, settings.trustProxy))
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cache-Control', 'no-store')
    logger.info(
      {
        method: c.req.method,
        // Never the query: the handshake carries its token there. An unknown path may hold anything.
        path: c.res.status === 404 ? null : c.req.path,
        status: c.res.status,
        ms: now() - startedAt,
        remote: c.get('remote'),
        console: c.get('console'),
      },
      'answered',
    )
  })

  app.use(async (c, next) => {
    const wait = requests.take(c.get('remote'))
    if (wait === 0) return next()
    c.header('Retry-After', String(Math.ceil(wait / 1000)))
    return c.json(
      failure(
        'busy',
        'Too many requests came from this address; this one was not read.',
        'Send it again later.',
      ),
      429,
    )
  })

  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) =>
        c.json(
          failure(
            'large',
            'The body is larger than 4 MB; nothing of it was stored.',
            'Send it in smaller parts.',
          ),
          413,
        ),
    }),
  )

  addIntakeRoutes(app, context)
  addConsoleRoutes(app, context)

  app.notFound((c) =>
    c.json(failure('missing', 'There is nothing at this address.', 'Check the path and the method.'), 404),
  )
  app.onError((error, c) => {
    logger.error(describeTrouble(error), 'a request failed')
    return c.json(
      failure('bug', 'The collector could not answer; what it answered 200 for is kept.', 'Try again later.'),
      503,
    )
  })
  return app
}
