/** What is asked of the engine for a report. */
import type { Language, Scope } from '../../../shared/contract.ts'
import type { Paper, ReportQuery, ReportTemplate, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { draftOf } from '../editor/draft.ts'

interface Wanted {
  readonly scope: Scope
  readonly language: Language
  readonly hideNames: boolean
}

/** The report of a template; on another paper than the template's it is asked for as a draft of it. */
export function queryOf(template: ReportTemplate, paper: Paper | null, wanted: Wanted): ReportQuery {
  const isOwn = paper === null || samePaper(paper, template.paper)
  return { template: template.id, ...(isOwn ? {} : { draft: { ...draftOf(template), paper } }), ...wanted }
}

/** The report of a template as it is being changed. */
export function draftQueryOf(template: string, draft: ReportTemplateDraft, wanted: Wanted): ReportQuery {
  return { template, draft, ...wanted }
}

export function samePaper(one: Paper, other: Paper): boolean {
  return one.size === other.size && one.orientation === other.orientation
}
