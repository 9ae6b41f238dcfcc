import type { ReactNode } from 'react'
import { stripOf } from './strip.ts'

const width = 172
const height = 12
const inset = 4

/** One tick an agent on a common scale, this agent the dot. The figures stand above and below it in words. */
export function Strip({
  values,
  own,
}: {
  readonly values: readonly number[]
  readonly own: number | null
}): ReactNode {
  const { ticks, dot } = stripOf(values, own)
  const at = (place: number): number => inset + place * (width - 2 * inset)
  return (
    <svg
      className="ticks"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="ticks-base" x1={inset} x2={width - inset} y1={height / 2} y2={height / 2} />
      {ticks.map((place, index) => (
        // Ticks have no identity of their own: two agents may share a value.
        <line
          key={`${String(place)} ${String(index)}`}
          className="ticks-one"
          x1={at(place)}
          x2={at(place)}
          y1={2}
          y2={height - 2}
        />
      ))}
      {dot !== null && (
        // A line of no length with round ends stays a circle however the drawing is stretched.
        <path className="ticks-dot" d={`M${String(at(dot))} ${String(height / 2)}h0`} />
      )}
    </svg>
  )
}
