import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useMemo, useState } from 'react'
import { useInsideCard } from './ChartCard.tsx'
import type { ChartOption, ChartPoint } from './ChartDrawing.tsx'
import { type Colours, useColours } from './colours.ts'
import { useText } from './text.ts'
import './Chart.css'

export type { ChartOption, ChartPoint } from './ChartDrawing.tsx'
export type { Colours } from './colours.ts'

export interface ChartProps {
  /** Without what the theme says already: no animation, our font, three grid lines, no ticks, no legend. */
  readonly option: ChartOption | ((colours: Colours) => ChartOption)
  /** Pixels. */
  readonly height: number
  /** What the chart shows, in one sentence. */
  readonly label: string
  /** The same data as a table: one row for each point on the x axis, in its order. */
  readonly table: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly ReactNode[])[]
  }
  /** A point was clicked, or chosen with Enter. */
  readonly onPick?: (point: ChartPoint) => void
}

// Half of all the page's code is the drawing library: the figures do not wait for it.
const ChartDrawing = lazy(() =>
  import('./ChartDrawing.tsx').then((module) => ({ default: module.ChartDrawing })),
)

/** A chart that can be moved through by keyboard, said point by point, and read as a table. One tab stop. */
export function Chart({ option, height, label, table, onPick }: ChartProps) {
  const text = useText('ui')
  const hint = useId()
  const colours = useColours()
  const insideCard = useInsideCard()
  const [asTable, setAsTable] = useState(false)
  const [point, setPoint] = useState<number | null>(null)
  const drawn = useMemo(() => (typeof option === 'function' ? option(colours) : option), [option, colours])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = moved(event.key, point, table.rows.length - 1)
    if (next !== undefined) setPoint(next)
    else if (event.key === 'Enter' && point !== null) onPick?.({ index: point, series: null })
    else if (event.key.toLowerCase() === 't' && !insideCard) setAsTable(!asTable)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <figure className="chart">
      {/* The arrows move through its points: one control of many values, for which there is no tag of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role */}
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="group"
        aria-label={label}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onBlur={() => setPoint(null)}
        className="chart-stop"
      >
        {asTable ? (
          <TableOf table={table} label={label} height={height} />
        ) : (
          <Suspense fallback={<div style={{ height }} />}>
            <ChartDrawing
              key={colours.page}
              option={drawn}
              height={height}
              colours={colours}
              point={point}
              onPick={(picked) => onPick?.(picked)}
            />
          </Suspense>
        )}
        <span id={hint} className="unseen">
          {text('chart.hint')}
        </span>
      </div>
      <PointSaid table={table} point={point} />
    </figure>
  )
}

/** Where a key leads to: a row, null for none, undefined when the key is not ours. */
function moved(key: string, point: number | null, last: number): number | null | undefined {
  if (last < 0) return undefined
  switch (key) {
    case 'ArrowRight':
      return point === null ? 0 : Math.min(point + 1, last)
    case 'ArrowLeft':
      return point === null ? last : Math.max(point - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return point === null ? undefined : null
    default:
      return undefined
  }
}

/** The row of the point, for those who hear the page. */
function PointSaid({ table, point }: Pick<ChartProps, 'table'> & { readonly point: number | null }) {
  const row = point === null ? undefined : table.rows[point]
  return (
    <p className="unseen" aria-live="polite">
      {row?.map((cell, index) => (
        <span key={table.columns[index]}>
          {table.columns[index]} {cell}.{' '}
        </span>
      ))}
    </p>
  )
}

function TableOf({ table, label, height }: Pick<ChartProps, 'table' | 'label' | 'height'>) {
  return (
    <div className="chart-table" style={{ maxHeight: Math.max(height, 160) }}>
      <table aria-label={label}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} className={index === 0 ? undefined : 'figure'} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place on the axis
            <tr key={place}>
              {row.map((cell, index) => (
                <td key={table.columns[index]} className={index === 0 ? undefined : 'figure'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
