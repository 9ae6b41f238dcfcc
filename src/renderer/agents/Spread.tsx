import type { ReactNode } from 'react'
import type { DurationFigure, ExplainQuery } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'

const width = 68
const height = 20
const step = width / 7
const gap = 1

/**
 * The seven-bucket histogram of a table row, 68×20, each bar a share of the agent's own count, on one scale down the
 * column (`scale`: the largest share in it). The whole picture is one button: it opens every conversation in it.
 */
export function Spread({
  figure,
  scale,
  warnFrom,
  query,
  label,
}: {
  readonly figure: DurationFigure | null
  readonly scale: number
  /** The first bucket drawn as a warning; null: none. */
  readonly warnFrom: number | null
  readonly query: ExplainQuery
  readonly label: string
}): ReactNode {
  const metricText = useMetricText()
  const format = useFormat()
  if (figure === null || figure.count === 0) return null
  const shares = figure.buckets.map((count) => count / figure.count)
  const words = shares.map((share, index) => `${metricText.bucket(index)} ${format.rate(share, 0)}`).join(', ')
  return (
    <button
      type="button"
      className="spread"
      tabIndex={-1}
      aria-label={`${label}: ${words}`}
      title={words}
      onClick={() => {
        openNumber(query)
      }}
    >
      <svg width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
        {shares.map((share, index) => {
          const tall = Math.max(1, (share / Math.max(scale, 0.01)) * height)
          return (
            <rect
              // The seven buckets never change places.
              key={metricText.bucket(index)}
              className={warnFrom !== null && index >= warnFrom ? 'spread-warn' : 'spread-bar'}
              x={index * step}
              y={height - tall}
              width={step - gap}
              height={tall}
            />
          )
        })}
      </svg>
    </button>
  )
}
