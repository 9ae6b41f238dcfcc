import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Refusal, type Page } from '../../../../src/main/sources/source.ts'
import { createGraph } from '../../../../src/main/sources/whatsapp-cloud/graph.ts'
import { createWhatsAppCloudSource } from '../../../../src/main/sources/whatsapp-cloud/source.ts'
import { startGraph, type GraphServer } from '../../../simulators/whatsapp-cloud/graphServer.ts'

const start = Date.UTC(2026, 4, 4, 8)
const hour = 60 * 60_000
const token = 'token-of-a-system-user'
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A collector that received its last event at a time. */
async function collectorLastHeard(lastReceivedAt: number): Promise<string> {
  const event = { seq: 1, receivedAt: new Date(lastReceivedAt).toISOString(), kind: 'records', payload: {} }
  const server = createServer((request, response) => {
    const events = request.url?.includes('after=0') === true ? [event] : []
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ events, next: 1, more: false, head: 1 }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Scene {
  readonly server: GraphServer
  readonly clock: { now: number }
  readonly pull: (cursor?: string | null) => Promise<Page>
}

async function scene(
  options: { templates?: number; sentAt?: readonly number[]; lastReceivedAt?: number; token?: string } = {},
): Promise<Scene> {
  const clock = { now: start }
  const server = await startGraph({ ...options, token, now: () => clock.now })
  closers.push(() => server.close())
  const collector = await collectorLastHeard(options.lastReceivedAt ?? start)
  const graph = { url: server.url, token: options.token ?? token, waba: server.waba }
  const source = createWhatsAppCloudSource(
    { collector, token: 'console', graph },
    { now: () => clock.now, fetch: globalThis.fetch },
  )
  const stream = source.streams.find((one) => one.role === 'refresh')!
  return { server, clock, pull: (cursor = null) => stream.pull(cursor, new AbortController().signal) }
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error })
  return error
}

describe('the account, asked of the cloud', () => {
  it('gives numbers as channels and tells once of what is not well', async () => {
    const { pull } = await scene()
    const page = await pull()
    expect(page.records).toMatchObject([
      { kind: 'channel', name: 'Support DE', phone: '+493055501' },
      { kind: 'channel', name: 'Support FR', phone: '+33155502' },
    ])
    expect(page.notices.map((notice) => notice.text)).toEqual([
      'Number +33155502 is in the state: quality red.',
      'Template “template_0” (en) is in the state: paused.',
    ])
    expect((await pull(page.cursor)).notices).toEqual([])
  })

  it('reads every page by its cursor and never follows an address', async () => {
    const { server } = await scene({ templates: 60 })
    const graph = createGraph(
      { url: server.url, token, waba: server.waba },
      { now: () => start, fetch: globalThis.fetch },
    )
    expect(await graph.templates(new AbortController().signal)).toHaveLength(60)
    expect(server.asked).toHaveLength(3)
    expect(server.asked.join()).not.toContain('token')
  })

  it('begins a list again when its cursor went stale', async () => {
    const { server, pull } = await scene()
    server.refuse({ code: 131059 })
    expect((await pull()).records).toHaveLength(2)
    expect(server.asked.filter((path) => path.includes('phone_numbers'))).toHaveLength(2)
    server.refuse({ code: 131059 }, { code: 131059 })
    expect((await refusal(pull())).kind).toBe('busy')
  })

  it.each([
    [{ code: 4 }, 'busy', null],
    [{ code: 80007, status: 429, headers: { 'retry-after': '30' } }, 'busy', 30_000],
    [{ code: 80008 }, 'busy', null],
    [{ code: 130429 }, 'busy', null],
    [{ code: 190, status: 401 }, 'denied', null],
    [{ code: 10, status: 403 }, 'denied', null],
    [{ code: 200, status: 403 }, 'denied', null],
    [{ code: 2, status: 503 }, 'busy', null],
    [{ code: 131016, status: 400 }, 'busy', null],
    [{ code: 100 }, 'invalid', null],
  ])('%o is %s', async (trouble, kind, retryAfterMs) => {
    const { server, pull } = await scene()
    server.refuse(trouble)
    expect(await refusal(pull())).toMatchObject({ kind, retryAfterMs })
  })

  it('a wrong token is denied', async () => {
    const { pull } = await scene({ token: 'expired' })
    expect((await refusal(pull())).kind).toBe('denied')
  })

  it('rests as long as the cloud says, for the whole account, without asking again', async () => {
    const { server, clock, pull } = await scene()
    server.usage({ '7': [{ call_count: 100, estimated_time_to_regain_access: 9 }] })
    server.refuse({ code: 80007 })
    expect(await refusal(pull())).toMatchObject({ kind: 'busy', retryAfterMs: 9 * 60_000 })
    const asked = server.asked.length
    clock.now += 8 * 60_000
    expect(await refusal(pull())).toMatchObject({ kind: 'busy', retryAfterMs: 60_000 })
    expect(server.asked).toHaveLength(asked)
    server.usage(null)
    clock.now += 2 * 60_000
    expect((await pull()).records).toHaveLength(2)
  })

  it('says loudly when the cloud counts messages and no webhook came', async () => {
    const sentAt = Array.from({ length: 40 }, (_, index) => start - 5 * hour + index * 60_000)
    const quiet = await scene({ sentAt, lastReceivedAt: start - 9 * hour })
    expect((await quiet.pull()).notices).toContainEqual(
      expect.objectContaining({ kind: 'webhooks_silent', severity: 'danger' }),
    )
    const asked = quiet.server.asked.at(-1)
    expect(decodeURIComponent(asked ?? '')).toMatch(
      /analytics\.start\(\d+\)\.end\(\d+\)\.granularity\(HALF_HOUR\)/,
    )
  })

  it('does not cry out when webhooks arrive, or when nothing was sent', async () => {
    const kinds = (page: Page) => page.notices.map((notice) => notice.kind)
    const lively = await scene({ sentAt: [start - 3 * hour], lastReceivedAt: start - 60_000 })
    expect(kinds(await lively.pull())).not.toContain('webhooks_silent')
    const idle = await scene({ lastReceivedAt: start - 9 * hour })
    expect(kinds(await idle.pull())).not.toContain('webhooks_silent')
  })
})
