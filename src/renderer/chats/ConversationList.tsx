import { useCallback, type ReactNode } from 'react'
import { useText } from '../ui/text.ts'
import { ConversationOption } from './ConversationOption.tsx'
import type { Entries, ListEntry } from './listing.ts'
import type { Names } from './names.ts'
import { OptionList } from './OptionList.tsx'

interface ConversationListProps {
  readonly entries: Entries<ListEntry>
  readonly names: Names
  /** Index of the entry that is open; -1: it is not among those listed. */
  readonly selected: number
  readonly stale: boolean
  readonly onShow: (from: number, to: number) => void
  readonly onSelect: (index: number) => void
  /** What follows the last row. */
  readonly children?: ReactNode
}

const rowHeight = 52

/** The list pane: two lines a conversation; what was not fetched yet stands as bars in its place. */
export function ConversationList(props: ConversationListProps): ReactNode {
  const { entries, names, selected, stale, onShow, onSelect, children } = props
  const text = useText('chats')
  const { at } = entries
  const keyOf = useCallback((index: number) => at(index)?.key ?? `row ${index}`, [at])
  return (
    <OptionList
      label={text('list.label')}
      name="chats"
      count={entries.count}
      keyOf={keyOf}
      heightOf={fixed}
      selected={selected}
      stale={stale}
      onSelect={onSelect}
      onShow={onShow}
      renderRow={(index) => {
        const entry = at(index)
        return (
          <div className="chats-option">
            {entry ? <ConversationOption entry={entry} names={names} /> : <Awaited />}
          </div>
        )
      }}
    >
      {children}
    </OptionList>
  )
}

function fixed(): number {
  return rowHeight
}

/** A row on its way. */
function Awaited(): ReactNode {
  const text = useText('ui')
  return (
    <span className="chats-awaited" aria-label={text('loading')}>
      <i />
      <i />
    </span>
  )
}
