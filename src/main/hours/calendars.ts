/** The calendars of a workspace: one for each of its working hours, grown as instants ask. */
import { createHash } from 'node:crypto'
import { hoursResolver, minutesOf, weekdays, type ClockRange, type WorkingHours } from '../../shared/hours.ts'
import { canonicalJson } from '../store/hash.ts'
import { createCalendar, type Calendar } from './calendar.ts'

export interface Calendars {
  /**
   * The calendar that holds on a channel for the first of the teams that has one. null: nobody stated any hours, and
   * the caller decides whether that means always open or nothing to measure.
   */
  readonly forRow: (channel: string | null, teams: readonly string[]) => Calendar | null
  /** Those that hold for somebody. */
  readonly all: readonly Calendar[]
  /** Equal for rules that give equal numbers, whatever their order and names: for pinned reports and caches. */
  readonly version: string
}

/** The calendars of the hours; of two for the same scope the later in the list wins. Built when first asked. */
export function createCalendars(list: readonly WorkingHours[]): Calendars {
  const hoursOf = hoursResolver(list)
  const holding = list.filter((hours) => hoursOf(hours.scope?.channel ?? null, teamsOf(hours)) === hours)
  const calendars = new Map(holding.map((hours) => [hours, createCalendar(hours)]))
  return {
    forRow(channel, teams) {
      const hours = hoursOf(channel, teams)
      return hours === null ? null : (calendars.get(hours) ?? null)
    },
    all: [...calendars.values()],
    version: versionOf(holding),
  }
}

function teamsOf({ scope }: WorkingHours): readonly string[] {
  return scope?.team === undefined ? [] : [scope.team]
}

function versionOf(list: readonly WorkingHours[]): string {
  const rules = list.map(ruleText).sort()
  return createHash('sha256').update(rules.join('\n')).digest('hex').slice(0, 16)
}

function ruleText({ scope, zone, week, exceptions }: WorkingHours): string {
  return canonicalJson({
    scope: [scope?.channel ?? null, scope?.team ?? null],
    zone,
    week: weekdays.map((day) => normal(week[day])),
    exceptions: Object.fromEntries(exceptions.map(({ date, ranges }) => [date, normal(ranges)])),
  })
}

/** 00:00–00:00 and 00:00–24:00 are one rule. */
function normal(ranges: readonly ClockRange[]): readonly (readonly number[])[] {
  return ranges
    .map(minutesOf)
    .map(({ from, to }) => [from, to])
    .sort(([one = 0], [other = 0]) => one - other)
}
