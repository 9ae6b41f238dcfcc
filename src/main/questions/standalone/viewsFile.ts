/** One SQLite file with every reporting view as a plain table, for tools that read such files. */
import { open, rename, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { Failed } from '../../engine/failure.ts'
import { unwritten } from '../../engine/wholeFile.ts'
import { fillFigures, prepareFigures } from '../figures/figuresFile.ts'
import { errorCode } from '../sqlErrors.ts'
import { selectOf, views, type NamedView } from '../views/all.ts'
import { declaredType, type ViewColumn } from '../views/view.ts'
import { attachSources, withSecret, type QuestionContext } from '../viewSources.ts'

export interface WrittenTable {
  readonly name: string
  readonly rows: number
}

/** SQLite's codes of a disk that is full, and of one that cannot be written. */
const full = 13

/**
 * Writes the file beside its place, then renames it: an older file stays whatever goes wrong. With names hidden the columns
 * that hold customers' names, numbers, ids and words are left out. Must not run in a process that holds the workspace open by
 * other means. Throws `Failed`.
 */
export async function writeViewsFile(order: {
  readonly context: QuestionContext
  readonly target: string
  readonly hideNames: boolean
  /** Hears of every table as it is done. */
  readonly progress: (table: string, rows: number) => void
}): Promise<readonly WrittenTable[]> {
  const { context, target, hideNames, progress } = order
  const draft = `${target}.new`
  try {
    await rm(draft, { force: true })
    // Whether there is a folder, and it can be written, is told better by the system than by SQLite.
    const place = await open(draft, 'w')
    await place.close()
    prepareFigures(context.dir)
    fillFigures(context)
    const written = writeTables(draft, context, hideNames, progress)
    const file = await open(draft, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, target)
    return written
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    if (error instanceof Failed) throw error
    const isFull = errorCode(error) === full
    throw errorCode(error) !== null && !isFull
      ? error
      : unwritten(target, isFull ? Object.assign(new Error('full'), { code: 'ENOSPC' }) : error)
  }
}

function writeTables(
  draft: string,
  context: QuestionContext,
  hideNames: boolean,
  progress: (table: string, rows: number) => void,
): readonly WrittenTable[] {
  const db = new DatabaseSync(draft)
  try {
    // Nobody reads it before it is whole, and what fails is thrown away.
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY')
    attachSources(db, context, '_source')
    db.exec('BEGIN')
    const written = views.map((view) => {
      const rows = writeTable(db, view, hideNames)
      progress(view.name, rows)
      return { name: view.name, rows }
    })
    db.exec('COMMIT')
    return written
  } finally {
    db.close()
  }
}

function writeTable(db: DatabaseSync, view: NamedView, hideNames: boolean): number {
  const columns = view.columns.filter(({ personal }) => !(hideNames && personal === true))
  const declared = columns.map(({ name, type }) => `"${name}" ${declaredType(type)}`).join(', ')
  db.exec(`CREATE TABLE main."${view.name}"(${declared})`)
  const names = columns.map(({ name }: ViewColumn) => `"${name}"`).join(', ')
  const { changes } = db
    .prepare(
      `INSERT INTO main."${view.name}" SELECT ${names} FROM (${withSecret(selectOf(view), '_source')})`,
    )
    .run()
  return Number(changes)
}
