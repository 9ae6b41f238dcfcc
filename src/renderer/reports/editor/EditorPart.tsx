import { type ReactNode, useState } from 'react'
import { useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { openTemplate } from '../parts.ts'
import { templateOf, useTemplates } from '../useTemplates.ts'
import { draftOf, emptyDraft, ownName } from './draft.ts'
import { newTemplate } from './editing.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

/** The template of the address as it is being changed; `new` is one nobody has kept yet. */
export function EditorPart(): ReactNode {
  const text = useText('reports')
  const templates = useTemplates()
  const asked = useSelection((selection) => selection.template)
  if (templates.data === undefined)
    return (
      <div className="page">
        <PageHead title={text('title')} />
        {templates.failure === null ? (
          <Loading />
        ) : (
          <Failed failure={templates.failure} again={templates.again} />
        )}
      </div>
    )
  if (asked === newTemplate) return <NewTemplate />
  const template = templateOf(templates.data, asked)
  if (template === undefined || (asked !== null && template.id !== asked))
    return (
      <div className="page">
        <PageHead title={text('title')} />
        <Empty why={text('editor.gone')}>
          <Button onClick={() => openTemplate('weekly')}>{text('editor.toTemplates')}</Button>
        </Empty>
      </div>
    )
  const draft = draftOf(template)
  return (
    <TemplateEditor
      key={template.id}
      id={template.id}
      base={template.shipped ? { ...draft, name: ownName(draft.name, text) } : draft}
      isKept
    />
  )
}

/** Where the address names one and none was begun, it begins here; its blocks stay the same ones meanwhile. */
function NewTemplate(): ReactNode {
  const text = useText('reports')
  const [base] = useState(() => emptyDraft(text('templates.newName')))
  return <TemplateEditor id={newTemplate} base={base} isKept={false} />
}
