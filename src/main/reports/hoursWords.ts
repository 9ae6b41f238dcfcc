/** Working hours as they are, in words: "Orders: Mon–Fri 09:00–18:00, Sat 10:00–14:00 (Europe/Berlin)". */
import { weekdays, type ClockRange, type WorkingHours } from '../../shared/hours.ts'
import type { ComposeContext } from './context.ts'

/** A line for each set of hours in force; none where there are none. */
export function hoursWords(context: ComposeContext): readonly string[] {
  return context.ports.hours.map((hours) => {
    const { words } = context
    const week = weekWords(hours, context)
    const line = words('hoursLine', {
      who: whose(hours, context),
      week: week === '' ? words('closed') : week,
      zone: hours.zone,
    })
    const { length } = hours.exceptions
    return length === 0 ? line : `${line}, ${words('hoursDiffer', { count: length })}`
  })
}

function whose({ scope }: WorkingHours, { names, words }: ComposeContext): string {
  const said = [
    ...(scope?.team == null ? [] : [names.of('team', scope.team)]),
    ...(scope?.channel == null ? [] : [names.of('channel', scope.channel)]),
  ]
  return said.length === 0 ? words('everybody') : said.join(', ')
}

/** Days that follow one another and have the same hours stand together. */
function weekWords({ week }: WorkingHours, { format }: ComposeContext): string {
  const runs: { from: number; to: number; ranges: string }[] = []
  weekdays.forEach((name, index) => {
    const ranges = rangesText(week[name])
    const last = runs.at(-1)
    if (last !== undefined && last.to === index && last.ranges === ranges) last.to = index + 1
    else runs.push({ from: index, to: index + 1, ranges })
  })
  return runs
    .filter(({ ranges }) => ranges !== '')
    .map(({ from, to, ranges }) => {
      const days = to - from === 1 ? format.weekday(to) : `${format.weekday(from + 1)}–${format.weekday(to)}`
      return `${days} ${ranges}`
    })
    .join(', ')
}

function rangesText(ranges: readonly ClockRange[]): string {
  return ranges.map(([from, to]) => `${from}–${to}`).join(' + ')
}
