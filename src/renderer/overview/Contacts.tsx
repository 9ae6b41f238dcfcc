import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { contactWeeks, mondayOf } from './breakdowns.ts'
import { countOf } from './figures.ts'
import { OpensRow } from './OpensRow.tsx'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'

/** Weeks drawn; the table behind has all. */
const drawn = 6
const metrics = ['contacts_new', 'contacts_returning'] as const

/** New and returning contacts of each week; the week is named by its Monday. */
export function ContactsCard({
  shown: { scope },
  byWeek,
}: {
  readonly shown: Shown
  readonly byWeek: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const tableOf = useBreakdownTable()
  const totals = byWeek.total.metrics
  const title = text('contacts.title')
  const nameOf = (week: string) => format.dayLabel(mondayOf(week))
  const table = tableOf({
    title,
    head: text('contacts.week'),
    metrics,
    scope,
    rows: byWeek.rows.map((row) => ({
      name: nameOf(row.key.week ?? ''),
      key: row.key,
      now: row.metrics,
      before: null,
    })),
  })
  const weeks = contactWeeks(byWeek.rows, drawn)
  const largest = Math.max(1, ...weeks.map((week) => week.fresh + week.returning))
  const width = (count: number): string => `${String((count / largest) * 100)}%`
  return (
    <ChartCard
      title={title}
      subtitle={format.count(countOf(totals, 'contacts_new') + countOf(totals, 'contacts_returning'))}
      aside={
        <>
          <span className="contact-new">{text('contacts.new')}</span> {text('contacts.returning')}
        </>
      }
      table={table}
    >
      {weeks.length === 0 && <p className="block-note">{text('contacts.none')}</p>}
      <ul className="lines lines-dense">
        {weeks.map((week) => (
          <li key={week.week} className="contact-row">
            <span className="line-quiet">{nameOf(week.week)}</span>
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
    </ChartCard>
  )
}
