import type { ReactNode } from 'react'
import type { MetricsRow, Scope } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { contactWeeks, mondayOf } from './breakdowns.ts'
import { OpensRow } from './OpensRow.tsx'

const shown = 6

/** New and returning contacts of each week; the week is named by its Monday. Opens the new ones. */
export function Contacts({
  scope,
  rows,
}: {
  readonly scope: Scope
  readonly rows: readonly MetricsRow[]
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const weeks = contactWeeks(rows, shown)
  const largest = Math.max(1, ...weeks.map((week) => week.fresh + week.returning))
  const width = (count: number): string => `${String((count / largest) * 100)}%`
  if (weeks.length === 0) return <p className="block-note">{text('contacts.none')}</p>
  return (
    <ul className="lines lines-dense">
      {weeks.map((week) => (
        <li key={week.week} className="contact-row">
          <span className="line-quiet">{format.dayLabel(mondayOf(week.week))}</span>
          <span className="share-track" aria-hidden="true">
            <span className="share share-accent" style={{ inlineSize: width(week.fresh) }} />
            <span className="share share-context" style={{ inlineSize: width(week.returning) }} />
          </span>
          <OpensRow
            className="line-figure contact-new"
            query={{ metric: 'contacts_new', scope, key: { week: week.week } }}
            title={text('contacts.newInWeek', { count: week.fresh, shown: format.count(week.fresh) })}
          >
            {format.count(week.fresh)}
          </OpensRow>
          <OpensRow
            className="line-figure"
            query={{ metric: 'contacts_returning', scope, key: { week: week.week } }}
            title={text('contacts.returningInWeek', {
              count: week.returning,
              shown: format.count(week.returning),
            })}
          >
            {format.count(week.returning)}
          </OpensRow>
        </li>
      ))}
    </ul>
  )
}
