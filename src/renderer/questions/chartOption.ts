/** Bars of an answer in the look of all other charts. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { CellKind } from '../ui/dataTable.ts'

/** More would be a wall. */
export const mostPoints = 200

export interface Point {
  readonly label: string
  readonly value: number | null
  readonly words: string
}

export function chartOption(
  points: readonly Point[],
  kind: CellKind,
  axisWords: (value: number) => string,
  colours: Colours,
): ChartOption {
  // Seconds are drawn as minutes where that is what people say.
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const unit = kind === 'duration' && largest >= 180 ? 60 : kind === 'rate' ? 0.01 : 1
  const sign = kind === 'rate' ? ' %' : kind === 'duration' ? (unit === 60 ? ' min' : ' s') : ''
  return {
    grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      formatter: (items: unknown) => {
        const [first] = items as readonly { readonly dataIndex: number }[]
        const point = points[first?.dataIndex ?? -1]
        return point === undefined ? '' : `${point.label}\n${point.words}`
      },
    },
    xAxis: { type: 'category', data: points.map(({ label }) => label), axisLabel: { hideOverlap: true } },
    yAxis: {
      type: 'value',
      axisLabel: { formatter: (value: number) => `${axisWords(value)}${sign}` },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 28,
        itemStyle: { color: colours.accent },
        data: points.map(({ value }) => (value === null ? null : value / unit)),
      },
    ],
  }
}
