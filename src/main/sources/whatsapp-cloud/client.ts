/** One bounded, authorised GET that answers JSON: time, size, redirects and content type are all limited here. */
import { phrase, type Phrase } from '../../../shared/phrases.ts'
import { refused, Refusal } from '../source.ts'

export interface Request {
  readonly url: URL
  /** Goes into the `Authorization` header and nowhere else. */
  readonly token: string
  /** Who is asked: `sources.service.…`. */
  readonly service: Phrase
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed body; null where a refusal came with a body that is no JSON. */
  readonly body: unknown
}

export interface Limits {
  /** For the whole exchange, in milliseconds. */
  readonly timeoutMs: number
  /** Of the body after decompression. */
  readonly maximumBytes: number
}

/** The collector fills a page up to 8 MiB of payload; the rest is room for what stands around it. */
const usualLimits: Limits = { timeoutMs: 30_000, maximumBytes: 12 * 1024 * 1024 }
const longestWait = 15 * 60_000

/**
 * Asks once. Throws a `Refusal`: `offline` when nothing or only part of an answer came, `invalid` when it is not what
 * was asked for. Statuses of 400 and more are answered, not thrown: what they mean is the caller's subject.
 */
export async function getJson(
  request: Request,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
  limits: Limits = usualLimits,
): Promise<Answer> {
  const timeout = AbortSignal.timeout(limits.timeoutMs)
  try {
    const response = await fetch(request.url, {
      headers: authorised(request.token, 'application/json'),
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    })
    return await readAnswer(request.service, response, limits.maximumBytes)
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error
    if (isRedirect(error)) throw redirected(request.service, error)
    throw offline(request.service, timeout.aborted, limits.timeoutMs, error)
  }
}

/** Headers of an authorised request. */
export function authorised(token: string, accept: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, accept }
}

async function readAnswer(service: Phrase, response: Response, maximumBytes: number): Promise<Answer> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) {
    await response.body?.cancel()
    if (!response.ok) return { status, headers, body: null }
    throw refused('invalid', 'cloud.otherType', { service, type: nameOfType(type) })
  }
  const text = await readText(service, response, maximumBytes)
  try {
    return { status, headers, body: JSON.parse(text) }
  } catch (error) {
    if (!response.ok) return { status, headers, body: null }
    throw refused('invalid', 'cloud.noJson', { service }, { cause: error })
  }
}

/** Counts decompressed bytes, so that a small answer cannot unfold into a large one. */
async function readText(service: Phrase, response: Response, maximumBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maximumBytes)
      throw refused('invalid', 'cloud.tooLarge', {
        service,
        most: Math.floor(maximumBytes / 1_048_576),
      })
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function nameOfType(type: string): Phrase | string {
  if (type === '') return phrase('cloud.unnamedType')
  return /html/i.test(type) ? 'HTML' : (type.split(';')[0] ?? type)
}

function offline(service: Phrase, timedOut: boolean, timeoutMs: number, cause: unknown): Refusal {
  return timedOut
    ? refused('offline', 'cloud.slow', { service, seconds: Math.round(timeoutMs / 1000) }, { cause })
    : refused('offline', 'cloud.offline', { service }, { cause })
}

/** Following a redirect would carry the token to an address nobody entered. */
function redirected(service: Phrase, cause: unknown): Refusal {
  return refused('invalid', 'cloud.redirected', { service }, { cause })
}

function isRedirect(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof Error && /redirect/i.test(error.cause.message)
}

/** `Retry-After` as a wait in milliseconds, from seconds or a date, at most a quarter of an hour; null without one. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? null : capped(wait)
}

/** A wait in milliseconds within what is bearable: from now to a quarter of an hour. */
export function capped(wait: number): number {
  return Math.min(Math.max(wait, 0), longestWait)
}
