import { type FormEvent, type ReactNode, useState } from 'react'
import type { Severity } from '../../shared/flags.ts'
import { api, failureOf, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { hasCommandKey } from '../ui/Keys.tsx'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { askAgain } from './acting.ts'
import { type Raising, stopRaising, useRaising } from './raising.ts'
import './flags.css'

/** As much as the engine takes. */
const longest = 2000

/** Asks why a chat or message is flagged by hand, over every place. */
export function RaiseFlag(): ReactNode {
  const text = useText('flagging')
  const { raising } = useRaising()
  return (
    <Dialog open={raising !== null} onClose={stopRaising} title={text('raise.title')}>
      {raising !== null && <RaiseForm raising={raising} />}
    </Dialog>
  )
}

function RaiseForm({ raising }: { readonly raising: Raising }): ReactNode {
  const text = useText('flagging')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const [why, write] = useState('')
  const [severity, choose] = useState<Severity>('warning')
  const [whole, setWhole] = useState(raising.message === null)
  const [asking, ask] = useState(false)
  const ready = why.trim() !== '' && !asking
  async function submit(): Promise<void> {
    if (!ready) return
    ask(true)
    try {
      const { id } = await api.raiseFlag({
        conversation: raising.conversation,
        message: whole ? null : raising.message,
        text: why.trim(),
        severity,
        by: settings?.reviewer ?? null,
      })
      stopRaising()
      tell(
        () => say('flagging', 'raise.done'),
        () => void takeBack(id),
      )
      await askAgain()
    } catch (error) {
      tell(failureOf(error))
      ask(false)
    }
  }
  return (
    <form
      className="flag-raise"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label>
        <span>{text('raise.why')}</span>
        <textarea
          className="field"
          rows={3}
          dir="auto"
          maxLength={longest}
          value={why}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && hasCommandKey(event)) void submit()
          }}
        />
      </label>
      <Choice
        label={text('filter.severity')}
        options={(['warning', 'danger'] as const).map((id) => ({ id, name: text(`severity.${id}`) }))}
        chosen={severity}
        onChange={choose}
      />
      {raising.message !== null && (
        <label className="flag-mine">
          <input type="checkbox" checked={!whole} onChange={(event) => setWhole(!event.target.checked)} />
          {text('raise.message')}
        </label>
      )}
      <div className="dialog-buttons">
        <Button onClick={stopRaising}>{text('cancel')}</Button>
        <Button primary type="submit" disabled={!ready}>
          {text('raise.do')}
        </Button>
      </div>
    </form>
  )
}

/** A flag made by mistake: what is left of it is its history. */
async function takeBack(id: string): Promise<void> {
  const act = { kind: 'false_alarm', reason: null } as const
  await api.actOnFlags({ flags: [id], act, by: null }).catch((error: unknown) => tell(failureOf(error)))
  await askAgain()
}
