/** Report templates that people made, in workspace.db. */
import { randomUUID } from 'node:crypto'
import type { Api } from '../../../shared/contract.ts'
import type { ReportTemplate, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { failed, type Failed } from '../../engine/failure.ts'
import { sql, type WritableDb } from '../../store/database.ts'
import { templateDraftFrom } from './schema.ts'
import { isShipped } from './shipped.ts'
import { keptTemplate, unknownTemplate } from './templateReads.ts'

export function createTemplateWrites(ports: {
  readonly workspaceDb: WritableDb
  readonly now: () => number
}): Pick<Api, 'saveReportTemplate' | 'removeReportTemplate'> {
  const { workspaceDb, now } = ports
  return {
    saveReportTemplate: async (draft) => keepTemplate(workspaceDb, draft, now()),
    removeReportTemplate: async (id) => removeTemplate(workspaceDb, id),
  }
}

/** Keeps a new template, or a change of one under its next version. Throws `Failed` (`invalid`); then nothing was kept. */
function keepTemplate(db: WritableDb, value: ReportTemplateDraft, now: number): ReportTemplate {
  const draft = templateDraftFrom(value)
  if (draft.id !== null && isShipped(draft.id)) throw shippedStay('shippedNotChanged')
  const keep = db.transaction(() => {
    const before = draft.id === null ? null : keptTemplate(db, draft.id)
    if (draft.id !== null && before === null) throw unknownTemplate(draft.id)
    const id = before?.id ?? randomUUID()
    const version = (before?.version ?? 0) + 1
    sql(
      db,
      `INSERT INTO report_templates(id, content, version, changed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT(id) DO UPDATE SET content = excluded.content, version = excluded.version, changed_at = excluded.changed_at`,
    ).run(id, JSON.stringify(draft), version, now)
    return { ...draft, id, shipped: false, version }
  })
  return keep.immediate()
}

function removeTemplate(db: WritableDb, id: string): void {
  if (isShipped(id)) throw shippedStay('shippedNotRemoved')
  const { changes } = sql(db, 'DELETE FROM report_templates WHERE id = ?').run(id)
  if (changes === 0) throw unknownTemplate(id)
}

function shippedStay(what: 'shippedNotChanged' | 'shippedNotRemoved'): Failed {
  return failed('invalid', `templates.${what}`)
}
