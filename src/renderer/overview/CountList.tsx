import type { ReactNode } from 'react'
import type { ExplainQuery } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { CountedRow } from './breakdowns.ts'
import { firstAndRest } from './breakdowns.ts'
import { ChangeWords } from './ChangeWords.tsx'
import { Bar, OpensRow } from './OpensRow.tsx'

/** Counts as bars, largest first; each line opens its number, the tail is summed in one. */
export function CountList({
  rows,
  shown,
  nameOf,
  codeOf,
  queryOf,
  accent = null,
  none,
}: {
  readonly rows: readonly CountedRow[]
  /** How many lines stand before the rest is summed. */
  readonly shown: number
  readonly nameOf: (key: string | null) => string
  /** A code before the name, such as Meta's number of a failure. */
  readonly codeOf?: (key: string | null) => string
  readonly queryOf: (key: string | null) => ExplainQuery
  /** The line worth the accent; null: none. */
  readonly accent?: CountedRow | null
  /** What is said where there is nothing. */
  readonly none: string
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  if (rows.length === 0) return <p className="block-note">{none}</p>
  const { first, rest } = firstAndRest(rows, shown)
  const compared = first.some((row) => row.before !== null)
  const layout = `count-row${codeOf === undefined ? '' : ' count-code'}${compared ? ' count-compared' : ''}`
  return (
    <ul className="lines">
      {first.map((row) => {
        const query = queryOf(row.key)
        const name = nameOf(row.key)
        return (
          <li key={row.key ?? ''}>
            <OpensRow className={layout} query={query} title={name}>
              {codeOf !== undefined && <span className="line-code">{codeOf(row.key)}</span>}
              <span className={row.key === null ? 'line-name line-quiet' : 'line-name'} dir="auto">
                {name}
              </span>
              <Bar
                length={row.length}
                tone={row === accent ? 'accent' : row.key === null ? 'context' : 'plain'}
              />
              <span className="line-figure">{format.count(row.count)}</span>
              {compared && (
                <span className={row === accent ? 'line-change line-growing' : 'line-change'}>
                  <ChangeWords
                    metric={query.metric}
                    now={{ value: row.count }}
                    before={row.before === null ? undefined : { value: row.before }}
                  />
                </span>
              )}
            </OpensRow>
          </li>
        )
      })}
      {rest !== null && (
        <li className={`${layout} line-rest`}>
          {codeOf !== undefined && <span />}
          <span className="line-name line-quiet">{text('others')}</span>
          <span />
          <span className="line-figure">{format.count(rest)}</span>
          {compared && <span />}
        </li>
      )}
    </ul>
  )
}
