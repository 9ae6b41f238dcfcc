/** Templates as reports and screens read them: those shipped, and those people keep. */
import type { Language } from '../../../shared/contract.ts'
import type { ReportQuery, ReportTemplate, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { failed, type Failed } from '../../engine/failure.ts'
import { rawSql, type ReadableDb } from '../../store/database.ts'
import { isShipped, shippedIn } from './shipped.ts'
import { templateDraftFrom } from './schema.ts'

/** Those shipped, then those kept here by name. */
export function listTemplates(db: ReadableDb, language: Language): readonly ReportTemplate[] {
  const kept = rawSql<Row>(db, 'SELECT id, content, version FROM report_templates').all().map(fromRow)
  return [...shippedIn(language), ...kept.toSorted((a, b) => (a.name < b.name ? -1 : 1))]
}

/** The template a report is asked of: the draft being edited, else the one of the id. Throws `Failed` (`invalid`). */
export function templateOf(db: ReadableDb, query: ReportQuery): ReportTemplate {
  const { draft, template, language } = query
  return draft != null ? asTemplate(templateDraftFrom(draft), template) : findTemplate(db, template, language)
}

/** The template of an id, shipped or kept. Throws `Failed` (`invalid`) when there is none. */
export function findTemplate(db: ReadableDb, id: string, language: Language): ReportTemplate {
  const found = isShipped(id) ? shippedIn(language).find((one) => one.id === id) : keptTemplate(db, id)
  if (found === undefined || found === null) throw unknownTemplate(id)
  return found
}

/** One of those kept here; null: there is none of this id. */
export function keptTemplate(db: ReadableDb, id: string): ReportTemplate | null {
  const row = rawSql<Row>(db, 'SELECT id, content, version FROM report_templates WHERE id = ?').get(id)
  return row === undefined ? null : fromRow(row)
}

type Row = [id: string, content: string, version: number]

function fromRow([id, content, version]: Row): ReportTemplate {
  const draft = templateDraftFrom({ ...(JSON.parse(content) as object), id })
  return { ...draft, id, shipped: false, version }
}

/** A draft as if it were kept; of a shipped template it is one as long as it goes by its id. */
function asTemplate(draft: ReportTemplateDraft, asked: string): ReportTemplate {
  const id = draft.id ?? asked
  return { ...draft, id, shipped: isShipped(id), version: 0 }
}

export function unknownTemplate(id: string): Failed {
  return failed('invalid', 'templates.none', { id: id.slice(0, 80) })
}
