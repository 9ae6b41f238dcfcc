import { type ReactNode, useMemo, useRef } from 'react'
import { spacersOf, useVirtualRows } from '../chats/virtualRows.ts'
import { useFormat } from '../ui/format.ts'
import { useLanguage, useText } from '../ui/text.ts'
import { type AnswerColumn, isNumeric, type Row, type Sorting, valueText } from './answerTable.ts'

const rowHeight = 26

/** A table of any length: only the rows in sight are drawn. A head sorts by its column; a third click takes that back. */
export function AnswerTable(props: {
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly Row[]
  readonly sorting: Sorting | null
  readonly onSort: (sorting: Sorting | null) => void
}): ReactNode {
  const { columns, rows, sorting, onSort } = props
  const text = useText('questions')
  const format = useFormat()
  const language = useLanguage()
  const numbers = useMemo(() => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }), [language])
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualRows({ scroller, count: rows.length, keyOf: String, heightOf: () => rowHeight })
  const { before, behind } = spacersOf(virtual)

  return (
    // What scrolls can be reached and moved by keyboard: a stop of its own, which no tag stands for.
    <div
      ref={scroller}
      className="answer-table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={text('answer')}
    >
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <th
                // oxlint-disable-next-line react/no-array-index-key -- two columns may be called alike
                key={index}
                scope="col"
                className={isNumeric(column) ? 'figure' : undefined}
                aria-sort={sorting?.column === index ? (sorting.down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => onSort(nextSorting(sorting, index))}>
                  {column.name}
                  {sorting?.column === index && <span aria-hidden="true">{sorting.down ? ' ↓' : ' ↑'}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={before} columns={columns.length} />
          {virtual.getVirtualItems().map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {columns.map((column, at) => {
                const value = rows[index]?.[at] ?? null
                const words = valueText(value, column, format, numbers)
                return (
                  <td
                    // oxlint-disable-next-line react/no-array-index-key -- two columns may be called alike
                    key={at}
                    className={isNumeric(column) ? 'figure' : undefined}
                    dir={typeof value === 'string' ? 'auto' : undefined}
                    title={words.length > 40 ? words : undefined}
                  >
                    {words}
                  </td>
                )
              })}
            </tr>
          ))}
          <Space height={behind} columns={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

function nextSorting(sorting: Sorting | null, column: number): Sorting | null {
  if (sorting?.column !== column) return { column, down: false }
  return sorting.down ? null : { column, down: true }
}

/** Rows that are out of sight, as one empty space. */
function Space({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="answer-space">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room for rows out of sight */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
