/** Rows of issued reports as they are kept. */
import { gunzipSync } from 'node:zlib'
import type { List } from '../../../shared/contract.ts'
import type { IssuedReport } from '../../../shared/reporting.ts'
import { rawSql, sql, value, type ReadableDb } from '../../store/database.ts'
import { clampLimit, keyText, pageOf, readKey } from '../../store/keyset.ts'
import type { IssuedFigures, IssuedInputs, KeptIssue } from './issue.ts'

interface ListedRow {
  readonly row: number
  readonly issued_at: number
  readonly about: string
}

/** Newest first. Throws a `StoreFailure` (`invalid`) for a key that cannot be read. */
export function listIssued(
  db: ReadableDb,
  query: { readonly after: string | null; readonly limit: number },
): List<IssuedReport> & { readonly total: number } {
  const limit = clampLimit(query.limit)
  const [, before] =
    query.after === null ? [0, Number.MAX_SAFE_INTEGER] : readKey<number>(query.after, 'number')
  const rows = sql<ListedRow>(
    db,
    'SELECT row, issued_at, about FROM issued_reports WHERE row < ? ORDER BY row DESC LIMIT ?',
  ).all(before, limit + 1)
  return {
    ...pageOf(
      rows,
      limit,
      ({ about }) => aboutOf(about),
      (last) => keyText(last.issued_at, last.row),
    ),
    total: value<number>(db, 'SELECT count(*) FROM issued_reports') ?? 0,
  }
}

/** Null when nothing of this id was issued here. */
export function findIssued(db: ReadableDb, id: string): IssuedReport | null {
  const about = value<string>(db, 'SELECT about FROM issued_reports WHERE id = ?', id)
  return about === undefined ? null : aboutOf(about)
}

/** The newest whose file has this hash; null when there is none. */
export function issuedWithFile(db: ReadableDb, fileHash: string): IssuedReport | null {
  const about = value<string>(
    db,
    'SELECT about FROM issued_reports WHERE file_hash = ? ORDER BY row DESC',
    fileHash,
  )
  return about === undefined ? null : aboutOf(about)
}

/** The newest of a fingerprint or its beginning, a PDF before other formats. */
export function newestIssued(db: ReadableDb, fingerprint: string): IssuedReport | null {
  const [about] =
    rawSql<[string]>(
      db,
      `SELECT about FROM issued_reports WHERE fingerprint >= ? AND fingerprint < ?
       ORDER BY about ->> 'format' <> 'pdf', issued_at DESC, row DESC LIMIT 1`,
    ).get(fingerprint, `${fingerprint}g`) ?? []
  return about === undefined ? null : aboutOf(about)
}

/** With its inputs and figures; null when there is none of this id. */
export function readKept(db: ReadableDb, id: string): KeptIssue | null {
  const row = sql<{ readonly about: string; readonly inputs: Buffer; readonly figures: Buffer }>(
    db,
    'SELECT about, inputs, figures FROM issued_reports WHERE id = ?',
  ).get(id)
  if (row === undefined) return null
  return {
    issued: aboutOf(row.about),
    inputs: JSON.parse(gunzipSync(row.inputs).toString('utf8')) as IssuedInputs,
    figures: JSON.parse(gunzipSync(row.figures).toString('utf8')) as IssuedFigures,
  }
}

/** The file as it was handed out; null when there is none of this id. */
export function readIssuedFile(db: ReadableDb, id: string): Uint8Array | null {
  return value<Buffer>(db, 'SELECT file FROM issued_reports WHERE id = ?', id) ?? null
}

function aboutOf(text: string): IssuedReport {
  return JSON.parse(text) as IssuedReport
}
