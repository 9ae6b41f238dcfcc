/** Presence, shifts, working hours, clicks and conversions as records. */
import type { RecordInput } from '../../shared/records.ts'
import { sql, type Cell, type ReadableDb } from './database.ts'
import { iso, parsed, record } from './exportPeople.ts'

type Row = Readonly<Record<string, Cell>>

export function plainRecords(db: ReadableDb): readonly RecordInput[] {
  const rows = (query: string) => sql<Row>(db, query).all()
  return [
    ...rows(
      `SELECT t.*, a.rid AS agent_rid FROM presence t JOIN agents a ON a.id = t.agent ORDER BY agent, at, hash`,
    ).map((row) =>
      record('presence', null, {
        agent: row['agent_rid'],
        at: iso(row['at']),
        state: row['state'],
        extra: parsed(row['extra']),
      }),
    ),
    ...rows(
      `SELECT t.*, a.rid AS agent_rid FROM shifts t JOIN agents a ON a.id = t.agent ORDER BY agent, from_at, hash`,
    ).map((row) =>
      record('shift', null, {
        agent: row['agent_rid'],
        from: iso(row['from_at']),
        to: iso(row['to_at']),
        extra: parsed(row['extra']),
      }),
    ),
    ...rows('SELECT * FROM working_hours ORDER BY source, hash').map((row) =>
      record('working_hours', null, {
        scope: {
          ...(row['team'] === null ? {} : { team: row['team'] }),
          ...(row['channel'] === null ? {} : { channel: row['channel'] }),
        },
        zone: row['zone'],
        week: parsed(row['week']),
        exceptions: parsed(row['exceptions']),
        extra: parsed(row['extra']),
      }),
    ),
    ...rows('SELECT * FROM link_clicks ORDER BY source, hash').map((row) =>
      record('link_click', null, {
        contact: row['contact'],
        message: row['message'],
        at: iso(row['at']),
        url: row['url'],
        campaign: row['campaign'],
        extra: parsed(row['extra']),
      }),
    ),
    ...rows('SELECT * FROM conversions ORDER BY source, rid').map((row) =>
      record('conversion', String(row['rid']), {
        contact: row['contact'],
        conversation: row['conversation'],
        at: iso(row['at']),
        goal: row['goal'],
        value: row['value'],
        currency: row['currency'],
        campaign: row['campaign'],
        extra: parsed(row['extra']),
      }),
    ),
  ]
}
