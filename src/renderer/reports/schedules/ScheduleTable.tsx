import type { ReactNode } from 'react'
import { languageNames } from '../../../shared/languages.ts'
import type { ScheduleDraft, ScheduleState } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconDots, IconPencil, IconPlayerPlay, IconTrash } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { tell } from '../../ui/Notices.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { say, useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'
import { useTemplates } from '../useTemplates.ts'
import { draftOfSchedule } from './draft.ts'
import { lastPart } from './scheduleWords.ts'
import { useScheduleWords } from './useScheduleWords.ts'

interface ScheduleTableProps {
  readonly schedules: readonly ScheduleState[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly onEdit: (draft: ScheduleDraft) => void
  readonly onRemove: (schedule: ScheduleState) => void
}

/** Every schedule with when it comes next and how it went last. */
export function ScheduleTable({ schedules, ...rest }: ScheduleTableProps): ReactNode {
  const text = useText('reports')
  return (
    <div className="table-room">
      <table className="schedule-table">
        <thead>
          <tr>
            {(['name', 'next', 'last', 'folder'] as const).map((column) => (
              <th key={column} scope="col">
                {text(`schedule.column.${column}`)}
              </th>
            ))}
            <th scope="col">{text('schedule.column.active')}</th>
            <th scope="col">
              <span className="unseen">{text('schedule.column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {schedules.map((schedule) => (
            <ScheduleRow key={schedule.id} schedule={schedule} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ScheduleRowProps extends Omit<ScheduleTableProps, 'schedules'> {
  readonly schedule: ScheduleState
}

function ScheduleRow({ schedule, chosen, onChoose, onEdit, onRemove }: ScheduleRowProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const words = useScheduleWords()
  const { data: templates } = useTemplates()
  const { id, name, formats, folder, active, nextAt, last, language } = schedule
  const template = templates?.find((one) => one.id === schedule.template)?.name ?? text('schedule.noTemplate')
  const setActive = (on: boolean) =>
    orTell(async () => void (await api.saveSchedule({ ...draftOfSchedule(schedule), active: on })))
  return (
    <tr aria-selected={id === chosen}>
      <th scope="row">
        <button type="button" className="row-open" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          <bdi>{name}</bdi>
        </button>
        <small>
          {words.rhythm(schedule)}
          {' · '}
          <bdi>{template}</bdi>
          {' · '}
          {languageNames[language]}
          {' · '}
          {formats.map((one) => one.toUpperCase()).join(', ')}
        </small>
      </th>
      <td>{active ? format.dateTime(nextAt) : text('schedule.rests')}</td>
      <td data-state={last?.state}>{last === null ? text('run.never') : words.run(last)}</td>
      <td>
        <span className="path" title={folder} dir="auto">
          {lastPart(folder)}
        </span>
      </td>
      <td>
        <Switch
          label={text('schedule.isActive', { name })}
          on={active}
          onChange={(on) => void setActive(on)}
        />
      </td>
      <td className="figure">
        <Menu
          align="end"
          label={<span className="unseen">{text('schedule.actions', { name })}</span>}
          trigger={<Button quiet icon={<IconDots />} />}
          items={[
            {
              id: 'run',
              icon: <IconPlayerPlay />,
              label: text('schedule.run'),
              onPick: () => runNow(schedule, onChoose),
            },
            {
              id: 'edit',
              icon: <IconPencil />,
              label: text('schedule.edit'),
              onPick: () => onEdit(draftOfSchedule(schedule)),
            },
            {
              id: 'remove',
              icon: <IconTrash />,
              label: text('schedule.remove'),
              danger: true,
              apart: true,
              onPick: () => onRemove(schedule),
            },
          ]}
        />
      </td>
    </tr>
  )
}

/** Makes the newest period's report; what became of it stands in the history, which is shown. */
function runNow({ id, name }: ScheduleState, onChoose: (id: string) => void): void {
  onChoose(id)
  tell(() => say('reports', 'schedule.running', { name }))
  void orTell(async () => {
    const { state, reason, reasonWords } = await api.runSchedule({ id, period: null })
    if (state === 'done') tell(() => say('reports', 'schedule.ran', { name }))
    else if (reason !== null) tell({ text: reason, ...(reasonWords && { words: reasonWords }) })
    else tell(() => say('reports', 'schedule.notYet', { name }))
  })
}
