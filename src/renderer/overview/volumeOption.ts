/** Conversations by day as an ECharts option. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { Format } from '../ui/numbers.ts'
import { hatch } from './hatch.ts'
import type { Side, VolumeDay } from './volume.ts'

interface VolumeWords {
  readonly names: Readonly<Record<Side, string>>
  readonly before: string
  readonly unfinished: string
  readonly missing: string
  readonly opens: string
}

interface VolumePicture {
  readonly days: readonly VolumeDay[]
  readonly drawn: readonly Side[]
  readonly compared: boolean
  readonly words: VolumeWords
  readonly format: Format
  readonly colours: Colours
}

export function volumeOption(picture: VolumePicture): ChartOption {
  const { days, drawn, compared, words, format, colours } = picture
  const colourOf: Record<Side, string> = {
    contact: colours.accent,
    us: colours.two,
    campaign: colours.three,
    unknown: colours.one,
  }
  const bars = drawn.map((side) => ({
    type: 'bar' as const,
    name: words.names[side],
    stack: 'opened',
    barWidth: '58%',
    data: days.map((day) => ({
      // Nothing is no bar: the least height of one pixel is for what there is.
      value: day[side] === 0 ? null : day[side],
      itemStyle: day.unfinished
        ? { color: 'transparent', borderColor: colourOf[side], borderWidth: 1 }
        : { color: colourOf[side] },
    })),
  }))
  const missing = {
    type: 'bar' as const,
    name: words.missing,
    yAxisIndex: 1,
    barWidth: '100%',
    barGap: '-100%',
    silent: true,
    z: 0,
    itemStyle: { color: hatch(colours.line) },
    data: days.map((day) => (day.missing ? 1 : null)),
  }
  const before = {
    type: 'line' as const,
    name: words.before,
    symbol: 'none',
    silent: true,
    lineStyle: { width: 1.25, color: colours.one },
    itemStyle: { color: colours.one },
    data: days.map((day) => day.before),
  }
  const anyMissing = days.some((day) => day.missing)
  return {
    grid: { left: 34, right: 4, top: 14, bottom: 22 },
    xAxis: {
      type: 'category',
      data: days.map((day) => format.dayLabel(day.day)),
      axisLabel: { interval: (index: number) => index % labelStep(days.length) === 0 },
    },
    yAxis: [
      {
        type: 'value',
        splitNumber: 3,
        minInterval: 1,
        axisLabel: { formatter: (value: number) => format.count(value) },
      },
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        return tooltipOf(picture, days[first?.dataIndex ?? -1])
      },
    },
    series: [...bars, ...(anyMissing ? [missing] : []), ...(compared ? [before] : [])],
  }
}

/** Every day, every few, every week or every few weeks: about six labels, on the same weekday from a fortnight on. */
export function labelStep(days: number): number {
  if (days <= 7) return 1
  if (days <= 14) return 2
  return 7 * Math.ceil(days / 7 / 6)
}

function tooltipOf({ drawn, compared, words, format }: VolumePicture, day: VolumeDay | undefined): string {
  if (day === undefined) return ''
  const state = day.missing ? `, ${words.missing}` : day.unfinished ? `, ${words.unfinished}` : ''
  const lines = [`${format.dayLabel(day.day)}: ${format.count(day.total)}${state}`]
  for (const side of drawn) if (day[side] > 0) lines.push(`${words.names[side]} ${format.count(day[side])}`)
  if (compared) lines.push(`${words.before} ${format.count(day.before)}`)
  return [...lines, words.opens].join('\n')
}
