import { type CSSProperties, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react'
import { useVirtualRows } from '../chats/virtualRows.ts'
import { useScreen } from './screen.ts'
import { useHeight } from './useHeight.ts'

export interface LiveTableHandle {
  /** Brings a row in sight and gives its first control the focus. */
  readonly focusRow: (index: number) => void
}

interface LiveTableProps<Row> {
  readonly label: string
  readonly className: string
  /** One `th` a column. */
  readonly head: ReactNode
  /** Widths of the columns in pixels of the design, or as a share of the table; null: what is left. */
  readonly widths: readonly (number | `${number}%` | null)[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Pixels of the design. */
  readonly heightOf: (row: Row) => number
  /** The whole row, which takes what is given. */
  readonly children: (row: Row, place: RowPlace) => ReactNode
  readonly style?: CSSProperties
  /** On the wall, what is said of the rows that do not fit. */
  readonly more: (count: number) => string
  readonly ref?: Ref<LiveTableHandle>
}

export interface RowPlace {
  readonly 'data-index': number
  readonly 'aria-rowindex': number
  readonly height: number
}

const headHeight = 26
const moreHeight = 24

/**
 * A table that fills the room it has: it scrolls inside itself and draws only the rows in sight. On the wall, where
 * nobody scrolls, it draws as many as fit.
 */
export function LiveTable<Row>(props: LiveTableProps<Row>): ReactNode {
  const { label, className, head, widths, rows, keyOf, heightOf, children, style, more, ref } = props
  const { wall, unit } = useScreen()
  const scroller = useRef<HTMLDivElement>(null)
  const height = useHeight(scroller)
  const virtualizer = useVirtualRows({
    scroller,
    count: rows.length,
    keyOf: (index) => {
      const row = rows[index]
      return row === undefined ? String(index) : keyOf(row)
    },
    heightOf: (index) => {
      const row = rows[index]
      return row === undefined ? 0 : Math.round(heightOf(row) * unit)
    },
  })
  useImperativeHandle(ref, () => ({
    focusRow: (index) => {
      const focus = () =>
        scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] button`)?.focus()
      virtualizer.scrollToIndex(index)
      focus()
      // A row far away is drawn first.
      requestAnimationFrame(focus)
    },
  }))
  const drawn = virtualizer.getVirtualItems()
  const items = wall ? fitting(drawn, rows.length, height - headHeight * unit, moreHeight * unit) : drawn
  const hidden = wall && height > 0 ? rows.length - items.length : 0
  const before = items[0]?.start ?? 0
  const after = wall ? 0 : virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={scroller} className={`live-rows ${className}`} style={style}>
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>
          {widths.map((width, column) => (
            // oxlint-disable-next-line react/no-array-index-key -- a column is its place
            <col
              key={column}
              style={{ width: typeof width === 'number' ? width * unit : (width ?? 'auto') }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          <Space height={before} columns={widths.length} />
          {items.map(({ index, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            return children(row, { 'data-index': index, 'aria-rowindex': index + 2, height: size })
          })}
          <Space height={after} columns={widths.length} />
        </tbody>
      </table>
      {hidden > 0 && <p className="now-more">{more(hidden)}</p>}
    </div>
  )
}

/** The rows that fit; where not all do, room is left to say how many more there are. */
function fitting<Item extends { readonly end: number }>(
  items: readonly Item[],
  count: number,
  room: number,
  spare: number,
): readonly Item[] {
  const fit = items.filter(({ end }) => end <= room)
  return fit.length === count ? fit : fit.filter(({ end }) => end <= room - spare)
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="live-space">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows out of sight */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
