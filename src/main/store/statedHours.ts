/** Working hours the sources state. */
import { readWorkingHours, type WorkingHours } from '../../shared/hours.ts'
import { rawSql, type ReadableDb } from './database.ts'

/** Those that can be read, in a fixed order; hours set in the console come after them and win. */
export function readStatedHours(db: ReadableDb): readonly WorkingHours[] {
  return rawSql<[string | null, string | null, string, string, string]>(
    db,
    'SELECT team, channel, zone, week, exceptions FROM working_hours ORDER BY source, hash',
  )
    .all()
    .flatMap(([team, channel, zone, week, exceptions]) => {
      const read = readWorkingHours({
        scope: { ...(team === null ? {} : { team }), ...(channel === null ? {} : { channel }) },
        zone,
        week: JSON.parse(week) as unknown,
        exceptions: JSON.parse(exceptions) as unknown,
      })
      return read.ok ? [read.hours] : []
    })
}
