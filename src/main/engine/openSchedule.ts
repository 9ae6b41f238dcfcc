import type { Events } from '../../shared/contract.ts'
import { issueReport } from '../reports/files/reportFile.ts'
import type { IssuedWrites } from '../reports/issued/issuedStore.ts'
import { createScheduleDesk, type ScheduleDesk } from '../schedule/scheduleDesk.ts'
import { scheduleNotice } from '../schedule/scheduleNotice.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'
import { writeWholeFile } from './wholeFile.ts'
import type { WriterApi } from './writerApi.ts'

/** Schedules of an open workspace: reports as the screen makes them, files where their folders are, notices by the host. */
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
}): ScheduleDesk {
  const { reader, writer, shell, emit, now, clockSpeed } = parts
  return createScheduleDesk(
    {
      reader,
      store: writer,
      make({ schedule: { template, language, hideNames, zone, filters }, period, format }) {
        const scope = { ...filters, ...period, zone }
        const query = { template, language, hideNames, format, scope }
        return issueReport({ reader, store: parts.issuing, shell }, query, 'schedule', async (file) => file)
      },
      writeFile: writeWholeFile,
      async tell(news) {
        const { language } = await reader.settings()
        const notice = scheduleNotice(news, language ?? shell.language ?? 'en', now())
        if (shell.notify(notice) === 'by_page') emit('told', { notices: [notice] })
      },
      changed: () => emit('changed', { topics: ['reports'] }),
      now,
      clockSpeed,
    },
    parts.makes && writer !== null,
  )
}
