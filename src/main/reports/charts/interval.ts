/** A score as a dot on its 95 % interval, all of a column on one scale. */
import { html, type Markup } from '../../print/markup.ts'
import { round } from './axis.ts'

export interface Scale {
  readonly low: number
  readonly high: number
}

const width = 32
const height = 8

/** The upper half of 0…100 where nothing reaches below it; null: no interval at all, and nothing to draw. */
export function intervalScale(
  intervals: readonly ({ readonly low: number; readonly high: number } | null)[],
): Scale | null {
  const lows = intervals.flatMap((interval) => (interval === null ? [] : [interval.low]))
  if (lows.length === 0) return null
  return Math.min(...lows) >= 50 ? { low: 50, high: 100 } : { low: 0, high: 100 }
}

export function intervalDot(
  value: number | null,
  interval: { readonly low: number; readonly high: number } | null,
  scale: Scale,
): Markup | null {
  if (value === null) return null
  const x = (score: number) =>
    round((width * (Math.min(scale.high, Math.max(scale.low, score)) - scale.low)) / (scale.high - scale.low))
  const middle = height / 2
  return html`<svg class="interval" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <path class="track" d="M0 ${middle}H${width}" />
    ${interval !== null && html`<path class="range" d="M${x(interval.low)} ${middle}H${x(interval.high)}" />`}
    <circle cx="${x(value)}" cy="${middle}" r="2.2" />
  </svg>`
}
