/** What charts over points share: the grid, the base, the words under it. */
import type { Language } from '../../../shared/contract.ts'
import type { MetricUnit } from '../../../shared/metrics.ts'
import type { ChartPoint } from '../../../shared/reportBlocks.ts'
import { html, type Markup } from '../../print/markup.ts'
import { axisFor, chartHeight, round, textWidth, type Axis } from './axis.ts'

export interface ChartInput {
  /** What it shows, for who cannot see it. */
  readonly label: string
  readonly points: readonly ChartPoint[]
  readonly language: Language
  readonly unit: MetricUnit
  readonly textOf: (value: number | null) => string
  /** Points of the column it stands in, so that its words have the size they are given. */
  readonly width: number
}

export interface Plot {
  readonly width: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly axis: Axis
  readonly step: number
  /** The middle of a point's place. */
  readonly x: (index: number) => number
}

const top = 16
const under = 14

export function plotOf(input: ChartInput, more: readonly (number | null)[] = []): Plot {
  const { width } = input
  const bottom = chartHeight - under
  const values = input.points.flatMap(({ now, before }) => [now, before])
  const axis = axisFor([...values, ...more], { bottom, top, language: input.language, unit: input.unit })
  const left = axis.width
  const right = width - 2
  const step = (right - left) / Math.max(input.points.length, 1)
  return { width, left, right, top, bottom, axis, step, x: (index) => left + step * (index + 0.5) }
}

/** The chart with its grid under the marks. */
export function framed(input: ChartInput, plot: Plot, marks: Markup): Markup {
  const { left, right, width, axis } = plot
  return html`<svg
    class="chart"
    viewBox="0 0 ${width} ${chartHeight}"
    role="img"
    aria-label="${spoken(input)}"
  >
    ${axis.ticks.map(
      ({ value, text }) =>
        html`<line
            class="${value === 0 ? 'base' : 'grid'}"
            x1="${round(left)}"
            x2="${right}"
            y1="${round(axis.y(value))}"
            y2="${round(axis.y(value))}"
          /><text class="end" x="${round(left - 5)}" y="${round(axis.y(value) + 2.5)}">${text}</text>`,
    )}
    ${marks} ${pointNames(input, plot)}
  </svg>`
}

/** As many names of points as stand beside each other without touching; the last may have moved in from the edge. */
function pointNames({ points }: ChartInput, { step, x, right, left }: Plot): Markup {
  const apart = 6
  const widest = Math.max(0, ...points.map(({ name }) => textWidth(name)))
  const every = Math.max(1, Math.ceil((widest + apart) / step))
  let end = Number.NEGATIVE_INFINITY
  return html`${points.map(({ name }, index) => {
    if (index % every !== 0) return null
    const half = textWidth(name) / 2
    const at = Math.min(right - half, Math.max(left - half, x(index)))
    if (at - half < end + apart) return null
    end = at + half
    return html`<text x="${round(at)}" y="${chartHeight - 3}">${name}</text>`
  })}`
}

/** A few values are said one by one; of many, the first, the last and the highest. */
function spoken({ label, points, textOf }: ChartInput): string {
  const measured = points.filter(({ now }) => now !== null)
  const highest = measured.toSorted((a, b) => (b.now ?? 0) - (a.now ?? 0))[0]
  const told =
    measured.length <= 12
      ? measured
      : [measured[0], highest, measured.at(-1)].filter((point) => point !== undefined)
  return `${label}: ${told.map(({ name, now }) => `${name} ${textOf(now)}`).join(', ')}`
}

/** A line through the values; a missing one is a gap, and one between two gaps a short stroke. */
export function linePath(values: readonly (number | null)[], { x, axis, step }: Plot): string {
  let path = ''
  let isDrawing = false
  values.forEach((value, index) => {
    if (value !== null) {
      const y = round(axis.y(value))
      const isAlone = !isDrawing && (values[index + 1] ?? null) === null
      path += isAlone
        ? `M${round(x(index) - Math.min(4, step / 3))} ${y}H${round(x(index) + Math.min(4, step / 3))}`
        : `${isDrawing ? 'L' : 'M'}${round(x(index))} ${y}`
    }
    isDrawing = value !== null
  })
  return path
}
