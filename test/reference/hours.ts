/**
 * Working time counted minute by minute: every minute of the data is asked what the clock of the zone shows, and whether a
 * range of that day holds it. No formula for daylight saving: the minutes are there, skipped or twice, as Intl says.
 */
import { weekdays, type WorkingHours } from '../../src/shared/hours.ts'

const minute = 60_000
const day = 1440

/** The clock's minutes since 1 January 1970 at every minute of a stretch of time. */
interface Clock {
  /** The first minute. */
  readonly start: number
  readonly shown: readonly number[]
}

/** By zone and day: what the clock shows in each of its 1440 minutes, days cut as in London's winter. */
const days = new Map<string, readonly number[]>()

function clockOf(zone: string, from: number, to: number): Clock {
  const first = Math.floor(from / minute / day) - 3
  const last = Math.ceil(to / minute / day) + 3
  const shown: number[] = []
  for (let date = first; date < last; date++) {
    const name = `${zone} ${date}`
    const known = days.get(name) ?? shownOn(date, zone)
    days.set(name, known)
    shown.push(...known)
  }
  return { start: first * day, shown }
}

function shownOn(date: number, zone: string): readonly number[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Array.from({ length: day }, (_, index) => {
    const [dateShown = '', time = ''] = format.format((date * day + index) * minute).split(', ')
    return Date.parse(`${dateShown}T${time}Z`) / minute
  })
}

/** How many milliseconds of a stretch of time are working time. */
export type OpenTime = (from: number, to: number) => number

/** The working time of hours between two instants; asking outside of them is a mistake. */
export function openTimeOf(hours: WorkingHours, from: number, to: number): OpenTime {
  const { start, shown } = clockOf(hours.zone, from, to)
  const open = new Uint8Array(shown.length)
  const firstDay = Math.floor((shown[0] ?? 0) / day)
  const lastDay = Math.floor((shown.at(-1) ?? 0) / day)
  for (let date = firstDay; date <= lastDay; date++)
    for (const [begin, end] of rangesOn(hours, date)) {
      // From the first minute that shows the begin or more, to the last that shows less than the end.
      const first = shown.findIndex((wall) => wall >= date * day + begin)
      const lastShown = shown.lastIndexOf(date * day + end - 1)
      const after = lastShown >= 0 ? lastShown + 1 : shown.findIndex((wall) => wall >= date * day + end)
      if (first >= 0) open.fill(1, first, after < 0 ? shown.length : after)
    }
  const openBefore = new Uint32Array(shown.length + 1)
  for (const [index, one] of open.entries()) openBefore[index + 1] = openBefore[index]! + one
  const until = (at: number) => {
    const index = Math.floor(at / minute) - start
    if (!(index >= 0 && index < open.length)) throw new RangeError(`${at} lies outside of the data.`)
    return openBefore[index]! * minute + open[index]! * (at % minute)
  }
  return (begin, end) => (end > begin ? until(end) - until(begin) : 0)
}

/** The ranges that begin on a date, in minutes; one whose end is not after its start runs over midnight. */
function rangesOn({ week, exceptions }: WorkingHours, date: number): readonly (readonly [number, number])[] {
  const midnight = new Date(date * day * minute)
  const special = exceptions.find((one) => one.date === midnight.toISOString().slice(0, 10))
  const weekday = weekdays[(midnight.getUTCDay() + 6) % 7] ?? 'mon'
  const ranges = special?.ranges ?? (week as Partial<WorkingHours['week']>)[weekday] ?? []
  return ranges.map(([from, to]) => {
    const [begin, end] = [minutes(from), minutes(to)]
    return [begin, end > begin ? end : end + day]
  })
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

/** Working time on a channel for a team: a team on a channel before the channel, before the team, before the workspace. */
export function openTimeFor(
  list: readonly WorkingHours[],
  from: number,
  to: number,
): (channel: string | undefined, team: string | undefined) => OpenTime | null {
  const known = new Map<WorkingHours, OpenTime>()
  const holdingFor = (channel: string | undefined, team: string | undefined) =>
    list.findLast(
      ({ scope }) => (scope?.channel ?? undefined) === channel && (scope?.team ?? undefined) === team,
    )
  return (channel, team) => {
    const hours =
      (channel !== undefined && team !== undefined ? holdingFor(channel, team) : undefined) ??
      (channel !== undefined ? holdingFor(channel, undefined) : undefined) ??
      (team !== undefined ? holdingFor(undefined, team) : undefined) ??
      holdingFor(undefined, undefined)
    if (hours === undefined) return null
    const open = known.get(hours) ?? openTimeOf(hours, from, to)
    known.set(hours, open)
    return open
  }
}
