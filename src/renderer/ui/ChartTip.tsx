import type { ReactNode } from 'react'
import './ChartTip.css'

/** The words of a point beside it, on the side where there is more room. Read out elsewhere, so decoration here. */
export function ChartTip({
  words,
  x,
  width,
}: {
  /** A line each; nothing is shown for none. */
  readonly words: string
  /** Pixels from the left edge of the drawing. */
  readonly x: number
  readonly width: number
}): ReactNode {
  if (words === '') return null
  const style = x < width / 2 ? { left: x + 12 } : { right: width - x + 12 }
  return (
    <p className="chart-tip" style={style}>
      {words}
    </p>
  )
}
