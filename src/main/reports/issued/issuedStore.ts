/** What was issued: the file, its inputs and its figures, in workspace.db. Nothing of it is ever changed, but that names can be erased. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { IssuedReport } from '../../../shared/reporting.ts'
import { sql, type WritableDb } from '../../store/database.ts'
import { findIssued } from './issuedRows.ts'
import type { NewIssue } from './issue.ts'

export interface IssuedWrites {
  /** Keeps what is about to be handed out. The same report in the same bytes is kept once, as it was issued first. */
  keepIssued(issue: NewIssue): Promise<{ readonly issued: IssuedReport; readonly isNew: boolean }>
  /** Forgets what was kept and never got into anybody's hands. */
  withdrawIssued(id: string): Promise<void>
}

export function createIssuedWrites({
  workspaceDb,
  now,
}: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): IssuedWrites {
  return {
    keepIssued: async (issue) => keepIssued(workspaceDb, issue, now()),
    withdrawIssued: async (id) => void sql(workspaceDb, 'DELETE FROM issued_reports WHERE id = ?').run(id),
  }
}

function keepIssued(
  db: WritableDb,
  { inputs, figures, file, ...about }: NewIssue,
  issuedAt: number,
): { readonly issued: IssuedReport; readonly isNew: boolean } {
  const issued: IssuedReport = { ...about, id: idOf(about), issuedAt }
  const { changes } = sql(
    db,
    `INSERT INTO issued_reports(id, issued_at, fingerprint, file_hash, about, inputs, figures, file)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`,
  ).run(
    issued.id,
    issuedAt,
    issued.fingerprint,
    issued.fileHash,
    JSON.stringify(issued),
    gzipSync(JSON.stringify(inputs)),
    gzipSync(JSON.stringify(figures)),
    file,
  )
  return { issued: findIssued(db, issued.id) ?? issued, isNew: changes === 1 }
}

function idOf({ fingerprint, fileHash }: Pick<IssuedReport, 'fingerprint' | 'fileHash'>): string {
  return createHash('sha256').update(`${fingerprint} ${fileHash}`).digest('hex')
}
