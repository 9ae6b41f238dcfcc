/** When flags were first seen open and when they were told: the telling desk's memory, in workspace.db. */
import { rawSql, sql, type ReadableDb, type WritableDb } from '../store/database.ts'
import type { FlagSighting } from './watching.ts'

/** One transaction. What was first noted of a flag stays, but for when it was told. */
export function keepSightings(workspace: WritableDb, sightings: readonly FlagSighting[]): void {
  const run = workspace.transaction(() => {
    for (const { flag, seenAt, raisedAt, late, toldAt } of sightings)
      sql(
        workspace,
        `INSERT INTO flag_sightings(flag, seen_at, raised_at, late, told_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT(flag) DO UPDATE SET told_at = coalesce(excluded.told_at, told_at)`,
      ).run(flag, seenAt, raisedAt, late ? 1 : 0, toldAt)
  })
  run.immediate()
}

/** Those that were never noted are left out. */
export function readSightings(workspace: ReadableDb, flags: readonly string[]): readonly FlagSighting[] {
  const select = rawSql<[number, number, number, number | null]>(
    workspace,
    'SELECT seen_at, raised_at, late, told_at FROM flag_sightings WHERE flag = ?',
  )
  return flags.flatMap((flag) => {
    const row = select.get(flag)
    if (row === undefined) return []
    const [seenAt, raisedAt, late, toldAt] = row
    return { flag, seenAt, raisedAt, late: late === 1, toldAt }
  })
}
