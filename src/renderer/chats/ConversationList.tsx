import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../ui/text.ts'
import { ConversationOption } from './ConversationOption.tsx'
import type { ListEntry } from './listing.ts'
import type { Names } from './names.ts'
import { useVirtualRows } from './virtualRows.ts'

interface ConversationListProps {
  readonly entries: readonly ListEntry[]
  readonly names: Names
  /** Index of the entry that is open; -1: it is not among those listed. */
  readonly selected: number
  readonly stale: boolean
  readonly hasMore: boolean
  readonly onMore: () => void
  readonly onSelect: (index: number) => void
  /** What follows the last row. */
  readonly children?: ReactNode
}

const rowHeight = 52

/** The list pane: one tab stop, arrows move the selection, rows are fetched as they come in sight. */
export function ConversationList({
  entries,
  names,
  selected,
  stale,
  hasMore,
  onMore,
  onSelect,
  children,
}: ConversationListProps): ReactNode {
  const text = useText('chats')
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualRows({
    scroller,
    count: entries.length,
    keyOf: (index) => entries[index]?.key ?? String(index),
    heightOf: () => rowHeight,
  })
  const items = virtualizer.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastShown >= entries.length - 20) onMore()
  }, [hasMore, lastShown, entries.length, onMore])
  useEffect(() => {
    if (selected >= 0) virtualizer.scrollToIndex(selected, { align: 'auto' })
  }, [virtualizer, selected])

  function move(event: KeyboardEvent): void {
    const to = target(event.key, selected, entries.length)
    if (to === null) return
    event.preventDefault()
    onSelect(to)
  }
  const active = items.some(({ index }) => index === selected) ? optionId(selected) : undefined
  return (
    <div ref={scroller} className="chats-list" data-stale={stale || undefined}>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold two lines a choice
        role="listbox"
        aria-label={text('list.label')}
        tabIndex={0}
        aria-activedescendant={active}
        className="chats-options"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={move}
      >
        {items.map(({ index, start, key }) => {
          const entry = entries[index]
          if (!entry) return null
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              id={optionId(index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className="chats-option"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onSelect(index)}
              // The listbox moves the selection by keyboard; an option itself never has the focus.
              onKeyDown={() => undefined}
            >
              <ConversationOption entry={entry} names={names} />
            </div>
          )
        })}
      </div>
      {children}
    </div>
  )
}

function optionId(index: number): string {
  return `chats-option-${index}`
}

function target(key: string, selected: number, count: number): number | null {
  if (count === 0) return null
  const page = 10
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: selected + 1,
    ArrowUp: selected - 1,
    PageDown: selected + page,
    PageUp: selected - page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}
