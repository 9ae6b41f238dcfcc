import type { ReactNode } from 'react'
import type { PagedState } from '../pagedAnswers.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'

interface PageOf<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}

interface PagedTableProps<Row> {
  readonly asked: PagedState<PageOf<Row>> & { readonly pages: readonly PageOf<Row>[] | undefined }
  /** Of the table, for its style. */
  readonly className: string
  /** One a column but the last, which holds what can be done with a row. */
  readonly heads: readonly string[]
  /** What stands where there is no row. */
  readonly none: ReactNode
  /** A row of the table with its key. */
  readonly children: (row: Row) => ReactNode
}

/** A list as a table, newest first, as far as it was asked for. */
export function PagedTable<Row>({
  asked,
  className,
  heads,
  none,
  children,
}: PagedTableProps<Row>): ReactNode {
  const text = useText('reports')
  const rows = asked.pages?.flatMap((page) => page.rows) ?? []
  if (asked.failure !== null) return <Failed failure={asked.failure} again={asked.again} />
  if (asked.loading) return <Loading widths={[90, 84, 88, 80]} />
  if (rows.length === 0) return none
  return (
    <div className="table-room" data-stale={asked.stale || undefined}>
      <table className={className}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{text('schedule.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{rows.map(children)}</tbody>
      </table>
      <MoreRows asked={asked} shown={rows.length} />
    </div>
  )
}

interface MoreRowsProps {
  readonly asked: PagedState<{ readonly total: number }>
  readonly shown: number
}

/** How much of a list is shown, and the way to more of it. */
function MoreRows({ asked, shown }: MoreRowsProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const total = asked.first?.total ?? shown
  return (
    <p className="more-rows">
      <span>
        {shown < total
          ? text('more.shown', { shown: format.count(shown), count: total, total: format.count(total) })
          : text('more.all', { count: total, total: format.count(total) })}
      </span>
      {asked.moreFailed && <span role="alert">{text('more.failed')}</span>}
      {(asked.hasMore || asked.moreFailed) && <Button onClick={asked.more}>{text('more.more')}</Button>}
    </p>
  )
}
