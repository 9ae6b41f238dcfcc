import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useLongRows } from './longRows.ts'
import { spacersOf } from './virtualRows.ts'

interface OptionListProps {
  readonly label: string
  /** Names the options' elements: no other list of the page may have it. */
  readonly name: string
  /** Rows in all, fetched or not. */
  readonly count: number
  readonly keyOf: (index: number) => string
  /** A first guess in pixels; rows are measured once they are drawn. */
  readonly heightOf: (index: number) => number
  readonly renderRow: (index: number) => ReactNode
  /** Index of the row that is open; -1: none. */
  readonly selected: number
  readonly stale: boolean
  readonly onSelect: (index: number) => void
  /** The rows in sight and a few around them changed; `to` is exclusive. */
  readonly onShow: (from: number, to: number) => void
  /** What follows the last row. */
  readonly children?: ReactNode
}

/** A list to choose from, as long as it may be: one tab stop, arrows move the selection, only rows in sight are drawn. */
export function OptionList(props: OptionListProps): ReactNode {
  const { label, name, count, keyOf, heightOf, renderRow, selected, stale, onSelect, onShow, children } =
    props
  const scroller = useRef<HTMLDivElement>(null)
  const { virtualizer, first, show } = useLongRows({ scroller, count, keyOf, heightOf })
  const items = virtualizer.getVirtualItems()
  const spacers = spacersOf(virtualizer)
  const from = first + (items[0]?.index ?? 0)
  const to = first + (items.at(-1)?.index ?? -1) + 1
  useEffect(() => {
    if (to > from) onShow(from, to)
  }, [from, to, onShow])
  useEffect(() => {
    if (selected >= 0) show(selected)
  }, [show, selected])

  function move(event: KeyboardEvent): void {
    const target = targetOf(event.key, selected, count)
    if (target === null) return
    event.preventDefault()
    onSelect(target)
  }
  const optionId = (index: number) => `${name}-option-${index}`
  const active = selected >= from && selected < to ? optionId(selected) : undefined
  return (
    <div ref={scroller} className="chats-list" data-stale={stale || undefined}>
      <div style={{ blockSize: spacers.before }} />
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold two lines a choice
        role="listbox"
        id={`${name}-list`}
        aria-label={label}
        aria-busy={stale}
        tabIndex={0}
        aria-activedescendant={active}
        className="chats-options"
        onKeyDown={move}
      >
        {items.map(({ index: place, key }) => {
          const index = first + place
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={place}
              id={optionId(index)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              aria-setsize={count}
              aria-posinset={index + 1}
              className="chats-option-place"
              onClick={() => onSelect(index)}
              // The listbox moves the selection by keyboard; an option itself never has the focus.
              onKeyDown={() => undefined}
            >
              {renderRow(index)}
            </div>
          )
        })}
      </div>
      <div style={{ blockSize: spacers.behind }} />
      {children}
    </div>
  )
}

/** Rows a page key passes. */
const page = 10

function targetOf(key: string, selected: number, count: number): number | null {
  if (count === 0) return null
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: selected + 1,
    ArrowUp: selected - 1,
    PageDown: selected + page,
    PageUp: selected - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target))
}
