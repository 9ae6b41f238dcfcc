import type { ReactNode } from 'react'
import type { ScheduleRun, ScheduleState } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { usePagedAnswers } from '../../pagedAnswers.ts'
import { Button } from '../../ui/Button.tsx'
import { usePhraseText } from '../../ui/failureText.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Empty } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'
import { PagedTable } from '../PagedTable.tsx'
import { lastPart } from './scheduleWords.ts'
import { useScheduleWords } from './useScheduleWords.ts'

interface RunsProps {
  readonly schedules: readonly ScheduleState[]
  /** Null: the runs of all. */
  readonly schedule: ScheduleState | null
  readonly onAll: () => void
}

const pageSize = 25

/** What was made and what was not, newest first, with the reason and the way to try again. */
export function Runs({ schedules, schedule, onAll }: RunsProps): ReactNode {
  const text = useText('reports')
  const id = schedule?.id ?? null
  const asked = usePagedAnswers({
    key: ['scheduleRuns', id],
    page: (after) => api.scheduleRuns({ schedule: id, after, limit: pageSize }),
    topics: ['reports'],
    enabled: true,
  })
  return (
    <Section
      title={text('run.title')}
      subtitle={schedule === null ? text('run.ofAll') : <bdi>{schedule.name}</bdi>}
      {...(schedule === null
        ? {}
        : {
            tools: (
              <Button quiet onClick={onAll}>
                {text('run.showAll')}
              </Button>
            ),
          })}
    >
      <PagedTable
        asked={asked}
        className="run-table"
        heads={(['period', 'state', 'files'] as const).map((column) => text(`run.column.${column}`))}
        none={<Empty why={text('run.none')} todo={text('run.noneTodo')} />}
      >
        {(run) => (
          <RunRow
            key={`${run.schedule} ${run.from}`}
            run={run}
            name={schedule === null ? schedules.find((one) => one.id === run.schedule)?.name : undefined}
          />
        )}
      </PagedTable>
    </Section>
  )
}

function RunRow({ run, name }: { readonly run: ScheduleRun; readonly name: string | undefined }): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const words = useScheduleWords()
  const phraseText = usePhraseText()
  const again = () =>
    orTell(async () => {
      await api.runSchedule({ id: run.schedule, period: { from: run.from, to: run.to } })
    })
  const period = format.period(run.from, run.to)
  return (
    <tr>
      <th scope="row">
        {period}
        {name !== undefined && <small dir="auto">{name}</small>}
      </th>
      <td
        data-state={run.state}
        data-incomplete={run.completeTo !== null || run.recomputed !== undefined || undefined}
      >
        {words.run(run)}
        {run.reason !== null && <small dir="auto">{phraseText(run.reasonWords, run.reason)}</small>}
      </td>
      <td>
        {run.files.map((file) => (
          <span key={file} className="path" title={file} dir="auto">
            {lastPart(file)}
          </span>
        ))}
      </td>
      <td className="figure">
        {run.state !== 'done' && (
          <Button aria-label={text('run.tryOf', { period })} onClick={() => void again()}>
            {text('run.try')}
          </Button>
        )}
      </td>
    </tr>
  )
}
