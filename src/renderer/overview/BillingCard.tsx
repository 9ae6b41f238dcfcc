import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import type { DataTable } from '../ui/dataTable.ts'
import { DataTableView } from '../ui/DataTableView.tsx'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { capitalised, useLanguage, useText } from '../ui/text.ts'
import { countOf, keyOf } from './figures.ts'
import { useKeyNames } from './keyNames.ts'
import type { Shown } from './shown.ts'

/** Messages the cloud bills for: a line a country, a column a price category. It is a table in any case. */
export function BillingCard({
  shown: { scope },
  now,
}: {
  readonly shown: Shown
  /** By price category and country. */
  readonly now: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const dimensions = useText('metrics')
  const format = useFormat()
  const keyName = useKeyNames()
  const language = useLanguage()
  const rows = now.rows.filter((row) => countOf(row.metrics, 'billable_messages') > 0)
  const sumBy = (dimension: 'pricing' | 'country', key: string | null) =>
    rows
      .filter((row) => keyOf(row, dimension) === key)
      .reduce((sum, row) => sum + countOf(row.metrics, 'billable_messages'), 0)
  const keysOf = (dimension: 'pricing' | 'country') =>
    [...new Set(rows.map((row) => keyOf(row, dimension)))].toSorted(
      (one, other) => sumBy(dimension, other) - sumBy(dimension, one),
    )
  const prices = keysOf('pricing')
  const countries = keysOf('country')
  const title = text('billing.title')
  const countAt = (pricing: string | null, country: string | null) =>
    rows.find((row) => keyOf(row, 'pricing') === pricing && keyOf(row, 'country') === country)
  const table: DataTable = {
    title,
    columns: [
      { title: capitalised(dimensions('dimension.country'), language), kind: 'text' },
      ...prices.map((price) => ({ title: keyName('pricing', price), kind: 'count' as const })),
    ],
    rows: countries.map((country) => [
      keyName('country', country),
      ...prices.map((price) => countOf(countAt(price, country)?.metrics ?? {}, 'billable_messages')),
    ]),
    metrics: ['billable_messages'],
    opens: (row, column) => {
      const pricing = prices[column - 1]
      const country = countries[row]
      if (pricing === undefined || country === undefined) return null
      return { metric: 'billable_messages', scope, key: { pricing, country } }
    },
  }
  const all = countOf(now.total.metrics, 'billable_messages')
  return (
    <ChartCard
      title={title}
      subtitle={<Opens query={{ metric: 'billable_messages', scope }}>{format.count(all)}</Opens>}
      table={table}
    >
      {rows.length === 0 ? (
        <p className="block-note">{text('billing.none')}</p>
      ) : (
        <DataTableView table={table} height={280} />
      )}
    </ChartCard>
  )
}
