import type { ReactNode } from 'react'
import { type Cell, cellText, type DataTable } from './dataTable.ts'
import './DataTableView.css'
import { useFormat } from './format.ts'
import { Opens } from './Opens.tsx'

/** A table of figures, each the door to what is behind it. Scrolls inside itself from `height` pixels on. */
export function DataTableView({
  table,
  height,
}: {
  readonly table: DataTable
  readonly height?: number | undefined
}): ReactNode {
  return (
    // What scrolls can be reached and moved by keyboard: a stop of its own, which no tag stands for.
    <div
      className="data-table"
      style={{ maxHeight: height }}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={table.title}
    >
      <table>
        <thead>
          <tr>
            {table.columns.map(({ title, kind }) => (
              <th key={title} scope="col" className={kind === 'text' ? undefined : 'figure'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the table
            <tr key={row}>
              {cells.map((cell, column) => (
                <CellView
                  key={table.columns[column]?.title}
                  table={table}
                  cell={cell}
                  row={row}
                  column={column}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellView({
  table,
  cell,
  row,
  column,
}: {
  readonly table: DataTable
  readonly cell: Cell
  readonly row: number
  readonly column: number
}): ReactNode {
  const format = useFormat()
  const kind = table.columns[column]?.kind ?? 'text'
  const words = cellText(cell, kind, format)
  const query = cell === null ? null : (table.opens?.(row, column) ?? null)
  const content = query === null ? words : <Opens query={query}>{words}</Opens>
  if (column === 0)
    return (
      <th scope="row" dir="auto">
        {content}
      </th>
    )
  return (
    <td className={kind === 'text' ? undefined : 'figure'} dir={kind === 'text' ? 'auto' : undefined}>
      {content}
    </td>
  )
}
