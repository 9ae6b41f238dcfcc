import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import type { QueueItem } from '../../../shared/audits.ts'
import { useNames } from '../../chats/names.ts'
import { useVirtualRows } from '../../chats/virtualRows.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { itemKey } from './queue.ts'

interface QueueListProps {
  readonly items: readonly QueueItem[]
  /** Who sits here: others are named where it is theirs. */
  readonly reviewer: string
  readonly selected: number
  readonly onSelect: (index: number) => void
}

const rowHeight = 44
const heightOf = () => rowHeight

/** The chats of the sample in the order they were drawn. `J` and `K` walk it: the arrows are the scorecard's. */
export function QueueList({ items, reviewer, selected, onSelect }: QueueListProps): ReactNode {
  const text = useText('audits')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualRows({
    scroller,
    count: items.length,
    keyOf: useCallback(
      (index: number) => {
        const item = items[index]
        return item === undefined ? String(index) : itemKey(item)
      },
      [items],
    ),
    heightOf,
  })
  useEffect(() => {
    virtualizer.scrollToIndex(selected, { align: 'auto' })
  }, [virtualizer, selected])
  return (
    <nav className="audit-list-pane" aria-label={text('queue.list')}>
      <div ref={scroller} className="audit-list">
        <ol style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const item = items[index]
            if (item === undefined) return null
            return (
              <li
                key={key}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}
              >
                <Item
                  item={item}
                  theirs={item.reviewer === reviewer ? null : item.reviewer}
                  index={index}
                  isOpen={index === selected}
                  onOpen={() => onSelect(index)}
                />
              </li>
            )
          })}
        </ol>
      </div>
    </nav>
  )
}

interface ItemProps {
  readonly item: QueueItem
  /** Whose it is, where it is another's. */
  readonly theirs: string | null
  readonly index: number
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function Item({ item, theirs, index, isOpen, onOpen }: ItemProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const names = useNames()
  const about = [theirs, item.category, item.language].filter((part) => part !== null)
  return (
    <button
      type="button"
      className="audit-item"
      aria-current={isOpen ? 'true' : undefined}
      // One stop for the list; J and K walk it from anywhere.
      tabIndex={isOpen ? 0 : -1}
      data-erased={item.erased || undefined}
      onClick={onOpen}
    >
      <span className="audit-item-number">{index + 1}</span>
      <span className="audit-item-words">
        <bdi className="audit-item-name">
          {item.agent === null ? text('nobody') : names.agent(item.agent)}
        </bdi>
        <bdi className="audit-item-about">{about.length > 0 ? about.join(', ') : format.date(item.at)}</bdi>
      </span>
      <ItemState item={item} isOpen={isOpen} />
    </button>
  )
}

function ItemState({ item, isOpen }: Pick<ItemProps, 'item' | 'isOpen'>): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  if (item.erased) return <span className="audit-item-state">{text('queue.erased')}</span>
  switch (item.state) {
    case 'open':
    case 'draft':
      return (
        <span className="audit-item-state" data-now={isOpen || undefined}>
          {isOpen ? text('queue.now') : item.state === 'draft' && text('queue.draft')}
        </span>
      )
    case 'disputed':
      return (
        <span className="audit-item-state" data-look>
          {text('state.disputed')}
        </span>
      )
    case 'voided':
      return <span className="audit-item-state">{text('state.voided')}</span>
    case 'submitted':
    case 'resolved':
      return <span className="audit-item-score">{format.count(item.score)}</span>
  }
}
