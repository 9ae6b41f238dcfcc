/** The only door to ECharts: its theme is made of our tokens. */
import type { EChartsOption } from 'echarts'
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ChartTip } from './ChartTip.tsx'
import { chartTheme } from './chartTheme.ts'
import type { Colours } from './colours.ts'

register([
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

/** A point of a chart: its place on the x axis, and the series where the pointer met one. */
export interface ChartPoint {
  readonly index: number
  readonly series: string | null
}

export interface ChartDrawingProps {
  readonly option: ChartOption
  readonly height: number
  /** Those of the theme it is mounted under: another theme needs another `key`. */
  readonly colours: Colours
  /** The point whose tooltip is shown, chosen by keyboard. */
  readonly point: number | null
  readonly onPick: (point: ChartPoint) => void
}

export function ChartDrawing({ option, height, colours, point, onPick }: ChartDrawingProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(null)
  const pick = useEffectEvent((picked: ChartPoint) => onPick(picked))
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const draw = useEffectEvent((element: HTMLElement) => drawIn(element, colours, pick, setPointed))

  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const drawn = draw(element)
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useEffect(() => {
    const { tooltip, ...rest } = option
    const own = Array.isArray(tooltip) ? tooltip[0] : tooltip
    // The pointer's line is the drawing's, its words are ours: on a canvas they could not have the page's font, and as
    // markup made of strings the page's policy refuses them.
    chart.current?.setOption(
      { ...rest, tooltip: { ...own, renderMode: 'richText', showContent: false } },
      true,
    )
  }, [option])

  useEffect(() => {
    if (point === null) chart.current?.dispatchAction({ type: 'hideTip' })
    else chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: point })
  }, [point])

  return (
    <div className="chart-drawing" aria-hidden="true">
      <div ref={place} style={{ height }} />
      {pointed !== null && (
        <ChartTip words={wordsOf(option, pointed.index)} x={pointed.x} width={pointed.width} />
      )}
    </div>
  )
}

/** Where the pointer's line stands, in pixels of the drawing. */
interface Pointed {
  readonly index: number
  readonly x: number
  readonly width: number
}

/** What the option's tooltip says of a point; formatters here read nothing but its place. */
function wordsOf({ tooltip }: ChartOption, dataIndex: number): string {
  const formatter = (Array.isArray(tooltip) ? tooltip[0] : tooltip)?.formatter
  if (typeof formatter !== 'function') return ''
  const words = formatter([{ dataIndex }] as never, '')
  return typeof words === 'string' ? words : ''
}

/** A click counts over the whole height of a step, not only on its bar: small figures can be opened too. */
function drawIn(
  element: HTMLElement,
  colours: Colours,
  pick: (point: ChartPoint) => void,
  pointTo: (pointed: Pointed | null) => void,
): EChartsType {
  const drawn = init(emptiedByNodes(element), chartTheme(colours))
  drawn.on('updateAxisPointer', (event) => pointTo(pointedIn(drawn, indexIn(event))))
  drawn.on('hideTip', () => pointTo(null))
  drawn.on('click', (event) => pick({ index: event.dataIndex, series: event.seriesName ?? null }))
  drawn.getZr().on('click', (event) => {
    const pixel = [event.offsetX, event.offsetY]
    if (event.target !== undefined || !drawn.containPixel({ gridIndex: 0 }, pixel)) return
    const [index] = drawn.convertFromPixel({ gridIndex: 0 }, pixel)
    if (index !== undefined) pick({ index: Math.round(index), series: null })
  })
  return drawn
}

function pointedIn(drawn: EChartsType, index: number | null): Pointed | null {
  if (index === null) return null
  const x: unknown = drawn.convertToPixel({ xAxisIndex: 0 }, index)
  return typeof x === 'number' ? { index, x, width: drawn.getWidth() } : null
}

/** The point an axis pointer stands at; null once it has left. */
function indexIn(event: unknown): number | null {
  const { axesInfo } = event as { readonly axesInfo?: readonly { readonly value?: unknown }[] }
  const value = axesInfo?.[0]?.value
  return typeof value === 'number' ? value : null
}

/** ECharts empties its place with `innerHTML = ''`, which the page's policy refuses: here it is done without markup. */
function emptiedByNodes(place: HTMLElement): HTMLElement {
  return Object.defineProperty(place, 'innerHTML', {
    configurable: true,
    set: () => {
      place.replaceChildren()
    },
  })
}
