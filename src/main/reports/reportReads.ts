/** What the reader thread answers of reports: templates, reports as data and as pages, and what was issued. */
import type { Api } from '../../shared/contract.ts'
import type { ReportQuery, SaveReportQuery } from '../../shared/reporting.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { composeReport, type ReportPorts } from './compose.ts'
import { readIssued, type IssuedReads } from './issued/issuedReads.ts'
import { draftReport, type ReportDraft } from './files/draft.ts'
import { figuresOf, inputsOf, queryToKeep, type IssuedInputs } from './issued/issue.ts'
import { notYet } from './notYet.ts'
import { renderReport } from './page.ts'

export interface ReportReadPorts extends ReadPorts {
  /** What a report asks, from one state of the data. */
  readonly ask: () => ReportPorts
}

export interface ReportReads
  extends IssuedReads, Pick<Api, 'reportTemplates' | 'report' | 'reportPage' | 'readTemplateFile'> {
  /** The report as what becomes its file. */
  draftReport(query: SaveReportQuery): Promise<ReportDraft>
}

export function createReportReads(ports: ReportReadPorts): ReportReads {
  const report: Api['report'] = (query) => composeReport(query, ports.ask(), ports.now())
  // The template as it is now, so that the report can be made again whatever becomes of it.
  const asked = async (query: ReportQuery): Promise<IssuedInputs['query']> =>
    queryToKeep(query, query.draft ?? (await notYet()))
  return {
    ...readIssued({
      workspaceDb: ports.workspaceDb,
      async makeAgain(query) {
        const today = await report(query)
        return { inputs: inputsOf(query, today), figures: figuresOf(today) }
      },
    }),
    async draftReport(query) {
      const kept = await asked(query)
      return draftReport(query, kept, await report(query), renderReport)
    },
    reportTemplates: notYet,
    readTemplateFile: notYet,
    report,
    reportPage: async (query) => ({ html: renderReport(await report(query)) }),
  }
}
