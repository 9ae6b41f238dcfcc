import type { Schedule, ScheduleRun } from '../../../shared/reporting.ts'
import { zoneWord } from '../../frame/ZoneMenu.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage, useText } from '../../ui/text.ts'
import { rhythmWords, runWords } from './scheduleWords.ts'

export interface ScheduleWords {
  /** "Every Monday at 07:30, Berlin time" */
  readonly rhythm: (schedule: Pick<Schedule, 'every' | 'on' | 'at' | 'zone'>) => string
  /** What became of a run, in one sentence. */
  readonly run: (run: ScheduleRun) => string
}

export function useScheduleWords(): ScheduleWords {
  const text = useText('reports')
  const format = useFormat()
  const language = useLanguage()
  return {
    rhythm: (schedule) => rhythmWords(schedule, zoneWord(schedule.zone), text, language),
    run: (run) => runWords(run, text, format),
  }
}
