/** Scorecards and their versions, in workspace.db. */
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Scorecard, ScorecardDraft, ScorecardSection } from '../../shared/audits.ts'
import { inline } from '../../shared/phrases.ts'
import { sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { checkScorecard } from './scorecardRules.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly language: string
  readonly sections: string
  readonly made_at: number
  readonly archived: number
  readonly travelled: number
  readonly reviews: number
  readonly newest: number
}

const select = `SELECT *, (SELECT count(*) FROM reviews r WHERE r.scorecard = c.id AND r.version = c.version AND r.state <> 'voided') AS reviews,
  c.version = (SELECT max(version) FROM scorecards n WHERE n.id = c.id) AS newest FROM scorecards c`

/** Every version of every scorecard, newest first. */
export function listScorecards(db: ReadableDb): readonly Scorecard[] {
  return sql<Row>(db, `${select} ORDER BY made_at DESC, id, version DESC`).all().map(fromRow)
}

/** One version; the newest where none is named. Null when there is none. */
export function findScorecard(db: ReadableDb, id: string, version: number | null): Scorecard | null {
  const row = sql<Row>(
    db,
    `${select} WHERE id = ? AND version = coalesce(?, (SELECT max(version) FROM scorecards WHERE id = ?))`,
  ).get(id, version, id)
  return row ? fromRow(row) : null
}

/** One version; the newest where none is named. Throws a `StoreFailure` (`invalid`) when there is none. */
export function readScorecard(db: ReadableDb, id: string, version: number | null = null): Scorecard {
  const found = findScorecard(db, id, version)
  if (found) return found
  throw version === null
    ? storeFailed('invalid', 'scorecards.none', { id: inline(id) })
    : storeFailed('invalid', 'scorecards.noVersion', { id: inline(id), version: String(version) })
}

/**
 * Saves a draft: as a new scorecard where it has no id, into its newest version while no review used that and it was in
 * no file, else as the next version; a draft that says nothing new makes none. Throws a `StoreFailure` (`invalid`); then
 * nothing was saved.
 */
export function saveScorecard(db: WritableDb, draft: ScorecardDraft, now: number): Scorecard {
  const checked = checkScorecard(draft)
  const run = db.transaction(() => {
    const newest = checked.id === null ? null : readScorecard(db, checked.id)
    if (newest !== null && isDeepStrictEqual(wordsOf(newest), wordsOf(checked))) return newest
    if (newest !== null && !isFixed(db, newest)) {
      changeVersion(db, newest, checked)
      return readScorecard(db, newest.id)
    }
    const id = newest?.id ?? randomUUID()
    const version = (newest?.version ?? 0) + 1
    const archived = newest?.archived ?? false
    addVersion(db, { ...checked, id, version, madeAt: now, archived, travelled: false })
    return readScorecard(db, id)
  })
  return run.immediate()
}

/** Hides a scorecard from those who begin reviews, or shows it again. Throws a `StoreFailure` (`invalid`) when there is none. */
export function archiveScorecard(db: WritableDb, id: string, archived: boolean): void {
  readScorecard(db, id)
  sql(db, 'UPDATE scorecards SET archived = ? WHERE id = ?').run(archived ? 1 : 0, id)
}

/** Writes a version as it is. */
export function addVersion(
  db: WritableDb,
  card: Pick<Scorecard, 'id' | 'version' | 'name' | 'language' | 'sections' | 'madeAt' | 'archived'> & {
    readonly travelled: boolean
  },
): void {
  sql(
    db,
    `INSERT INTO scorecards(id, version, name, language, sections, made_at, archived, travelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    card.id,
    card.version,
    card.name,
    card.language,
    JSON.stringify(card.sections),
    card.madeAt,
    card.archived ? 1 : 0,
    card.travelled ? 1 : 0,
  )
}

/** From now on this version never changes: others review by it elsewhere. */
export function fixVersion(db: WritableDb, card: Pick<Scorecard, 'id' | 'version'>): void {
  sql(db, 'UPDATE scorecards SET travelled = 1 WHERE id = ? AND version = ?').run(card.id, card.version)
}

function isFixed(db: ReadableDb, { id, version }: Scorecard): boolean {
  return (
    value(
      db,
      `SELECT 1 FROM scorecards c WHERE id = ? AND version = ?
       AND (travelled = 1 OR EXISTS (SELECT 1 FROM reviews r WHERE r.scorecard = c.id AND r.version = c.version))`,
      id,
      version,
    ) !== undefined
  )
}

/** What a version says, apart from which it is. */
function wordsOf({ name, language, sections }: ScorecardDraft): Omit<ScorecardDraft, 'id'> {
  return { name, language, sections }
}

function changeVersion(db: WritableDb, { id, version }: Scorecard, draft: ScorecardDraft): void {
  sql(db, 'UPDATE scorecards SET name = ?, language = ?, sections = ? WHERE id = ? AND version = ?').run(
    draft.name,
    draft.language,
    JSON.stringify(draft.sections),
    id,
    version,
  )
}

function fromRow(row: Row): Scorecard {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    language: row.language,
    sections: JSON.parse(row.sections) as readonly ScorecardSection[],
    madeAt: row.made_at,
    reviews: row.reviews,
    newest: row.newest === 1,
    archived: row.archived === 1,
  }
}
