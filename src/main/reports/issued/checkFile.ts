/** Holds a file that somebody brings against what was issued, and what it says against today's data. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { formatFor } from '../../../shared/numbers.ts'
import type { IssuedReport, ReportCheck } from '../../../shared/reporting.ts'
import { unitText } from '../../../shared/valueText.ts'
import { failed, type Failed } from '../../engine/failure.ts'
import { readProof } from '../../print/pdfFile.ts'
import type { ReadableDb } from '../../store/database.ts'
import { differencesOf, type CellText } from './differences.ts'
import { withoutNames } from './erasedNames.ts'
import type { IssuedFigures, IssuedInputs, KeptIssue } from './issue.ts'
import { issuedWithFile, newestIssued, readKept } from './issuedRows.ts'

export interface CheckPorts {
  readonly workspaceDb: ReadableDb
  /** The report of a kept query, of today's data. */
  readonly makeAgain: (
    query: IssuedInputs['query'],
  ) => Promise<{ readonly inputs: IssuedInputs; readonly figures: IssuedFigures }>
}

/** No report of ours is larger. */
export const largestReport = 100 * 2 ** 20

type FileFinding = Pick<ReportCheck, 'file' | 'trouble' | 'fingerprint' | 'issued'>

/** Throws `Failed` (`invalid`) for a file that is too large to be a report. */
export async function checkFile(ports: CheckPorts, bytes: Uint8Array): Promise<ReportCheck> {
  const finding = foundIn(ports.workspaceDb, bytes, selfProof(bytes))
  const kept = finding.issued === null ? null : readKept(ports.workspaceDb, finding.issued.id)
  if (kept === null) return { ...finding, ...unknownToday }
  return { ...finding, ...(await heldAgainstToday(ports, kept)) }
}

/** What can be said of a file where no workspace is at hand. Throws as `checkFile`. */
export function checkAlone(bytes: Uint8Array): ReportCheck {
  return { ...selfProof(bytes), ...unknownToday }
}

/** For whoever can see a file's size before reading it. */
export function tooLarge(): Failed {
  return failed('invalid', 'reports.fileTooLarge')
}

const unknownToday = { figures: null, definitions: null, settings: null, differences: [] } as const

function selfProof(bytes: Uint8Array): FileFinding {
  if (bytes.length > largestReport) throw tooLarge()
  const { state, fingerprint } = readProof(bytes)
  const trouble = state === 'none' ? troubleOf(bytes) : null
  const file = state === 'changed' ? 'changed' : trouble === null ? 'unknown' : 'unreadable'
  return { file, trouble, fingerprint, issued: null }
}

function foundIn(db: ReadableDb, bytes: Uint8Array, proof: FileFinding): FileFinding {
  const issued = issuedWithFile(db, createHash('sha256').update(bytes).digest('hex'))
  if (issued !== null) return { file: 'issued', trouble: null, fingerprint: issued.fingerprint, issued }
  const original = proof.fingerprint === null ? null : newestIssued(db, proof.fingerprint)
  if (proof.file === 'changed') return { ...proof, issued: original }
  return { ...proof, ...sameReport(original) }
}

/** What is kept as a PDF here, yet with other bytes, is not the file that was handed out, however well it proves itself. */
function sameReport(original: IssuedReport | null): Partial<FileFinding> {
  return original?.format === 'pdf' ? { file: 'changed', issued: original } : {}
}

/** Why bytes without a proof are no report; null for a spreadsheet or a text, which carry none. */
function troubleOf(bytes: Uint8Array): ReportCheck['trouble'] {
  const file = Buffer.from(bytes)
  if (file.length === 0) return 'empty'
  if (file.subarray(0, 5).toString('latin1') === '%PDF-')
    return file.subarray(-1024).includes('%%EOF') ? 'not_ours' : 'cut_short'
  const isArchive = file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  if (isArchive) return file.subarray(-66_000).includes('PK\u0005\u0006') ? null : 'cut_short'
  return file.includes(0) ? 'not_ours' : null
}

type Today = Pick<ReportCheck, 'figures' | 'definitions' | 'settings' | 'differences'>

async function heldAgainstToday(ports: CheckPorts, { issued, inputs, figures }: KeptIssue): Promise<Today> {
  const today = await ports.makeAgain(inputs.query)
  const { tables } =
    issued.erasedAt === undefined ? today.figures : withoutNames(today.figures, inputs.query.draft.blocks)
  const differences = differencesOf(figures.tables, tables, cellTextOf(issued))
  return {
    figures: differences.length === 0 ? 'hold' : 'differ',
    definitions: sameOrChanged(meanings(inputs), meanings(today.inputs)),
    settings: sameOrChanged(inputs.settings, today.inputs.settings),
    differences,
  }
}

/** What was left out is a figure of the data, no part of what a metric means. */
function meanings({ definitions }: IssuedInputs): unknown {
  return definitions.map(({ metric, name, definition, credit }) => ({ metric, name, definition, credit }))
}

function sameOrChanged(was: unknown, is: unknown): 'same' | 'changed' {
  return isDeepStrictEqual(was, is) ? 'same' : 'changed'
}

function cellTextOf({ language, scope }: IssuedReport): CellText {
  const format = formatFor(language, scope.zone, scope.to)
  return (cell, kind) => {
    if (typeof cell === 'string') return cell
    if (kind === 'text') return cell === null ? '–' : String(cell)
    if (kind === 'time') return format.dateTime(cell)
    return unitText(format, kind === 'duration' ? 'seconds' : kind, cell)
  }
}
