/** Where the bars of an agent's day lie: one line a conversation, lanes packed so that none overlap. Pure. */
import type { Holdings } from '../../shared/assigning.ts'

export type HeldBar = Holdings['agents'][number]['bars'][number]

/** The hours drawn, epoch milliseconds; `now` is null when it lies outside them. */
export interface Axis {
  readonly from: number
  readonly to: number
  readonly now: number | null
  /** Every hour, or every second or third when they stand close. */
  readonly ticks: readonly number[]
}

export interface LaneBar {
  readonly bar: HeldBar
  readonly lane: number
  readonly from: number
  readonly to: number
  readonly waits: readonly { readonly from: number; readonly to: number }[]
}

const hour = 3_600_000
const shortestAxis = 4 * hour

/**
 * The part of a day in which something changed hands, in whole hours. What was held from before it or goes on after it
 * is cut, so that one conversation held overnight does not squeeze the day.
 */
export function axisOf(
  bars: readonly HeldBar[],
  day: { readonly from: number; readonly to: number },
  now: number,
): Axis {
  const inDay = (at: number) => at >= day.from && at <= Math.min(day.to, now)
  const changes = bars.flatMap((bar) => [bar.from, bar.to ?? now].filter(inDay))
  if (inDay(now)) changes.push(now)
  const earliest = changes.reduce((one, other) => Math.min(one, other), day.to)
  const latest = changes.reduce((one, other) => Math.max(one, other), day.from)
  const start = changes.length === 0 ? day.from : floorHour(earliest, day.from)
  const finish = changes.length === 0 ? day.to : floorHour(latest, day.from) + hour
  const to = Math.min(day.to, Math.max(finish, start + shortestAxis))
  const from = Math.max(day.from, Math.min(start, to - shortestAxis))
  return { from, to, now: now >= from && now <= to ? now : null, ticks: hourTicks(from, to) }
}

function floorHour(at: number, dayStart: number): number {
  return dayStart + Math.floor((at - dayStart) / hour) * hour
}

function hourTicks(from: number, to: number): readonly number[] {
  const step = to - from > 14 * hour ? 2 * hour : hour
  const ticks: number[] = []
  for (let at = from; at <= to; at += step) ticks.push(at)
  return ticks
}

/**
 * Bars cut to the axis, each in the first lane free at its beginning.
 * A line needs `room` (milliseconds) after the one before it, so that two never run together on the screen.
 */
export function packLanes(bars: readonly HeldBar[], axis: Axis, room: number): readonly LaneBar[] {
  const end = axis.now ?? axis.to
  const free: number[] = []
  const cut = (at: number | null) => Math.min(end, Math.max(axis.from, at ?? end))
  return [...bars]
    .filter((bar) => bar.from < end && (bar.to ?? end) > axis.from)
    .sort((one, other) => one.from - other.from || one.conversation.localeCompare(other.conversation))
    .map((bar) => {
      const from = cut(bar.from)
      const to = Math.max(cut(bar.to), from)
      const found = free.findIndex((until) => until <= from)
      const lane = found < 0 ? free.length : found
      free[lane] = to + room
      const waits = bar.waits
        .map((wait) => ({ from: Math.max(from, cut(wait.from)), to: Math.min(to, cut(wait.to)) }))
        .filter((wait) => wait.to > wait.from)
      return { bar, lane, from, to, waits }
    })
}

/** How many lanes are in use. */
export function laneCount(bars: readonly LaneBar[]): number {
  return bars.reduce((most, bar) => Math.max(most, bar.lane + 1), 0)
}
