/** The 7×24 grid of busy hours: inbound messages in a mean hour of each weekday. */
import type { MetricsRow } from '../../shared/contract.ts'
import { hourMs } from '../../shared/period.ts'
import { countOf, keyOf } from './figures.ts'

/** Colours the heat scale has beyond "nothing". */
const steps = 6

export interface BusyHour {
  /** 1 is Monday. */
  readonly weekday: number
  readonly hour: number
  /** The key of the answer's row: `1-09`. */
  readonly key: string
  readonly messages: number
  /** How often this hour occurred in the period; 0: never, so there is no mean. */
  readonly times: number
  /** Messages in a mean hour; null: the hour did not occur. */
  readonly mean: number | null
  /** 0 nothing … 6 the busiest; null with the mean. */
  readonly step: number | null
}

/** `1-09` for Monday from nine. */
function weekdayHourKey(weekday: number, hour: number): string {
  return `${String(weekday)}-${String(hour).padStart(2, '0')}`
}

/** Where a moment lies in the week, in the scope's zone. */
type PlaceInWeek = (at: number) => { readonly weekday: number; readonly hour: number }

/**
 * How often each hour of the week began between two times (epoch ms). Walks hour by hour, so that a day of 23 or 25
 * hours counts as it was.
 */
export function occurrences(from: number, to: number, placeOf: PlaceInWeek): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (let at = from; at < to; at += hourMs) {
    const { weekday, hour } = placeOf(at)
    const key = weekdayHourKey(weekday, hour)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return times
}

/** 168 cells, Monday 00 first. */
export function busyHours(
  rows: readonly MetricsRow[],
  times: ReadonlyMap<string, number>,
): readonly BusyHour[] {
  const messages = new Map(
    rows.map((row) => [keyOf(row, 'weekday-hour'), countOf(row.metrics, 'messages_received')]),
  )
  const cells: Omit<BusyHour, 'step'>[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const key = weekdayHourKey(weekday, hour)
      const counted = messages.get(key) ?? 0
      const occurred = times.get(key) ?? 0
      cells.push({
        weekday,
        hour,
        key,
        messages: counted,
        times: occurred,
        mean: occurred === 0 ? null : counted / occurred,
      })
    }
  }
  const highest = Math.max(0, ...cells.map((cell) => cell.mean ?? 0))
  return cells.map((cell) => ({ ...cell, step: stepOf(cell.mean, highest) }))
}

function stepOf(mean: number | null, highest: number): number | null {
  if (mean === null) return null
  return highest === 0 ? 0 : Math.ceil((mean / highest) * steps)
}

/** The busiest hour of the week; null when nothing came in. */
export function peakOf(cells: readonly BusyHour[]): BusyHour | null {
  let peak: BusyHour | null = null
  for (const cell of cells) if ((cell.mean ?? 0) > (peak?.mean ?? 0)) peak = cell
  return peak
}

/** Where the arrow, Home and End keys lead within the 7×24 grid; null: the key leads nowhere. */
export function stepInGrid(index: number, key: string): number | null {
  const row = Math.floor(index / 24)
  const column = index % 24
  switch (key) {
    case 'ArrowRight':
      return row * 24 + Math.min(23, column + 1)
    case 'ArrowLeft':
      return row * 24 + Math.max(0, column - 1)
    case 'ArrowDown':
      return Math.min(6, row + 1) * 24 + column
    case 'ArrowUp':
      return Math.max(0, row - 1) * 24 + column
    case 'Home':
      return row * 24
    case 'End':
      return row * 24 + 23
    default:
      return null
  }
}
