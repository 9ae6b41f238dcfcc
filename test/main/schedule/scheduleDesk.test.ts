import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { periodsDue } from '../../../src/main/schedule/duePeriods.ts'
import { mostCaughtUp } from '../../../src/main/schedule/runs.ts'
import { dayMs } from '../../../src/shared/period.ts'
import type { ScheduleRun } from '../../../src/shared/reporting.ts'
import { scheduleWorld, type ScheduleWorld } from './scheduleWorld.ts'

const minute = 60_000
const hour = 60 * minute
const at = (text: string) => Date.parse(text)
const worlds: ScheduleWorld[] = []
function worldAt(text: string): ScheduleWorld {
  const world = scheduleWorld(at(text))
  worlds.push(world)
  return world
}
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.end()
})
const runsOf = async (world: ScheduleWorld): Promise<readonly ScheduleRun[]> =>
  (await world.reader.scheduleRuns({ schedule: null, after: null, limit: 1000 })).rows

describe('a schedule', () => {
  it('makes last week’s report on Monday morning, and says so once', async () => {
    const world = worldAt('2026-05-06T12:00Z')
    const schedule = await world.desk.api.saveSchedule(world.draft({ formats: ['pdf', 'csv'] }))
    expect(schedule.nextAt).toBe(at('2026-05-11T05:00Z'))
    await world.awakeUntil(at('2026-05-11T04:59Z'))
    expect(world.disk.size).toBe(0)
    await world.awakeUntil(at('2026-05-11T05:01Z'))
    const stem = `Weekly-2026-05-04-${schedule.id.slice(0, 4)}`
    expect([...world.disk]).toEqual([
      [`${world.dir}/${stem}.pdf`, ['Weekly 2026-05-04–2026-05-11 pdf']],
      [`${world.dir}/${stem}.csv`, ['Weekly 2026-05-04–2026-05-11 csv']],
    ])
    expect(world.news.flat().map(({ run }) => run.state)).toEqual(['done'])
    const [state] = await world.reader.schedules()
    expect(state).toMatchObject({ nextAt: at('2026-05-18T05:00Z'), last: { state: 'done', tries: 1 } })
  })

  it('waits for data to be complete to the period’s end, and no longer than its patience', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    world.completeTo(at('2026-05-10T20:00Z'))
    await world.desk.api.saveSchedule(world.draft())
    await world.awakeUntil(at('2026-05-11T06:00Z'))
    expect(world.disk.size).toBe(0)
    world.completeTo(at('2026-05-11T05:59Z'))
    await world.awakeUntil(at('2026-05-11T06:02Z'))
    expect(await runsOf(world)).toMatchObject([{ state: 'done', completeTo: null }])

    world.completeTo(at('2026-05-16T03:00Z'))
    await world.awakeUntil(at('2026-05-18T06:59Z'))
    expect(world.disk.size).toBe(1)
    await world.awakeUntil(at('2026-05-18T07:01Z'))
    expect((await runsOf(world))[0]).toMatchObject({ state: 'done', completeTo: at('2026-05-16T03:00Z') })
  })

  it('waits as long for figures that are computed anew, and says so where its patience ends first', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    world.recomputed(40)
    await world.desk.api.saveSchedule(world.draft())
    await world.awakeUntil(at('2026-05-11T06:00Z'))
    expect(world.disk.size).toBe(0)
    world.recomputed(null)
    await world.awakeUntil(at('2026-05-11T06:02Z'))
    const [made] = await runsOf(world)
    expect(made).toMatchObject({ state: 'done' })
    expect(made).not.toHaveProperty('recomputed')

    world.recomputed(42)
    await world.awakeUntil(at('2026-05-18T06:59Z'))
    expect(world.disk.size).toBe(1)
    await world.awakeUntil(at('2026-05-18T07:01Z'))
    expect((await runsOf(world))[0]).toMatchObject({ state: 'done', completeTo: null, recomputed: 0.42 })
  })

  it('tries again ever later, then gives up and says why; the run can be tried again by hand', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    const { id } = await world.desk.api.saveSchedule(world.draft())
    world.world.failing = 'No browser was found'
    await world.awakeUntil(at('2026-05-11T05:30Z'))
    const [waiting] = await runsOf(world)
    expect(waiting).toMatchObject({ state: 'waiting', tries: 4 })
    expect(waiting?.reason).toContain('No browser was found')
    await world.awakeUntil(at('2026-05-12T12:00Z'))
    const [failed] = await runsOf(world)
    expect(failed).toMatchObject({ state: 'failed', tries: 6 })
    expect(world.news.flat().map(({ run }) => run.state)).toEqual(['failed'])
    world.world.failing = null
    expect(failed).toMatchObject({ reasonWords: { key: 'engine.bug.message' } })
    const made = await world.desk.api.runSchedule({ id, period: failed! })
    expect(made).toMatchObject({ state: 'done', reason: null })
    expect(made).not.toHaveProperty('reasonWords')
    expect(world.disk.size).toBe(1)
  })

  it('says that its folder vanished', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    const { id } = await world.desk.api.saveSchedule(world.draft({ folder: `${world.dir}/nowhere` }))
    const run = await world.desk.api.runSchedule({ id, period: null })
    expect(run).toMatchObject({ state: 'waiting', tries: 1 })
    expect(run.reason).toContain('is not there; the report was not written')
  })

  it('makes up for what it slept through, the newest where it was too long', async () => {
    const world = worldAt('2026-01-01T12:00Z')
    await world.desk.api.saveSchedule(world.draft({ every: 'day' }))
    await world.asleepUntil(at('2026-03-01T12:00Z'))
    const runs = await runsOf(world)
    expect(runs).toHaveLength(59)
    expect(runs.filter(({ state }) => state === 'done')).toHaveLength(mostCaughtUp)
    expect(runs.slice(mostCaughtUp).every(({ state }) => state === 'left_out')).toBe(true)
    expect([...world.disk.values()].every((written) => written.length === 1)).toBe(true)
  })

  it('that rested does not make up for it', async () => {
    const world = worldAt('2026-01-01T12:00Z')
    const kept = await world.desk.api.saveSchedule(world.draft({ every: 'day', active: false }))
    expect(kept.nextAt).toBeNull()
    await world.awakeUntil(at('2026-02-01T12:00Z'))
    await world.desk.api.saveSchedule({ ...kept, active: true })
    await world.awakeUntil(at('2026-02-02T12:00Z'))
    expect(await runsOf(world)).toMatchObject([{ from: at('2026-01-31T23:00Z') }])
  })

  it('that was run by hand before it was due is not run again', async () => {
    const world = worldAt('2026-05-11T04:00Z')
    const { id } = await world.desk.api.saveSchedule(world.draft())
    expect(await world.desk.api.runSchedule({ id, period: null })).toMatchObject({ state: 'done' })
    await world.awakeUntil(at('2026-05-12T12:00Z'))
    expect([...world.disk.values()]).toEqual([['Weekly 2026-05-04–2026-05-11 pdf']])
  })

  it('of days that becomes one of weeks makes the week, though it begins as its Monday did', async () => {
    const world = worldAt('2026-05-03T12:00Z')
    const kept = await world.desk.api.saveSchedule(world.draft({ every: 'day' }))
    await world.awakeUntil(at('2026-05-06T12:00Z'))
    await world.desk.api.saveSchedule({ ...kept, every: 'week' })
    await world.awakeUntil(at('2026-05-11T12:00Z'))
    expect((await runsOf(world))[0]).toMatchObject({
      from: at('2026-05-03T22:00Z'),
      to: at('2026-05-10T22:00Z'),
      state: 'done',
    })
  })

  it('is kept only when it can be followed', async () => {
    const world = worldAt('2026-05-03T12:00Z')
    await expect(
      world.desk.api.saveSchedule(
        world.draft({ name: ' ', at: '7', zone: 'Mars/Base', folder: 'here', formats: [] }),
      ),
    ).rejects.toThrow(/needs a name.*no time of day.*no time zone.*at least one format.*no whole path/u)
    await expect(world.desk.api.saveSchedule(world.draft({ every: 'month', on: 31 }))).rejects.toThrow(
      'every month has',
    )
    expect(await world.reader.schedules()).toEqual([])
  })

  it('tells in one go, and once, what came while nobody could be told, over a restart too', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    world.world.tellsAt = Infinity
    await world.desk.api.saveSchedule(world.draft({ every: 'day' }))
    await world.awakeUntil(at('2026-05-13T06:00Z'))
    world.world.failing = 'No browser was found'
    await world.awakeUntil(at('2026-05-14T23:00Z'))
    expect(world.news).toEqual([])
    await world.restart()
    expect(world.news).toEqual([])
    world.world.tellsAt = 0
    world.desk.look()
    await world.desk.idle()
    expect(world.news.map((together) => together.map(({ run }) => run.state))).toEqual([
      ['done', 'done', 'done', 'failed'],
    ])
    await world.restart()
    world.world.failing = null
    await world.awakeUntil(at('2026-05-15T06:00Z'))
    expect(world.news.slice(1).map((together) => together.map(({ run }) => run.state))).toEqual([['done']])
  })

  it('goes with its runs, and leaves files', async () => {
    const world = worldAt('2026-05-10T12:00Z')
    const { id } = await world.desk.api.saveSchedule(world.draft())
    await world.awakeUntil(at('2026-05-11T12:00Z'))
    await world.desk.api.removeSchedule(id)
    expect(await world.reader.schedules()).toEqual([])
    expect(await runsOf(world)).toEqual([])
    expect(world.disk.size).toBe(1)
    await expect(world.desk.api.runSchedule({ id, period: null })).rejects.toThrow('not there any more')
  })
})

