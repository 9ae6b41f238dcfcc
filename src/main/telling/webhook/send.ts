/** Posts one body to the webhook: signed, without following redirects, and blind to what comes back but its status. */
import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { LookupFunction } from 'node:net'
import { inEnglish } from '../../../shared/english.ts'
import { phrase, type Phrase } from '../../../shared/phrases.ts'
import type { Post } from '../tellingStore.ts'
import { publicAddresses, type Resolve } from './address.ts'

/** `refused`: this body will never be taken; `failed`: it may be later. `why` is one sentence, without the address's path. */
export type PostOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused' | 'failed'; readonly why: string; readonly words?: Phrase }

export function notTaken(kind: 'refused' | 'failed', words: Phrase): PostOutcome {
  return { kind, why: inEnglish(words), words }
}

export interface Sending {
  readonly url: string
  readonly post: Post
  /** null: not signed. */
  readonly secret: string | null
  /** Epoch milliseconds. */
  readonly now: number
  readonly signal: AbortSignal
}
export type Send = (sending: Sending) => Promise<PostOutcome>

export interface SendPorts {
  readonly request: (
    url: URL,
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) => ClientRequest
  readonly resolve: Resolve
  readonly timeoutMs: number
}

const overTheNetwork: SendPorts = {
  request: httpsRequest,
  resolve: (host) => lookup(host, { all: true }),
  timeoutMs: 10_000,
}

/** Statuses that say the body itself is not wanted: the same again would be answered the same. */
const unwanted = [400, 413, 415, 422]

export function createSend(ports: SendPorts = overTheNetwork): Send {
  return async ({ url: address, post, secret, now, signal }) => {
    const url = URL.canParse(address) ? new URL(address) : null
    if (url === null) return notTaken('failed', phrase('telling.webhook.badAddress'))
    const place = await publicAddresses(url, ports.resolve)
    if ('why' in place) return { kind: 'failed', ...place }
    const body = withTime(post.body, now)
    // Connects to what was checked: a name asked again could answer otherwise.
    const pinned = pinnedLookup(place.addresses)
    const options: RequestOptions = {
      method: 'POST',
      headers: headersOf(post, body, secret, now),
      lookup: pinned,
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ports.timeoutMs)]),
    }
    return new Promise((resolve) => {
      const request = ports.request(url, options, (response) => {
        resolve(outcomeOf(response.statusCode ?? 0, url.hostname))
        // Whatever it says is not read.
        response.destroy()
      })
      request.on('error', (error) => resolve(notTaken('failed', whyOf(error, url.hostname))))
      request.end(body)
    })
  }
}

/** When it was sent is within what is signed, so that nobody can send it again later. */
function withTime(body: string, now: number): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), sentAt: now })
}

function headersOf(post: Post, body: string, secret: string | null, now: number): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    'User-Agent': 'Floorwalker',
    // A header is Latin-1 at most; ids are the sources' own.
    'Idempotency-Key': encodeURIComponent(post.id),
    'X-Floorwalker-Timestamp': String(now),
    ...(secret === null ? {} : { 'X-Floorwalker-Signature': signatureOf(body, secret) }),
  }
}

function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

function pinnedLookup(
  addresses: readonly { readonly address: string; readonly family: number }[],
): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses
    if (all === true) callback(null, [...addresses])
    else callback(null, first?.address ?? '', first?.family ?? 4)
  }
}

function outcomeOf(status: number, host: string): PostOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status >= 300 && status < 400)
    return notTaken('failed', phrase('telling.webhook.elsewhere', { host, status: String(status) }))
  const kind = unwanted.includes(status) ? 'refused' : 'failed'
  return notTaken(kind, phrase('telling.webhook.answered', { host, status: String(status) }))
}

function whyOf(error: Error & { readonly code?: string }, host: string): Phrase {
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return phrase('telling.webhook.noAnswer', { host })
  const { code } = error
  return code === undefined
    ? phrase('telling.webhook.unreachable', { host })
    : phrase('telling.webhook.unreachableCode', { host, code })
}
