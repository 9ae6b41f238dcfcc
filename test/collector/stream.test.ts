import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createCollectorApp } from '../../src/collector/server.ts'
import { createServing } from '../../src/collector/serving.ts'
import { readSettings } from '../../src/collector/settings.ts'
import { openSqliteLog } from '../../src/collector/sqliteLog.ts'
import { clientOf, readStream, secrets } from './collectorUnderTest.ts'

describe('a stream', () => {
  it('shows in silence that it is alive, and then finds what nobody woke it for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorwalker-stream-'))
    const log = openSqliteLog(folder)
    const closing = new AbortController()
    const app = createCollectorApp({
      // A log whose wake-ups are all lost.
      log: { ...log, watch: () => () => undefined },
      settings: readSettings(secrets),
      now: Date.now,
      logger: pino({ enabled: false }),
      version: '0',
      closing: closing.signal,
      onMediaWanted: null,
      heartbeatMs: 5,
    })
    const serving = createServing(app.fetch)
    const { get } = clientOf(await serving.listen(0, '127.0.0.1'))
    const stream = readStream(await get('/v1/stream'))
    expect((await stream.next()).value).toMatchObject({ event: 'comment' })
    expect((await stream.next()).value).toMatchObject({ event: 'comment' })
    const event = { receivedAt: 0, kind: 'webhook', unreadable: false, payload: '1' } as const
    await log.append({ events: [event], wanted: [], fetched: [] })
    for await (const sent of stream) {
      if (sent.event === 'comment') continue
      expect(sent.id).toBe('1')
      break
    }
    closing.abort()
    await serving.close()
    await log.close()
    rmSync(folder, { recursive: true })
  })
})
