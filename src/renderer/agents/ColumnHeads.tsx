import type { ReactNode } from 'react'
import { useMetricText } from '../overview/metricText.ts'
import { useText } from '../ui/text.ts'
import type { Estimates } from './cells.ts'
import { columns as catalogue, type ColumnId, groupRuns, needsGroup } from './columns.ts'
import { useView } from './view.ts'

/** Two lines: the groups with their hairline, and the heads that sort. The arrow stands before, so figures stay aligned. */
export function ColumnHeads({
  columns,
  estimates,
}: {
  readonly columns: readonly ColumnId[]
  readonly estimates: ReadonlyMap<ColumnId, Estimates>
}): ReactNode {
  const text = useText('agents')
  const runs = groupRuns(columns)
  return (
    <thead>
      <tr className="agents-groups" aria-rowindex={1}>
        <td className="agents-corner">{null}</td>
        {runs.map(({ group, span }, index) => {
          const first = columns[runs.slice(0, index).reduce((sum, run) => sum + run.span, 0)] ?? 'notes'
          return (
            <td key={`${group} ${first}`} colSpan={span}>
              {/* One column says what it is by its own head. */}
              {(span > 1 || needsGroup(first)) && group !== 'attention' && (
                <span className="agents-group">{text(`group.${group}`)}</span>
              )}
            </td>
          )
        })}
      </tr>
      <tr aria-rowindex={2}>
        <Head column="name" estimates="none" />
        {columns.map((column) => (
          <Head key={column} column={column} estimates={estimates.get(column) ?? 'none'} />
        ))}
      </tr>
    </thead>
  )
}

function Head({
  column,
  estimates,
}: {
  readonly column: ColumnId | 'name'
  readonly estimates: Estimates
}): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const sort = useView((view) => view.sort)
  const sortBy = useView((view) => view.sortBy)
  const sorted = sort.column === column
  const part = column === 'name' ? 'name' : catalogue[column].part
  const metric = column === 'name' ? null : catalogue[column].metric
  const definition = metric === null ? undefined : metricText.definition(metric)
  if (part === 'histogram') {
    return (
      <th scope="col" className="agents-spread-head" title={definition}>
        <span className="unseen">{text(`column.${column}`)}</span>
        <span className="agents-scale" aria-hidden="true">
          <span>{text('scale.short')}</span>
          <span>{text('scale.long')}</span>
        </span>
      </th>
    )
  }
  const direction = sort.ascending ? 'ascending' : 'descending'
  const words = part === 'name' || part === 'notes' || part === 'coping'
  return (
    <th
      scope="col"
      className={words ? 'agents-words' : 'agents-figures'}
      aria-sort={sorted ? direction : 'none'}
    >
      <button
        type="button"
        className={sorted ? 'agents-sort agents-sorted' : 'agents-sort'}
        title={definition}
        onClick={() => {
          sortBy(column)
        }}
      >
        {sorted && (
          <span className="agents-arrow" aria-hidden="true">
            {sort.ascending ? '↑' : '↓'}
          </span>
        )}
        {text(`column.${column}`)}
        {estimates === 'all' && <span className="agents-estimated">{text('estimated.head')}</span>}
      </button>
    </th>
  )
}
