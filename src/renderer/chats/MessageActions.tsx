import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import { toHash } from '../hash.ts'
import { useSelection } from '../selection.ts'
import { IconDots } from '../ui/icons.ts'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { wordsOf } from './copying.ts'
import type { Names } from './names.ts'
import { useCopyWords } from './useCopyWords.ts'

/** The message somebody wants to do something with, and the button they asked by. */
export interface Asked {
  readonly message: MessageItem
  readonly button: HTMLElement
}

/** At the edge of a bubble: asks what can be done with its message. The menu itself is drawn once for all. */
export function ActionsButton({
  message,
  label,
  onAsk,
}: {
  readonly message: MessageItem
  readonly label: string
  readonly onAsk: (asked: Asked) => void
}): ReactNode {
  return (
    <button
      type="button"
      className="chats-icon-button chats-actions"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onClick={(event) => onAsk({ message, button: event.currentTarget })}
    >
      <IconDots />
    </button>
  )
}

interface MessageActionsProps {
  readonly conversation: string
  readonly asked: Asked
  readonly names: Names
  readonly onClose: () => void
}

/** What can be done with a message: copy its words, copy them with time and author, copy a link that leads to it. */
export function MessageActions({ conversation, asked, names, onClose }: MessageActionsProps): ReactNode {
  const text = useText('chats')
  const copyWords = useCopyWords(names)
  const { message, button } = asked
  const words = wordsOf(message)
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Positioner className="menu-place" anchor={button} sideOffset={4} align="end">
          <Menu.Popup className="menu" aria-label={text('copy.title')} finalFocus={() => button}>
            {words !== null && (
              <Menu.Item className="menu-item" onClick={() => copy(words, 'copy.doneText')}>
                {text('copy.text')}
              </Menu.Item>
            )}
            <Menu.Item className="menu-item" onClick={() => copy(copyWords([message]), 'copy.doneText')}>
              {text('copy.line')}
            </Menu.Item>
            <Menu.Item
              className="menu-item"
              onClick={() => copy(linkTo(conversation, message.id), 'copy.doneLink')}
            >
              {text('copy.link')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The address of a chat at a message: neither filters nor what was searched for go along. */
function linkTo(conversation: string, message: string): string {
  const selection = useSelection.getState()
  const closed = { list: null, search: null, drill: null, section: null }
  const hash = toHash({ ...selection, ...closed, conversation, message })
  return `${location.origin}${location.pathname}${hash}`
}

function copy(words: string, done: string): void {
  navigator.clipboard.writeText(words).then(
    () => tell(() => say('chats', done)),
    () => tell(() => say('chats', 'copy.failed')),
  )
}
