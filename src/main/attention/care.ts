/**
 * What people did about flags, from workspace.db. Every question about flags needs it, and there may be years of it: it is
 * held in memory, read whole once a connection and then only where somebody acted since.
 */
import { rawSql, value, type ReadableDb } from '../store/database.ts'

/** What people made of one flag. Times are epoch milliseconds. */
export interface Care {
  readonly owner: string | null
  readonly snoozedUntil: number | null
  readonly decision: 'done' | 'false_alarm' | null
  readonly reason: string | null
  readonly decidedAt: number | null
}

/** Nobody did anything. */
export const noCare: Care = {
  owner: null,
  snoozedUntil: null,
  decision: null,
  reason: null,
  decidedAt: null,
}

/** By flag; those nobody cared for are left out. */
export type Cares = ReadonlyMap<string, Care>

/** Somebody decided about the flag, or it rests: the one reason why a flag whose cause holds is not open. */
export function isSettled(cares: Cares, flag: string, now: number): boolean {
  const care = cares.get(flag)
  return care !== undefined && (care.decision !== null || rests(care, now))
}

export function rests({ decision, snoozedUntil }: Care, now: number): boolean {
  return decision === null && snoozedUntil !== null && snoozedUntil > now
}

/** The first moment after `now` at which a rest is over; Infinity: none is. */
export function nextRestEnd(cares: Cares, now: number): number {
  let next = Infinity
  for (const care of cares.values())
    if (rests(care, now) && care.snoozedUntil !== null) next = Math.min(next, care.snoozedUntil)
  return next
}

interface Held {
  /** The last act it knows of: acts are only ever added, and no id is given twice. */
  readonly last: number
  readonly cares: Map<string, Care>
}

const held = new WeakMap<ReadableDb, Held>()
/** Flags acted on since that are looked up one by one; of more everything is read anew. */
const few = 200

/** As of now. What is answered is changed in place as people go on. */
export function readCares(workspace: ReadableDb): Cares {
  const last = value<number | null>(workspace, 'SELECT max(id) FROM flag_actions') ?? 0
  const known = held.get(workspace)
  if (known?.last === last) return known.cares
  const changed = known === undefined ? null : changedAfter(workspace, known.last)
  const cares = known === undefined || changed === null ? readAll(workspace) : known.cares
  for (const flag of changed ?? []) {
    const care = readOne(workspace, flag)
    if (care === null) cares.delete(flag)
    else cares.set(flag, care)
  }
  held.set(workspace, { last, cares })
  return cares
}

/** Flags somebody acted on after the act; null: too many, or the act is not there any more, so that nothing can be told. */
function changedAfter(workspace: ReadableDb, act: number): readonly string[] | null {
  const [same, ...after] = rawSql<[number, string]>(
    workspace,
    'SELECT id, flag FROM flag_actions WHERE id >= ? ORDER BY id LIMIT ?',
  ).all(act, few + 1)
  if (same?.[0] !== act || after.length === few) return null
  return [...new Set(after.map(([, flag]) => flag))]
}

type CareRow = readonly [
  flag: string,
  owner: string | null,
  snoozedUntil: number | null,
  decision: Care['decision'],
  reason: string | null,
  decidedAt: number | null,
]

const columns = 'flag, c.owner, c.snoozed_until, d.decision, d.reason, d.at'
const joined = `SELECT ${columns} FROM flag_decisions d LEFT JOIN flag_care c USING (flag)
  UNION ALL SELECT ${columns} FROM flag_care c LEFT JOIN flag_decisions d USING (flag) WHERE d.flag IS NULL`

function readAll(workspace: ReadableDb): Map<string, Care> {
  return new Map(
    rawSql<CareRow>(workspace, joined)
      .all()
      .map((row) => [row[0], careOf(row)]),
  )
}

function readOne(workspace: ReadableDb, flag: string): Care | null {
  const row = rawSql<CareRow>(workspace, `SELECT * FROM (${joined}) WHERE flag = ?`).get(flag)
  return row === undefined ? null : careOf(row)
}

function careOf([, owner, snoozedUntil, decision, reason, decidedAt]: CareRow): Care {
  return { owner, snoozedUntil, decision, reason, decidedAt }
}
