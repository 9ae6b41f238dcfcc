/** Schedules and their runs in words. */
import { assertNever } from '../../../shared/assertNever.ts'
import type { Language } from '../../../shared/contract.ts'
import { localeFormats } from '../../../shared/languages.ts'
import type { Schedule, ScheduleRun } from '../../../shared/reporting.ts'
import type { Format } from '../../ui/numbers.ts'
import type { Text } from '../../ui/text.ts'

/** `place`: the zone as people call it. */
export function rhythmWords(
  { every, on, at }: Pick<Schedule, 'every' | 'on' | 'at'>,
  place: string,
  text: Text,
  language: Language,
): string {
  const day = every === 'week' ? weekdayName(on, language) : String(on)
  return text(`schedule.rhythm.${every}`, { day, at, zone: place })
}

type RunFormat = Pick<Format, 'dateTime' | 'count' | 'rate'>

export function runWords(run: ScheduleRun, text: Text, format: RunFormat): string {
  const made = format.dateTime(run.madeAt)
  switch (run.state) {
    case 'done':
      return doneWords(run, made, text, format)
    case 'waiting':
      return run.tries === 0
        ? text('run.waiting')
        : text('run.again', { count: run.tries, shown: format.count(run.tries) })
    case 'failed':
      return text('run.failed', { count: run.tries, shown: format.count(run.tries) })
    case 'left_out':
      return text('run.left_out')
    default:
      return assertNever(run.state)
  }
}

function doneWords(
  { completeTo, recomputed }: ScheduleRun,
  made: string,
  text: Text,
  format: RunFormat,
): string {
  const done =
    completeTo === null
      ? text('run.done', { made })
      : text('run.incomplete', { made, complete: format.dateTime(completeTo) })
  return recomputed === undefined
    ? done
    : text('run.recomputing', { done, share: format.rate(recomputed, 0) })
}

/** 1 Monday … 7 Sunday, in full. */
export function weekdayName(day: number, language: Language): string {
  // 1 January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, day)).toLocaleDateString(localeFormats[language].locale, {
    weekday: 'long',
    timeZone: 'UTC',
  })
}

/** The last part of a path, whichever way its host parts them. */
export function lastPart(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path
}
