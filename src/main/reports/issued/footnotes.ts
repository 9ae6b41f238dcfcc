/** From what is printed at a number, `3F9C1A-12`, back to the conversations behind it. */
import type { Api } from '../../../shared/contract.ts'
import { Failed } from '../../engine/failure.ts'
import type { ReadableDb } from '../../store/database.ts'
import { newestIssued, readKept } from './issuedRows.ts'

type Found = Awaited<ReturnType<Api['footnote']>>

/** Takes the id as people type it. Throws `Failed` (`invalid`) when it is none, or none of a report issued here. */
export function findFootnote(db: ReadableDb, text: string): Found {
  const [, report = '', number = ''] = /^\s*([0-9a-f]{6})\s*[-‐‑–—]?\s*(\d{1,6})\s*$/iu.exec(text) ?? []
  if (report === '')
    throw new Failed(
      'invalid',
      `“${text.slice(0, 40)}” is no footnote of a report.`,
      'Type it as it is printed, such as 3F9C1A-12.',
    )
  const issued = newestIssued(db, report.toLowerCase())
  const kept = issued === null ? null : readKept(db, issued.id)
  if (kept === null)
    throw new Failed(
      'invalid',
      `No report that begins with ${report.toUpperCase()} was issued from this workspace.`,
      'Look at the report’s last page for its first six signs, or ask in the workspace that issued it.',
    )
  const found = kept.figures.footnotes.find((one) => one.number === Number(number))
  if (found === undefined)
    throw new Failed(
      'invalid',
      `The report ${report.toUpperCase()} has no footnote ${Number(number)}; its last is ${kept.figures.footnotes.length}.`,
      'Look at the number once more.',
    )
  const { about, total, conversations } = found
  return { issued: kept.issued, about, total, conversations }
}
