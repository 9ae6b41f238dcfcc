/** The collector's feed: pages of events after a position, and word when there are more. */
import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import { phrase } from '../../../shared/phrases.ts'
import { refused, type SourcePorts, type Refusal } from '../source.ts'
import { authorised, getJson, retryAfter, type Limits } from './client.ts'
import type { CollectorEvent } from './map.ts'

export interface CollectorConfig {
  /** Base address, with or without a trailing slash. */
  readonly collector: string
  readonly token: string
}

export interface FeedPage {
  readonly events: readonly CollectorEvent[]
  /** Position after the last event. */
  readonly next: number
  readonly more: boolean
  /** Position of the newest event the collector holds; 0 when it holds none. */
  readonly head: number
  /** Names the log: positions of one mean nothing in another. Null when the collector does not say. */
  readonly log: string | null
}

export interface Collector {
  /** Events after a position, at most `limit`. Throws a `Refusal`. */
  read(after: number, limit: number, signal: AbortSignal): Promise<FeedPage>
  /** Calls `wake` whenever an event beyond `after()` appeared, until the signal aborts. Never throws. */
  watch(after: () => number | null, wake: () => void, signal: AbortSignal): void
}

const service = phrase('sources.service.collector')
const position = z.number().int().nonnegative()
const feedPage = z.object({
  events: z.array(
    z.object({
      seq: position,
      receivedAt: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
      kind: z.string(),
      payload: z.unknown(),
    }),
  ),
  next: position,
  more: z.boolean(),
  head: position,
  log: z
    .string()
    .nullish()
    .transform((id) => id ?? null),
})

export function createCollector(config: CollectorConfig, ports: SourcePorts, limits?: Limits): Collector {
  return {
    async read(after, limit, signal) {
      const url = address(config, '/v1/events', { after, limit })
      const answer = await getJson({ url, token: config.token, service }, ports.fetch, signal, limits)
      if (answer.status !== 200) throw refusalOf(answer.status, answer.headers, ports.now())
      const page = feedPage.safeParse(answer.body)
      if (page.success) return page.data
      const issue = page.error.issues[0]
      throw refused('invalid', 'cloud.badPage', {
        service,
        place: issue?.path.join('.') ?? 'page',
        said: issue?.message ?? 'unknown',
      })
    },
    watch(after, wake, signal) {
      void watchForever(config, ports.fetch, after, wake, signal)
    },
  }
}

/** The address of a path below the base, whether or not the base ends in a slash or has a path of its own. */
function address(config: CollectorConfig, path: string, query: Readonly<Record<string, number>>): URL {
  const url = URL.parse(config.collector.replace(/\/+$/, '') + path)
  if (url === null) throw refused('invalid', 'cloud.badCollectorAddress')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

function refusalOf(status: number, headers: Headers, now: number): Refusal {
  if (status === 401 || status === 403) return refused('denied', 'cloud.collectorDenied', { service })
  if (status === 429 || status >= 500)
    return refused(
      'busy',
      'cloud.collectorBusy',
      { service, status: String(status) },
      { retryAfterMs: retryAfter(headers, now) },
    )
  return refused('invalid', 'cloud.collectorElse', { service, status: String(status) })
}

const shortestRest = 1000
const longestRest = 60_000
/** A line without heartbeat for this long is taken for dead. */
const silence = 120_000

async function watchForever(
  config: CollectorConfig,
  fetch: typeof globalThis.fetch,
  after: () => number | null,
  wake: () => void,
  signal: AbortSignal,
): Promise<void> {
  let pause = shortestRest
  while (!signal.aborted) {
    const position = after()
    // Until the first pull no position is known, and a stream from the beginning would repeat the whole log.
    if (position !== null && (await listen(config, fetch, position, wake, signal))) pause = shortestRest
    else pause = Math.min(pause * 2, longestRest)
    try {
      await rest(pause, undefined, { signal, ref: false })
    } catch {
      return
    }
  }
}

/** Listens to one connection until it ends. True when it was accepted. The pull beside it makes up for anything missed. */
async function listen(
  config: CollectorConfig,
  fetch: typeof globalThis.fetch,
  after: number,
  wake: () => void,
  signal: AbortSignal,
): Promise<boolean> {
  const dead = new AbortController()
  const expire = () => dead.abort(new Error('the stream fell silent'))
  let timer = setTimeout(expire, silence)
  try {
    const response = await fetch(address(config, '/v1/stream', { after }), {
      headers: authorised(config.token, 'text/event-stream'),
      redirect: 'error',
      signal: AbortSignal.any([signal, dead.signal]),
    })
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      return false
    }
    // Only that something came matters; what it is, the next pull brings. A line may be cut between two chunks.
    const decoder = new TextDecoder()
    let line = ''
    for await (const chunk of response.body) {
      clearTimeout(timer)
      timer = setTimeout(expire, silence)
      const lines = (line + decoder.decode(chunk, { stream: true })).split('\n')
      // The beginning of a line tells what it is; payloads may be megabytes.
      line = (lines.pop() ?? '').slice(0, 16)
      if (lines.some((text) => text.startsWith('data:'))) wake()
    }
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
