import { html, type Markup } from '../../print/markup.ts'
import { fontSize, round, textWidth } from './axis.ts'
import { framed, linePath, plotOf, type ChartInput, type Plot } from './frame.ts'

export interface LineInput extends ChartInput {
  readonly nowName: string
  readonly beforeName: string
  readonly target: { readonly value: number; readonly label: string } | null
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** This period and the one before as lines, named where there is room; a missing point is a gap, the target dotted. */
export function lineChart(input: LineInput): Markup {
  const plot = plotOf(input, [input.target?.value ?? null])
  const { axis, x, left, right } = plot
  const { points, target } = input
  const now = points.map((point) => point.now)
  const before = points.map((point) => point.before)
  const drawn = [...boxesOf(now, plot), ...boxesOf(before, plot)]
  const targetY = target === null ? null : axis.y(target.value)
  if (targetY !== null) drawn.push({ left, right, top: targetY - 1, bottom: targetY + 1 })
  const taken: Box[] = drawn
  const place = (text: string, spots: readonly Spot[]) => {
    const found = spots.find((spot) => isFree(boxOf(spot, text), taken, plot))
    if (found !== undefined) taken.push(boxOf(found, text))
    return found ?? null
  }
  const targetSpot =
    target === null || targetY === null
      ? null
      : place(target.label, [
          { x: right, y: targetY - 4, anchor: 'end' },
          { x: right, y: targetY + fontSize + 2, anchor: 'end' },
          { x: left + 2, y: targetY - 4, anchor: 'start' },
          { x: left + 2, y: targetY + fontSize + 2, anchor: 'start' },
        ])
  const last = points.findLastIndex((point) => point.now !== null)
  const lastText = input.textOf(points[last]?.now ?? null)
  const lastSpot = last < 0 ? null : place(lastText, around(last, now, plot, textWidth(lastText)))
  const hasBefore = before.some((value) => value !== null)
  const nowSpot = hasBefore ? place(input.nowName, along(now, plot, textWidth(input.nowName))) : null
  const beforeSpot = hasBefore
    ? place(input.beforeName, along(before, plot, textWidth(input.beforeName)))
    : null
  return framed(
    input,
    plot,
    html`${targetY !== null && html`<line class="target" x1="${round(left)}" x2="${right}" y1="${round(targetY)}" y2="${round(targetY)}" />`}
      <path class="line before" d="${linePath(before, plot)}" />
      <path class="line now" d="${linePath(now, plot)}" />
      ${
        plot.step >= 9 &&
        now.map(
          (value, index) =>
            value !== null &&
            html`<circle class="dot" cx="${round(x(index))}" cy="${round(axis.y(value))}" r="2" />`,
        )
      }
      ${label(targetSpot, target?.label ?? '', '')} ${label(lastSpot, lastText, 'value')}
      ${label(nowSpot, input.nowName, 'value')} ${label(beforeSpot, input.beforeName, '')}`,
  )
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

function label(spot: Spot | null, text: string, kind: string): Markup | null {
  if (spot === null) return null
  const anchor = spot.anchor === 'middle' ? '' : spot.anchor
  return html`<text class="${`${kind} ${anchor}`.trim()}" x="${round(spot.x)}" y="${round(spot.y)}"
    >${text}</text
  >`
}

function boxOf(spot: Spot, text: string): Box {
  const width = textWidth(text)
  const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2
  return { left, right: left + width, top: spot.y - fontSize, bottom: spot.y + 1.5 }
}

function isFree(box: Box, taken: readonly Box[], { left, width, bottom }: Plot): boolean {
  if (box.left < left - 1 || box.right > width || box.top < 0 || box.bottom > bottom) return false
  return taken.every(
    (other) =>
      box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
  )
}

/** A line as small boxes along it, so that words keep off it. */
function boxesOf(values: readonly (number | null)[], { x, axis }: Plot): readonly Box[] {
  const pieces = 8
  return values.flatMap((value, index) => {
    const next = values[index + 1] ?? null
    if (value === null) return []
    if (next === null) return [dotBox(x(index), axis.y(value))]
    return Array.from({ length: pieces + 1 }, (_, piece) => {
      const part = piece / pieces
      return dotBox(
        x(index) + (x(index + 1) - x(index)) * part,
        axis.y(value) + (axis.y(next) - axis.y(value)) * part,
      )
    })
  })
}

function dotBox(x: number, y: number): Box {
  return { left: x - 2, right: x + 2, top: y - 2.5, bottom: y + 2.5 }
}

/** Above and below a point, nearest first, its words kept within the plot. */
function around(
  index: number,
  values: readonly (number | null)[],
  plot: Plot,
  width: number,
): readonly Spot[] {
  const value = values[index] ?? null
  if (value === null) return []
  const y = plot.axis.y(value)
  const x = Math.min(plot.width - width / 2, Math.max(plot.left + width / 2, plot.x(index)))
  return [5, 9, 14].flatMap((distance) => [
    { x, y: y - distance, anchor: 'middle' } as const,
    { x, y: y + distance + fontSize - 1, anchor: 'middle' } as const,
  ])
}

/** Above and below the line: from its middle to its right, then to its left. */
function along(values: readonly (number | null)[], plot: Plot, width: number): readonly Spot[] {
  const middle = Math.floor(values.length / 2)
  const order = [...values.keys()].toSorted((a, b) => rankOf(a, middle) - rankOf(b, middle))
  return order.flatMap((index) => around(index, values, plot, width))
}

function rankOf(index: number, middle: number): number {
  return index >= middle ? index - middle : 1000 + middle - index
}
