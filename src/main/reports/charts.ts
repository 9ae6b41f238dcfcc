import { html, type Markup } from '../print/markup.ts'

const width = 330
const height = 150
const plot = { left: 26, right: 4, top: 16, bottom: 22 }

interface Axis {
  readonly top: number
  readonly y: (value: number) => number
  readonly lines: readonly number[]
}

export interface DayPoint {
  readonly label: string
  readonly value: number | null
  readonly before: number | null
}

/** Bars of this period with the one before as a line. A day without a value has no bar. */
export function barChart(points: readonly DayPoint[], label: string): Markup {
  const axis = axisFor(points.flatMap((point) => [point.value, point.before]))
  const step = (width - plot.left - plot.right) / Math.max(points.length, 1)
  const x = (index: number) => plot.left + step * (index + 0.5)
  return frame(
    label,
    axis,
    points,
    x,
    html`${points.map((point, index) => {
      if (point.value === null) return null
      const y = axis.y(point.value)
      const bar = Math.max(1, step * 0.58)
      return html`<rect
          class="bar"
          x="${round(x(index) - bar / 2)}"
          y="${round(y)}"
          width="${round(bar)}"
          height="${round(axis.y(0) - y)}"
        />${points.length <= 10 && html`<text class="value" x="${round(x(index))}" y="${round(y - 4)}">${String(point.value)}</text>`}`
    })}${line(points, (point) => point.before, x, axis, 'before')}`,
  )
}

/** This period and the one before as lines; a missing day is a gap. `target` draws its dotted line. */
export function lineChart(
  points: readonly DayPoint[],
  label: string,
  target: { readonly value: number; readonly label: string } | null,
): Markup {
  const axis = axisFor([...points.flatMap((point) => [point.value, point.before]), target?.value ?? null])
  const step = (width - plot.left - plot.right) / Math.max(points.length, 1)
  const x = (index: number) => plot.left + step * (index + 0.5)
  return frame(
    label,
    axis,
    points,
    x,
    html`${
      target &&
      html`<line
          class="target"
          x1="${plot.left}"
          x2="${width - plot.right}"
          y1="${round(axis.y(target.value))}"
          y2="${round(axis.y(target.value))}"
        /><text class="note end" x="${width - plot.right}" y="${round(axis.y(target.value) - 4)}"
          >${target.label}</text
        >`
    }
    ${line(points, (point) => point.before, x, axis, 'before')}${line(points, (point) => point.value, x, axis, 'now')}
    ${points.map((point, index) => point.value !== null && html`<circle class="dot" cx="${round(x(index))}" cy="${round(axis.y(point.value))}" r="2.2" />`)}`,
  )
}

/** Seven days by 24 hours; seven steps from nothing to the busiest hour. */
export function heatChart(
  values: ReadonlyMap<string, number>,
  weekdays: readonly string[],
  label: string,
): Markup {
  const most = Math.max(0, ...values.values())
  const cell = 12.5
  return html`<svg
    class="chart heat"
    viewBox="0 0 ${round(34 + 24 * cell)} ${round(16 + 7 * cell)}"
    role="img"
    aria-label="${label}"
  >
    ${[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => html`<text class="axis" x="${round(34 + (hour + 0.5) * cell)}" y="10">${String(hour).padStart(2, '0')}</text>`)}
    ${weekdays.map(
      (name, day) =>
        html`<text class="axis start" x="0" y="${round(16 + (day + 0.75) * cell)}">${name}</text>${Array.from(
            { length: 24 },
            (_, hour) => {
              const value = values.get(`${day + 1}-${String(hour).padStart(2, '0')}`) ?? 0
              const heat = most === 0 || value === 0 ? 0 : Math.max(1, Math.ceil((6 * value) / most))
              return html`<rect
                class="heat-${heat}"
                x="${round(34 + hour * cell)}"
                y="${round(16 + day * cell)}"
                width="${cell - 1}"
                height="${cell - 1}"
              />`
            },
          )}`,
    )}
  </svg>`
}

function frame(
  label: string,
  axis: Axis,
  points: readonly DayPoint[],
  x: (index: number) => number,
  marks: Markup,
): Markup {
  const every = Math.ceil(points.length / 8)
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${axis.lines.map(
      (value) =>
        html`<line
            class="${value === 0 ? 'base' : 'grid'}"
            x1="${plot.left}"
            x2="${width - plot.right}"
            y1="${round(axis.y(value))}"
            y2="${round(axis.y(value))}"
          /><text class="axis end" x="${plot.left - 5}" y="${round(axis.y(value) + 3)}"
            >${tick(value)}</text
          >`,
    )}
    ${marks}
    ${points.map((point, index) => index % every === 0 && html`<text class="axis" x="${round(x(index))}" y="${height - 6}">${point.label}</text>`)}
  </svg>`
}

function line(
  points: readonly DayPoint[],
  value: (point: DayPoint) => number | null,
  x: (index: number) => number,
  axis: Axis,
  name: string,
): Markup {
  let path = ''
  let drawing = false
  points.forEach((point, index) => {
    const at = value(point)
    if (at !== null) path += `${drawing ? 'L' : 'M'}${round(x(index))} ${round(axis.y(at))}`
    drawing = at !== null
  })
  return html`<path class="line ${name}" d="${path}" />`
}

/** From 0 to a round number above the highest value, with a line in between. */
function axisFor(values: readonly (number | null)[]): Axis {
  const highest = Math.max(0, ...values.filter((value) => value !== null))
  const top = highest === 0 ? 1 : roundUp(highest)
  const bottom = height - plot.bottom
  return { top, y: (value) => bottom - ((bottom - plot.top) * value) / top, lines: [0, top / 2, top] }
}

function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 4, 5, 6, 8, 10].find((one) => one * magnitude >= value) ?? 10
  return step * magnitude
}

function tick(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
