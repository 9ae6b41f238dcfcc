import './Sparkline.css'

export interface SparklineProps {
  /** One value a step; null is a gap, never zero. */
  readonly values: readonly (number | null)[]
  readonly target?: number | null
  /** What it shows, for those who do not see it; without it the line is decoration. */
  readonly label?: string
  readonly height?: number
}

const width = 160

/** A grey line, its last point an accent dot, the target dotted. */
export function Sparkline({ values, target = null, label, height = 28 }: SparklineProps) {
  const known = values.filter((value) => value !== null)
  const all = target === null ? known : [...known, target]
  const low = Math.min(...all)
  const high = Math.max(...all)
  const x = (index: number) =>
    values.length < 2 ? width / 2 : (index / (values.length - 1)) * (width - 6) + 3
  const y = (value: number) =>
    high === low ? height / 2 : height - 3 - ((value - low) / (high - low)) * (height - 6)
  const last = values.findLastIndex((value) => value !== null)
  const lastValue = values[last] ?? null
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      height={height}
      preserveAspectRatio="none"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {known.length > 0 && (
        <>
          {target !== null && (
            <line className="sparkline-target" x1={0} x2={width} y1={y(target)} y2={y(target)} />
          )}
          <path className="sparkline-line" d={pathOf(values, x, y)} />
          {lastValue !== null && (
            // A line of no length with round ends stays a circle however the drawing is stretched.
            <path className="sparkline-dot" d={`M${x(last)} ${y(lastValue)}h0`} />
          )}
        </>
      )}
    </svg>
  )
}

function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let drawing = false
  let path = ''
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${drawing ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    drawing = value !== null
  }
  return path
}
