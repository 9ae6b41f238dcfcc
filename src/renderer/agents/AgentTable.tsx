import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { useVirtualRows } from '../chats/virtualRows.ts'
import type { TableRow } from './agentRows.ts'
import { AgentLineRow, TeamRow } from './AgentTableRows.tsx'
import { durationOf, type Estimates } from './cells.ts'
import { ColumnHeads } from './ColumnHeads.tsx'
import { columns as catalogue, type ColumnId } from './columns.ts'
import type { ColumnWidths } from './columnWidths.ts'
import { moveFocus } from './tableKeys.ts'
import type { TableWords } from './tableWords.ts'
import { useView } from './view.ts'

/** The largest share of one bucket down a column, so that every histogram in it has the same scale. */
export type Scales = ReadonlyMap<ColumnId, number>

/** First guesses in pixels: rows are measured once they are drawn. */
const rowHeight = 38
const headHeight = 48

export interface AgentTableProps {
  readonly words: TableWords
  readonly scope: Scope
  readonly rows: readonly TableRow[]
  readonly columns: readonly ColumnId[]
  readonly widths: ColumnWidths
  readonly estimates: ReadonlyMap<ColumnId, Estimates>
  /** The share that utilization should reach; null: none is set. */
  readonly target: number | null
}

/**
 * The agents, team by team or in one order: a real table that scrolls inside itself under its head and beside its names.
 * Rows out of sight are two empty spaces.
 */
export function AgentTable(props: AgentTableProps): ReactNode {
  const { words, scope, rows, columns, widths, estimates, target } = props
  const scroller = useRef<HTMLDivElement>(null)
  const scales = useMemo(() => scalesOf(rows, columns), [rows, columns])
  const virtual = useVirtualRows({
    scroller,
    scrollMargin: headHeight,
    count: rows.length,
    keyOf: (index) => keyOfRow(rows[index], index),
    heightOf: () => rowHeight,
  })
  // Where it was left; another order begins at its top.
  useLayoutEffect(() => {
    const { top, start } = useView.getState().left
    scroller.current?.scrollTo(start, top)
    return useView.subscribe(({ sort, grouped }, before) => {
      if (sort !== before.sort || grouped !== before.grouped) scroller.current?.scrollTo({ top: 0 })
    })
  }, [])
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? headHeight) - headHeight
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)
  return (
    <div
      className="agents-scroll"
      ref={scroller}
      onScroll={({ currentTarget }) => {
        const { scrollTop, scrollLeft } = currentTarget
        currentTarget.toggleAttribute('data-passing', scrollLeft > 0)
        useView.setState({ left: { top: scrollTop, start: scrollLeft } })
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from its buttons */}
      <table
        className="agents-table"
        aria-rowcount={rows.length + 2}
        style={{ minWidth: widths.least }}
        onKeyDown={(event) => {
          if (moveFocus(event.currentTarget, event.target, event.key)) event.preventDefault()
        }}
      >
        <caption className="unseen">{words.text('table.label')}</caption>
        <colgroup>
          <col style={{ width: widths.name }} />
          {columns.map((column) => (
            <col key={column} style={{ width: widths.columns.get(column) }} />
          ))}
        </colgroup>
        <ColumnHeads columns={columns} estimates={estimates} />
        <tbody>
          <Space height={before} columns={columns.length + 1} />
          {items.map(({ index, key }) => {
            const row = rows[index]
            if (row === undefined) return null
            const shared = { measure: virtual.measureElement, index, words, scope, columns }
            return row.kind === 'team' ? (
              <TeamRow key={key} {...shared} group={row.group} />
            ) : (
              <AgentLineRow
                key={key}
                {...shared}
                line={row.line}
                scales={scales}
                estimates={estimates}
                target={target}
              />
            )
          })}
          <Space height={after} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  )
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="agents-space">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows out of sight */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function keyOfRow(row: TableRow | undefined, index: number): string {
  if (row === undefined) return String(index)
  return row.kind === 'team' ? `team ${row.group.team ?? ''}` : `agent ${row.line.agent.id}`
}

function scalesOf(rows: readonly TableRow[], columns: readonly ColumnId[]): Scales {
  const spreads = columns.filter((column) => catalogue[column].part === 'histogram')
  return new Map(spreads.map((column) => [column, largestShare(rows, column)]))
}

function largestShare(rows: readonly TableRow[], column: ColumnId): number {
  const { metric } = catalogue[column]
  let largest = 0
  for (const row of rows) {
    if (row.kind === 'team' || metric === null) continue
    const figure = durationOf(row.line.figures, metric)
    if (figure === null || figure.count === 0) continue
    largest = Math.max(largest, ...figure.buckets.map((count) => count / figure.count))
  }
  return largest
}
