/** Today's arrivals as an ECharts option: a band and a grey line for the usual day, today over it, then what is expected. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { Format } from '../ui/numbers.ts'
import { type ArrivalStep, lastWhole } from './arrivals.ts'

interface ArrivalsPicture {
  readonly steps: readonly ArrivalStep[]
  readonly format: Format
  readonly colours: Colours
  /** CSS pixels of one pixel of the design. */
  readonly unit: number
  readonly words: {
    readonly today: string
    readonly usual: string
    readonly tip: (step: ArrivalStep) => string
  }
}

export function arrivalsOption({ steps, format, colours, unit, words }: ArrivalsPicture): ChartOption {
  const last = lastWhole(steps)
  const size = 11 * unit
  const label = { color: colours.textThird, fontSize: size, fontFamily: colours.font }
  const line = { type: 'line' as const, symbol: 'none', silent: true }
  const band = { ...line, stack: 'band', lineStyle: { opacity: 0 }, tooltip: { show: false } }
  const every = labelEvery(steps)
  return {
    grid: { left: 26 * unit, right: 58 * unit, top: 14 * unit, bottom: 22 * unit },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: steps.map((step) => format.time(step.from).slice(0, 2)),
      axisLabel: {
        ...label,
        interval: (index: number) => steps[index] !== undefined && every(steps[index], index),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 2,
      axisLabel: { ...label, formatter: (value: number) => format.count(value) },
    },
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        const step = steps[first?.dataIndex ?? -1]
        return step === undefined ? '' : words.tip(step)
      },
    },
    series: [
      { ...band, data: steps.map(({ usual }) => usual?.low ?? null) },
      {
        ...band,
        areaStyle: { color: colours.band, opacity: 1 },
        data: steps.map(({ usual }) => (usual === null ? null : usual.high - usual.low)),
      },
      {
        ...line,
        name: words.usual,
        lineStyle: { width: 1.25 * unit, color: colours.two },
        endLabel: { ...label, show: steps.some(({ usual }) => usual !== null), formatter: words.usual },
        data: steps.map(({ usual }) => usual?.median ?? null),
      },
      {
        ...line,
        lineStyle: { width: 1.5 * unit, color: colours.accent, type: [4 * unit, 3 * unit] },
        data: steps.map((step) => (step === last ? step.today : (step.forecast?.expected ?? null))),
      },
      {
        ...line,
        name: words.today,
        z: 3,
        lineStyle: { width: 1.75 * unit, color: colours.accent },
        itemStyle: { color: colours.accent },
        endLabel: {
          ...label,
          show: last !== null,
          color: colours.accent,
          fontWeight: 600,
          offset: [0, -9 * unit],
          textBorderColor: colours.page,
          textBorderWidth: 3 * unit,
          formatter: `${words.today} ${format.count(last?.today)}`,
        },
        data: steps.map((step) => (step.unfinished ? null : step.today)),
      },
    ],
  }
}

/** Every second full hour; of a long day every fourth. */
function labelEvery(steps: readonly ArrivalStep[]): (step: ArrivalStep, index: number) => boolean {
  const length = ((steps[0]?.to ?? 0) - (steps[0]?.from ?? 0)) / 1000
  const hours = (steps.length * length) / 3600
  const apart = Math.max(1, Math.round(((hours > 14 ? 4 : 2) * 3600) / Math.max(length, 1)))
  const first = steps.findIndex(({ from }) => from % 3_600_000 === 0)
  return (_step, index) => index >= first && (index - first) % apart === 0
}
