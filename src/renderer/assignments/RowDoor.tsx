import type { KeyboardEvent, ReactNode } from 'react'
import type { Named } from '../../shared/contract.ts'
import { openConversation } from '../selection.ts'
import { IconRoute } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'

interface RowDoorProps {
  readonly conversation: string
  readonly contact: Named
  readonly onPath: (conversation: string) => void
}

/** The contact of a row: the whole row opens the chat; `P`, or the sign that appears in it, shows its path. */
export function RowDoor({ conversation, contact, onPath }: RowDoorProps): ReactNode {
  const text = useText('assignments')
  const name = contact.name || text('log.unnamed')
  const showPath = () => onPath(conversation)
  function press(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'p' || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    showPath()
  }
  return (
    <span className="row-door">
      <button
        type="button"
        className="row-opens"
        aria-label={text('log.open', { name })}
        onKeyDown={press}
        onClick={() => openConversation(conversation)}
      >
        <bdi>{name}</bdi>
      </button>
      <button
        type="button"
        className="row-path"
        aria-label={text('path.show', { name })}
        title={text('path.show', { name })}
        onClick={showPath}
      >
        <IconRoute />
      </button>
    </span>
  )
}
