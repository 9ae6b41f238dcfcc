/** A report on its way to a file: what the reader thread can make of it. A PDF still has to be printed by the host. */
import { dayKey } from '../../../shared/period.ts'
import type { Report, ReportFormat, SaveReportQuery } from '../../../shared/reporting.ts'
import { figuresOf, inputsOf, type IssuedInputs, type NewIssue } from '../issued/issue.ts'
import { documentTitle, renderReport } from '../page.ts'
import { safeFileName } from './fileName.ts'
import { reportAsCsv } from './reportCsv.ts'
import { reportAsXlsx } from './reportXlsx.ts'

export interface ReportDraft {
  readonly about: Omit<NewIssue, 'file' | 'fileHash' | 'bytes' | 'by'>
  readonly content:
    | { readonly kind: 'page'; readonly html: string; readonly title: string; readonly moment: number }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
}

export async function draftReport(
  { format }: Pick<SaveReportQuery, 'format'>,
  query: IssuedInputs['query'],
  report: Report,
): Promise<ReportDraft> {
  const { template, language, scope, hideNames, fingerprint, version } = report
  return {
    about: {
      name: template.name,
      template: template.id,
      format,
      language,
      scope,
      hideNames,
      fingerprint,
      fileName: fileNameOf(report, format),
      version,
      inputs: inputsOf(query, report),
      figures: figuresOf(report),
    },
    content: await contentOf(report, format),
  }
}

async function contentOf(report: Report, format: ReportFormat): Promise<ReportDraft['content']> {
  switch (format) {
    case 'pdf':
      return {
        kind: 'page',
        html: renderReport(report),
        title: documentTitle(report),
        moment: Math.min(report.at, report.scope.to),
      }
    case 'xlsx':
      return { kind: 'bytes', bytes: await reportAsXlsx(report) }
    case 'csv':
      return { kind: 'bytes', bytes: reportAsCsv(report) }
  }
}

/** `floorwalker-weekly-2026-05-04.pdf`: the template and the period's first day. A template of one's own goes by its name. */
export function fileNameOf(
  { template, scope }: Pick<Report, 'template' | 'scope'>,
  format: ReportFormat,
): string {
  const name = template.shipped ? template.id : safeFileName(template.name, 'report')
  return `floorwalker-${name}-${dayKey(scope.from, scope.zone)}.${format}`
}
