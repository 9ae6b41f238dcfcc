import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useVirtualRows } from '../chats/virtualRows.ts'

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
  const virtualizer = useVirtualRows({
    scroller,
    scrollMargin,
    count: rows.length,
    keyOf: (index) => {
      const row = rows[index]
      return row === undefined ? String(index) : keyOf(row)
    },
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
      <tbody ref={body}>
        <Space height={before} columns={widths.length} />
        {items.map(({ index, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <tr key={key} ref={virtualizer.measureElement} data-index={index} aria-rowindex={index + 2}>
              {children(row)}
            </tr>
          )
        })}
        <Space height={after} columns={widths.length} />
      </tbody>
    </table>
  )
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="long-table-space">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows out of sight */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

/** How far below the top of what scrolls an element begins; what stands above it may still grow. */
function useOffset(element: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    const outer = scroller.current
    if (current === null || outer === null) return undefined
    const measure = () =>
      setOffset(
        Math.round(current.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop),
      )
    const observer = new ResizeObserver(measure)
    for (const child of outer.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }, [element, scroller])
  return offset
}
