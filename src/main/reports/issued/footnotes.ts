/** From what is printed at a number, `3F9C1A-12`, back to the conversations behind it. */
import type { Api } from '../../../shared/contract.ts'
import { failed } from '../../engine/failure.ts'
import type { ReadableDb } from '../../store/database.ts'
import { newestIssued, readKept } from './issuedRows.ts'

type Found = Awaited<ReturnType<Api['footnote']>>

/** Takes the id as people type it. Throws `Failed` (`invalid`) when it is none, or none of a report issued here. */
export function findFootnote(db: ReadableDb, text: string): Found {
  const [, report = '', number = ''] = /^\s*([0-9a-f]{6})\s*[-‐‑–—]?\s*(\d{1,6})\s*$/iu.exec(text) ?? []
  if (report === '') throw failed('invalid', 'reports.noFootnote', { text: text.slice(0, 40) })
  const issued = newestIssued(db, report.toLowerCase())
  const kept = issued === null ? null : readKept(db, issued.id)
  if (kept === null) throw failed('invalid', 'reports.noneBegins', { signs: report.toUpperCase() })
  const found = kept.figures.footnotes.find((one) => one.number === Number(number))
  if (found === undefined)
    throw failed('invalid', 'reports.noFootnoteNumber', {
      signs: report.toUpperCase(),
      number: Number(number),
      last: kept.figures.footnotes.length,
    })
  const { about, total, conversations } = found
  return { issued: kept.issued, about, total, conversations }
}
