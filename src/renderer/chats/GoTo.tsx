import { useState, type ReactNode, type RefObject } from 'react'
import type { Conversation } from '../../shared/contract.ts'
import { dayKey, parseBoundary } from '../../shared/period.ts'
import { api, failureOf } from '../api.ts'
import { useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { IconArrowsVertical } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/Notices.tsx'
import { useText } from '../ui/text.ts'
import type { ThreadPort } from './useScrolling.ts'

interface GoToProps {
  readonly conversation: Conversation
  readonly port: RefObject<ThreadPort | null>
}

/** Ways through a long conversation: its first message, its last, or a day. */
export function GoTo({ conversation, port }: GoToProps): ReactNode {
  const text = useText('chats')
  const [asking, ask] = useState(false)
  return (
    <>
      <Menu
        label={<IconArrowsVertical />}
        title={text('goTo.title')}
        align="end"
        items={[
          { id: 'first', label: text('goTo.first'), onPick: () => port.current?.show(0) },
          {
            id: 'last',
            label: text('goTo.last'),
            onPick: () => port.current?.show(conversation.total - 1),
          },
          { id: 'day', label: text('goTo.day'), onPick: () => ask(true) },
        ]}
        trigger={
          <button
            type="button"
            className="chats-icon-button"
            aria-label={text('goTo.title')}
            title={text('goTo.title')}
          />
        }
      />
      {asking && <DayDialog conversation={conversation} port={port} onClose={() => ask(false)} />}
    </>
  )
}

function DayDialog({ conversation, port, onClose }: GoToProps & { readonly onClose: () => void }): ReactNode {
  const text = useText('chats')
  const zone = useZone()
  const { id, openedAt, lastAt } = conversation.row
  const [day, setDay] = useState(dayKey(lastAt, zone))
  async function go(): Promise<void> {
    const at = parseBoundary(day, zone)
    const page = await api.timeline({ conversation: id, limit: 1, from: { kind: 'at', at } })
    // After the last day there is nothing to go to but the last message.
    port.current?.show(Math.min(page.first, page.total - 1))
  }
  return (
    <Dialog open onClose={onClose} title={text('goTo.day')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onClose()
          go().catch((error: unknown) => {
            tell(failureOf(error))
          })
        }}
      >
        <input
          type="date"
          className="field"
          aria-label={text('goTo.dayLabel')}
          value={day}
          min={dayKey(openedAt, zone)}
          max={dayKey(lastAt, zone)}
          required
          onChange={(event) => setDay(event.target.value)}
        />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{text('goTo.cancel')}</Button>
          <Button primary type="submit" disabled={day === ''}>
            {text('goTo.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
