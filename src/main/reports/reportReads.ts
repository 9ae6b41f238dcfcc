/** What the reader thread answers of reports: templates, reports as data and as pages, and what was issued. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { composeReport, type ReportPorts } from './compose.ts'
import { readIssued, type IssuedReads } from './issued/issuedReads.ts'
import { notYet } from './notYet.ts'
import { renderReport } from './page.ts'

export interface ReportReadPorts extends ReadPorts {
  /** What a report asks, from one state of the data. */
  readonly ask: () => ReportPorts
}

export interface ReportReads
  extends IssuedReads, Pick<Api, 'reportTemplates' | 'report' | 'reportPage' | 'readTemplateFile'> {}

export function createReportReads(ports: ReportReadPorts): ReportReads {
  const report: Api['report'] = (query) => composeReport(query, ports.ask(), ports.now())
  return {
    ...readIssued(ports),
    reportTemplates: notYet,
    readTemplateFile: notYet,
    report,
    reportPage: async (query) => ({ html: renderReport(await report(query)) }),
  }
}
