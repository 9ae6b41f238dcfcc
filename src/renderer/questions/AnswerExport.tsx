import type { ReactNode } from 'react'
import type { ExportTable } from '../../shared/contract.ts'
import type { QuestionAnswer } from '../../shared/questions.ts'
import { dayKey } from '../../shared/period.ts'
import { api, failureOf } from '../api.ts'
import { keepFile } from '../keepFile.ts'
import { useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { exportTableOf } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { IconDownload } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { type AnswerColumn, fileTable, type Row } from './answerTable.ts'
import { useQuestion } from './question.ts'

const formats = ['csv', 'xlsx'] as const

/** The rows that were answered as a file, in the order shown, with the question under them. */
export function AnswerExport(props: {
  readonly answer: QuestionAnswer
  readonly columns: readonly AnswerColumn[]
  readonly rows: readonly Row[]
  readonly sql: string
}): ReactNode {
  const { answer, columns, rows, sql } = props
  const text = useText('ui')
  const words = useText('questions')
  const format = useFormat()
  const zone = useZone()
  const name = useQuestion(({ saved }) => saved?.name) ?? words('file')

  async function save(as: ExportTable['format']): Promise<void> {
    const table = { title: name, metrics: [], ...fileTable(columns, rows) }
    const notes = [
      words('fileNote', { when: format.dateTime(answer.asOf) }),
      ...(answer.cut ? [words('cut', { count: rows.length, rows: format.count(rows.length) })] : []),
      ...sql.split('\n'),
    ]
    try {
      const day = dayKey(answer.asOf, zone)
      const kept = await keepFile(await api.saveTable(exportTableOf(table, { format: as, day, zone, notes })))
      if (kept !== null) tell(() => say('ui', 'export.saved', { where: kept.where }))
    } catch (error) {
      tell(failureOf(error))
    }
  }

  return (
    <Menu
      align="end"
      label={text('export.title')}
      trigger={<Button icon={<IconDownload />} />}
      items={formats.map((one) => ({
        id: one,
        label: text(`export.${one}`),
        onPick: () => void save(one),
      }))}
    />
  )
}
