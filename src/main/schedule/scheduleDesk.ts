/** Makes reports when they are due: each once a period, into a folder, after data is complete or with the word that it is not. */
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Api } from '../../shared/contract.ts'
import { dayKey, type Period } from '../../shared/period.ts'
import type { ReportFormat, Schedule, ScheduleRun, ScheduleState } from '../../shared/reporting.ts'
import { createAlarm, machineTimer, type SetTimer } from '../engine/alarm.ts'
import { toFailure, failed } from '../engine/failure.ts'
import { newestPeriod } from './duePeriods.ts'
import { type DataState, doneRun, failedRun, newRuns, nextAt, stepOf } from './runs.ts'
import type { ScheduleReads } from './scheduleReads.ts'
import type { ScheduleWrites } from './scheduleStore.ts'

export interface SchedulePorts {
  readonly reader: Pick<ScheduleReads, 'scheduleGround' | 'findSchedule' | 'findRun' | 'untoldRuns'>
  /** null: a look at a workspace somebody else writes to. */
  readonly store: ScheduleWrites | null
  /** Makes and keeps the report of a period as a file. */
  readonly make: (order: ReportOrder) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** When somebody can be told, by the clock: not after now, at once; Infinity: not before the next look. */
  readonly tellsAt: () => Promise<number>
  /** Reports are there, or will not be: whoever listens is told once of each, at least one. */
  readonly tell: (news: readonly ScheduleNews[]) => Promise<void>
  readonly changed: () => void
  readonly now: () => number
  readonly clockSpeed: number
  readonly setTimer?: SetTimer
}

export interface ReportOrder {
  readonly schedule: Schedule
  readonly period: Period
  readonly format: ReportFormat
}

export interface ScheduleNews {
  readonly schedule: Schedule
  readonly run: ScheduleRun
}

export interface ScheduleDesk {
  readonly api: Pick<Api, 'saveSchedule' | 'removeSchedule' | 'runSchedule'>
  /** Data or schedules changed, or somebody can be told: looks again at once. */
  look(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** `makes`: whether runs that are due are made here; a command line only keeps schedules. */
export function createScheduleDesk(ports: SchedulePorts, makes: boolean): ScheduleDesk {
  const { reader, now } = ports
  const store = (): ScheduleWrites => {
    if (ports.store !== null) return ports.store
    throw failed('locked', 'engine.onlyLooking')
  }
  // One at a time, whoever asks: two runs would write the same file.
  let making: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = making.then(work)
    making = done.catch(() => undefined)
    return done
  }

  const keep = async (run: ScheduleRun) => {
    await store().keepRuns([run])
    ports.changed()
  }
  const make = async (schedule: Schedule, run: ScheduleRun, data: DataState) => {
    const after = await attempt(ports, schedule, run).then(
      (files) => doneRun(run, files, data, now()),
      (error: unknown) => failedRun(run, toFailure(error), now()),
    )
    await keep(after)
    return after
  }
  /** Kept as told first: what could not be kept is told later, and nothing twice. Answers when to try again. */
  const tellOutcomes = async (): Promise<number> => {
    const runs = await reader.untoldRuns()
    if (runs.length === 0) return Infinity
    const at = await ports.tellsAt()
    if (at > now()) return at
    await store().keepRuns(runs.map((run) => ({ ...run, told: true })))
    const { schedules } = await reader.scheduleGround()
    const news = runs.flatMap((run): readonly ScheduleNews[] => {
      const schedule = schedules.find(({ id }) => id === run.schedule)
      return schedule === undefined ? [] : [{ schedule, run }]
    })
    if (news.length > 0) await ports.tell(news)
    return Infinity
  }

  /** Keeps what fell due, makes what can be made; answers when to look again. */
  const turn = async (): Promise<number> => {
    await keepNewRuns()
    const ground = await reader.scheduleGround()
    let again = Infinity
    for (const run of ground.waiting) {
      const schedule = ground.schedules.find(({ id }) => id === run.schedule)
      if (schedule === undefined || !schedule.active) continue
      const step = stepOf(run, schedule, ground.data, now())
      if (step.kind === 'wait') again = Math.min(again, step.until)
      else await make(schedule, run, ground.data)
    }
    again = Math.min(again, await tellOutcomes())
    const due = ground.schedules.map((schedule) => nextAt(schedule, schedule.knownTo, now()) ?? Infinity)
    // What failed, or came due meanwhile, is seen by looking once more.
    const left = (await reader.scheduleGround()).waiting.length > 0 ? now() + 60_000 : Infinity
    return Math.min(again, left, ...due)
  }
  const keepNewRuns = async () => {
    const { schedules } = await reader.scheduleGround()
    const runs = schedules
      .filter(({ active }) => active)
      .flatMap((schedule) => newRuns(schedule, schedule.knownTo, now()))
    if (runs.length === 0) return
    await store().keepRuns(runs)
    ports.changed()
  }
  const alarm = createAlarm(
    { now, clockSpeed: ports.clockSpeed, setTimer: ports.setTimer ?? machineTimer },
    () => inTurn(turn),
  )
  const look = () => {
    if (makes) alarm.ring()
  }
  look()

  return {
    api: {
      async saveSchedule(draft): Promise<ScheduleState> {
        const { id } = await store().keepSchedule(draft)
        ports.changed()
        look()
        return found(await reader.findSchedule(id))
      },
      async removeSchedule(id) {
        await inTurn(() => store().removeSchedule(id))
        ports.changed()
      },
      runSchedule: ({ id, period }) =>
        inTurn(async () => {
          const schedule = found(await reader.findSchedule(id))
          const asked = period ?? newestPeriod(schedule, now())
          const known = await reader.findRun(id, asked)
          if (known === null && period !== null) return gone()
          const { data } = await reader.scheduleGround()
          return make(schedule, known ?? unscheduled(schedule, asked, now()), data)
        }).finally(look),
    },
    look,
    idle: async () => {
      await alarm.idle()
      await making
    },
    stop: () => alarm.stop(),
  }
}

/** Makes the files of a run. They have their names only once they are whole; files of others are never overwritten. */
async function attempt(ports: SchedulePorts, schedule: Schedule, period: Period): Promise<readonly string[]> {
  await access(schedule.folder).catch(() => {
    throw failed('invalid', 'schedules.folderGone', { folder: schedule.folder })
  })
  const files: string[] = []
  for (const format of schedule.formats) {
    const { bytes } = await ports.make({ schedule, period, format })
    const path = join(schedule.folder, `${fileStem(schedule, period)}.${format}`)
    await ports.writeFile(path, bytes)
    files.push(path)
  }
  return files
}

/** Says whose it is and of which period, in signs every file system takes; the same run has the same name again. */
function fileStem(schedule: Schedule, period: Period): string {
  const name = schedule.name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60)
  return `${name || 'report'}-${dayKey(period.from, schedule.zone)}-${schedule.id.slice(0, 4)}`
}

/** A run somebody asked for before it was due. */
function unscheduled(schedule: Schedule, period: Period, now: number): ScheduleRun {
  return {
    schedule: schedule.id,
    ...period,
    dueAt: now,
    state: 'waiting',
    tries: 0,
    triedAt: null,
    madeAt: null,
    files: [],
    completeTo: null,
    reason: null,
    told: false,
  }
}

function found(schedule: ScheduleState | null): ScheduleState {
  return schedule ?? gone()
}

function gone(): never {
  throw failed('invalid', 'schedules.gone')
}
