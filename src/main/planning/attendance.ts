/** Who was there when: by presence, else by the roster, else from the first to the last thing they did on a day. */
import { dayMs, hourMs, offsetAt, weekdayOf } from '../../shared/period.ts'
import type { ShiftChange } from '../../shared/planning.ts'
import { availability } from '../metrics/special/availability.ts'
import type { SpecialGround } from '../metrics/special/special.ts'

/** Epoch milliseconds. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** An agent there, once or several times; ascending and apart. Row ids, -1 and below for agents that a change adds. */
export interface Attendance {
  readonly agent: number
  readonly team: number
  readonly spans: readonly Span[]
}

/** Of every agent of the ground who was there at all, in the order of their rows. */
export function attendanceOf(ground: SpecialGround): readonly Attendance[] {
  const online = Map.groupBy(availability(ground, 'presence'), ({ agent }) => agent)
  const planned = Map.groupBy(availability(ground, 'shifts'), ({ agent }) => agent)
  const agents = [...new Set([...online.keys(), ...planned.keys()])].sort((one, other) => one - other)
  return agents.map((agent) => {
    const present = online.get(agent) ?? []
    const guessed = present.every(({ estimated }) => estimated)
    const spans = united(guessed ? (planned.get(agent) ?? present) : present)
    return { agent, team: ground.conversations.teamOf(agent), spans }
  })
}

/** Spans in any order as spans that are ascending and apart. */
export function united(times: readonly Span[]): readonly Span[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of times.toSorted((one, other) => one.from - other.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** A shift change with its team by row id. */
export type PlacedChange = Omit<ShiftChange, 'team'> & { readonly team: number }

/**
 * The attendance as the changes make it in [from, to). Added agents are there all the hours named; who is taken away are
 * the last of those there, by their rows. Nobody can be taken away who is not there.
 */
export function changedAttendance(
  attendance: readonly Attendance[],
  changes: readonly PlacedChange[],
  period: { readonly from: number; readonly to: number; readonly zone: string },
): readonly Attendance[] {
  return changes.reduce<readonly Attendance[]>((all, change, index) => {
    const windows = windowsOf(change, period)
    if (change.agents >= 0)
      return [
        ...all,
        ...Array.from({ length: change.agents }, (_, n) => ({
          agent: -1 - index * 1000 - n,
          team: change.team,
          spans: windows,
        })),
      ]
    return withFewer(all, change.team, windows, -change.agents)
  }, attendance)
}

/** The hours of the weekdays a change names, by the clock, clipped to the period. */
function windowsOf(
  { weekdays, from, to }: PlacedChange,
  period: { readonly from: number; readonly to: number; readonly zone: string },
): readonly Span[] {
  const { zone } = period
  const windows: { readonly from: number; readonly to: number }[] = []
  const wallDay = Math.floor((period.from + offsetAt(period.from, zone)) / dayMs) - 1
  for (let day = wallDay; ; day++) {
    const begin = instantOf(day * dayMs + from * hourMs, zone)
    if (begin >= period.to) return windows
    const span = {
      from: Math.max(begin, period.from),
      to: Math.min(instantOf(day * dayMs + to * hourMs, zone), period.to),
    }
    const noon = instantOf(day * dayMs + 12 * hourMs, zone)
    if (weekdays.includes(weekdayOf(noon, zone)) && span.from < span.to) windows.push(span)
  }
}

/** When the clocks show a wall time (as if it were UTC), near enough for hours of a shift. */
function instantOf(wall: number, zone: string): number {
  return wall - offsetAt(wall - offsetAt(wall, zone), zone)
}

function withFewer(
  attendance: readonly Attendance[],
  team: number,
  windows: readonly Span[],
  fewer: number,
): readonly Attendance[] {
  const cuts = boundariesOf(attendance, windows)
  const taken = new Map<Attendance, { readonly from: number; readonly to: number }[]>()
  const own = attendance.filter((one) => one.team === team)
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? from
    if (!windows.some((window) => window.from <= from && from < window.to)) continue
    for (const one of own.filter(({ spans }) => isIn(spans, from)).slice(-fewer))
      taken.set(one, [...(taken.get(one) ?? []), { from, to }])
  }
  return attendance.map((one) => ({ ...one, spans: without(one.spans, taken.get(one) ?? []) }))
}

function boundariesOf(attendance: readonly Attendance[], windows: readonly Span[]): readonly number[] {
  const all = [...windows, ...attendance.flatMap(({ spans }) => spans)].flatMap(({ from, to }) => [from, to])
  return [...new Set(all)].sort((one, other) => one - other)
}

function isIn(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to)
}

function without(spans: readonly Span[], gaps: readonly Span[]): readonly Span[] {
  return gaps.reduce(
    (left, gap) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, gap.from) },
          { from: Math.max(from, gap.to), to },
        ].filter((span) => span.from < span.to),
      ),
    spans,
  )
}
