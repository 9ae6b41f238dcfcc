import type { ReactNode } from 'react'
import type { MetricsRow, Scope } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { countedBy, fastestGrowing, firstAndRest } from './breakdowns.ts'
import { Bar, OpensRow } from './OpensRow.tsx'

/** Categories a supervisor can act on; the tail is summed in one line. */
const shown = 8

/** What the conversations were about, largest first, with the change of each against the period before. */
export function Categories({
  scope,
  rows,
  before,
}: {
  readonly scope: Scope
  readonly rows: readonly MetricsRow[]
  readonly before: readonly MetricsRow[] | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const counted = countedBy('category', 'conversations_opened', rows, before)
  const growing = fastestGrowing(counted)
  const { first, rest } = firstAndRest(counted, shown)
  if (counted.length === 0) return <p className="block-note">{text('categories.none')}</p>
  return (
    <ul className="lines">
      {first.map((row) => (
        <li key={row.key ?? ''}>
          <OpensRow
            className="category-row"
            query={{ metric: 'conversations_opened', scope, key: { category: row.key } }}
          >
            <span className={row.key === null ? 'line-name line-quiet' : 'line-name'} dir="auto">
              {row.key ?? text('categories.uncategorised')}
            </span>
            <Bar
              length={row.length}
              tone={row === growing ? 'accent' : row.key === null ? 'context' : 'plain'}
            />
            <span className="line-figure">{format.count(row.count)}</span>
            <span className={row === growing ? 'line-change line-growing' : 'line-change'}>
              {row.before === null ? '' : format.change(row.count, row.before, 'count')}
            </span>
          </OpensRow>
        </li>
      ))}
      {rest !== null && (
        <li className="category-row line-rest">
          <span className="line-name line-quiet">{text('categories.others')}</span>
          <span />
          <span className="line-figure">{format.count(rest)}</span>
        </li>
      )}
    </ul>
  )
}
