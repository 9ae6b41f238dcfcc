import { describe, expect, it } from 'vitest'
import type { RecordInput } from '../../../src/shared/records.ts'
import { addDays, parseBoundary } from '../../../src/shared/period.ts'
import { company, says } from './company.ts'
import { createWall } from './wall.ts'

const zone = 'Europe/Berlin'
const hour = 3_600_000
let told = 0

/** So many conversations opened at an instant. */
function opened(at: number, count = 1): readonly RecordInput[] {
  return Array.from({ length: count }, () => {
    const id = `v${++told}`
    return [
      {
        kind: 'conversation',
        id,
        contact: 'p1',
        channel: 'main',
        openedAt: at,
        openedBy: { type: 'contact' },
      },
      says(id, at, 'Hello, I have a question.'),
    ] satisfies readonly RecordInput[]
  }).flat()
}

const person: RecordInput = { kind: 'contact', id: 'p1', name: 'Person' }
const local = (text: string) => parseBoundary(text, zone)
const non = <T>(list: readonly T[], zero: T) =>
  [...list.entries()].filter(([, value]) => JSON.stringify(value) !== JSON.stringify(zero))

async function wallOf(...inputs: readonly RecordInput[]) {
  const wall = createWall(zone)
  await wall.tell(...company, person, ...inputs)
  return wall
}

describe('arrivals', () => {
  it('are compared with the median and quartiles of the same weekday of eight weeks, of days with data', async () => {
    const monday = local('2026-06-15')
    const nine = 9 * hour
    // Five Mondays, four of them with data; a ninth week before plays no part, nor does Sunday.
    const wall = await wallOf(
      ...[2, 4, 6, 9].flatMap((count, week) => opened(addDays(monday, -7 * (week + 1), zone) + nine, count)),
      ...opened(addDays(monday, -63, zone) + nine, 50),
      ...opened(addDays(monday, -1, zone) + nine, 50),
      ...opened(monday + nine, 3),
      ...opened(monday + nine + hour / 2 - 1),
      ...opened(monday + nine + hour / 2),
    )
    const { arrivals } = await wall.at(monday + 10 * hour)
    expect(arrivals).toMatchObject({ from: monday, stepSeconds: 1800, days: 4 })
    expect(non(arrivals.today, 0)).toEqual([
      [18, 4],
      [19, 1],
    ])
    expect(arrivals.usual).toHaveLength(48)
    expect(non(arrivals.usual!, { median: 0, low: 0, high: 0 })).toEqual([
      [18, { median: 5, low: 3.5, high: 6.75 }],
    ])
    expect((await wall.at(monday + 10 * hour, { channels: ['second'] })).arrivals).toMatchObject({ days: 4 })
  })

  it('has 46 steps on the day the clock is put forward, and compares what the clocks show', async () => {
    const sunday = local('2026-03-29')
    const before = addDays(sunday, -7, zone)
    const wall = await wallOf(
      ...opened(before + 1.5 * hour, 1),
      ...opened(before + 2 * hour, 20),
      ...opened(before + 3 * hour, 3),
      ...opened(before + 23.5 * hour, 7),
      // 01:30 and, half an hour later, 03:00.
      ...opened(sunday + 1.5 * hour, 2),
      ...opened(sunday + 2 * hour, 5),
    )
    const { arrivals } = await wall.at(addDays(sunday, 1, zone) - 1)
    expect(arrivals.today).toHaveLength(46)
    expect(non(arrivals.today, 0)).toEqual([
      [3, 2],
      [4, 5],
    ])
    expect(arrivals.usual?.map(({ median }) => median)).toHaveLength(46)
    expect(
      non(
        arrivals.usual!.map(({ median }) => median),
        0,
      ),
    ).toEqual([
      [3, 1],
      [4, 3],
      [45, 7],
    ])
  })

  it('has 50 steps on the day the clock is put back: the hour that comes twice is compared twice', async () => {
    const sunday = local('2026-10-25')
    const wall = await wallOf(
      ...opened(addDays(sunday, -7, zone) + 2 * hour, 4),
      ...opened(sunday + 2 * hour, 1),
      ...opened(sunday + 3 * hour, 2),
    )
    const { arrivals } = await wall.at(addDays(sunday, 1, zone) - 1)
    expect(arrivals.today).toHaveLength(50)
    expect(non(arrivals.today, 0)).toEqual([
      [4, 1],
      [6, 2],
    ])
    expect(
      non(
        arrivals.usual!.map(({ median }) => median),
        0,
      ),
    ).toEqual([
      [4, 4],
      [6, 4],
    ])
    // A week later that hour was the mean of both.
    const later = await wall.at(addDays(sunday, 8, zone) - 1)
    expect(
      non(
        later.arrivals.usual!.map(({ median }) => median),
        0,
      ),
    ).toEqual([[4, 2.75]])
  })

  it('leaves out holidays on a working day', async () => {
    const monday = local('2026-05-25')
    const week: [string, string][] = [['09:00', '17:00']]
    const wall = await wallOf(
      {
        kind: 'working_hours',
        zone,
        week: { mon: week, tue: week, wed: week, thu: week, fri: week, sat: [], sun: [] },
        exceptions: [{ date: '2026-05-18', ranges: [] }],
      },
      ...opened(local('2026-05-18') + 9 * hour, 1),
      ...opened(local('2026-05-11') + 9 * hour, 8),
    )
    const { arrivals } = await wall.at(monday + 10 * hour)
    expect(arrivals.days).toBe(1)
    expect(arrivals.usual![18]!.median).toBe(8)
  })

  it('takes in what comes late, today and of the days before', async () => {
    const monday = local('2026-06-15')
    const wall = await wallOf(...opened(addDays(monday, -7, zone), 2))
    const usualOf = async () => (await wall.at(monday + hour)).arrivals.usual?.[0]?.median
    expect(await usualOf()).toBe(2)
    await wall.tell(...opened(addDays(monday, -7, zone), 3), ...opened(monday, 4))
    expect(await usualOf()).toBe(5)
    expect((await wall.at(monday + hour)).arrivals.today[0]).toBe(4)
  })

  it('are forecast from twelve weeks of history, from the current step on', async () => {
    const monday = local('2026-06-15')
    const steady = Array.from({ length: 84 }, (_, day) =>
      opened(addDays(monday, day - 84, zone) + 12 * hour, 2),
    )
    const wall = await wallOf(...steady.flat())
    const { forecast } = (await wall.at(monday + 10 * hour)).arrivals
    expect(forecast?.[0]?.step).toBe(20)
    expect(forecast).toHaveLength(28)
    const total = forecast!.reduce((sum, { expected }) => sum + expected, 0)
    expect(total).toBeGreaterThan(1)
    expect(total).toBeLessThan(3)
  })
})
