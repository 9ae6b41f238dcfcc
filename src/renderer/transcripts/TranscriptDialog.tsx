import { type ReactNode, useRef, useState } from 'react'
import type { Failure, TranscriptQuery } from '../../shared/contract.ts'
import { api, failureOf, useAsk } from '../api.ts'
import { keepFile } from '../keepFile.ts'
import { useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { IconPrinter } from '../ui/icons.ts'
import { tell } from '../ui/Notices.tsx'
import { PageFrame, type PageFrameHandle } from '../ui/PageFrame.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { Switch } from '../ui/Switch.tsx'
import { FailureLine } from '../ui/failureText.tsx'
import { say, useLanguage, useText } from '../ui/text.ts'
import './TranscriptDialog.css'

const formats = ['pdf', 'html', 'text'] as const

interface TranscriptDialogProps {
  readonly conversations: readonly string[]
  /** Of how many these are the first; absent: they are all. */
  readonly total?: number
  readonly onClose: () => void
}

/** The chats as they will print, with customers' names hidden unless shown on purpose. */
export function TranscriptDialog({ conversations, total, onClose }: TranscriptDialogProps): ReactNode {
  const text = useText('transcripts')
  const language = useLanguage()
  const zone = useZone()
  const format = useFormat()
  const frame = useRef<PageFrameHandle>(null)
  const [hideNames, setHideNames] = useState(true)
  const [kind, setKind] = useState<TranscriptQuery['format']>('pdf')
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const shown: TranscriptQuery = { conversations, format: 'html', hideNames, language, zone }
  const page = useAsk('transcript', [shown], ['conversations'])

  async function save(): Promise<void> {
    setSaving(true)
    setFailure(null)
    try {
      const kept = await keepFile(await api.saveTranscript({ ...shown, format: kind }))
      if (kept !== null) {
        tell(() => say('ui', 'export.saved', { where: kept.where }))
        onClose()
      }
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setSaving(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      shape="wide"
      title={text('title', { count: conversations.length })}
      buttons={
        <>
          <Button
            icon={<IconPrinter />}
            disabled={page.data === undefined}
            onClick={() => frame.current?.print()}
          >
            {text('print')}
          </Button>
          <Button primary disabled={saving || page.data === undefined} onClick={() => void save()}>
            {text(saving ? 'saving' : 'save')}
          </Button>
        </>
      }
    >
      <div className="transcript-choices">
        <label htmlFor="transcript-hide">{text('hideNames')}</label>
        <Switch id="transcript-hide" on={hideNames} onChange={setHideNames} />
        <Choice
          label={text('format')}
          options={formats.map((id) => ({ id, name: text(`formats.${id}`) }))}
          chosen={kind}
          onChange={setKind}
        />
      </div>
      <p className="transcript-note">
        {text(hideNames ? 'namesHidden' : 'namesShown')}{' '}
        {total !== undefined &&
          total > conversations.length &&
          text('first', { shown: format.count(conversations.length), total: format.count(total) })}
      </p>
      {failure !== null && (
        <p className="transcript-failure" role="alert">
          <FailureLine failure={failure} />
        </p>
      )}
      <div className="transcript-paper" data-stale={page.stale || undefined}>
        {page.data !== undefined ? (
          <PageFrame ref={frame} html={page.data.html} title={text('preview')} />
        ) : page.failure === null ? (
          <Loading />
        ) : (
          <Failed failure={page.failure} again={page.again} />
        )}
      </div>
    </Dialog>
  )
}
