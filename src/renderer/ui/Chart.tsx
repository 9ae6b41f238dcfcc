/** The only door to ECharts: its theme is made of our tokens, and every chart can be moved through and read as a table. */
import type { EChartsOption } from 'echarts'
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { type Colours, useColours } from './colours.ts'
import { chartTheme } from './chartTheme.ts'
import { useText } from './text.ts'
import './Chart.css'

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  HeatmapChart,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  ScatterChart,
  TooltipComponent,
  VisualMapComponent,
])

export type ChartOption = EChartsOption
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
  /** A point was clicked, or chosen with Enter: its row, and the series where the pointer met one. */
  readonly onPick?: (point: { readonly index: number; readonly series: string | null }) => void
}

export function Chart({ option, height, label, table, onPick }: ChartProps) {
  const text = useText('ui')
  const hint = useId()
  const colours = useColours()
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const [asTable, setAsTable] = useState(false)
  const [point, setPoint] = useState<number | null>(null)
  const pick = useEffectEvent((index: number, series: string | null) => onPick?.({ index, series }))

  useEffect(() => {
    if (place.current === null) return
    const drawn = init(place.current, chartTheme(colours))
    chart.current = drawn
    drawn.on('click', (event) => pick(event.dataIndex, event.seriesName ?? null))
    drawn.getZr().on('click', (event) => {
      if (event.target !== undefined) return
      const [index] = drawn.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]) ?? []
      if (index !== undefined && drawn.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]))
        pick(Math.round(index), null)
    })
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [colours, asTable])

  useEffect(() => {
    const drawn = chart.current
    if (drawn === null) return
    const { tooltip, ...rest } = typeof option === 'function' ? option(colours) : option
    // Rich text is drawn on the canvas: the page's policy allows no markup made of strings.
    drawn.setOption({ ...rest, tooltip: { ...tooltip, renderMode: 'richText' } }, true)
  }, [option, colours, asTable])

  useEffect(() => {
    const drawn = chart.current
    if (drawn === null) return
    if (point === null) drawn.dispatchAction({ type: 'hideTip' })
    else drawn.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: point })
  }, [point, option, asTable])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const last = table.rows.length - 1
    const next = moved(event.key, point, last)
    if (next !== undefined) setPoint(next)
    else if (event.key === 'Enter' && point !== null) onPick?.({ index: point, series: null })
    else if (event.key.toLowerCase() === 't') setAsTable(!asTable)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const row = point === null ? undefined : table.rows[point]
  return (
    <figure className="chart">
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows move through its points
        tabIndex={0}
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
          <div ref={place} style={{ height }} aria-hidden="true" />
        )}
        <span id={hint} className="unseen">
          {text('chart.hint')}
        </span>
      </div>
      <p className="unseen" aria-live="polite">
        {row?.map((cell, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
          <span key={index}>
            {table.columns[index]} {cell}.{' '}
          </span>
        ))}
      </p>
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
                // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
                <td key={index} className={index === 0 ? undefined : 'figure'}>
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
