import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { collectorOptionsFromEnv, type CollectorOptions } from '../../src/collector/main.ts'
import {
  APP_SECRET,
  CONSOLE_TOKEN,
  readStream,
  secrets,
  signature,
  startCollector,
  VERIFY_TOKEN,
  webhookBody,
  type CollectorUnderTest,
} from './collectorUnderTest.ts'
import { forEachStore } from './stores.ts'

/** Meta's own examples stand beside the repository where they can be had; they are not ours to copy into it. */
const FIXTURES = join(import.meta.dirname, '../../../shared/fixtures/cloud-api/webhooks')
if (!existsSync(FIXTURES)) {
  process.stderr.write(
    "\n*** NOT TESTED: the collector on Meta's own examples, which are not on this machine ***\n\n",
  )
}

await forEachStore((store) => {
  const running: { close(): Promise<void> }[] = []
  async function start(options: Partial<CollectorOptions> = {}): Promise<CollectorUnderTest> {
    const collector = await startCollector({ ...(await store.place()).options, ...options })
    running.push(collector)
    return collector
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.close()))
  })

  describe('handshake', () => {
    const handshake = (token: string, rest = '') =>
      `/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}${rest}`

    it('answers the bare challenge to the right verify token only, and logs neither', async () => {
      const collector = await start()
      const answer = await collector.get(handshake(VERIFY_TOKEN), {})
      expect([answer.status, await answer.text()]).toEqual([200, '1158201444'])
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
      for (const path of [
        handshake('wrong'),
        handshake(''),
        '/webhooks/whatsapp',
        handshake(VERIFY_TOKEN).replace('subscribe', 'other'),
      ]) {
        const refused = await collector.get(path, {})
        expect(refused.status).toBe(403)
        expect(await refused.text()).not.toContain('1158201444')
      }
      expect(collector.logged()).not.toContain(VERIFY_TOKEN)
    })
  })

  describe('webhooks', () => {
    it('stores every change of every entry, with its entry, in order', async () => {
      const collector = await start({ now: () => Date.UTC(2026, 10, 20, 12) })
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          { id: 'w1', changes: [1, 2].map((n) => ({ field: 'messages', value: { n } })) },
          { id: 'w2', time: 1739321024, changes: [{ field: 'a_field_of_tomorrow', value: [null, 'ü'] }] },
        ],
      })
      expect((await collector.webhook(body)).status).toBe(200)
      const page = await collector.events(0)
      expect(page).toMatchObject({ next: 3, more: false, head: 3 })
      expect(page.events).toEqual([
        {
          seq: 1,
          receivedAt: '2026-11-20T12:00:00.000Z',
          kind: 'webhook',
          payload: { field: 'messages', value: { n: 1 }, entry: { id: 'w1', time: null } },
        },
        expect.objectContaining({ seq: 2 }),
        expect.objectContaining({
          payload: {
            field: 'a_field_of_tomorrow',
            value: [null, 'ü'],
            entry: { id: 'w2', time: 1739321024 },
          },
        }),
      ])
    })

    it('takes a batch of 1,000 updates and pages it out', async () => {
      const collector = await start()
      const texts = Array.from({ length: 1_000 }, (_, index) => `text ${index}`)
      expect((await collector.webhook(webhookBody(...texts))).status).toBe(200)
      const seen: number[] = []
      let page = await collector.events(0, 300)
      for (;;) {
        seen.push(...page.events.map(({ seq }) => seq))
        if (!page.more) break
        page = await collector.events(page.next, 300)
      }
      expect(seen).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1))
    })

    it('accepts the signature of the reference and of a secret being rotated out', async () => {
      const collector = await start()
      const body = '{"object":"whatsapp_business_account","entry":[]}'
      const fromReference = 'sha256=dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756'
      expect((await collector.webhook(body, { 'x-hub-signature-256': fromReference })).status).toBe(200)
      const retired = { 'x-hub-signature-256': signature(body, 'retired_secret') }
      expect((await collector.webhook(body, retired)).status).toBe(200)
    })

    it('refuses every other signature with 401 and stores nothing', async () => {
      const collector = await start()
      const body = webhookBody('forged')
      const right = signature(body)
      for (const headers of [
        {},
        { 'x-hub-signature-256': '' },
        { 'x-hub-signature-256': right.slice(0, -1) },
        { 'x-hub-signature-256': right.replace('sha256=', 'sha1=') },
        { 'x-hub-signature-256': signature(body, 'another secret') },
        { 'x-hub-signature-256': signature(`${body} `) },
        { 'x-hub-signature': right },
      ] as Record<string, string>[]) {
        expect((await collector.webhook(body, headers)).status).toBe(401)
        expect((await collector.records(body, headers)).status).toBe(401)
      }
      expect(await collector.events(0)).toMatchObject({ events: [], head: 0 })
    })

    it('keeps what is signed but cannot be read, answers 200 and counts it', async () => {
      const collector = await start()
      const bodies = [
        'no json',
        '',
        '[]',
        '{"object":"page","entry":[]}',
        `${'['.repeat(500_000)}${']'.repeat(500_000)}`,
        webhookBody('deep').replace('"deep"', `${'['.repeat(500_000)}${']'.repeat(500_000)}`),
        Uint8Array.of(0x7b, 0xff, 0xfe),
      ]
      for (const body of bodies) expect((await collector.webhook(body)).status).toBe(200)
      const mixed = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          7,
          { id: 'w', changes: [{ field: 'messages', value: 1 }, { value: 2 }, { field: 'messages' }] },
        ],
      })
      expect((await collector.webhook(mixed)).status).toBe(200)
      const { events } = await collector.events(0)
      expect(events.map(({ kind }) => kind)).toEqual([
        ...bodies.map(() => 'unreadable'),
        'unreadable',
        'webhook',
        'unreadable',
        'unreadable',
      ])
      expect(events[0]?.payload).toEqual({ reason: 'is no JSON', body: 'no json' })
      expect(events[6]?.payload).toEqual({ reason: 'is not UTF-8', base64: 'e//+' })
      expect(await (await collector.get('/health', {})).json()).toMatchObject({ unreadable: 10, head: 11 })
    })

    it('refuses a body over 4 MB, announced or not, and takes one just below', async () => {
      const collector = await start()
      const large = 'x'.repeat(4 * 1024 * 1024 + 1)
      expect((await collector.webhook(large)).status).toBe(413)
      const { port, hostname } = new URL(collector.url)
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      socket.write('POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
      socket.write(`${large.length.toString(16)}\r\n${large}\r\n`)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 413/)
      socket.destroy()
      expect((await collector.webhook(large.slice(10))).status).toBe(200)
      expect((await collector.events(0)).head).toBe(1)
    })

    it.skipIf(!existsSync(FIXTURES))("takes Meta's own examples as they are", async () => {
      const collector = await start()
      for (const file of readdirSync(FIXTURES)) {
        const body = readFileSync(join(FIXTURES, file), 'utf8')
        expect((await collector.webhook(body)).status).toBe(200)
        const { events } = await collector.events((await collector.events(0, 1_000)).head - 1)
        const { entry } = JSON.parse(body) as { entry: { changes: object[] }[] }
        expect(events.at(-1)?.payload).toMatchObject(entry.at(-1)!.changes.at(-1)!)
        expect(events.at(-1)?.kind).toBe('webhook')
      }
    })
  })

  describe('records', () => {
    it('stores one event for each line, as it was posted, and keeps lines that are none', async () => {
      const collector = await start()
      const assignment =
        '{"kind":"assignment","conversation":"v1","at":"2026-11-20T12:00:00Z","big":12345678901234567890}'
      const lines = `${assignment}\r\n\nnot json\n42\n{"kind":"comment"}`
      const answer = await collector.records(lines)
      expect([answer.status, await answer.json()]).toEqual([200, { stored: 4, unreadable: 2 }])
      const raw = await (await collector.get('/v1/events')).text()
      expect(raw).toContain(assignment)
      const { events } = await collector.events(0)
      expect(events.every(({ kind }) => kind === 'records')).toBe(true)
      expect(events.slice(1).map(({ payload }) => payload)).toEqual([
        { unreadable: 'not json' },
        { unreadable: '42' },
        { kind: 'comment' },
      ])
    })

    it('may have a secret of their own, which then is the only one', async () => {
      const collector = await start({ env: { ...secrets, FLOORWALKER_RECORDS_SECRET: 'tool secret' } })
      const line = '{"kind":"comment"}'
      expect((await collector.records(line)).status).toBe(401)
      const bySecret = { 'x-hub-signature-256': signature(line, 'tool secret') }
      expect((await collector.records(line, bySecret)).status).toBe(200)
      expect((await collector.webhook(webhookBody('x'), bySecret)).status).toBe(401)
    })
  })

  describe('events', () => {
    it('are given to holders of a token only', async () => {
      const collector = await start()
      for (const path of ['/v1/events', '/v1/stream', `/v1/media/${'0'.repeat(64)}`]) {
        for (const headers of [
          {},
          { authorization: 'Bearer wrong' },
          { authorization: `Basic ${CONSOLE_TOKEN}` },
          { authorization: `Bearer ${createHash('sha256').update(CONSOLE_TOKEN).digest('hex')}` },
        ] as Record<string, string>[]) {
          const answer = await collector.get(path, headers)
          expect(answer.status).toBe(401)
          expect(await answer.json()).toMatchObject({ error: { kind: 'denied' } })
        }
      }
      const other = { authorization: 'Bearer other-token-0123456789' }
      expect((await collector.get('/v1/events', other)).status).toBe(200)
    })

    it('make an address that keeps guessing wait, and no other', async () => {
      const collector = await start({ now: () => 1_000_000 })
      const guess = (from: string, token: string) =>
        collector.get('/v1/events', { authorization: `Bearer ${token}`, 'x-forwarded-for': from })
      for (let tries = 0; tries < 20; tries += 1) expect((await guess('192.0.2.1', 'wrong')).status).toBe(401)
      const blocked = await guess('192.0.2.1', CONSOLE_TOKEN)
      expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '10'])
      expect((await guess('192.0.2.2', CONSOLE_TOKEN)).status).toBe(200)
    })

    it('answers what it cannot understand with one sentence', async () => {
      const collector = await start()
      for (const query of [
        'after=-1',
        'after=x',
        'after=1.5',
        'limit=0',
        'after=99999999999999999999',
        'after=',
      ]) {
        const answer = await collector.get(`/v1/events?${query}`)
        expect([query, answer.status]).toEqual([query, 400])
        expect(await answer.json()).toMatchObject({ error: { kind: 'invalid' } })
      }
      expect((await collector.get('/v1/nothing')).status).toBe(404)
      expect((await collector.get(`/v1/media/..%2f..%2fcollector.db`)).status).toBe(404)
    })
  })

  describe('rate', () => {
    it('is limited for each address, with the seconds to wait', async () => {
      const collector = await start({
        now: () => 1_000_000,
        env: { ...secrets, FLOORWALKER_REQUESTS_PER_SECOND: '2' },
      })
      const from = (address: string) => collector.get('/health', { 'x-forwarded-for': address })
      for (let count = 0; count < 4; count += 1) expect((await from('192.0.2.1')).status).toBe(200)
      const busy = await from('192.0.2.1')
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '1'])
      expect((await from('192.0.2.2')).status).toBe(200)
    })
  })

  describe('stream', () => {
    it('sends what is there, then what comes, and resumes after Last-Event-ID', async () => {
      const collector = await start()
      await collector.webhook(webhookBody('one', 'two'))
      const stream = readStream(await collector.get('/v1/stream?after=1'))
      expect((await stream.next()).value).toMatchObject({ event: 'comment' })
      const second = (await stream.next()).value
      expect(second).toMatchObject({ event: 'event', id: '2' })
      expect(JSON.parse(second!.data)).toEqual((await collector.events(1)).events[0])
      await collector.records('{"kind":\r"comment"}')
      const third = (await stream.next()).value!
      expect(third.id).toBe('3')
      expect(JSON.parse(third.data)).toMatchObject({ seq: 3, payload: { kind: 'comment' } })
      await stream.return(undefined)

      const resumed = readStream(
        await collector.get('/v1/stream?after=0', {
          authorization: `Bearer ${CONSOLE_TOKEN}`,
          'last-event-id': '2',
        }),
      )
      await resumed.next()
      expect((await resumed.next()).value).toMatchObject({ id: '3' })
      await resumed.return(undefined)
    })

    it('ends when the collector stops, whatever it is doing', async () => {
      const collector = await start()
      const stream = readStream(await collector.get('/v1/stream'))
      await stream.next()
      await collector.close()
      running.length = 0
      expect(await stream.next()).toMatchObject({ done: true })
    })
  })

  describe('media', () => {
    it('is fetched once, checked, announced by an event and served', async () => {
      const image = Buffer.from('not really an image')
      const sha256 = createHash('sha256').update(image).digest()
      const asked: string[] = []
      const graph = createServer((request, response) => {
        asked.push(`${request.headers.authorization} ${request.url}`)
        const base = `http://127.0.0.1:${(graph.address() as { port: number }).port}`
        if (request.url === '/v25.0/1003383421387256') {
          response.end(
            JSON.stringify({
              url: `${base}/download?secret=in-url`,
              mime_type: 'image/jpeg',
              sha256: sha256.toString('hex'),
              file_size: String(image.length),
            }),
          )
        } else response.end(image)
      }).listen(0, '127.0.0.1')
      await once(graph, 'listening')
      const base = `http://127.0.0.1:${(graph.address() as { port: number }).port}`
      const collector = await start({
        env: { ...secrets, FLOORWALKER_GRAPH_TOKEN: 'graph-token', FLOORWALKER_GRAPH_URL: `${base}/v25.0/` },
      })
      const body = webhookBody('x').replace(
        '"text":{',
        `"image":{"id":"1003383421387256","mime_type":"image/jpeg","sha256":"${sha256.toString('base64')}"},"text":{`,
      )
      await collector.webhook(body)
      await collector.webhook(body)
      const found: { seq: number; payload: object }[] = []
      for await (const { event, data } of readStream(await collector.get('/v1/stream'))) {
        if (event !== 'event') continue
        const next = JSON.parse(data) as { seq: number; kind: string; payload: object }
        if (next.kind === 'media') found.push(next)
        if (next.seq === 3) break
      }
      const hex = sha256.toString('hex')
      expect(found).toMatchObject([
        { payload: { mediaId: '1003383421387256', sha256: hex, mime: 'image/jpeg', bytes: image.length } },
      ])
      const answer = await collector.get(`/v1/media/${hex}`)
      expect(answer.headers.get('content-type')).toBe('image/jpeg')
      expect(Buffer.from(await answer.arrayBuffer()).equals(image)).toBe(true)
      expect(asked).toEqual([
        'Bearer graph-token /v25.0/1003383421387256',
        'Bearer graph-token /download?secret=in-url',
      ])
      expect(collector.logged()).not.toMatch(/graph-token|in-url/)
      graph.close()
    })
  })

  describe('health and logs', () => {
    it('tells anyone how the log is, and nothing of what is in it', async () => {
      const collector = await start({ now: () => Date.UTC(2026, 10, 20, 12) })
      await collector.webhook(webhookBody('hidden text'))
      const answer = await collector.get('/health', {})
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({
        status: 'ok',
        store: store.name,
        head: 1,
        lastReceivedAt: '2026-11-20T12:00:00.000Z',
        unreadable: 0,
        mediaPending: 0,
        version: expect.stringMatching(/^\d+\./),
      })
    })

    it('never writes a message, a token or a secret into its log', async () => {
      const collector = await start()
      await collector.webhook(webhookBody('hidden text'))
      await collector.webhook('hidden text that is no json')
      await collector.webhook(webhookBody('hidden text'), {})
      await collector.records('{"kind":"comment","text":"hidden text"}\nhidden text')
      await collector.get('/v1/events?after=hidden%20text')
      await collector.get('/hidden%20text')
      await collector.get('/v1/events', { authorization: 'Bearer hidden-token' })
      await collector.get(`/v1/events?token=${CONSOLE_TOKEN}`)
      const lines = collector.logged().trim().split('\n')
      expect(lines.length).toBeGreaterThan(8)
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('msg')
      expect(collector.logged()).toContain('"console":"desk"')
      expect(collector.logged()).not.toMatch(/hidden/)
      for (const secret of [APP_SECRET, VERIFY_TOKEN, CONSOLE_TOKEN])
        expect(collector.logged()).not.toContain(secret)
    })
  })

  describe('start', () => {
    it('finds what it stored before it was stopped', async () => {
      const { options } = await store.place()
      const first = await startCollector(options)
      await first.webhook(webhookBody('one'))
      const { log } = await first.events(0)
      await first.close()
      expect(await (await start(options)).events(0)).toMatchObject({ head: 1, log })
    })

    it('says what is wrong when the port is taken, and leaves nothing running', async () => {
      const taken = await start()
      await expect(start({ port: Number(new URL(taken.url).port) })).rejects.toMatchObject({
        name: 'CollectorRefusal',
        message: expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 cannot be used/),
        hint: expect.stringContaining('--port'),
      })
    })
  })
})

describe('collectorOptionsFromEnv', () => {
  it('takes the folder of --data, or DATABASE_URL before it', () => {
    const flags = { port: 1, dataDir: 'data' }
    expect(collectorOptionsFromEnv({}, flags)).toMatchObject({ port: 1, dataDir: 'data' })
    const inPostgres = collectorOptionsFromEnv({ DATABASE_URL: 'postgres://db/x' }, flags)
    expect(inPostgres).toMatchObject({ databaseUrl: 'postgres://db/x' })
    expect(inPostgres).not.toHaveProperty('dataDir')
  })

  it('refuses to start without a place for the log, and never repeats an address', () => {
    expect(() => collectorOptionsFromEnv({}, { port: 1 })).toThrow(/no place for its log/)
    const secretAddress = { DATABASE_URL: 'mysql://user:hunter2@db/x' }
    expect(() => collectorOptionsFromEnv(secretAddress, { port: 1 })).toThrow(/no postgres:\/\/ address/)
    expect(() => collectorOptionsFromEnv(secretAddress, { port: 1 })).not.toThrow(/hunter2/)
  })
})
