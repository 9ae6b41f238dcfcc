/** What is kept of an issued report, beside what lists show of it: enough to make it again and to hold today against it. */
import type {
  Footnote,
  IssuedReport,
  Report,
  ReportAppendix,
  ReportQuery,
  ReportTable,
  ReportTemplate,
  ReportTemplateDraft,
} from '../../../shared/reporting.ts'

/** Everything the report was made of but the data. */
export interface IssuedInputs {
  /** With the template as it was, so that it can be asked again. */
  readonly query: ReportQuery & { readonly draft: ReportTemplateDraft }
  /** What every shown metric meant, and what it was measured by, in the report's language. */
  readonly definitions: ReportAppendix['definitions']
  readonly settings: ReportAppendix['settings']
}

export interface IssuedFigures {
  readonly tables: readonly ReportTable[]
  readonly footnotes: readonly Footnote[]
}

/** A file as it is issued. The same report in the same bytes is the same issue. */
export interface NewIssue extends Omit<IssuedReport, 'id' | 'issuedAt'> {
  readonly inputs: IssuedInputs
  readonly figures: IssuedFigures
  readonly file: Uint8Array
}

export interface KeptIssue {
  readonly issued: IssuedReport
  readonly inputs: IssuedInputs
  readonly figures: IssuedFigures
}

/** A template as something that can be asked for in its place. */
export function draftOf({
  shipped: _shipped,
  version: _version,
  ...draft
}: ReportTemplate): ReportTemplateDraft {
  return draft
}

/** The query that asks for the same report whatever becomes of its template. */
export function queryToKeep(
  { template, scope, language, hideNames }: ReportQuery,
  draft: ReportTemplateDraft,
): IssuedInputs['query'] {
  return { template, draft, scope, language, hideNames }
}

export function inputsOf(query: IssuedInputs['query'], { appendix }: Report): IssuedInputs {
  return { query, definitions: appendix.definitions, settings: appendix.settings }
}

export function figuresOf({ tables, footnotes }: Report): IssuedFigures {
  return { tables, footnotes }
}