/** What happens to a machine: it runs, sleeps, starts anew, or dies just after a file was written. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('awake' as const), hours: fc.nat(24 * 20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('asleep' as const), hours: fc.nat(24 * 20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const), hours: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dies' as const), hours: fc.nat(24 * 3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fails' as const), hours: fc.nat(2) }) },
)

describe('over two years of sleeping, failing and dying machines', () => {
  it('each period has one report, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
        fc.constantFrom('02:30', '00:00', '23:59', '07:00'),
        fc.array(happening, { minLength: 5, maxLength: 60 }),
        async (every, zone, time, happenings) => {
          const start = at('2025-01-15T12:00Z')
          const world = scheduleWorld(start)
          try {
            const schedule = await world.desk.api.saveSchedule(
              world.draft({ every, zone, at: time, on: 1, patience: 0 }),
            )
            for (const { kind, hours } of happenings) {
              if (world.world.now > start + 730 * dayMs) break
              const until = world.world.now + hours * hour
              world.world.diesAfterWriting = kind === 'dies'
              world.world.failing = kind === 'fails' ? 'the disk is full' : null
              if (kind === 'asleep') await world.asleepUntil(until)
              else await world.awakeUntil(until)
              world.world.diesAfterWriting = false
              world.world.failing = null
              if (kind === 'restart' || kind === 'dies') await world.restart()
            }
            await world.awakeUntil(world.world.now + 6 * hour)

            const due = periodsDue(schedule, start, world.world.now)
            const runs = (await runsOf(world)).toReversed()
            expect(runs.map(({ from, to }) => [from, to])).toEqual(due.map(({ from, to }) => [from, to]))
            expect(runs.every(({ state }) => state === 'done' || state === 'left_out')).toBe(true)
            const made = runs.filter(({ state }) => state === 'done')
            expect(new Set(made.flatMap(({ files }) => files)).size).toBe(made.length)
            expect([...world.disk.keys()].toSorted()).toEqual(made.flatMap(({ files }) => files).toSorted())
            // Written again only after a death, and then with the same bytes.
            for (const written of world.disk.values()) expect(new Set(written).size).toBe(1)
            expect(world.news.flat().filter(({ run }) => run.state === 'done')).toHaveLength(made.length)
          } finally {
            await world.end()
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
