import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { runCollector } from '../../../../src/collector/main.ts'
import type { Page, Stream } from '../../../../src/main/sources/source.ts'
import { mapEvent } from '../../../../src/main/sources/whatsapp-cloud/map.ts'
import { createWhatsAppCloudSource } from '../../../../src/main/sources/whatsapp-cloud/source.ts'
import type { Oracle } from '../../../simulators/whatsapp-cloud/oracle.ts'
import { playDay, writeDay } from '../../../simulators/whatsapp-cloud/playDay.ts'
import { createRandom } from '../../../simulators/whatsapp-cloud/random.ts'
import { calm, stormy, type Switches } from '../../../simulators/whatsapp-cloud/switches.ts'
import { fold } from './fold.ts'

const now = Date.UTC(2026, 4, 4, 8)
const appSecret = 'a secret of the app'
const token = 'a-token-of-the-console'
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

async function withCollector(work: (url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'floorwalker-cloud-'))
  folders.push(dataDir)
  const env = {
    FLOORWALKER_APP_SECRET: appSecret,
    FLOORWALKER_VERIFY_TOKEN: 'verify-word',
    FLOORWALKER_CONSOLE_TOKEN: token,
    FLOORWALKER_REQUESTS_PER_SECOND: '1000000',
  }
  const collector = await runCollector({ port: 0, dataDir, env, now: Date.now, log: { write: () => true } })
  try {
    await work(collector.url)
  } finally {
    await collector.close()
  }
}

/** Pulls a stream until it has no more. */
async function drain(stream: Stream, cursor: string | null = null): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let more = true; more;) {
    const page = await stream.pull(cursor, AbortSignal.timeout(20_000))
    pages.push(page)
    ;({ cursor, more } = page)
  }
  return pages
}

function open(collector: string): { readonly tail: Stream; readonly backfill: Stream } {
  const { streams } = createWhatsAppCloudSource(
    { collector, token },
    { now: () => now, fetch: globalThis.fetch },
  )
  return {
    tail: streams.find((one) => one.role === 'tail')!,
    backfill: streams.find((one) => one.role === 'backfill')!,
  }
}

async function pulled(collector: string): Promise<readonly Page[]> {
  const { tail, backfill } = open(collector)
  return [...(await drain(tail)), ...(await drain(backfill))]
}

function expectOracle(pages: readonly Page[], oracle: Oracle): void {
  const records = pages.flatMap((page) => page.records)
  const held = fold(records, oracle)
  const plain = (messages: Oracle['messages']) =>
    messages.map((one) => ({ ...one, statuses: [...one.statuses].sort() }))
  expect(plain(held)).toEqual(plain(oracle.messages))
  const distinct = (kind: string) =>
    new Set(records.filter((one) => one.kind === kind).map((one) => JSON.stringify(one))).size
  expect(distinct('assignment')).toBe(oracle.assignments)
  expect(distinct('comment')).toBe(oracle.comments)
  expect(distinct('conversation_event')).toBe(oracle.closings)
  expect(distinct('conversation')).toBe(oracle.conversations)
  const kinds = new Set(pages.flatMap((page) => page.notices.map((notice) => notice.kind)))
  expect([...kinds]).toEqual(expect.arrayContaining([...oracle.notices]))
  expect(new Set(pages.flatMap((page) => page.rejects.map((reject) => reject.raw))).size).toBe(oracle.rejects)
}

const days: readonly [name: string, switches: Partial<Switches>][] = [
  ['nothing goes wrong', {}],
  ['everything arrives twice', { duplicates: 1 }],
  ['everything is late', { reordering: 1 }],
  ['the receiver is away', { outages: 3 }],
  ['a thousand updates come at once', { batches: 'huge', statusVersion: 'v23' }],
  ['numbers are hidden and user ids renewed', { hiddenNumbers: 1, userIdRotation: 20 }],
  ['strangers send', { badSignatures: 5 }],
  ['half a year of history comes', { history: 4, phoneApp: 1 }],
  ['everything happens at once', stormy],
]

