/** A real workspace with a schedule desk on it; only the clock, the timers, the disk and the report itself are made up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createScheduleDesk,
  type ScheduleDesk,
  type ScheduleNews,
} from '../../../src/main/schedule/scheduleDesk.ts'
import { createScheduleReads } from '../../../src/main/schedule/scheduleReads.ts'
import { createScheduleWrites } from '../../../src/main/schedule/scheduleStore.ts'
import { clearMark, writeMark } from '../../../src/main/store/derivation.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { dayKey } from '../../../src/shared/period.ts'
import type { ScheduleDraft } from '../../../src/shared/reporting.ts'
import { weeklyDraft } from '../../support/scheduleDraft.ts'

/** An idle desk looks again within a minute of the machine; two years of minutes would be a million looks. */
const clockSpeed = 600

interface Timer {
  readonly at: number
  readonly ring: () => void
}

export function scheduleWorld(startsAt: number) {
  const dir = mkdtempSync(join(tmpdir(), 'floorwalker-schedule-'))
  const cache = openCache(dir, 'writer')
  const workspaceDb = openWorkspaceDb(dir, 'writer')
  // Nobody cuts the power of a test.
  workspaceDb.pragma('synchronous = OFF')
  const timers = new Set<Timer>()
  const world = { now: startsAt, failing: null as string | null, diesAfterWriting: false, tellsAt: 0 }
  const now = () => world.now
  /** Path to its content, as often as it was written. */
  const disk = new Map<string, string[]>()
  /** What was told together, each time. */
  const news: (readonly ScheduleNews[])[] = []
  const ports = { cache, workspaceDb, now }
  const store = createScheduleWrites(ports)
  const reader = createScheduleReads(ports)
  const open = (): ScheduleDesk =>
    createScheduleDesk(
      {
        reader,
        // A process that dies between the file and its note.
        store: {
          ...store,
          keepRuns: (runs) =>
            world.diesAfterWriting && runs.some(({ state }) => state === 'done')
              ? Promise.reject(new Error('died'))
              : store.keepRuns(runs),
        },
        async make({ schedule, period, format }) {
          if (world.failing !== null) throw new Error(world.failing)
          const text = `${schedule.name} ${dayKey(period.from, schedule.zone)}–${dayKey(period.to, schedule.zone)} ${format}`
          return { name: `report.${format}`, bytes: new TextEncoder().encode(text) }
        },
        async writeFile(path, bytes) {
          disk.set(path, [...(disk.get(path) ?? []), new TextDecoder().decode(bytes)])
        },
        tellsAt: async () => world.tellsAt,
        tell: async (told) => void news.push(told),
        changed: () => undefined,
        now,
        clockSpeed,
        setTimer(milliseconds, ring) {
          const timer = { at: world.now + milliseconds * clockSpeed, ring }
          timers.add(timer)
          return () => timers.delete(timer)
        },
      },
      true,
    )
  let desk = open()

  return {
    world,
    disk,
    news,
    reader,
    dir,
    get desk() {
      return desk
    },
    draft: (change?: Partial<ScheduleDraft>): ScheduleDraft => weeklyDraft(dir, change),
    completeTo(at: number | null) {
      cache.prepare('DELETE FROM cursors').run()
      if (at !== null)
        cache
          .prepare(
            "INSERT INTO cursors(source, stream, cursor, complete_to, updated_at) VALUES (1, 'all', '', ?, 0)",
          )
          .run(at)
    },
    /** The past is computed anew, or is not any more. */
    recomputed(percent: number | null) {
      if (percent === null) clearMark(cache, 'recomputed')
      else writeMark(cache, 'recomputed', percent)
    },
    /** Lets the clock go to a moment while the machine is awake: timers ring in their order. */
    async awakeUntil(until: number) {
      await desk.idle()
      for (;;) {
        const [first] = [...timers].toSorted((one, other) => one.at - other.at)
        if (first === undefined || first.at > until) break
        timers.delete(first)
        world.now = Math.max(world.now, first.at)
        first.ring()
        await desk.idle()
      }
      world.now = Math.max(world.now, until)
    },
    /** The clock goes on and nothing runs; timers ring late, all at once, as the machine wakes. */
    async asleepUntil(until: number) {
      await desk.idle()
      world.now = Math.max(world.now, until)
      const late = [...timers].filter(({ at }) => at <= until)
      for (const timer of late) timers.delete(timer)
      for (const timer of late) timer.ring()
      await desk.idle()
    },
    async restart() {
      await desk.stop()
      timers.clear()
      desk = open()
      await desk.idle()
    },
    async end() {
      await desk.stop()
      cache.close()
      workspaceDb.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export type ScheduleWorld = ReturnType<typeof scheduleWorld>
