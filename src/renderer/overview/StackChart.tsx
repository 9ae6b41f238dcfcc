import type { ReactNode } from 'react'
import { openNumber } from '../selection.ts'
import { Chart } from '../ui/Chart.tsx'
import { cellText, type DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { type Stack, type StackQuery, sumOf } from './stack.ts'
import { stackOption } from './volumeOption.ts'

/** A stack of bars: arrows move from point to point, Enter or a click opens what is behind the point or its part. */
export function StackChart({
  stack,
  table,
  label,
  queryOf,
  height = 238,
}: {
  readonly stack: Stack
  readonly table: DataTable
  /** What the chart shows, in one sentence. */
  readonly label: string
  readonly queryOf: StackQuery
  readonly height?: number
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const words = {
    unfinished: text('volume.unfinished'),
    missing: text('volume.missing'),
    opens: text('volume.opens'),
  }
  return (
    <Chart
      option={(colours) => stackOption({ stack, words, format, colours })}
      height={height}
      label={label}
      table={{
        columns: table.columns.map(({ title }) => title),
        rows: table.rows.map((row) =>
          row.map((cell, column) => cellText(cell, table.columns[column]?.kind ?? 'text', format)),
        ),
      }}
      onPick={({ index, series }) => {
        const part = stack.parts.findIndex(({ name }) => name === series)
        const query = queryOf(index, part < 0 ? null : part)
        if (query !== null) openNumber(query)
      }}
    />
  )
}

/** The key above a stack: each part with its sum, then what the line is. */
export function StackKey({
  stack,
  withSums = stack.kind === 'count',
}: {
  readonly stack: Stack
  /** Off where points overlap, so that they do not add up. */
  readonly withSums?: boolean
}): ReactNode {
  const format = useFormat()
  return (
    <span className="stack-key">
      {stack.parts.map(({ name, tone }, part) => (
        <span key={name}>
          <span className={`key-square key-${tone}`} aria-hidden="true" />
          {name}
          {withSums && ` ${format.count(sumOf(stack.points.map(({ values }) => values[part] ?? null)))}`}
        </span>
      ))}
      {stack.line !== null && (
        <span>
          <span className="key-line" aria-hidden="true" />
          {stack.line}
        </span>
      )}
    </span>
  )
}