describe('a day through a real collector', () => {
  it.each(days)('is held completely when %s', async (_name, switches) => {
    await withCollector(async (collectorUrl) => {
      const day = await playDay({ collectorUrl, appSecret, seed: 7, conversations: 25, switches, now })
      expect(day.refused).toBe(switches.badSignatures ?? 0)
      expect(day.oracle.messages.length).toBeGreaterThan(50)
      expectOracle(await pulled(collectorUrl), day.oracle)
    })
  })

  it('begins with the newest events, then fetches what came before, and loses none between the two', async () => {
    await withCollector(async (collectorUrl) => {
      const { oracle } = await playDay({
        collectorUrl,
        appSecret,
        seed: 3,
        conversations: 60,
        switches: calm,
        now,
      })
      const { tail, backfill } = open(collectorUrl)
      const early = await drain(tail)
      expect(early[0]?.progress?.done).toBe(early[0]?.progress?.total)
      expect(early.at(-1)).toMatchObject({ more: false, completeTo: now, backfilledTo: null })
      expect(
        fold(
          early.flatMap((page) => page.records),
          oracle,
        ).length,
      ).toBeLessThan(oracle.messages.length)
      expect(early.flatMap((page) => page.records).length).toBeGreaterThan(100)
      const late = await drain(backfill)
      const begunAt = Number(early[0]?.progress?.total) - 500
      expect(late.at(-1)?.cursor).toMatch(new RegExp(`^${begunAt}/`))
      expect(late.at(-1)?.backfilledTo).toBeTypeOf('number')
      expectOracle([...early, ...late], oracle)
      // Both streams go on from their cursors without repeating anything.
      expect((await drain(tail, early.at(-1)!.cursor)).flatMap((page) => page.records)).toEqual([])
      expect((await drain(backfill, late.at(-1)!.cursor)).flatMap((page) => page.records)).toEqual([])
    })
  })

  it('reads again from the start when the collector’s log is another one', async () => {
    let cursor: string | null = null
    await withCollector(async (collectorUrl) => {
      await playDay({ collectorUrl, appSecret, seed: 1, conversations: 5, now })
      cursor = (await drain(open(collectorUrl).tail)).at(-1)!.cursor
    })
    await withCollector(async (collectorUrl) => {
      const { oracle } = await playDay({ collectorUrl, appSecret, seed: 2, conversations: 5, now })
      const pages = await drain(open(collectorUrl).tail, cursor)
      expect(pages[0]?.notices).toMatchObject([{ kind: 'collector_reset', severity: 'danger' }])
      expectOracle(pages, oracle)
    })
  })

  it('wakes when something arrives', async () => {
    await withCollector(async (collectorUrl) => {
      const { tail } = open(collectorUrl)
      await drain(tail)
      const stop = new AbortController()
      const woken = new Promise<void>((resolve) => tail.watch?.(resolve, stop.signal))
      await playDay({ collectorUrl, appSecret, seed: 1, conversations: 1, now })
      await woken
      stop.abort()
    })
  })
})

describe('a simulated day', () => {
  it('is the same for the same seed and another for another', () => {
    const write = (seed: number) => writeDay({ seed, conversations: 5, switches: stormy, now })
    expect(write(4)).toEqual(write(4))
    expect(write(4).deliveries).not.toEqual(write(5).deliveries)
  })

  it('gives the same records in any order, however often each event comes', () => {
    const events = writeDay({ seed: 9, conversations: 6, switches: stormy, now }).deliveries.flatMap(
      (delivery, index) =>
        delivery.path === '/v1/records' || !delivery.honest
          ? []
          : (
              JSON.parse(delivery.body) as { entry: { id: string; time?: number; changes: object[] }[] }
            ).entry.flatMap((entry) =>
              entry.changes.map((change) => ({
                seq: index,
                receivedAt: now,
                kind: 'webhook',
                payload: { ...change, entry: { id: entry.id, time: entry.time ?? null } },
              })),
            ),
    )
    const setOf = (given: typeof events) =>
      [
        ...new Set(given.flatMap((event) => mapEvent(event).records.map((record) => JSON.stringify(record)))),
      ].sort()
    const expected = setOf(events)
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const random = createRandom(seed)
        const twice = events.filter(() => random.chance(share))
        expect(setOf(random.shuffled([...events, ...twice]))).toEqual(expected)
      }),
      { numRuns: 10 },
    )
  })
})
