/** Where the bars of an agent's day lie: one line a conversation, lanes packed so that none overlap. Pure. */
import type { Holdings } from '../../shared/assigning.ts'

export type HeldBar = Holdings['agents'][number]['bars'][number]

/** The hours drawn, epoch milliseconds. */
export interface Axis {
  readonly from: number
  readonly to: number
  /** Where what is known ends: the clock's now, or the end of the axis. */
  readonly known: number
  /** The moment looked at; null where it lies outside the hours drawn. */
  readonly line: number | null
  readonly ticks: readonly number[]
  /** Milliseconds from tick to tick. */
  readonly step: number
}

export interface LaneBar {
  readonly bar: HeldBar
  readonly lane: number
  readonly from: number
  readonly to: number
  readonly waits: readonly { readonly from: number; readonly to: number }[]
}

export const zooms = ['day', 'hours', 'hour'] as const
/** The part of the day that is drawn: all of it in which something happened, four hours, or one. */
export type Zoom = (typeof zooms)[number]

const minute = 60_000
const hour = 60 * minute
const shortestAxis = 4 * hour
const zoomed = { hours: 4 * hour, hour } as const
const tickSteps = [10 * minute, 30 * minute, hour, 2 * hour, 3 * hour] as const
const mostTicks = 16

export interface AxisQuestion {
  readonly day: { readonly from: number; readonly to: number }
  /** The engine's clock: nothing is known after it. */
  readonly now: number
  /** The moment looked at. */
  readonly at: number
  readonly zoom: Zoom
}

/**
 * The part of a day in which something changed hands, in whole hours. What was held from before it or goes on after it
 * is cut, so that one conversation held overnight does not squeeze the day. Zoomed in, the hours before the moment
 * looked at and a little after it.
 */
export function axisOf(lists: Iterable<readonly HeldBar[]>, { day, now, at, zoom }: AxisQuestion): Axis {
  const busy = busyHours(lists, day, now, at)
  const { from, to } = zoom === 'day' ? busy : windowOf(day, clamped(at, busy), zoomed[zoom])
  const step = tickSteps.find((one) => (to - from) / one <= mostTicks) ?? 3 * hour
  return {
    from,
    to,
    known: Math.min(now, to),
    line: at >= from && at <= to ? at : null,
    ticks: ticksOf(from, to, day.from, step),
    step,
  }
}

interface Hours {
  readonly from: number
  readonly to: number
}

function busyHours(lists: Iterable<readonly HeldBar[]>, day: Hours, now: number, at: number): Hours {
  const last = Math.min(day.to, now)
  let [earliest, latest] = [Infinity, -Infinity]
  const include = (change: number) => {
    if (change < day.from || change > last) return
    earliest = Math.min(earliest, change)
    latest = Math.max(latest, change)
  }
  for (const bars of lists)
    for (const bar of bars) {
      include(bar.from)
      include(bar.to ?? now)
    }
  include(at)
  const start = earliest > latest ? day.from : floorHour(earliest, day.from)
  const finish = earliest > latest ? day.to : floorHour(latest, day.from) + hour
  const to = Math.min(day.to, Math.max(finish, start + shortestAxis))
  return { from: Math.max(day.from, Math.min(start, to - shortestAxis)), to }
}

/** Nine tenths of it before the moment, within the day. */
function windowOf(day: Hours, at: number, length: number): Hours {
  const from = Math.max(day.from, Math.min(at - 0.9 * length, day.to - length))
  return { from, to: Math.min(day.to, from + length) }
}

function clamped(at: number, { from, to }: Hours): number {
  return Math.min(to, Math.max(from, at))
}

function floorHour(at: number, dayStart: number): number {
  return dayStart + Math.floor((at - dayStart) / hour) * hour
}

function ticksOf(from: number, to: number, dayStart: number, step: number): readonly number[] {
  const ticks: number[] = []
  const first = dayStart + Math.ceil((from - dayStart) / step) * step
  for (let at = first; at <= to; at += step) ticks.push(at)
  return ticks
}

/**
 * Bars cut to the axis, each in the first lane free at its beginning.
 * A line needs `room` (milliseconds) after the one before it, so that two never run together on the screen.
 */
export function packLanes(bars: readonly HeldBar[], axis: Axis, room: number): readonly LaneBar[] {
  const end = axis.known
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
