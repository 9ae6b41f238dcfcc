import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, request, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSend, type Sending } from '../../../../src/main/telling/webhook/send.ts'

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const post = {
  id: 'unresolved:v1:5:6',
  at: 1,
  body: JSON.stringify({ id: 'unresolved:v1:5', text: 'Wartet – ü' }),
}

/** A server of this machine where a public https address would be. */
async function hook(answer: RequestListener, timeoutMs = 10_000) {
  const received: Received[] = []
  const server = createServer((question, response) => {
    const parts: Buffer[] = []
    question.on('data', (part: Buffer) => parts.push(part))
    question.on('end', () => {
      received.push({
        path: question.url ?? '',
        headers: question.headers,
        body: Buffer.concat(parts).toString(),
      })
      answer(question, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const pinned: unknown[] = []
  const send = createSend({
    request(url, options, onResponse) {
      options.lookup?.(url.hostname, { all: true }, (_error, addresses) => pinned.push(addresses))
      const { lookup: _, ...rest } = options
      return request({ ...rest, host: '127.0.0.1', port, path: url.pathname }, onResponse)
    },
    resolve: async () => [{ address: '93.184.215.14', family: 4 }],
    timeoutMs,
  })
  const sending = (change: Partial<Sending> = {}) =>
    send({
      url: 'https://chat.example/hooks/T0PSECRET',
      post,
      secret: 'shared',
      now: 1_800_000_000_000,
      signal: new AbortController().signal,
      ...change,
    })
  return { received, sending, pinned }
}

describe('a post', () => {
  it('is JSON with its name, its time and a signature over all of it', async () => {
    const { received, sending, pinned } = await hook((_, response) => response.writeHead(204).end())
    expect(await sending()).toEqual({ kind: 'taken' })
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = received
    expect(path).toBe('/hooks/T0PSECRET')
    expect(JSON.parse(body)).toEqual({ id: 'unresolved:v1:5', text: 'Wartet – ü', sentAt: 1_800_000_000_000 })
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': 'unresolved%3Av1%3A5%3A6',
      'x-floorwalker-timestamp': '1800000000000',
      'x-floorwalker-signature': `sha256=${createHmac('sha256', 'shared').update(body).digest('hex')}`,
    })
    // Connected to is what was checked, whatever the name resolves to a moment later.
    expect(pinned).toEqual([[{ address: '93.184.215.14', family: 4 }]])
  })

  it('is not signed without a secret', async () => {
    const { received, sending } = await hook((_, response) => response.writeHead(200).end('ok'))
    await sending({ secret: null })
    expect(received[0]?.headers['x-floorwalker-signature']).toBeUndefined()
  })

  it.each([
    [302, 'failed', 'chat.example sends elsewhere (302); that is not followed.'],
    [400, 'refused', 'chat.example answered 400.'],
    [404, 'failed', 'chat.example answered 404.'],
    [429, 'failed', 'chat.example answered 429.'],
    [503, 'failed', 'chat.example answered 503.'],
  ] as const)('answered %i is %s', async (status, kind, why) => {
    const { received, sending } = await hook((_, response) =>
      response
        .writeHead(status, { Location: 'https://elsewhere.example/' })
        .end('<script>no secret</script>'),
    )
    expect(await sending()).toMatchObject({ kind, why })
    expect(received).toHaveLength(1)
  })

  it('does not wait for what the other side goes on saying', async () => {
    const { sending } = await hook((_, response) => void response.writeHead(200).write('x'.repeat(100_000)))
    expect(await sending()).toEqual({ kind: 'taken' })
  })

  it('fails in words without the address’s path when nobody answers, and when it is called off', async () => {
    const silent = await hook(() => undefined, 50)
    expect(await silent.sending()).toMatchObject({
      kind: 'failed',
      why: 'chat.example did not answer in time.',
    })
    const dropped = await hook((question) => question.socket.destroy())
    const outcome = await dropped.sending()
    expect(outcome).toMatchObject({ kind: 'failed', why: 'chat.example cannot be reached (ECONNRESET).' })
    const { sending } = await hook(() => undefined)
    const abort = new AbortController()
    abort.abort()
    expect(await sending({ signal: abort.signal })).toMatchObject({ kind: 'failed' })
  })

  it('never leaves for a private address', async () => {
    const { received, sending } = await hook((_, response) => response.writeHead(200).end())
    for (const url of ['https://192.168.0.1/', 'http://chat.example/', 'nonsense'])
      expect(await sending({ url })).toMatchObject({ kind: 'failed' })
    expect(received).toEqual([])
  })
})
