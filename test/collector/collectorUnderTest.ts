import { createHmac } from 'node:crypto'
import { runCollector, type CollectorOptions, type RunningCollector } from '../../src/collector/main.ts'

export const APP_SECRET = 'test_app_secret'
export const VERIFY_TOKEN = 'verify-token-0123456789'
export const CONSOLE_TOKEN = 'console-token-0123456789'

export const secrets = {
  FLOORWALKER_APP_SECRET: `retired_secret, ${APP_SECRET}`,
  FLOORWALKER_VERIFY_TOKEN: VERIFY_TOKEN,
  FLOORWALKER_CONSOLE_TOKEN: `desk=${CONSOLE_TOKEN},other-token-0123456789`,
}

/** Signed as Meta signs, independently of the collector's own code. */
export function signature(body: string | Uint8Array, secret = APP_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

export interface EventsPage {
  readonly events: readonly {
    seq: number
    receivedAt: string
    kind: string
    payload: Record<string, unknown>
  }[]
  readonly next: number
  readonly more: boolean
  readonly head: number
  readonly log: string
}

export interface CollectorUnderTest extends RunningCollector {
  /** Everything it logged so far. */
  logged(): string
  webhook(body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>
  records(body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  readonly events: (after: number, limit?: number) => Promise<EventsPage>
}

export async function startCollector(
  options: Partial<CollectorOptions> & ({ dataDir: string } | { databaseUrl: string }),
): Promise<CollectorUnderTest> {
  let logged = ''
  const collector = await runCollector({
    port: 0,
    env: secrets,
    now: Date.now,
    log: {
      write(line) {
        logged += line
      },
    },
    ...options,
  })
  return { ...collector, logged: () => logged, ...clientOf(collector.url) }
}

/** Requests as Meta, an inbox tool and a console send them. */
export function clientOf(url: string) {
  const post = (path: string) => (body: string | Uint8Array, headers?: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      body: body as NonNullable<RequestInit['body']>,
      headers: headers ?? { 'x-hub-signature-256': signature(body) },
    })
  const get = (path: string, headers?: Record<string, string>) =>
    fetch(url + path, { headers: headers ?? { authorization: `Bearer ${CONSOLE_TOKEN}` } })
  return {
    webhook: post('/webhooks/whatsapp'),
    records: post('/v1/records'),
    get,
    events: async (after: number, limit = 500): Promise<EventsPage> => {
      const answer = await get(`/v1/events?after=${after}&limit=${limit}`)
      if (answer.status !== 200) throw new Error(`events answered ${answer.status}`)
      return (await answer.json()) as EventsPage
    },
  }
}

/** A webhook body with one change for each text. */
export function webhookBody(...texts: readonly string[]): string {
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '419561257915477',
        changes: texts.map((text) => ({
          field: 'messages',
          value: { messages: [{ id: `wamid.${text}`, type: 'text', text: { body: text } }] },
        })),
      },
    ],
  })
}

export interface SentEvent {
  readonly event: string
  readonly id: string
  readonly data: string
}

/** Reads a stream of server-sent events; comments come as events of the kind `comment`. */
export async function* readStream(answer: Response): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of answer.body!) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n').map((line) => /^([^:]*): ?(.*)$/.exec(line) ?? ['', '', ''])
      const field = (name: string) =>
        lines.filter(([, key]) => key === name).map(([, , value]) => value ?? '')
      yield {
        event: field('event')[0] ?? 'comment',
        id: field('id')[0] ?? '',
        data: field('data').join('\n'),
      }
    }
  }
}
