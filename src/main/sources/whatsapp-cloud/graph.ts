/** The cloud's own read interface (Graph): phone numbers, templates and the cloud's counts. Content is never found here. */
import { phrase } from '../../../shared/phrases.ts'
import { Refusal, refused, type SourcePorts } from '../source.ts'
import { capped, getJson, retryAfter, type Answer, type Limits } from './client.ts'
import { at, fieldsOf, listOf, numberOf, textOf, type Fields } from './value.ts'

export interface GraphConfig {
  /** Base address with the version, for example `https://graph.example/v26.0`. */
  readonly url: string
  readonly token: string
  /** The WhatsApp Business Account's id. */
  readonly waba: string
}

export interface Graph {
  phoneNumbers(signal: AbortSignal): Promise<readonly Fields[]>
  templates(signal: AbortSignal): Promise<readonly Fields[]>
  /** Messages the cloud itself counted between two times (epoch milliseconds): sent by the business. Approximate. */
  sentBetween(from: number, to: number, signal: AbortSignal): Promise<number>
}

const service = phrase('sources.service.cloud')
const mostPages = 100
/** Above this share of the allowance the account rests, because its limit is shared by every app of the business. */
const highUsage = 85

export function createGraph(config: GraphConfig, ports: SourcePorts, limits?: Limits): Graph {
  let restUntil = 0

  async function get(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Fields> {
    const now = ports.now()
    if (now < restUntil) throw busy(restUntil - now)
    const url = URL.parse(`${config.url.replace(/\/+$/, '')}/${encodeURIComponent(config.waba)}${path}`)
    if (url === null) throw refused('invalid', 'cloud.badGraphAddress')
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const answer = await getJson({ url, token: config.token, service }, ports.fetch, signal, limits)
    const wait = waitOf(answer.headers)
    if (wait > 0) restUntil = ports.now() + wait
    if (answer.status >= 400 || at(answer.body, 'error') !== undefined)
      throw refusalOf(answer, wait, ports.now())
    const body = fieldsOf(answer.body)
    if (body === null) throw refused('invalid', 'cloud.noObject', { service })
    return body
  }

  async function all(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<readonly Fields[]> {
    try {
      return await pages(path, query, signal)
    } catch (error) {
      // A cursor went stale between two pages: the list begins again, once.
      if (isStale(error)) return await pages(path, query, signal)
      throw error
    }
  }

  async function pages(
    path: string,
    query: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<readonly Fields[]> {
    const items: Fields[] = []
    let cursor: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const body: Fields = await get(path, cursor === null ? query : { ...query, after: cursor }, signal)
      const data = listOf(body['data'])
      for (const item of data) items.push(fieldsOf(item) ?? {})
      // `paging.next` is an address and may hold the token: only the cursor is taken from it.
      const next: string | null = textOf(at(body, 'paging', 'cursors', 'after'))
      const last = at(body, 'paging', 'next') === undefined || next === null || next === cursor
      if (data.length === 0 || last) return items
      cursor = next
    }
    return items
  }

  return {
    phoneNumbers: (signal) =>
      all(
        '/phone_numbers',
        {
          limit: '100',
          fields: 'id,display_phone_number,verified_name,quality_rating,status,throughput,is_on_biz_app',
        },
        signal,
      ),
    templates: (signal) =>
      all(
        '/message_templates',
        { limit: '100', fields: 'id,name,status,category,language,quality_score,rejected_reason' },
        signal,
      ),
    async sentBetween(from, to, signal) {
      const range = `start(${Math.floor(from / 1000)}).end(${Math.floor(to / 1000)})`
      const body = await get('', { fields: `analytics.${range}.granularity(HALF_HOUR)` }, signal)
      const points = listOf(at(body, 'analytics', 'data_points'))
      return points.reduce<number>((sum, point) => sum + (numberOf(at(point, 'sent')) ?? 0), 0)
    },
  }
}

function isStale(error: unknown): boolean {
  return error instanceof Refusal && error.words?.key === 'cloud.lostPlace'
}

const spentAllowance = new Set([4, 17, 80007, 80008, 130429, 131048, 131056, 133016])
const denied = new Set([0, 3, 10, 190, 131005])
const transient = new Set([1, 2, 131000, 131016])

function refusalOf(answer: Answer, wait: number, now: number): Refusal {
  const error = at(answer.body, 'error')
  const code = numberOf(at(error, 'code'))
  const { status } = answer
  const said = {
    service,
    said: textOf(at(error, 'message')) ?? phrase('cloud.noReason'),
    code: String(code ?? status),
  }
  if (code === 131059) return refused('busy', 'cloud.lostPlace', { service })
  if ((code !== null && spentAllowance.has(code)) || status === 429)
    return busy(wait > 0 ? wait : retryAfter(answer.headers, now))
  if (code === null ? status === 401 || status === 403 : denied.has(code) || (code >= 200 && code < 300))
    return refused('denied', 'cloud.graphDenied', said)
  if (status >= 500 || (code !== null && transient.has(code)) || at(error, 'is_transient') === true)
    return refused('busy', 'cloud.unavailable', said, { retryAfterMs: retryAfter(answer.headers, now) })
  return refused('invalid', 'cloud.refused', said)
}

function busy(wait: number | null): Refusal {
  return refused(
    'busy',
    'cloud.allowance',
    { service },
    { retryAfterMs: wait === null ? null : capped(wait) },
  )
}

/** How long the usage header asks the account to rest, in milliseconds; 0 while enough allowance is left. */
function waitOf(headers: Headers): number {
  const text = headers.get('x-business-use-case-usage')
  if (text === null) return 0
  const usages = Object.values(fieldsOf(parseJson(text)) ?? {}).flatMap(listOf)
  const waits = usages.map((usage) => {
    const share = Math.max(
      ...['call_count', 'total_cputime', 'total_time'].map((name) => numberOf(at(usage, name)) ?? 0),
    )
    const minutes = numberOf(at(usage, 'estimated_time_to_regain_access')) ?? 0
    if (minutes > 0) return minutes * 60_000
    return share >= highUsage ? 5 * 60_000 : 0
  })
  return capped(Math.max(0, ...waits))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
