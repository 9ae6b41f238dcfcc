import { type ReactNode, useMemo } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { hourOf, weekdayOf } from '../../shared/period.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import type { DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { BusyHours, hourSpan } from './BusyHours.tsx'
import { type BusyHour, busyHours, occurrences, peakOf } from './busyHours.ts'
import type { Shown } from './shown.ts'

const week = [1, 2, 3, 4, 5, 6, 7] as const

/** When customers write: the 7×24 grid, its peak, and the busiest day in words. */
export function BusyHoursCard({
  shown: { scope, now },
  byWeekHour,
}: {
  readonly shown: Shown
  readonly byWeekHour: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { from, to, zone } = scope
  const times = useMemo(
    () =>
      occurrences(from, Math.min(to, now), (at) => ({
        weekday: weekdayOf(at, zone),
        hour: hourOf(at, zone),
      })),
    [from, to, zone, now],
  )
  const cells = busyHours(byWeekHour.rows, times)
  const peak = peakOf(cells)
  const title = text('busy.title')
  const hours = cells.slice(0, 24)
  const table: DataTable = {
    title,
    columns: [
      { title: text('busy.weekday'), kind: 'text' },
      ...hours.map((cell) => ({ title: hourSpan(cell), kind: 'score' as const })),
    ],
    rows: format.weekdays.map((weekday) => [
      format.weekday(weekday),
      ...hoursOf(cells, weekday).map((cell) => cell.mean),
    ]),
    metrics: ['messages_received'],
    opens: (row, column) => {
      const day = hoursOf(cells, format.weekdays[row] ?? 0)
      const cell = column === 0 ? undefined : day[column - 1]
      return cell === undefined
        ? null
        : { metric: 'messages_received', scope, key: { 'weekday-hour': cell.key } }
    },
    notes: [text('busy.subtitle')],
  }
  return (
    <ChartCard
      place="busy"
      title={title}
      subtitle={text('busy.subtitle')}
      aside={peak === null ? undefined : <Peak peak={peak} />}
      table={table}
    >
      <BusyHours scope={scope} cells={cells} />
      <BusiestDay cells={cells} />
    </ChartCard>
  )
}

function hoursOf(cells: readonly BusyHour[], weekday: number): readonly BusyHour[] {
  return cells.filter((cell) => cell.weekday === weekday)
}

function Peak({ peak }: { readonly peak: BusyHour }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  return text('busy.peak', {
    day: format.weekday(peak.weekday),
    hours: hourSpan(peak),
    mean: (peak.mean ?? 0) < 10 ? format.score(peak.mean) : format.count(peak.mean),
  })
}

/** The weekday with most messages and its busiest hour, in words: what the grid shows for those who cannot see it. */
function BusiestDay({ cells }: { readonly cells: readonly BusyHour[] }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const all = cells.reduce((sum, cell) => sum + cell.messages, 0)
  // Part of a week has no busiest day worth naming.
  if (all === 0 || cells.some((cell) => cell.hour === 12 && cell.times === 0)) return null
  const days = week.map((weekday) => {
    const hours = hoursOf(cells, weekday)
    return { weekday, hours, messages: hours.reduce((sum, cell) => sum + cell.messages, 0) }
  })
  const busiest = days.toSorted((one, other) => other.messages - one.messages)[0]
  const hour = busiest === undefined ? null : peakOf(busiest.hours)
  if (busiest === undefined || hour === null) return null
  return (
    <p className="block-note">
      {text('busy.share', {
        day: format.weekday(busiest.weekday),
        share: format.rate(busiest.messages / all),
        hours: hourSpan(hour),
      })}
    </p>
  )
}
