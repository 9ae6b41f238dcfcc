/** Working time as the columns ask for it: by row ids, from the hours sources state and those set in the console. */
import type { WorkingHours } from '../../shared/hours.ts'
import { openMilliseconds } from '../hours/calendar.ts'
import { createCalendars } from '../hours/calendars.ts'
import type { Dictionary } from '../metrics/dictionary.ts'
import type { BusinessClock } from '../metrics/measure.ts'
import { ownTeams } from '../metrics/selection.ts'

/**
 * The clock for these hours; of two for one place the later wins. Agents and teams that came since have none of their own:
 * make it anew with the dictionary.
 */
export function createBusinessClock(hours: readonly WorkingHours[], dictionary: Dictionary): BusinessClock {
  const calendars = createCalendars(hours)
  const channels = new Map(dictionary.channels.map(({ row, id }) => [row, id]))
  const teams = new Map(dictionary.teams.map(({ row, id }) => [row, id]))
  return {
    version: calendars.version,
    clockOf(channel, team, agent) {
      const id = teams.get(team === 0 ? (ownTeams(dictionary).get(agent) ?? 0) : team)
      const calendar = calendars.forRow(channels.get(channel) ?? null, id === undefined ? [] : [id])
      return calendar === null
        ? null
        : { openMilliseconds: (from, to) => openMilliseconds(calendar, from, to) }
    },
  }
}
