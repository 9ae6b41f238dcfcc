/** A stack of bars as an ECharts option. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { Format } from '../ui/numbers.ts'
import { hatch } from './hatch.ts'
import { type Stack, type StackPoint, stackValue, sumOf } from './stack.ts'

interface StackPicture {
  readonly stack: Stack
  readonly words: { readonly unfinished: string; readonly missing: string; readonly opens: string }
  readonly format: Format
  readonly colours: Colours
}

export function stackOption(picture: StackPicture): ChartOption {
  const { stack, words, format, colours } = picture
  const { points, parts, line, kind } = stack
  const bars = parts.map(({ name, tone }, part) => ({
    type: 'bar' as const,
    name,
    stack: 'parts',
    barWidth: points.length < 10 ? 28 : '58%',
    data: points.map((point) => ({
      // Nothing is no bar: the least height of one pixel is for what there is.
      value: point.values[part] === 0 ? null : (point.values[part] ?? null),
      itemStyle:
        point.unfinished === true
          ? { color: 'transparent', borderColor: colours[tone], borderWidth: 1 }
          : { color: colours[tone] },
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
    data: points.map((point) => (point.missing === true ? 1 : null)),
  }
  const before = {
    type: 'line' as const,
    name: line ?? '',
    symbol: 'none',
    silent: true,
    lineStyle: { width: 1.25, color: colours.one },
    itemStyle: { color: colours.one },
    data: points.map((point) => point.line),
  }
  const top = topShare(points)
  const anyMissing = points.some((point) => point.missing)
  return {
    grid: { left: 38, right: 4, top: 14, bottom: 22 },
    xAxis: {
      type: 'category',
      data: points.map((point) => point.label),
      axisLabel: { interval: (index: number) => index % stack.labelEvery === 0 },
    },
    yAxis: [
      {
        type: 'value',
        splitNumber: 3,
        min: 0,
        ...(kind === 'count' ? { minInterval: 1 } : { max: top, interval: top / 2 }),
        axisLabel: {
          formatter: (value: number) =>
            kind === 'rate' ? format.rate(value, top < 0.1 ? 1 : 0) : format.count(value),
        },
      },
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        return tooltipOf(picture, points[first?.dataIndex ?? -1])
      },
    },
    series: [...bars, ...(anyMissing ? [missing] : []), ...(line === null ? [] : [before])],
  }
}

/** The top of an axis of shares: all of it where much is reached, else a round part above the highest. */
function topShare(points: readonly StackPoint[]): number {
  const shares = points.flatMap(({ values, line }) => [...values, line]).map((share) => share ?? 0)
  const highest = Math.max(0, ...shares)
  return [0.05, 0.1, 0.2, 0.5, 1].find((top) => highest <= top) ?? Math.ceil(highest)
}

/** Every day, every few, every week or every few weeks: about six labels, on the same weekday from a fortnight on. */
export function labelStep(days: number): number {
  if (days <= 7) return 1
  if (days <= 14) return 2
  return 7 * Math.ceil(days / 7 / 6)
}

function tooltipOf({ stack, words, format }: StackPicture, point: StackPoint | undefined): string {
  if (point === undefined) return ''
  const { parts, line, kind } = stack
  const state =
    point.missing === true
      ? `${format.signs.clause}${words.missing}`
      : point.unfinished === true
        ? `${format.signs.clause}${words.unfinished}`
        : ''
  const whole = kind === 'count' ? sumOf(point.values) : (point.values[0] ?? null)
  const lines = [`${point.label}${format.signs.colon}${stackValue(whole, kind, format)}${state}`]
  if (parts.length > 1)
    for (const [index, { name }] of parts.entries()) {
      const value = point.values[index] ?? 0
      if (value > 0) lines.push(`${name} ${stackValue(value, kind, format)}`)
    }
  if (line !== null) lines.push(`${line} ${stackValue(point.line, kind, format)}`)
  return [...lines, words.opens].join('\n')
}
