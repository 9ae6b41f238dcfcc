import { Client } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { openPostgresLog } from '../../src/collector/postgresLog.ts'
import { readStream, startCollector, webhookBody, type CollectorUnderTest } from './collectorUnderTest.ts'
import { withPostgres } from './stores.ts'

await withPostgres((postgres) => {
  const running: CollectorUnderTest[] = []
  async function start(databaseUrl: string): Promise<CollectorUnderTest> {
    const collector = await startCollector({ databaseUrl })
    running.push(collector)
    return collector
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.close()))
  })

  describe('several collectors on one database', () => {
    it('show every event to every reader, in order and without a gap, while all of them write', async () => {
      const url = await postgres().createDatabase()
      const collectors = await Promise.all([start(url), start(url), start(url)])
      const bodies = 150
      const total = collectors.length * bodies * 2
      const write = async (collector: CollectorUnderTest, name: number) => {
        const numbers = Array.from({ length: bodies }, (_, index) => index)
        // Five at a time, so that transactions overlap within a collector too.
        await Promise.all(
          Array.from({ length: 5 }, async () => {
            for (let next = numbers.pop(); next !== undefined; next = numbers.pop()) {
              const answer = await collector.webhook(webhookBody(`${name}-${next}-a`, `${name}-${next}-b`))
              expect(answer.status).toBe(200)
            }
          }),
        )
      }
      const poll = async (collector: CollectorUnderTest) => {
        const seen: number[] = []
        while (seen.length < total) {
          const { events, next } = await collector.events(seen.length, 37)
          seen.push(...events.map(({ seq }) => seq))
          expect(next).toBe(seen.length)
        }
        return seen
      }
      const stream = async (collector: CollectorUnderTest) => {
        const seen: number[] = []
        for await (const { event, id } of readStream(await collector.get('/v1/stream'))) {
          if (event === 'event') seen.push(Number(id))
          if (seen.length === total) break
        }
        return seen
      }
      const [seen] = await Promise.all([
        Promise.all([...collectors.map(poll), ...collectors.map(stream)]),
        ...collectors.map(write),
      ])
      const expected = Array.from({ length: total }, (_, index) => index + 1)
      for (const each of seen) expect(each).toEqual(expected)
    })

    it('never show an event while an earlier one is not committed yet', async () => {
      const url = await postgres().createDatabase()
      const log = await openPostgresLog(url, () => undefined)
      // Another collector, stopped in the middle of its append: its number is taken, its row not visible.
      const slow = new Client({ connectionString: url })
      await slow.connect()
      await slow.query('BEGIN')
      await slow.query('UPDATE collector_log SET head = head + 1')
      await slow.query("INSERT INTO collector_event VALUES (1, 0, 'webhook', false, '{}')")
      const event = { receivedAt: 1, kind: 'webhook', unreadable: false, payload: '"late"' } as const
      const appended = log.append({ events: [event], wanted: [], fetched: [] })
      const waiting = new Client({ connectionString: url })
      await waiting.connect()
      const blocked =
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
      while ((await waiting.query<{ n: number }>(blocked)).rows[0]?.n !== 1) continue
      expect(await log.read(0, 10, 1_000)).toEqual([])
      await slow.query('COMMIT')
      expect(await appended).toBe(2)
      expect((await log.read(0, 10, 1_000)).map(({ seq }) => seq)).toEqual([1, 2])
      await Promise.all([slow.end(), waiting.end(), log.close()])
    })

    it('wake the readers of each other', async () => {
      const url = await postgres().createDatabase()
      const reader = await openPostgresLog(url, () => undefined)
      const wakes: (() => void)[] = []
      const [connected, appended] = [1, 2].map(() => new Promise<void>((resolve) => wakes.push(resolve)))
      reader.watch(() => wakes.shift()?.())
      // The first wake makes up for what came before the connection.
      await connected
      const writer = await openPostgresLog(url, () => undefined)
      const event = { receivedAt: 1, kind: 'webhook', unreadable: false, payload: '1' } as const
      await writer.append({ events: [event], wanted: [], fetched: [] })
      await appended
      expect(await reader.read(0, 10, 1_000)).toHaveLength(1)
      await Promise.all([reader.close(), writer.close()])
    })

    it('start together on an empty database', async () => {
      const url = await postgres().createDatabase()
      const logs = await Promise.all(Array.from({ length: 5 }, () => openPostgresLog(url, () => undefined)))
      expect(new Set(logs.map(({ id }) => id)).size).toBe(1)
      await Promise.all(logs.map((log) => log.close()))
    })
  })

  describe('the server', () => {
    it('is made to flush before it answers, whatever its default', async () => {
      const url = await postgres().createDatabase()
      const admin = new Client({ connectionString: url })
      await admin.connect()
      await admin.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`)
      const log = await openPostgresLog(url, () => undefined)
      await admin.query(`
        CREATE TABLE seen (setting text);
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
        CREATE TRIGGER note AFTER INSERT ON collector_event FOR EACH ROW EXECUTE FUNCTION note();`)
      const event = { receivedAt: 1, kind: 'webhook', unreadable: false, payload: '1' } as const
      await log.append({ events: [event], wanted: [], fetched: [] })
      expect((await admin.query('SELECT * FROM seen')).rows).toEqual([{ setting: 'on' }])
      await Promise.all([admin.end(), log.close()])
    })

    it('may go away and come back: 503 meanwhile, and nothing answered 200 is lost', async () => {
      const url = await postgres().createDatabase()
      const name = new URL(url).pathname.slice(1)
      const collector = await start(url)
      expect((await collector.webhook(webhookBody('before'))).status).toBe(200)
      const admin = new Client({ connectionString: postgres().url })
      await admin.connect()
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
      expect((await collector.webhook(webhookBody('while away'))).status).toBe(503)
      expect((await collector.get('/health')).status).toBe(503)
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
      await admin.end()
      expect((await collector.webhook(webhookBody('back'))).status).toBe(200)
      expect(await collector.events(0)).toMatchObject({ head: 2, more: false })
      expect(collector.logged()).toContain('the log cannot be written')
      expect((await collector.get('/health')).status).toBe(200)
      expect(collector.logged()).not.toContain('while away')
    })
  })
})
