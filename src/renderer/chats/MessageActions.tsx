import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import { toHash } from '../hash.ts'
import { useSelection } from '../selection.ts'
import { IconDots } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { wordsOf } from './copying.ts'
import type { Names } from './names.ts'
import { useCopyWords } from './useCopyWords.ts'

/** What can be done with a message: copy its words, copy them with time and author, copy a link that leads to it. */
export function MessageActions({
  conversation,
  message,
  names,
}: {
  readonly conversation: string
  readonly message: MessageItem
  readonly names: Names
}): ReactNode {
  const text = useText('chats')
  const copyWords = useCopyWords(names)
  const words = wordsOf(message)
  return (
    <Menu
      label={<IconDots />}
      title={text('copy.title')}
      align="end"
      items={[
        ...(words === null
          ? []
          : [{ id: 'text', label: text('copy.text'), onPick: () => copy(words, 'copy.doneText') }]),
        {
          id: 'line',
          label: text('copy.line'),
          onPick: () => copy(copyWords([message]), 'copy.doneText'),
        },
        {
          id: 'link',
          label: text('copy.link'),
          onPick: () => copy(linkTo(conversation, message.id), 'copy.doneLink'),
        },
      ]}
      trigger={
        <button
          type="button"
          className="chats-icon-button chats-actions"
          aria-label={text('copy.title')}
          title={text('copy.title')}
        />
      }
    />
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
