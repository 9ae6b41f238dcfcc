import { type ReactNode, useMemo, useState } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { ReportTemplateDraft } from '../../../shared/reporting.ts'
import { api, failureOf } from '../../api.ts'
import { useScope } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tell } from '../../ui/Notices.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { FailureLine } from '../../ui/failureText.tsx'
import { say, useLanguage, useText } from '../../ui/text.ts'
import { openTemplate } from '../parts.ts'
import { ChooseAgent } from '../report/ChooseAgent.tsx'
import { Preview } from '../report/Preview.tsx'
import { useReportChoice } from '../report/reportChoice.ts'
import { draftQueryOf } from '../report/reportQuery.ts'
import { useRested } from '../useRested.ts'
import { BlockList } from './BlockList.tsx'
import { isChanged, ownName } from './draft.ts'
import { newTemplate, useEditing } from './editing.ts'
import { PageFields } from './PageFields.tsx'
import './editor.css'

interface TemplateEditorProps {
  /** As the address has it. */
  readonly id: string
  /** The template before it was changed. */
  readonly base: ReportTemplateDraft
  /** Whether there is one: a new one can be saved unchanged. */
  readonly isKept: boolean
}

/** Blocks and look of a template at the left, the report they make at the right. */
export function TemplateEditor({ id, base, isKept }: TemplateEditorProps): ReactNode {
  const text = useText('reports')
  const held = useEditing(({ drafts }) => drafts[id])
  const draft = held ?? base
  const changed = held !== undefined && isChanged(held, base)
  const [tab, setTab] = useState<'blocks' | 'page'>('blocks')
  const change = (next: ReportTemplateDraft) => useEditing.getState().change(id, next)
  return (
    <div className="page report">
      <EditorHead id={id} draft={draft} changed={changed} isKept={isKept} />
      <div className="editor-columns">
        <div className="editor-side">
          <Tabs
            label={text('editor.tabs')}
            tabs={[
              { id: 'blocks', name: text('editor.blocks') },
              { id: 'page', name: text('editor.page') },
            ]}
            chosen={tab}
            onChange={setTab}
          >
            {tab === 'blocks' ? (
              <BlockList
                blocks={draft.blocks}
                onChange={(blocks) => change({ ...draft, blocks })}
                onPutBack={(block, index) => useEditing.getState().putBack(id, block, index)}
              />
            ) : (
              <PageFields draft={draft} onChange={change} />
            )}
          </Tabs>
        </div>
        <DraftPreview id={id} draft={draft} />
      </div>
    </div>
  )
}

/** Milliseconds without a change after which the preview follows. */
const pause = 300

function DraftPreview({
  id,
  draft,
}: {
  readonly id: string
  readonly draft: ReportTemplateDraft
}): ReactNode {
  const scope = useScope()
  const spoken = useLanguage()
  const { language, hideNames } = useReportChoice()
  const shown = useRested(draft, pause)
  const query = useMemo(
    () => draftQueryOf(id, shown, { scope, language: language ?? spoken, hideNames }),
    [id, shown, scope, language, spoken, hideNames],
  )
  const lacksAgent = draft.needsAgent && scope.agents.length !== 1
  return (
    <Preview
      query={lacksAgent ? null : query}
      paper={draft.paper}
      {...(lacksAgent ? { instead: <ChooseAgent chosen={scope.agents.length} /> } : {})}
    />
  )
}

interface EditorHeadProps {
  readonly id: string
  readonly draft: ReportTemplateDraft
  readonly changed: boolean
  readonly isKept: boolean
}

function EditorHead({ id, draft, changed, isKept }: EditorHeadProps): ReactNode {
  const text = useText('reports')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)

  async function save(wanted: ReportTemplateDraft): Promise<void> {
    setFailure(null)
    setSaving(true)
    try {
      const kept = await api.saveReportTemplate(wanted)
      useEditing.getState().drop(id)
      tell(() => say('reports', 'editor.saved', { name: kept.name }))
      openTemplate(kept.id)
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setSaving(false)
    }
  }
  function leave(): void {
    useEditing.getState().drop(id)
    openTemplate(id === newTemplate ? 'weekly' : id)
  }

  return (
    <>
      <PageHead title={draft.name} sentence={text(sentenceOf(draft, isKept, changed))}>
        <Button onClick={() => (changed || !isKept ? setLeaving(true) : leave())}>
          {text(changed || !isKept ? 'editor.discard' : 'editor.back')}
        </Button>
        {draft.id !== null && (
          <Button
            disabled={saving}
            onClick={() => void save({ ...draft, id: null, name: ownName(draft.name, text) })}
          >
            {text('editor.saveAs')}
          </Button>
        )}
        <Button primary disabled={saving || (isKept && !changed)} onClick={() => void save(draft)}>
          {text('editor.save')}
        </Button>
      </PageHead>
      {failure !== null && (
        <p className="editor-failed" role="alert" dir="auto">
          <FailureLine failure={failure} />
        </p>
      )}
      <Dialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={text('editor.discardTitle', { name: draft.name })}
        buttons={
          <>
            <Button onClick={() => setLeaving(false)}>{text('editor.goOn')}</Button>
            <Button danger onClick={leave}>
              {text('editor.discard')}
            </Button>
          </>
        }
      >
        <p>{text('editor.discardAbout')}</p>
      </Dialog>
    </>
  )
}

function sentenceOf(draft: ReportTemplateDraft, isKept: boolean, changed: boolean): string {
  if (!isKept) return 'editor.unkept'
  if (draft.id === null) return 'editor.shipped'
  return changed ? 'editor.changed' : 'editor.unchanged'
}
