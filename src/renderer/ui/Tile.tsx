import type { ReactNode } from 'react'
import './Tile.css'

export interface TileProps {
  readonly label: string
  /** Its kind in grey: "median", "of 1,214". */
  readonly kind?: ReactNode
  readonly value: ReactNode
  /** A `Sparkline` or a strip. */
  readonly chart?: ReactNode
  readonly change?: ReactNode
  /** Worse, and past the target or a rule. */
  readonly bad?: boolean
  readonly target?: ReactNode
}

/** One of the figures a page opens with. Tiles stand in a row (`.tiles`), parted by a hairline. */
export function Tile({ label, kind, value, chart, change, bad, target }: TileProps) {
  return (
    <article className="tile" aria-label={label}>
      <h2>
        {label} {kind !== undefined && <span>{kind}</span>}
      </h2>
      <p className="tile-value">{value}</p>
      {chart}
      <p className="tile-foot">
        <span data-bad={bad === true || undefined}>{change}</span>
        <span>{target}</span>
      </p>
    </article>
  )
}
