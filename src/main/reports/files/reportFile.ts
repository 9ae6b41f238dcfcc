/** A report as the file that is handed out. */
import type { Api } from '../../../shared/contract.ts'
import { dayKey } from '../../../shared/period.ts'
import type { SaveReportQuery } from '../../../shared/reporting.ts'
import type { Shell } from '../../engine/shell.ts'

export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export async function reportFile(
  query: SaveReportQuery,
  reader: Pick<Api, 'reportPage'>,
  shell: Pick<Shell, 'printPdf'>,
): Promise<ReportFile> {
  const { html } = await reader.reportPage(query)
  const name = `floorwalker-${query.template}-${dayKey(query.scope.from, query.scope.zone)}.pdf`
  return { name, type: 'application/pdf', bytes: await shell.printPdf({ html, title: 'Floorwalker' }) }
}
