import type { ReactNode } from 'react'
import type { MetricsRow, Scope } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { countedBy, firstAndRest } from './breakdowns.ts'
import { Bar, OpensRow } from './OpensRow.tsx'

const shown = 5

/** Failed messages by Meta's code, in words where we have them. Meta changes its titles, so the code is the key. */
export function FailureReasons({
  scope,
  rows,
}: {
  readonly scope: Scope
  readonly rows: readonly MetricsRow[]
}): ReactNode {
  const text = useText('overview')
  const codes = useText('codes')
  const format = useFormat()
  const counted = countedBy('error', 'messages_failed', rows, null)
  if (counted.length === 0) return <p className="block-note">{text('failed.none')}</p>
  const { first, rest } = firstAndRest(counted, shown)
  const words = (code: string | null): string =>
    code === null ? codes('none') : codes(code, { defaultValue: codes('unknown') })
  return (
    <ul className="lines lines-dense">
      {first.map((row) => (
        <li key={row.key ?? ''}>
          <OpensRow
            className="failure-row"
            query={{ metric: 'messages_failed', scope, key: { error: row.key } }}
            title={words(row.key)}
          >
            <span className="line-code">{row.key ?? ''}</span>
            <span className="line-name">{words(row.key)}</span>
            <Bar length={row.length} tone="plain" />
            <span className="line-figure">{format.count(row.count)}</span>
          </OpensRow>
        </li>
      ))}
      {rest !== null && (
        <li className="failure-row line-rest">
          <span />
          <span className="line-name">{text('failed.others')}</span>
          <span />
          <span className="line-figure">{format.count(rest)}</span>
        </li>
      )}
    </ul>
  )
}
