import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
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

/** As list.css has them. */
const rowHeights = { comfortable: 52, compact: 44 }

/** The list pane: two lines a conversation; what was not fetched yet stands as bars in its place. */
export function ConversationList(props: ConversationListProps): ReactNode {
  const { entries, names, selected, stale, onShow, onSelect, children } = props
  const text = useText('chats')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const height = rowHeights[settings?.density ?? 'comfortable']
  return (
    <OptionList
      label={text('list.label')}
      name="chats"
      count={entries.count}
      // A row is of one height whatever stands in it, so its place is all there is to know of it.
      keyOf={String}
      heightOf={() => height}
      selected={selected}
      stale={stale}
      onSelect={onSelect}
      onShow={onShow}
      renderRow={(index) => {
        const entry = entries.at(index)
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
