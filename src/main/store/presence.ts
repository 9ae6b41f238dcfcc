/** Who was online when, from what sources state. */
import type { PresenceInterval } from '../metrics/special/side.ts'
import { rawSql, type ReadableDb } from './database.ts'

type State = PresenceInterval['state']

/** Every agent's states in the period, in order; the last one known lasts to its end, the one before it began reaches in. */
export function readPresence(db: ReadableDb, from: number, to: number): readonly PresenceInterval[] {
  const agents = rawSql<[number]>(db, 'SELECT id FROM agents ORDER BY id').all()
  const before = rawSql<[number, State]>(
    db,
    'SELECT at, state FROM presence WHERE agent = ? AND at <= ? ORDER BY at DESC, hash DESC LIMIT 1',
  )
  const within = rawSql<[number, State]>(
    db,
    'SELECT at, state FROM presence WHERE agent = ? AND at > ? AND at < ? ORDER BY at, hash',
  )
  return agents.flatMap(([agent]) => {
    const first = before.get(agent, from)
    const states = [...(first === undefined ? [] : [first]), ...within.all(agent, from, to)]
    return states.map(([at, state], index) => ({
      agent,
      from: at,
      to: states[index + 1]?.[0] ?? to,
      state,
    }))
  })
}
