/** What the reader thread answers of reports: templates, reports as data and as pages, and what was issued. */
import type { Api } from '../../shared/contract.ts'
import type { ReportQuery, SaveReportQuery } from '../../shared/reporting.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { composeReport } from './compose.ts'
import { readIssued, type IssuedReads } from './issued/issuedReads.ts'
import { draftReport, type ReportDraft } from './files/draft.ts'
import { draftOf, figuresOf, inputsOf, queryToKeep, type IssuedInputs } from './issued/issue.ts'
import { renderReport } from './page.ts'
import type { ReportPorts } from './ports.ts'
import { readTemplateFile, templateAsFile } from './templates/templateFile.ts'
import { findTemplate, listTemplates, templateOf } from './templates/templateReads.ts'

export interface ReportReadPorts extends ReadPorts {
  /** What a report asks, from one state of the data. */
  readonly ask: () => ReportPorts
}

export interface ReportReads
  extends IssuedReads, Pick<Api, 'reportTemplates' | 'report' | 'reportPage' | 'readTemplateFile'> {
  /** The report as what becomes its file. */
  draftReport(query: SaveReportQuery): Promise<ReportDraft>
  /** A template as a file, to be shared. */
  templateFile(query: Parameters<Api['saveTemplateFile']>[0]): Promise<ReturnType<typeof templateAsFile>>
}

export function createReportReads(ports: ReportReadPorts): ReportReads {
  const { workspaceDb } = ports
  const report: Api['report'] = async (query) =>
    composeReport(query, templateOf(workspaceDb, query), ports.ask())
  // The template as it is now, so that the report can be made again whatever becomes of it.
  const asked = (query: ReportQuery): IssuedInputs['query'] => {
    return queryToKeep(query, draftOf(templateOf(workspaceDb, query)))
  }
  return {
    ...readIssued({
      workspaceDb,
      async makeAgain(query) {
        const today = await report(query)
        return { inputs: inputsOf(query, today), figures: figuresOf(today) }
      },
    }),
    async draftReport(query) {
      return draftReport(query, asked(query), await report(query))
    },
    reportTemplates: async ({ language }) => listTemplates(workspaceDb, language),
    templateFile: async ({ id, language }) => templateAsFile(findTemplate(workspaceDb, id, language)),
    readTemplateFile: async ({ text }) => readTemplateFile(text),
    report,
    reportPage: async (query) => ({ html: renderReport(await report(query)) }),
  }
}
