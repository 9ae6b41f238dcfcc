/** A report as the file that is handed out, kept before anybody has it. */
import { createHash } from 'node:crypto'
import type { IssuedReport, SaveReportQuery } from '../../../shared/reporting.ts'
import type { ReaderApi } from '../../engine/readerApi.ts'
import type { Shell } from '../../engine/shell.ts'
import { finishPdf } from '../../print/pdfFile.ts'
import type { IssuedWrites } from '../issued/issuedStore.ts'
import type { ReportDraft } from './draft.ts'

export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export const reportTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const satisfies Record<IssuedReport['format'], string>

export interface IssuingPorts {
  readonly reader: Pick<ReaderApi, 'draftReport'>
  readonly store: () => IssuedWrites
  readonly shell: Pick<Shell, 'printPdf'>
}

/**
 * Makes a report's file, keeps it with its inputs and figures, and only then lets `handOut` have it; where that fails or
 * answers null, nothing was issued. The same query, data, settings and version give the same bytes, and the same bytes are
 * one issue. Throws `Failed` where there is no browser for a PDF, and whatever `handOut` throws.
 */
export async function issueReport<T>(
  ports: IssuingPorts,
  query: SaveReportQuery,
  by: IssuedReport['by'],
  handOut: (file: ReportFile) => Promise<T>,
): Promise<T> {
  const drafting = ports.reader.draftReport(query)
  const file = await (query.format === 'pdf' ? printed(drafting, ports.shell) : drafting.then(bytesOf))
  const draft = await drafting
  const { issued, isNew } = await ports.store().keepIssued({
    ...draft.about,
    by,
    fileHash: createHash('sha256').update(file).digest('hex'),
    bytes: file.length,
    file,
  })
  const withdraw = async () => {
    if (isNew) await ports.store().withdrawIssued(issued.id)
  }
  try {
    const handed = await handOut(asFile(issued, file))
    if (handed === null) await withdraw()
    return handed
  } catch (error) {
    await withdraw()
    throw error
  }
}

/** What was issued, as the file it was. */
export function asFile({ fileName, format }: IssuedReport, bytes: Uint8Array): ReportFile {
  return { name: fileName, type: reportTypes[format], bytes }
}

/** What prints is made ready while the report is composed. */
async function printed(drafting: Promise<ReportDraft>, shell: Pick<Shell, 'printPdf'>): Promise<Uint8Array> {
  const page = drafting.then(pageOf)
  const bytes = await shell.printPdf(page)
  const { about } = await drafting
  const { title, moment } = await page
  return finishPdf(bytes, { title, moment, version: about.version, fingerprint: about.fingerprint })
}

function pageOf({ content }: ReportDraft): Extract<ReportDraft['content'], { readonly kind: 'page' }> {
  if (content.kind !== 'page') throw new TypeError('A report to be printed came as a file.')
  return content
}

function bytesOf({ content }: ReportDraft): Uint8Array {
  if (content.kind !== 'bytes') throw new TypeError('A report to be kept as it is came as a page.')
  return content.bytes
}
