import { type ReactNode, useMemo, useState } from 'react'
import { dayKey } from '../../shared/period.ts'
import type { QuestionAnswer } from '../../shared/questions.ts'
import { useNow, useZone } from '../selection.ts'
import { Choice } from '../ui/Choice.tsx'
import { useFormat } from '../ui/format.ts'
import { Empty } from '../ui/states.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { AnswerChart } from './AnswerChart.tsx'
import { AnswerExport } from './AnswerExport.tsx'
import { AnswerTable } from './AnswerTable.tsx'
import { columnsOf, isNumeric, type Sorting, sorted } from './answerTable.ts'

const looks = ['table', 'chart'] as const

/** The rows of an answer as a table or a chart, with how many there are and how old they are. */
export function Answer({
  answer,
  sql,
}: {
  readonly answer: QuestionAnswer
  readonly sql: string
}): ReactNode {
  const text = useText('questions')
  const language = useLanguage()
  const [look, setLook] = useState<(typeof looks)[number]>('table')
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const columns = useMemo(() => columnsOf(answer), [answer])
  const rows = useMemo(() => sorted(answer.rows, sorting, language), [answer, sorting, language])
  const draws = columns.some(isNumeric) && answer.rows.length > 0
  return (
    <section className="answer" aria-label={text('answer')}>
      <div className="answer-head">
        <Told answer={answer} />
        {draws && (
          <Choice
            label={text('look')}
            options={looks.map((id) => ({ id, name: text(`looks.${id}`) }))}
            chosen={look}
            onChange={setLook}
          />
        )}
        <AnswerExport answer={answer} columns={columns} rows={rows} sql={sql} />
      </div>
      {answer.rows.length === 0 ? (
        <Empty why={text('noRows')} todo={text('noRowsTodo')} />
      ) : look === 'chart' && draws ? (
        <AnswerChart columns={columns} rows={rows} />
      ) : (
        <AnswerTable columns={columns} rows={rows} sorting={sorting} onSort={setSorting} />
      )}
    </section>
  )
}

/** "1,204 rows in 0.3 s, data of 09:41." */
function Told({ answer: { rows, cut, milliseconds, asOf } }: { readonly answer: QuestionAnswer }): ReactNode {
  const text = useText('questions')
  const format = useFormat()
  const zone = useZone()
  const now = useNow()
  const language = useLanguage()
  const digits = milliseconds < 100 ? 2 : 1
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(
    Math.max(10, milliseconds) / 1000,
  )
  const isToday = dayKey(asOf, zone) === dayKey(now, zone)
  const when = isToday ? format.time(asOf) : format.dateTime(asOf)
  const words = { count: rows.length, rows: format.count(rows.length), seconds, when }
  return (
    <output className="answer-told">
      {text('told', words)}
      {cut && <strong> {text('cut', words)}</strong>}
    </output>
  )
}
