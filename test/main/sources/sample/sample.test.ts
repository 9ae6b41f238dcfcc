import { array, assert, asyncProperty, integer } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSampleSource } from '../../../../src/main/sources/sample/sample.ts'
import { Refusal } from '../../../../src/main/sources/source.ts'
import type { Page } from '../../../../src/main/sources/source.ts'
import { day, drain, friday, hour, lines, streamOf, wholeLife } from './reading.ts'

const small = { days: 12, conversationsPerDay: 12 }
const signal = new AbortController().signal

describe('the backfill of the sample', () => {
  it('goes from the newest day to the oldest, one page a day, without a gap', async () => {
    const pages = await drain(streamOf('backfill', small, () => friday))
    expect(pages).toHaveLength(12)
    expect(pages.map((page) => page.progress)).toEqual(
      pages.map((_, index) => ({ done: index + 1, total: 12 })),
    )
    const reached = pages.map((page) => page.backfilledTo ?? 0)
    expect(reached[0]).toBe(Date.parse('2026-11-20T00:00:00+01:00'))
    expect(reached.at(-1)).toBe(Date.parse('2026-11-09T00:00:00+01:00'))
    pages.forEach((page, index) => {
      const moments = page.records.flatMap((record) => ('at' in record ? [record.at] : []))
      expect(Math.min(...moments)).toBeGreaterThanOrEqual(reached[index] ?? 0)
      expect(Math.max(...moments)).toBeLessThan(reached[index - 1] ?? friday)
    })
  })

  it('cuts busy days into pages of a few thousand records, and holds the same', async () => {
    const busy = { days: 2, conversationsPerDay: 700 }
    const pages = await drain(streamOf('backfill', busy, () => friday))
    expect(pages.length).toBeGreaterThan(4)
    const yesterday = pages.filter((page) => (page.backfilledTo ?? 0) < friday - day)
    for (const page of yesterday) expect(page.records.length).toBeLessThan(4000)
    const ids = pages
      .flatMap((page) => page.records)
      .flatMap((record) => (record.kind === 'message' ? [record.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('follows Berlin through the night the clocks change', async () => {
    const until = Date.parse('2026-10-26T12:00:00+01:00')
    const pages = await drain(streamOf('backfill', { ...small, until, days: 3 }, () => until))
    expect(pages.map((page) => page.backfilledTo)).toEqual([
      Date.parse('2026-10-26T00:00:00+01:00'),
      Date.parse('2026-10-25T00:00:00+02:00'),
      Date.parse('2026-10-24T00:00:00+02:00'),
    ])
  })

  it('gives the same bytes after any restart', async () => {
    const whole = await drain(streamOf('backfill', small, () => friday))
    await assert(
      asyncProperty(integer({ min: 0, max: whole.length - 2 }), async (index) => {
        const rest = await drain(
          streamOf('backfill', small, () => friday + 40 * day),
          whole[index]?.cursor ?? null,
        )
        expect(rest).toEqual(whole.slice(index + 1))
      }),
      { numRuns: 6 },
    )
  })

  it('is another life with another seed, and the same with the same', async () => {
    const [one, again, other] = await Promise.all([
      wholeLife(small),
      wholeLife(small),
      wholeLife({ ...small, seed: 8 }),
    ])
    expect(JSON.stringify(again)).toBe(JSON.stringify(one))
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(one))
  })

  it('brings what the cloud said about the account, once', async () => {
    const notices = (await drain(streamOf('backfill', {}, () => friday))).flatMap((page) => page.notices)
    expect(notices.map((one) => one.kind).sort()).toEqual(['phone_number_quality', 'template_status'])
    expect(new Set(notices.map((one) => one.id)).size).toBe(2)
  })

  it('has nothing more once it is done', async () => {
    const pages = await drain(streamOf('backfill', small, () => friday))
    const page = await streamOf('backfill', small, () => friday).pull(pages.at(-1)?.cursor ?? null, signal)
    expect(page).toMatchObject({ records: [], more: false, backfilledTo: pages.at(-1)?.backfilledTo })
    expect(page.progress).toEqual({ done: 12, total: 12 })
  })

  it('refuses a cursor that is none of its own, and says what to do', async () => {
    const pull = streamOf('backfill', small, () => friday).pull('{"page":3}', signal)
    await expect(pull).rejects.toThrow(Refusal)
    await expect(pull).rejects.toMatchObject({
      kind: 'invalid',
      hint: expect.stringContaining('add it again'),
    })
  })
})

describe('the tail of the sample', () => {
  it('begins with the company and ends there where it does not live', async () => {
    const [first, ...rest] = await drain(streamOf('tail', small, () => friday))
    expect(rest).toEqual([])
    expect(first?.completeTo).toBe(friday)
    const kinds = new Set(first?.records.map((record) => record.kind))
    expect([...kinds].sort()).toEqual(['agent', 'channel', 'team', 'working_hours', 'workspace'])
    const later = await streamOf('tail', small, () => friday + day).pull(first?.cursor ?? null, signal)
    expect(later).toMatchObject({ records: [], more: false, cursor: first?.cursor, completeTo: friday })
  })

  it('lives by the clock: however often it is pulled, paused or restarted, the same happens', async () => {
    const steady = await lived([...Array(90).keys()].map((index) => (index + 1) * 60_000))
    expect(steady.length).toBeGreaterThan(20)
    const gaps = array(integer({ min: 1, max: 50 * 60_000 }), { minLength: 1, maxLength: 6 })
    await assert(
      asyncProperty(gaps, async (steps) => {
        let passed = 0
        const moments = steps.map((step) => (passed += step)).filter((moment) => moment < 90 * 60_000)
        expect(await lived([...moments, 90 * 60_000])).toEqual(steady)
      }),
      { numRuns: 12 },
    )
  })

  it('catches up day by day after a week away', async () => {
    const { cursor } = await streamOf('tail', { ...small, live: true }, () => friday).pull(null, signal)
    const pages = await drain(
      streamOf('tail', { ...small, live: true }, () => friday + 7 * day),
      cursor,
    )
    expect(pages).toHaveLength(8)
    expect(pages.at(-1)?.completeTo).toBe(friday + 7 * day)
    for (const page of pages) expect(page.records.length).toBeGreaterThan(0)
  })

  it('stands still when the clock goes back', async () => {
    const first = await streamOf('tail', { ...small, live: true }, () => friday).pull(null, signal)
    const page = await streamOf('tail', { ...small, live: true }, () => friday - hour).pull(
      first.cursor,
      signal,
    )
    expect(page).toMatchObject({ records: [], more: false, cursor: first.cursor, completeTo: friday })
  })

  it('joins the backfill without a seam, whoever asks first and whenever', async () => {
    let now = friday + 12_345
    const config = { seed: 7, until: null, live: true, days: 3, conversationsPerDay: 12 }
    const ports = { now: () => now, fetch }
    const [tail, backfill] = createSampleSource(config, ports).streams
    const first = await tail?.pull(null, signal)
    expect(first?.completeTo).toBe(friday)
    now += 5 * hour
    const page = await backfill?.pull(null, signal)
    const moments = page?.records.flatMap((record) => ('at' in record ? [record.at] : [])) ?? []
    expect(Math.max(...moments)).toBeLessThan(friday)
    const lived = await tail?.pull(first?.cursor ?? null, signal)
    expect(
      Math.min(...(lived?.records.flatMap((record) => ('at' in record ? [record.at] : [])) ?? [])),
    ).toBeGreaterThanOrEqual(friday)
  })

  it('keeps the moment it began at, in a later process too', async () => {
    const open = { ...small, until: null, live: true }
    const tail = await streamOf('tail', open, () => friday).pull(null, signal)
    const backfill = await streamOf('backfill', open, () => friday).pull(null, signal)
    const later = (): number => friday + 3 * day + 5 * hour
    const lived = await streamOf('tail', open, later).pull(tail.cursor, signal)
    expect(lived).toEqual(await streamOf('tail', { ...open, until: friday }, later).pull(tail.cursor, signal))
    expect(JSON.parse(lived.cursor)).toMatchObject({ anchor: friday })
    const before = await streamOf('backfill', open, later).pull(backfill.cursor, signal)
    expect(JSON.parse(before.cursor)).toMatchObject({ anchor: friday })
    expect(before.backfilledTo).toBe(Date.parse('2026-11-19T00:00:00+01:00'))
  })

  it('has something happen every few seconds by day, and something by night', async () => {
    const byDay = await streamOf('tail', { live: true }, () => friday + hour).pull(
      `{"anchor":${friday},"to":${friday}}`,
      signal,
    )
    expect(byDay.records.length).toBeGreaterThan(360)
    const night = friday + 11 * hour
    const byNight = await streamOf('tail', { live: true }, () => night + hour).pull(
      `{"anchor":${friday},"to":${night}}`,
      signal,
    )
    expect(byNight.records.length).toBeGreaterThan(20)
  })
})

/** What the tail of a live sample tells when it is pulled at these moments after its anchor, each time by a new process. */
async function lived(moments: readonly number[]): Promise<readonly string[]> {
  let cursor: string | null = null
  const pages: Page[] = []
  for (const moment of [0, ...moments]) {
    const stream = streamOf('tail', { ...small, live: true }, () => friday + moment)
    const more = await drain(stream, cursor)
    pages.push(...more)
    cursor = more.at(-1)?.cursor ?? null
  }
  return lines(pages.flatMap((page) => page.records))
}
