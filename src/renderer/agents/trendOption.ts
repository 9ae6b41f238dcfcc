/** Two lines by week as an ECharts option: one agent and the team. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { PairNames } from './AgentTrends.tsx'

interface TrendPicture {
  /** One label a week, for the axis and for the tooltip. */
  readonly labels: readonly string[]
  readonly long: readonly string[]
  readonly own: readonly (number | null)[]
  /** Empty: there is no team. */
  readonly team: readonly (number | null)[]
  readonly names: PairNames
  /** What one step of the axis is in the values' own unit: 60 where seconds are shown as minutes, 1 for counts. */
  readonly axis: number
  /** The last week is not over: its point is hollow. */
  readonly unfinished: boolean
  /** The first week of the period chosen, which has a grey band where weeks before it are shown. */
  readonly chosenFrom: number
  readonly words: (value: number | null | undefined) => string
  readonly axisWords: (value: number) => string
  readonly colours: Colours
}

export function trendOption(picture: TrendPicture): ChartOption {
  const { labels, long, own, team, names, axis, unfinished, chosenFrom, words, axisWords, colours } = picture
  const onAxis = (value: number | null): number | null => (value === null ? null : value / axis)
  const shift = endShift(lastOf(own), lastOf(team), Math.max(...own.map(orZero), ...team.map(orZero)))
  const line = (name: string, values: readonly (number | null)[], accent: boolean) => ({
    type: 'line' as const,
    name,
    symbol: 'circle',
    showSymbol: true,
    showAllSymbol: true,
    data: values.map((value, index) => ({ value: onAxis(value), ...pointOf(values, index) })),
    lineStyle: { width: accent ? 1.75 : 1.25, color: accent ? colours.accent : colours.two },
    itemStyle: { color: accent ? colours.accent : colours.two },
    endLabel: {
      show: true,
      formatter: name,
      distance: 6,
      offset: [0, accent ? shift : -shift],
      color: accent ? colours.accent : colours.textThird,
      fontWeight: accent ? ('bold' as const) : ('normal' as const),
      width: 56,
      overflow: 'truncate' as const,
    },
    z: accent ? 3 : 2,
  })
  // A week between two gaps has no line, so it is a dot; one that is not over is a ring.
  const pointOf = (values: readonly (number | null)[], index: number) => {
    if (unfinished && index === labels.length - 1) return { symbol: 'emptyCircle', symbolSize: 6 }
    return isAlone(values, index) ? { symbol: 'circle', symbolSize: 3 } : { symbol: 'none' }
  }
  const band =
    chosenFrom <= 0
      ? {}
      : {
          markArea: {
            silent: true,
            itemStyle: { color: colours.band },
            data: [[{ xAxis: chosenFrom - 1 }, { xAxis: labels.length - 1 }] as [object, object]],
          },
        }
  return {
    grid: { left: 30, right: 64, top: 10, bottom: 22 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...labels],
      axisLabel: { interval: (index: number) => index % labelStep(labels.length) === 0 },
    },
    yAxis: { type: 'value', min: 0, splitNumber: 2, axisLabel: { formatter: axisWords } },
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        const index = first?.dataIndex ?? -1
        const lines = [long[index] ?? '', `${names.own} ${words(own[index])}`]
        return [...lines, ...(team.length === 0 ? [] : [`${names.team} ${words(team[index])}`])].join('\n')
      },
    },
    series: [
      ...(team.length === 0 ? [] : [line(names.team, team, false)]),
      { ...line(names.own, own, true), ...band },
    ],
  }
}

/** Pixels between two labels' middles at which they do not touch, and of the chart's own height. */
const labelHeight = 13
const plotHeight = 100

/**
 * How far down (pixels, negative: up) the first line's label moves, and the other's the opposite way, so that two lines
 * which end close together keep their names apart. `highest` is the largest value drawn.
 */
export function endShift(own: number | null, team: number | null, highest: number): number {
  if (own === null || team === null || highest <= 0) return 0
  const apart = ((own - team) / highest) * plotHeight
  const missing = labelHeight - Math.abs(apart)
  if (missing <= 0) return 0
  return apart < 0 ? missing / 2 : -missing / 2
}

/** Seconds are shown in minutes, and in hours once a week's median passes three of them. */
export function timeAxis(series: readonly (readonly (number | null)[])[]): 60 | 3600 {
  const highest = Math.max(0, ...series.flat().map(orZero))
  return highest > 3 * 3600 ? 3600 : 60
}

/** About six labels. */
function labelStep(weeks: number): number {
  return Math.max(1, Math.ceil(weeks / 6))
}

function lastOf(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null
}

function orZero(value: number | null): number {
  return value ?? 0
}

function isAlone(values: readonly (number | null)[], index: number): boolean {
  return (
    values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
  )
}
