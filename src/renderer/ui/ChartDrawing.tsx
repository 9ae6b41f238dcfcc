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
import { useEffect, useEffectEvent, useRef } from 'react'
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
  const draw = useEffectEvent((element: HTMLElement) => drawIn(element, colours, pick))

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
    // Rich text is drawn on the canvas: the page's policy allows no markup made of strings.
    chart.current?.setOption({ ...rest, tooltip: { ...own, renderMode: 'richText' } }, true)
  }, [option])

  useEffect(() => {
    if (point === null) chart.current?.dispatchAction({ type: 'hideTip' })
    else chart.current?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: point })
  }, [point])

  return <div ref={place} style={{ height }} aria-hidden="true" />
}

/** A click counts over the whole height of a step, not only on its bar: small figures can be opened too. */
function drawIn(element: HTMLElement, colours: Colours, pick: (point: ChartPoint) => void): EChartsType {
  const drawn = init(emptiedByNodes(element), chartTheme(colours))
  drawn.on('click', (event) => pick({ index: event.dataIndex, series: event.seriesName ?? null }))
  drawn.getZr().on('click', (event) => {
    const pixel = [event.offsetX, event.offsetY]
    if (event.target !== undefined || !drawn.containPixel({ gridIndex: 0 }, pixel)) return
    const [index] = drawn.convertFromPixel({ gridIndex: 0 }, pixel)
    if (index !== undefined) pick({ index: Math.round(index), series: null })
  })
  return drawn
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
