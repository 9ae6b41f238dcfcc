import type { Settings } from '../../shared/contract.ts'
import { readWorkingHours, type WorkingHours } from '../../shared/hours.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { nameOf } from './names.ts'

/**
 * The working hours in force: those the sources state, then those set here, which win for the same scope. Where sources
 * state several for one scope, nothing says which is newer: the last in a fixed order holds. Scopes name teams and
 * channels as the screens do; hours this version cannot read are left out.
 */
export function workingHoursInForce(
  cache: ReadableDb,
  settings: Pick<Settings, 'workingHours'>,
): readonly WorkingHours[] {
  return [...statedHours(cache), ...settings.workingHours]
}

/** As the sources state them. */
export function statedHours(db: ReadableDb): readonly WorkingHours[] {
  return rawSql<[number, string | null, string | null, string, string, string]>(
    db,
    'SELECT source, team, channel, zone, week, exceptions FROM working_hours ORDER BY team, channel, source DESC, zone, week, exceptions',
  )
    .all()
    .flatMap(([source, team, channel, zone, week, exceptions]) => {
      const read = readWorkingHours({
        scope: {
          ...(team === null ? {} : { team: named(db, 'teams', source, team) }),
          ...(channel === null ? {} : { channel: named(db, 'channels', source, channel) }),
        },
        zone,
        week: JSON.parse(week) as unknown,
        exceptions: JSON.parse(exceptions) as unknown,
      })
      return read.ok ? [read.hours] : []
    })
}

/** Two sources may use one id; a team or channel nobody told of keeps its own. */
function named(db: ReadableDb, table: 'teams' | 'channels', source: number, rid: string): string {
  const isKnown = value(db, `SELECT 1 FROM ${table} WHERE source = ? AND rid = ?`, source, rid) !== undefined
  return isKnown ? nameOf(db, table, source, rid) : rid
}
