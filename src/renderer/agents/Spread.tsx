import type { ReactNode } from 'react'
import type { DurationFigure, ExplainQuery } from '../../shared/contract.ts'
import { Histogram } from '../ui/Histogram.tsx'
import { Opens } from '../ui/Opens.tsx'
import type { TableWords } from './tableWords.ts'

/** The seven buckets of a row as shares of the agent's own count, on one scale down the column; opens all of them. */
export function Spread({
  figure,
  scale,
  warnFrom,
  query,
  words: { format, metricText },
}: {
  readonly figure: DurationFigure | null
  /** The largest share of any bucket in the column, 0…1. */
  readonly scale: number
  /** The first bucket drawn as a warning; null: none. */
  readonly warnFrom: number | null
  readonly query: ExplainQuery
  readonly words: TableWords
}): ReactNode {
  if (figure === null || figure.count === 0) return null
  const shares = figure.buckets.map((count) => count / figure.count)
  const shown = shares
    .map((share, index) => `${metricText.bucket(index)} ${format.rate(share, 0)}`)
    .join(format.signs.list)
  return (
    <Opens query={query} label={`${metricText.name(query.metric)}${format.signs.colon}${shown}`}>
      <span title={shown}>
        <Histogram
          buckets={shares.map((share) => share * 100)}
          highest={scale * 100}
          {...(warnFrom === null ? {} : { late: warnFrom })}
          label={shown}
        />
      </span>
    </Opens>
  )
}
