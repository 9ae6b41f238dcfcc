import './Histogram.css'

export interface HistogramProps {
  /** Counts of the seven spans of a DurationFigure. */
  readonly buckets: readonly number[]
  /** The highest bar of the column, so that all share one scale; the own highest otherwise. */
  readonly highest?: number
  /** Spans from this one on are past the target and drawn as such. */
  readonly late?: number
  readonly label: string
}

const step = 10
const height = 20

/** Seven bars, 68×20. */
export function Histogram({ buckets, highest, late, label }: HistogramProps) {
  const top = highest ?? Math.max(...buckets, 1)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn in the theme's colours
    <svg className="histogram" width={68} height={height} role="img" aria-label={label}>
      {buckets.map((count, index) => {
        const size = count === 0 ? 1 : Math.max(1.5, (count / Math.max(top, 1)) * (height - 1))
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a bucket is its place
            key={index}
            data-late={(late !== undefined && index >= late) || undefined}
            data-none={count === 0 || undefined}
            x={index * step}
            y={height - size}
            width={8}
            height={size}
          />
        )
      })}
    </svg>
  )
}
