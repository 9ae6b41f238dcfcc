import type { Events } from '../../shared/contract.ts'
import { issueReport } from '../reports/files/reportFile.ts'
import type { IssuedWrites } from '../reports/issued/issuedStore.ts'
import { createScheduleDesk, type ScheduleDesk } from '../schedule/scheduleDesk.ts'
import { scheduleNotice } from '../schedule/scheduleNotice.ts'
import { quietUntil } from '../telling/clockTimes.ts'
import { createHolding, type Holding } from '../telling/holding.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'
import { writeWholeFile } from './wholeFile.ts'
import type { WriterApi } from './writerApi.ts'

export type OpenSchedule = ScheduleDesk & Pick<Holding, 'pause' | 'watched'>

/**
 * Schedules of an open workspace: reports as the screen makes them, files where their folders are, notices by the host, when
 * flags may be told, too: not in quiet hours, not while notices are paused, and not while nobody could see them.
 */
export function openSchedule(parts: {
  readonly reader: ReaderApi
  readonly writer: WriterApi | null
  readonly issuing: () => IssuedWrites
  readonly shell: Shell
  readonly emit: <K extends keyof Events>(event: K, data: Events[K]) => void
  readonly now: () => number
  readonly clockSpeed: number
  /** Whether what is due is made here. */
  readonly makes: boolean
}): OpenSchedule {
  const { reader, writer, shell, emit, now, clockSpeed } = parts
  const holding = createHolding(now, shell.tellsByPages === true)
  const quiet = async () => {
    const [{ telling, zone }, workspace] = await Promise.all([reader.settings(), reader.workspace()])
    return quietUntil(now(), telling.quiet, zone ?? workspace.zone)
  }
  const desk = createScheduleDesk(
    {
      reader,
      store: writer,
      make({ schedule: { template, language, hideNames, zone, filters }, period, format }) {
        const scope = { ...filters, ...period, zone }
        const query = { template, language, hideNames, format, scope }
        return issueReport({ reader, store: parts.issuing, shell }, query, 'schedule', async (file) => file)
      },
      writeFile: writeWholeFile,
      tellsAt: async () => Math.max((await quiet()) ?? 0, holding.pausedUntil ?? 0, holding.awayUntil ?? 0),
      async tell(news) {
        const { language, telling } = await reader.settings()
        if (!telling.desktop) return
        const notice = scheduleNotice(news, language ?? shell.language ?? 'en', now())
        // A page says it where the system cannot: whoever looks at one is not left to find out.
        if (shell.notify(notice) !== 'shown') emit('told', { notices: [notice] })
      },
      changed: () => emit('changed', { topics: ['reports'] }),
      now,
      clockSpeed,
    },
    parts.makes && writer !== null,
  )
  return {
    ...desk,
    pause(until) {
      holding.pause(until)
      desk.look()
    },
    watched(isWatched) {
      holding.watched(isWatched)
      desk.look()
    },
  }
}
