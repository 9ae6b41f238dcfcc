/** One contract: whatever carries a request, it is answered, refused and announced the same way. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Transport } from '../../../src/shared/contract.ts'
import { createClient, RequestError } from '../../../src/shared/client.ts'
import { failureKinds } from '../../support/servedApi.ts'
import type { ServedApi } from '../../support/servedApi.ts'
import { nextEvent, transports, type OpenTransport } from '../../support/transports.ts'

vi.mock('electron', async () => ({
  ...(await import('../../support/electron.ts')).electron,
  ...(await import('../../support/electronPage.ts')),
}))

const hint = 'Do this.'

describe.each(transports)('a request %s', (_name, open) => {
  let opened: OpenTransport
  let transport: Transport
  let client: ServedApi
  beforeEach(async () => {
    opened = await open()
    transport = opened.transport
    client = createClient<ServedApi>(transport)
  })
  afterEach(() => opened.close())

  const failureOf = async (request: Promise<unknown>) => {
    const error: unknown = await request.then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(RequestError)
    return (error as RequestError).failure
  }

  it('brings its arguments and its answer over as they are', async () => {
    const values = [
      { text: 'Zoë 🌿 \u202eabc <b>&amp;</b>\n"', at: 253402300799999, rate: 0.1 + 0.2, none: null },
      [],
      false,
      -0.5,
    ]
    expect(await client.echo(...values)).toEqual(values)
    expect(await transport.request('echo', [])).toEqual({ ok: true, value: [] })
  })

  it('answers null where there is nothing to answer', async () => {
    expect(await transport.request('nothing', [])).toEqual({ ok: true, value: null })
  })

  it('keeps many requests under way apart', async () => {
    const numbers = Array.from({ length: 50 }, (_, index) => index)
    expect(await Promise.all(numbers.map((number) => client.echo(number)))).toEqual(
      numbers.map((number) => [number]),
    )
  })

  it.each(failureKinds)('fails as %s with its words, wherever the failure began', async (kind) => {
    const expected = { kind, message: `It is ${kind}.`, hint }
    expect(await failureOf(client.fail(kind))).toEqual(expected)
    expect(await failureOf(client.pass(kind))).toEqual(expected)
    expect(await failureOf(client.store(kind))).toEqual(expected)
  })

  it('tells a source that refuses, a full disk and a damaged file apart', async () => {
    expect(await failureOf(client.refuse())).toEqual({ kind: 'busy', message: 'It is busy.', hint })
    expect((await failureOf(client.sqlite('SQLITE_FULL'))).kind).toBe('full')
    expect((await failureOf(client.sqlite('SQLITE_CORRUPT_VTAB'))).kind).toBe('damaged')
    expect((await failureOf(client.sqlite('SQLITE_NEVER_SEEN'))).kind).toBe('bug')
  })

  it('says that something broke without the stack of it', async () => {
    const failure = await failureOf(client.crash())
    expect(failure).toMatchObject({ kind: 'bug', message: expect.stringContaining('x is undefined') })
    expect(JSON.stringify(failure)).not.toMatch(/\.ts:|at Object|node_modules/)
  })

  it.each(['nobody', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'then'])(
    'knows no request named %s',
    async (method) => {
      const reply = await transport.request(method, [])
      expect(reply).toMatchObject({ ok: false, error: { kind: 'bug' } })
      if (!reply.ok) expect(reply.error.message).toContain(JSON.stringify(method))
    },
  )

  it('hears what is announced, by name, until it stops listening', async () => {
    const failure = { kind: 'full', message: 'The disk is full.', hint } as const
    const others: unknown[] = []
    const stop = transport.listen('changed', (data) => others.push(data))
    const heard = await nextEvent(transport, 'stopped', () => client.announce('stopped', { failure }))
    expect(heard).toEqual({ failure })
    expect(others).toEqual([])

    const topics = { topics: ['numbers', 'sync'] } as const
    await nextEvent(transport, 'changed', () => client.announce('changed', topics))
    expect(others[0]).toEqual(topics)
    stop()
    const count = others.length
    await nextEvent(transport, 'changed', () => client.announce('changed', topics))
    expect(others).toHaveLength(count)
  })
})
