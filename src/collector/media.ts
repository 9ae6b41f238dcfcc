import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { createBell } from './bell.ts'
import { fetchMedia, type MediaOutcome } from './graphMedia.ts'
import type { EventLog, MediaJob } from './log.ts'
import type { GraphAccess } from './settings.ts'
import { describeTrouble } from './trouble.ts'

const FIRST_RETRY_MS = 10_000
const LONGEST_RETRY_MS = 60 * 60_000
/** Ids of received media expire after seven days. */
const LIFETIME_MS = 7 * 24 * 60 * 60_000
/** Nobody else tries a job while it may still be under way. */
const LEASE_MS = 5 * 60_000
const REST_MS = 60_000
const REST_AFTER_TROUBLE_MS = 5_000
const WORKERS = 2

export interface MediaPorts {
  readonly log: EventLog
  readonly graph: GraphAccess
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly logger: Logger
}

/** Tries the job that is due first. Answers false when none is due. */
export async function fetchNextMedia(ports: MediaPorts, signal: AbortSignal): Promise<boolean> {
  const { log, now, logger } = ports
  const job = await log.claimMedia(now(), now() + LEASE_MS)
  if (job === null) return false
  const outcome = await fetchMedia(ports.fetch, ports.graph, job, signal)
  switch (outcome.kind) {
    case 'fetched':
      await keep(ports, job, outcome)
      logger.info({ bytes: outcome.content.byteLength, attempts: job.attempts }, 'media fetched')
      break
    case 'gone':
      await log.failMedia(job.mediaId, outcome.reason)
      logger.warn({ reason: outcome.reason }, 'media cannot be had and is given up')
      break
    case 'later':
      await postpone(ports, job, outcome.reason)
      break
  }
  return true
}

async function keep(
  { log, now }: MediaPorts,
  job: MediaJob,
  { mime, content }: MediaOutcome & { readonly kind: 'fetched' },
): Promise<void> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  await log.putMedia(sha256, mime, content)
  const payload = JSON.stringify({ mediaId: job.mediaId, sha256, mime, bytes: content.byteLength })
  await log.append({
    events: [{ receivedAt: now(), kind: 'media', unreadable: false, payload }],
    wanted: [],
    fetched: [job.mediaId],
  })
}

async function postpone({ log, now, logger }: MediaPorts, job: MediaJob, reason: string): Promise<void> {
  const dueAt = now() + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (job.attempts - 1))
  if (dueAt > job.wantedAt + LIFETIME_MS) {
    await log.failMedia(job.mediaId, `${reason}; its seven days are over`)
    logger.warn({ reason, attempts: job.attempts }, 'media was not fetched in time and is given up')
    return
  }
  await log.postponeMedia(job.mediaId, dueAt, reason)
  logger.info({ reason, attempts: job.attempts, retryInMs: dueAt - now() }, 'media is tried again later')
}

export interface MediaWorker {
  /** Look for jobs now. */
  readonly wake: () => void
  /** Gives up downloads under way, which stay due, and answers when nothing runs any more. */
  readonly stop: () => Promise<void>
}

/** Fetches media in the background, a few files at a time, until stopped. Never throws. */
export function startMediaWorker(ports: MediaPorts): MediaWorker {
  const stopping = new AbortController()
  const workers = Array.from({ length: WORKERS }, () => {
    const bell = createBell()
    return { bell, done: work(ports, bell.wait, stopping.signal) }
  })
  const wake = () => {
    for (const { bell } of workers) bell.ring()
  }
  return {
    wake,
    async stop() {
      stopping.abort()
      wake()
      await Promise.all(workers.map(({ done }) => done))
    },
  }
}

async function work(
  ports: MediaPorts,
  rest: (restMs: number) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await fetchNextMedia(ports, signal)) continue
      const dueAt = await ports.log.nextMediaDue()
      await rest(dueAt === null ? REST_MS : Math.min(REST_MS, Math.max(100, dueAt - ports.now())))
    } catch (error) {
      if (signal.aborted) return
      ports.logger.error(describeTrouble(error), 'fetched media could not be kept; it is tried again')
      await rest(REST_AFTER_TROUBLE_MS)
    }
  }
}
