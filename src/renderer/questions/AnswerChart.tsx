import { type ReactNode, useId, useMemo, useState } from 'react'
import { Chart } from '../ui/Chart.tsx'
import { useFormat } from '../ui/format.ts'
import { useLanguage, useText } from '../ui/text.ts'
import { chartOption, mostPoints } from './chartOption.ts'
import { type AnswerColumn, isNumeric, type Row, valueText } from './answerTable.ts'

/** Bars of one column over another, as the person picks them. */
export function AnswerChart({
  columns,
  rows,
}: {
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly Row[]
}): ReactNode {
  const text = useText('questions')
  const format = useFormat()
  const language = useLanguage()
  const numbers = useMemo(() => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }), [language])
  const [x, setX] = useState(() =>
    Math.max(
      0,
      columns.findIndex((column) => !isNumeric(column)),
    ),
  )
  const [y, setY] = useState(() => columns.findIndex(isNumeric))
  const [over, of] = [columns[x], columns[y]]
  if (over === undefined || of === undefined) return null
  const shown = rows.slice(0, mostPoints)
  const points = shown.map((row) => ({
    label: valueText(row[x] ?? null, over, format, numbers),
    value: typeof row[y] === 'number' ? row[y] : null,
    words: valueText(row[y] ?? null, of, format, numbers),
  }))
  return (
    <div className="answer-chart">
      <div className="answer-axes">
        <ColumnChoice label={text('axisX')} columns={columns} chosen={x} onChange={setX} />
        <ColumnChoice label={text('axisY')} columns={columns} only={isNumeric} chosen={y} onChange={setY} />
        {rows.length > mostPoints && (
          <span className="questions-note">
            {text('chartCut', { count: mostPoints, rows: format.count(rows.length) })}
          </span>
        )}
      </div>
      <Chart
        option={(colours) => chartOption(points, of.kind, format.axis, colours)}
        height={320}
        label={text('chartLabel', { x: over.name, y: of.name })}
        table={{ columns: [over.name, of.name], rows: points.map(({ label, words }) => [label, words]) }}
      />
    </div>
  )
}

function ColumnChoice(props: {
  readonly label: string
  readonly columns: readonly AnswerColumn[]
  readonly only?: (column: AnswerColumn) => boolean
  readonly chosen: number
  readonly onChange: (column: number) => void
}): ReactNode {
  const { label, columns, only = () => true, chosen, onChange } = props
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={chosen}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {columns.map((column, index) =>
          only(column) ? (
            // oxlint-disable-next-line react/no-array-index-key -- two columns may be called alike
            <option key={index} value={index}>
              {column.name}
            </option>
          ) : null,
        )}
      </select>
    </span>
  )
}
