/** The calendars of a workspace as the clock of rows: whose hours a row is measured by. */
import { openMilliseconds, type Calendar } from '../hours/calendar.ts'
import type { Calendars } from '../hours/calendars.ts'
import type { Dictionary } from '../metrics/dictionary.ts'
import type { BusinessClock } from '../metrics/measure.ts'
import { ownTeams } from '../metrics/selection.ts'

/** A row's channel decides before its team: the one in force, else the agent's own; then the workspace. */
export function createBusinessClock(calendars: Calendars, dictionary: Dictionary): BusinessClock {
  const channels = new Map(dictionary.channels.map(({ row, id }) => [row, id]))
  const teams = new Map(dictionary.teams.map(({ row, id }) => [row, id]))
  const clocks = new Map<Calendar, ReturnType<BusinessClock['clockOf']>>()
  return {
    version: calendars.version,
    clockOf(channel, team, agent) {
      const named = teams.get(team === 0 ? (ownTeams(dictionary).get(agent) ?? 0) : team)
      const calendar = calendars.forRow(channels.get(channel) ?? null, named === undefined ? [] : [named])
      if (calendar === null) return null
      let clock = clocks.get(calendar)
      if (clock === undefined) {
        clock = { openMilliseconds: (from, to) => openMilliseconds(calendar, from, to) }
        clocks.set(calendar, clock)
      }
      return clock
    },
  }
}
