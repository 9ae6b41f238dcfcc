/** A report on its way to a file: what the reader thread can make of it. A PDF still has to be printed by the host. */
import { dayKey } from '../../../shared/period.ts'
import type { Report, ReportFormat, SaveReportQuery } from '../../../shared/reporting.ts'
import { figuresOf, inputsOf, type IssuedInputs, type NewIssue } from '../issued/issue.ts'
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
  render: (report: Report) => string,
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
    content: await contentOf(report, format, render),
  }
}

async function contentOf(
  report: Report,
  format: ReportFormat,
  render: (report: Report) => string,
): Promise<ReportDraft['content']> {
  switch (format) {
    case 'pdf':
      return {
        kind: 'page',
        html: render(report),
        title: report.title,
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
  const name = template.shipped ? template.id : safeName(template.name)
  return `floorwalker-${name}-${dayKey(scope.from, scope.zone)}.${format}`
}

/** Letters and digits of any script; every file system takes them, and nothing in them leads anywhere. */
function safeName(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return Array.from(words.join('-').toLowerCase()).slice(0, 60).join('') || 'report'
}
