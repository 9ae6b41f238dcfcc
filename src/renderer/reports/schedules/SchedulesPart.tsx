import { type ReactNode, useState } from 'react'
import type { ScheduleDraft, ScheduleState } from '../../../shared/reporting.ts'
import { api, useAsk } from '../../api.ts'
import { useSelection, useZone } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { tell } from '../../ui/Notices.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { say, useLanguage, useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'
import { templateOf, useTemplates } from '../useTemplates.ts'
import { newSchedule } from './draft.ts'
import { Runs } from './Runs.tsx'
import { ScheduleForm } from './ScheduleForm.tsx'
import { ScheduleTable } from './ScheduleTable.tsx'
import './schedules.css'

/** Reports that make themselves: what, when and where to, and what became of each. */
export function SchedulesPart(): ReactNode {
  const text = useText('reports')
  const schedules = useAsk('schedules', [], ['reports'])
  const [editing, edit] = useState<ScheduleDraft | null>(null)
  const [removing, remove] = useState<ScheduleState | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const add = useNewSchedule(edit)
  const open = schedules.data?.find(({ id }) => id === chosen) ?? null
  return (
    <div className="page schedules">
      <PageHead title={text('part.schedules')} sentence={text('schedule.sentence')}>
        <Button primary icon={<IconPlus />} onClick={add}>
          {text('schedule.new')}
        </Button>
      </PageHead>
      {schedules.failure !== null && <Failed failure={schedules.failure} again={schedules.again} />}
      {schedules.data === undefined && schedules.failure === null && <Loading widths={[80, 84, 76]} />}
      {schedules.data?.length === 0 && <Empty why={text('schedule.none')} todo={text('schedule.noneTodo')} />}
      {schedules.data !== undefined && schedules.data.length > 0 && (
        <>
          <ScheduleTable
            schedules={schedules.data}
            chosen={open?.id ?? null}
            onChoose={choose}
            onEdit={edit}
            onRemove={remove}
          />
          <Runs schedules={schedules.data} schedule={open} onAll={() => choose(null)} />
        </>
      )}
      {editing !== null && (
        <ScheduleForm draft={editing} onClose={() => edit(null)} onSaved={({ id }) => choose(id)} />
      )}
      {removing !== null && <RemoveSchedule schedule={removing} onClose={() => remove(null)} />}
    </div>
  )
}

/** Begins with the template that is open in Report. */
function useNewSchedule(edit: (draft: ScheduleDraft) => void): () => void {
  const { data: templates } = useTemplates()
  const asked = useSelection((selection) => selection.template)
  const language = useLanguage()
  const zone = useZone()
  return () => {
    const template = templateOf(templates ?? [], asked)
    edit(newSchedule({ name: template?.name ?? '', template: template?.id ?? 'weekly', zone, language }))
  }
}

interface RemoveScheduleProps {
  readonly schedule: ScheduleState
  readonly onClose: () => void
}

/** Its history goes with it, which cannot be brought back: so this is asked. */
function RemoveSchedule({ schedule, onClose }: RemoveScheduleProps): ReactNode {
  const text = useText('reports')
  const ui = useText('ui')
  const remove = () =>
    orTell(async () => {
      onClose()
      await api.removeSchedule(schedule.id)
      tell(() => say('reports', 'schedule.removed', { name: schedule.name }))
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('schedule.removeTitle', { name: schedule.name })}
      buttons={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button danger onClick={() => void remove()}>
            {text('schedule.remove')}
          </Button>
        </>
      }
    >
      <p>{text('schedule.removeAbout')}</p>
    </Dialog>
  )
}
