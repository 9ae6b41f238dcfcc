import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useVirtualRows } from '../chats/virtualRows.ts'
import { useOffset } from './offset.ts'
import { TableSpace } from './TableSpace.tsx'

interface LongTableProps<Row> {
  readonly label: string
  readonly scroller: RefObject<HTMLDivElement | null>
  /** One `th` a column. */
  readonly head: ReactNode
  /** Widths of the columns: pixels, or null for what is left. */
  readonly widths: readonly (number | null)[]
  readonly rows: readonly Row[]
  readonly total: number
  readonly stale: boolean
  readonly keyOf: (row: Row) => string
  /** The cells of a row. */
  readonly children: (row: Row) => ReactNode
  readonly hasMore: boolean
  readonly onMore: () => void
}

const rowHeight = 32

/**
 * A table of any length inside a page that scrolls: a real table, of which the rows out of sight are two empty spaces.
 */
export function LongTable<Row>(props: LongTableProps<Row>): ReactNode {
  const { label, scroller, head, widths, rows, total, stale, keyOf, children, hasMore, onMore } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const scrollMargin = useOffset(body, scroller)
  const keyAt = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? String(index) : keyOf(row)
    },
    // Which rows there are decides: how they are named never changes.
    // oxlint-disable-next-line react/exhaustive-deps
    [rows],
  )
  const virtualizer = useVirtualRows({
    scroller,
    scrollMargin,
    count: rows.length,
    keyOf: keyAt,
    heightOf: () => rowHeight,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((last?.end ?? scrollMargin) - scrollMargin)
  const lastIndex = last?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - 20) onMore()
  }, [hasMore, lastIndex, rows.length, onMore])
  return (
    <table
      className="long-table"
      aria-label={label}
      aria-rowcount={total + 1}
      data-stale={stale || undefined}
    >
      <colgroup>
        {widths.map((width, column) => (
          // oxlint-disable-next-line react/no-array-index-key -- a column is its place
          <col key={column} style={width === null ? {} : { width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>{head}</tr>
      </thead>
      {/* What is pressed are the doors of the rows; the table only knows which comes next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <tbody ref={body} onKeyDown={moveByArrows}>
        <TableSpace height={before} columns={widths.length} />
        {items.map(({ index, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
              {children(row)}
            </tr>
          )
        })}
        <TableSpace height={after} columns={widths.length} />
      </tbody>
    </table>
  )
}

/** The arrows go from row to row, along what opens them. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.shiftKey || !(event.target instanceof HTMLElement)) return
  if (!event.target.classList.contains('row-opens')) return
  const doors = [...event.currentTarget.querySelectorAll<HTMLElement>('.row-opens')]
  const next = doors[doors.indexOf(event.target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
