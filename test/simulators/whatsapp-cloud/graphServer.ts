/** The cloud's read interface over real HTTP: numbers, templates and analytics, with the refusals it is known for. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { lines, waba } from './cast.ts'
import { createRandom } from './random.ts'

/** A refusal the next question gets: an error code of the cloud, or a whole answer of one's own. */
interface Trouble {
  readonly code: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

export interface GraphOptions {
  readonly token: string
  /** Messages sent, by epoch milliseconds; what analytics counts, give or take one in a hundred. */
  readonly sentAt?: readonly number[]
  readonly templates?: number
  /** `GET /{number}/message_history` exists; it often does not. */
  readonly messageHistory?: boolean
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface GraphServer {
  /** With its version, as a console is given it. */
  readonly url: string
  readonly waba: string
  /** Paths with queries, in the order asked. */
  readonly asked: readonly string[]
  /** Refuses the next questions, one trouble each. */
  refuse(...troubles: readonly Trouble[]): void
  /** Sent with every good answer from now on. */
  usage(header: object | null): void
  close(): Promise<void>
}

const year = 365 * 24 * 60 * 60 * 1000
const pageSize = 25

export async function startGraph(options: GraphOptions): Promise<GraphServer> {
  const asked: string[] = []
  const troubles: Trouble[] = []
  let usage: object | null = null
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://graph.test')
    asked.push(url.pathname + url.search)
    if (usage !== null) response.setHeader('x-business-use-case-usage', JSON.stringify(usage))
    const trouble = troubles.shift()
    if (request.headers.authorization !== `Bearer ${options.token}`)
      return refuse(response, { code: 190, status: 401 })
    if (trouble !== undefined) return refuse(response, trouble)
    const answer = answerTo(url, options)
    if ('code' in answer) return refuse(response, answer)
    return send(response, 200, answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v26.0`,
    waba,
    asked,
    refuse: (...more) => void troubles.push(...more),
    usage: (header) => void (usage = header),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function answerTo(url: URL, options: GraphOptions): { readonly body: object } | Trouble {
  const [, , node, edge] = url.pathname.split('/')
  if (node === waba && edge === 'phone_numbers') return { body: listed(numbers(), url) }
  if (node === waba && edge === 'message_templates')
    return { body: listed(templates(options.templates ?? 3), url) }
  if (node === waba && edge === undefined) return analytics(url.searchParams.get('fields') ?? '', options)
  if (edge === 'message_history' && options.messageHistory === true) return { body: listed([], url) }
  return { code: 100, status: 400 }
}

function numbers(): readonly object[] {
  return lines.map((line, index) => ({
    id: line.phone_number_id,
    display_phone_number: `+${line.display_phone_number}`,
    verified_name: ['Support DE', 'Support FR'][index],
    quality_rating: ['GREEN', 'RED'][index],
    status: 'CONNECTED',
  }))
}

function templates(count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(9_000 + index),
    name: `template_${index}`,
    language: 'en',
    category: 'UTILITY',
    status: index === 0 ? 'PAUSED' : 'APPROVED',
  }))
}

/** A page of a list. `paging.next` holds an address with a token in it, as the cloud's does. */
function listed(items: readonly object[], url: URL): object {
  const from = Number(url.searchParams.get('after')?.replace('cursor', '') ?? 0)
  const to = Math.min(from + pageSize, items.length)
  const next =
    to < items.length ? { next: `https://elsewhere.invalid/?access_token=leak&after=cursor${to}` } : {}
  return {
    data: items.slice(from, to),
    paging: { cursors: { before: `cursor${from}`, after: `cursor${to}` }, ...next },
  }
}

/**
 * `analytics` knows DAY and MONTH, `conversation_analytics` and `pricing_analytics` know DAILY and MONTHLY; a year back
 * at most; figures are approximate.
 */
function analytics(fields: string, options: GraphOptions): { readonly body: object } | Trouble {
  const asked = /^(\w*analytics)\.start\((\d+)\)\.end\((\d+)\)\.granularity\((\w+)\)/.exec(fields)
  if (asked === null) return { body: { id: waba, name: 'Acme', timezone_id: '1' } }
  const [, field = '', start, end, granularity = ''] = asked
  const known = field === 'analytics' ? ['HALF_HOUR', 'DAY', 'MONTH'] : ['HALF_HOUR', 'DAILY', 'MONTHLY']
  const [from, to] = [Number(start) * 1000, Number(end) * 1000]
  if (!known.includes(granularity) || from < options.now() - year || to < from)
    return { code: 100, status: 400 }
  const counted = (options.sentAt ?? []).filter((at) => at >= from && at < to).length
  const sent = Math.round(counted * (0.99 + createRandom(from).next() * 0.02))
  const point = { start: from / 1000, end: to / 1000 }
  if (field === 'analytics')
    return {
      body: { analytics: { granularity, data_points: [{ ...point, sent, delivered: sent }] }, id: waba },
    }
  return {
    body: {
      [field]: { data: [{ data_points: [{ ...point, volume: sent, conversation: sent }] }] },
      id: waba,
    },
  }
}

function refuse(response: ServerResponse, trouble: Trouble): void {
  for (const [name, value] of Object.entries(trouble.headers ?? {})) response.setHeader(name, value)
  send(response, trouble.status ?? 400, {
    error: {
      message: `(#${trouble.code}) refused`,
      type: 'OAuthException',
      code: trouble.code,
      fbtrace_id: 'A1',
    },
  })
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' })
  response.end(JSON.stringify(body))
}
