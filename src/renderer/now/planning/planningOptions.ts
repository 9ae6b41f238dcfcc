/** The charts of the planning part as ECharts options. */
import type { ChartOption, Colours } from '../../ui/Chart.tsx'
import type { Format } from '../../ui/numbers.ts'
import type { ForecastStep } from './plans.ts'

interface ForecastPicture {
  readonly steps: readonly ForecastStep[]
  readonly format: Format
  readonly colours: Colours
  readonly words: { readonly expected: string; readonly tip: (step: ForecastStep) => string }
}

/** A band with the expected in it, dashed: it has not come yet. */
export function forecastOption({ steps, format, colours, words }: ForecastPicture): ChartOption {
  const line = { type: 'line' as const, symbol: 'none', silent: true }
  const band = { ...line, stack: 'band', lineStyle: { opacity: 0 }, tooltip: { show: false } }
  const every = steps.length > 28 ? 4 : 2
  const first = steps.findIndex(({ from }) => from % 3_600_000 === 0)
  return {
    grid: { left: 30, right: 64, top: 10, bottom: 22 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: steps.map(({ from }) => format.time(from)),
      axisLabel: { interval: (index: number) => index >= first && (index - first) % every === 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: 2,
      axisLabel: { formatter: (value: number) => format.count(value) },
    },
    tooltip: {
      formatter: (given) => {
        const point = Array.isArray(given) ? given[0] : given
        const step = steps[point?.dataIndex ?? -1]
        return step === undefined ? '' : words.tip(step)
      },
    },
    series: [
      { ...band, data: steps.map(({ low }) => low) },
      {
        ...band,
        areaStyle: { color: colours.band, opacity: 1 },
        data: steps.map(({ low, high }) => high - low),
      },
      {
        ...line,
        name: words.expected,
        lineStyle: { width: 1.5, color: colours.accent, type: [4, 3] },
        endLabel: { show: true, color: colours.accent, formatter: words.expected },
        data: steps.map(({ expected }) => expected),
      },
    ],
  }
}

export interface BarPair {
  readonly label: string
  readonly one: number | null
  readonly other: number | null
  readonly tip: string
}

interface PairPicture {
  readonly pairs: readonly BarPair[]
  readonly names: readonly [one: string, other: string]
  readonly colours: Colours
  readonly axis: (value: number) => string
  /** Where bars are cut; null: nowhere. */
  readonly top?: number | null
}

/** Two bars side by side, the second the one that is spoken of. */
export function pairOption({ pairs, names, colours, axis, top = null }: PairPicture): ChartOption {
  const bar = { type: 'bar' as const, barWidth: '30%', barGap: '8%' }
  return {
    grid: { left: 34, right: 4, top: 10, bottom: 22 },
    xAxis: {
      type: 'category',
      data: pairs.map(({ label }) => label),
      axisLabel: { interval: (index: number) => pairs.length <= 14 || index % 2 === 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(top === null ? { splitNumber: 2 } : { max: top, interval: top / 2 }),
      axisLabel: { formatter: axis },
    },
    tooltip: {
      formatter: (given) => {
        const point = Array.isArray(given) ? given[0] : given
        return pairs[point?.dataIndex ?? -1]?.tip ?? ''
      },
    },
    series: [
      { ...bar, name: names[0], itemStyle: { color: colours.three }, data: pairs.map(({ one }) => one) },
      {
        ...bar,
        name: names[1],
        itemStyle: { color: colours.accent },
        data: pairs.map(({ other }) => other),
      },
    ],
  }
}
