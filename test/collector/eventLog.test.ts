import { createHash } from 'node:crypto'
import { array, assert, asyncProperty, string } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Batch, EventLog, NewEvent } from '../../src/collector/log.ts'
import { forEachStore } from './stores.ts'

const event = (text: string, receivedAt = 1_000): NewEvent => ({
  receivedAt,
  kind: 'webhook',
  unreadable: false,
  payload: JSON.stringify({ text }),
})
const batch = (...texts: readonly string[]): Batch => ({
  events: texts.map((text) => event(text)),
  wanted: [],
  fetched: [],
})
const wanting = (...mediaIds: readonly string[]): Batch => ({
  events: [],
  wanted: mediaIds.map((mediaId) => ({ mediaId, sha256: null, wantedAt: 1_000 })),
  fetched: [],
})
const textsOf = (events: readonly { readonly payload: string }[]) =>
  events.map(({ payload }) => (JSON.parse(payload) as { text: string }).text)
const MEGABYTE = 1024 * 1024

await forEachStore((store) => {
  const opened: EventLog[] = []
  async function open(place: { open(): Promise<EventLog> }): Promise<EventLog> {
    const log = await place.open()
    opened.push(log)
    return log
  }
  const openNew = async () => open(await store.place())
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()))
  })

  describe('append and read', () => {
    it('numbers events from 1 without gaps and reads them back as they were', async () => {
      const log = await openNew()
      expect(await log.head()).toBe(0)
      expect(await log.read(0, 10, MEGABYTE)).toEqual([])
      await log.append(batch('a', 'b'))
      expect(await log.append(batch('c'))).toBe(3)
      const events = await log.read(0, 10, MEGABYTE)
      expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(events[0]).toEqual({ seq: 1, ...event('a') })
      expect(textsOf(await log.read(1, 1, MEGABYTE))).toEqual(['b'])
      expect(await log.read(3, 10, MEGABYTE)).toEqual([])
    })

    it('keeps any text byte for byte', async () => {
      const log = await openNew()
      await assert(
        asyncProperty(array(string({ unit: 'binary', maxLength: 200 })), async (texts) => {
          const before = await log.head()
          await log.append(batch(...texts))
          expect(textsOf(await log.read(before, 1_000, 100 * MEGABYTE))).toEqual(texts)
        }),
        { numRuns: 50 },
      )
    })

    it('ends a page before it grows too large, but always gives one event', async () => {
      const log = await openNew()
      const large = 'é'.repeat(200_000)
      await log.append(batch(large, large, large))
      expect(await log.read(0, 10, 1_000)).toHaveLength(1)
      expect(await log.read(0, 10, 900_000)).toHaveLength(2)
      expect(await log.read(0, 10, MEGABYTE * 2)).toHaveLength(3)
    })

    it('gives each of many concurrent batches its own run of numbers', async () => {
      const log = await openNew()
      const sizes = Array.from({ length: 200 }, (_, index) => (index % 4) + 1)
      await Promise.all(
        sizes.map((size, index) =>
          log.append(batch(...Array.from({ length: size }, (_, n) => `${index}.${n}`))),
        ),
      )
      const total = sizes.reduce((sum, size) => sum + size, 0)
      const events = await log.read(0, 10_000, 100 * MEGABYTE)
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, index) => index + 1))
      // The events of one batch stand together and in order.
      const texts = textsOf(events)
      for (const [index, size] of sizes.entries()) {
        const first = texts.indexOf(`${index}.0`)
        expect(texts.slice(first, first + size)).toEqual(
          Array.from({ length: size }, (_, n) => `${index}.${n}`),
        )
      }
    })

    it('holds everything, and goes on counting, after it was closed and opened again', async () => {
      const place = await store.place()
      const first = await place.open()
      await first.append(batch('a', 'b'))
      await first.close()
      const second = await open(place)
      expect(second.id).toBe(first.id)
      expect(await second.append(batch('c'))).toBe(3)
      expect(textsOf(await second.read(0, 10, MEGABYTE))).toEqual(['a', 'b', 'c'])
      expect((await openNew()).id).not.toBe(first.id)
    })
  })

  describe('state', () => {
    it('counts what was unreadable and says when the newest event came', async () => {
      const log = await openNew()
      expect(await log.state()).toEqual({
        head: 0,
        lastReceivedAt: null,
        unreadable: 0,
        mediaPending: 0,
        mediaFailed: 0,
      })
      await log.append({
        events: [event('a', 5_000), { ...event('b', 9_000), unreadable: true }],
        wanted: [{ mediaId: 'm1', sha256: null, wantedAt: 9_000 }],
        fetched: [],
      })
      await log.probe(10_000)
      expect(await log.state()).toEqual({
        head: 2,
        lastReceivedAt: 9_000,
        unreadable: 1,
        mediaPending: 1,
        mediaFailed: 0,
      })
    })
  })

  describe('watch', () => {
    it('wakes after an append, until it is stopped', async () => {
      const log = await openNew()
      await new Promise<void>((resolve) => {
        const stop = log.watch(() => {
          stop()
          resolve()
        })
        void log.append(batch('a'))
      })
      let wakes = 0
      const stop = log.watch(() => {
        wakes += 1
      })
      stop()
      await log.append(batch('b'))
      expect(wakes).toBe(0)
    })
  })

  describe('media jobs', () => {
    it('are given to one worker each, the longest due first, and again after their lease', async () => {
      const log = await openNew()
      await log.append(wanting('m1', 'm2'))
      await log.append(wanting('m1'))
      expect(await log.nextMediaDue()).toBe(1_000)
      expect(await log.claimMedia(999, 2_000)).toBeNull()
      const claims = await Promise.all([1, 2, 3].map(() => log.claimMedia(1_000, 2_000)))
      expect(new Set(claims.map((job) => job?.mediaId))).toEqual(new Set(['m1', 'm2', undefined]))
      expect(await log.nextMediaDue()).toBe(2_000)
      expect(await log.claimMedia(2_000, 3_000)).toMatchObject({ attempts: 2, wantedAt: 1_000, sha256: null })
    })

    it('rest when postponed, end when fetched or failed, and never come back', async () => {
      const log = await openNew()
      await log.append(wanting('m1', 'm2'))
      await log.claimMedia(1_000, 1_500)
      await log.claimMedia(1_000, 1_500)
      await log.postponeMedia('m1', 8_000, 'later')
      await log.failMedia('m2', 'gone')
      expect(await log.claimMedia(7_999, 9_000)).toBeNull()
      expect(await log.state()).toMatchObject({ mediaPending: 1, mediaFailed: 1 })
      await log.append({ ...batch('fetched'), fetched: ['m1'] })
      await log.append(wanting('m1', 'm2'))
      expect(await log.claimMedia(99_999, 99_999)).toBeNull()
      expect(await log.nextMediaDue()).toBeNull()
    })
  })

  describe('media', () => {
    it('gives back the same bytes, whatever their size, and nothing for a hash it does not hold', async () => {
      const log = await openNew()
      for (const size of [0, 1, MEGABYTE, MEGABYTE * 2 + 17]) {
        const content = Buffer.alloc(size, 'floorwalker')
        const sha256 = createHash('sha256').update(content).digest('hex')
        await log.putMedia(sha256, 'image/png', content)
        await log.putMedia(sha256, 'image/png', content)
        const media = await log.openMedia(sha256)
        expect(media).toMatchObject({ mime: 'image/png', bytes: size })
        const read = Buffer.from(await new Response(media!.content).arrayBuffer())
        expect(read.equals(content)).toBe(true)
      }
      expect(await log.openMedia('0'.repeat(64))).toBeNull()
    })
  })
})
