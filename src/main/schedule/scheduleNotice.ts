/** What is told of a report that was made, or could not be. */
import type { Language } from '../../shared/contract.ts'
import { formatFor } from '../../shared/numbers.ts'
import type { Notice } from '../../shared/telling.ts'
import { scheduleWords } from '../print/words.ts'
import type { ScheduleNews } from './scheduleDesk.ts'

/** A run that is done or was given up; in the language of the person, not the report's. */
export function scheduleNotice({ schedule, run }: ScheduleNews, language: Language, now: number): Notice {
  const say = scheduleWords(language)
  const format = formatFor(language, schedule.zone, now)
  const { name, folder } = schedule
  const about = { period: format.period(run.from, run.to), folder }
  const isDone = run.state === 'done'
  return {
    id: `schedule-${schedule.id}-${run.from}-${run.triedAt ?? now}`,
    title: say(isDone ? 'done' : 'failed', { name }),
    body: isDone
      ? say(run.completeTo === null ? 'doneBody' : 'partBody', {
          ...about,
          time: format.dateTime(run.completeTo),
        })
      : (run.reason ?? ''),
    severity: 'warning',
    sound: false,
    flag: null,
    place: 'reports',
  }
}
