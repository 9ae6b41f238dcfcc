import type { ReactNode } from 'react'
import type { ReportTemplate, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { IconFileImport, IconPlus } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { emptyDraft } from '../editor/draft.ts'
import { newTemplate, useEditing } from '../editor/editing.ts'
import { FileChooser } from '../FileChooser.tsx'
import { orTell } from '../orTell.ts'
import { openTemplate } from '../parts.ts'

interface TemplateListProps {
  readonly templates: readonly ReportTemplate[]
  readonly open: string
}

/** Own templates first, for they were made to be used; then those that come along. */
export function TemplateList({ templates, open }: TemplateListProps): ReactNode {
  const text = useText('reports')
  const groups = [
    ['own', templates.filter((template) => !template.shipped)],
    ['shipped', templates.filter((template) => template.shipped)],
  ] as const
  return (
    <nav className="templates" aria-label={text('templates.title')}>
      {groups.map(
        ([kind, group]) =>
          group.length > 0 && (
            <div key={kind}>
              <h2>{text(`templates.${kind}`)}</h2>
              <ul>
                {group.map((template) => (
                  <li key={template.id}>
                    <TemplateName template={template} current={template.id === open} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <Unkept />
      <div className="templates-more">
        <Button quiet icon={<IconPlus />} onClick={() => startWith(emptyDraft(text('templates.newName')))}>
          {text('templates.new')}
        </Button>
        <FileChooser
          quiet
          icon={<IconFileImport />}
          label={text('templates.bring')}
          accept=".json,application/json"
          onFile={(file) => void bring(file)}
        />
      </div>
    </nav>
  )
}

function TemplateName(props: { readonly template: ReportTemplate; readonly current: boolean }): ReactNode {
  const text = useText('reports')
  const { id, name, shipped } = props.template
  const isChanged = useEditing(({ drafts }) => drafts[id] !== undefined)
  return (
    <button type="button" aria-current={props.current || undefined} onClick={() => openTemplate(id)}>
      <span dir={shipped ? undefined : 'auto'}>{name}</span>
      {isChanged && <small>{text('templates.unsaved')}</small>}
    </button>
  )
}

/** A new one that was begun and left: the way back to it. */
function Unkept(): ReactNode {
  const text = useText('reports')
  const draft = useEditing(({ drafts }) => drafts[newTemplate])
  if (draft === undefined) return null
  return (
    <ul>
      <li>
        <button type="button" onClick={() => openTemplate(newTemplate, 'editor')}>
          <span dir="auto">{draft.name}</span>
          <small>{text('templates.unsaved')}</small>
        </button>
      </li>
    </ul>
  )
}

/** Nothing is kept before it is saved in the editor. */
function bring(file: File): Promise<void> {
  return orTell(async () => startWith(await api.readTemplateFile({ text: await file.text() })))
}

function startWith(draft: ReportTemplateDraft): void {
  useEditing.getState().change(newTemplate, draft)
  openTemplate(newTemplate, 'editor')
}
