import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import { flagByHand } from '../flags/raising.ts'
import { toHash } from '../hash.ts'
import { useSelection } from '../selection.ts'
import { IconDots } from '../ui/icons.ts'
import { Menu } from '../ui/menuParts.ts'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { wordsOf } from './copying.ts'
import type { Names } from './names.ts'
import { useCopyWords } from './useCopyWords.ts'

export type ActionsHandle = Menu.Handle<MessageItem>

export function createActions(): ActionsHandle {
  return Menu.createHandle<MessageItem>()
}

interface ActionsButtonProps {
  readonly message: MessageItem
  readonly label: string
  readonly handle: ActionsHandle
}

/** At the edge of a bubble: asks what can be done with its message. The menu itself is drawn once for all. */
export function ActionsButton({ message, label, handle }: ActionsButtonProps): ReactNode {
  return (
    <Menu.Trigger
      handle={handle}
      payload={message}
      className="chats-icon-button chats-actions"
      aria-label={label}
      title={label}
    >
      <IconDots />
    </Menu.Trigger>
  )
}

interface MessageActionsProps {
  readonly conversation: string
  readonly handle: ActionsHandle
  readonly names: Names
}

/** What can be done with a message: copy its words, copy them with time and author, copy a link that leads to it, flag it. */
export function MessageActions({ conversation, handle, names }: MessageActionsProps): ReactNode {
  return (
    <Menu.Root handle={handle} modal={false}>
      {({ payload }) => (
        <Menu.Portal>
          <Menu.Positioner className="menu-place" sideOffset={4} align="end">
            <Menu.Popup className="menu">
              {payload && <Items conversation={conversation} message={payload} names={names} />}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      )}
    </Menu.Root>
  )
}

interface ItemsProps {
  readonly conversation: string
  readonly message: MessageItem
  readonly names: Names
}

function Items({ conversation, message, names }: ItemsProps): ReactNode {
  const text = useText('chats')
  const flagging = useText('flagging')
  const copyWords = useCopyWords(names)
  const words = wordsOf(message)
  const item = (label: string, copied: () => string, done: string) => (
    <Menu.Item className="menu-item" onClick={() => copy(copied(), done)}>
      {text(label)}
    </Menu.Item>
  )
  return (
    <>
      {words !== null && item('copy.text', () => words, 'copy.doneText')}
      {item('copy.line', () => copyWords([message]), 'copy.doneText')}
      {item('copy.link', () => linkTo(conversation, message.id), 'copy.doneLink')}
      <Menu.Item className="menu-item" onClick={() => flagByHand(conversation, message.id)}>
        {flagging('raise.ofMessage')}
      </Menu.Item>
    </>
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
