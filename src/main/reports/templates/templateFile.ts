/** A template as a file, to be shared. */
import type { ReportTemplate, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { phrase } from '../../../shared/phrases.ts'
import { failed, type Failed } from '../../engine/failure.ts'
import { safeFileName } from '../files/fileName.ts'
import { templateDraftFrom } from './schema.ts'

/** Rises when an older version could not read what this one writes. */
const format = 1
const largestFile = 4 * 2 ** 20

export function templateAsFile(template: ReportTemplate): {
  readonly name: string
  readonly bytes: Uint8Array
} {
  const { id: _id, version: _version, shipped: _shipped, ...content } = template
  const text = JSON.stringify({ floorwalkerTemplate: format, template: content }, null, 2)
  return {
    name: `${safeFileName(template.name, 'template')}.floorwalker.json`,
    bytes: new TextEncoder().encode(`${text}\n`),
  }
}

/** Reads such a file as a draft of a new template. Throws `Failed`: `newer` for a later format, `invalid` for what is none. */
export function readTemplateFile(text: string): ReportTemplateDraft {
  if (text.length > largestFile) throw notATemplate('tooLarge')
  const content = parsed(text)
  const version = content.floorwalkerTemplate
  if (typeof version !== 'number') throw notATemplate('notSaid')
  if (version > format) throw failed('newer', 'templates.newer')
  const { template } = content
  return templateDraftFrom(typeof template === 'object' ? { ...template, id: null } : template)
}

function parsed(text: string): { readonly floorwalkerTemplate?: unknown; readonly template?: unknown } {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof content === 'object' && content !== null) return content
  } catch {
    throw notATemplate('noJson')
  }
  throw notATemplate('noObject')
}

function notATemplate(why: 'tooLarge' | 'notSaid' | 'noJson' | 'noObject'): Failed {
  return failed('invalid', 'templates.noTemplate', { why: phrase(`templates.why.${why}`) })
}
