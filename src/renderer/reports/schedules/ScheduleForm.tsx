import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import {
  reportFormats,
  type ScheduleDraft,
  schedulePeriods,
  type ScheduleState,
} from '../../../shared/reporting.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { allZones, zoneWord } from '../../frame/ZoneMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { FilterMenu } from '../../ui/Menu.tsx'
import { tell } from '../../ui/Notices.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { FailureLine } from '../../ui/failureText.tsx'
import { say, useLanguage, useText } from '../../ui/text.ts'
import { Field, NumberBox, TextField } from '../editor/fields.tsx'
import { LanguageField } from '../LanguageField.tsx'
import { useTemplates } from '../useTemplates.ts'
import { lackOf, withFormat, withRhythm } from './draft.ts'
import { FolderField } from './FolderField.tsx'
import { weekdayName } from './scheduleWords.ts'

interface ScheduleFormProps {
  readonly draft: ScheduleDraft
  readonly onClose: () => void
  readonly onSaved: (schedule: ScheduleState) => void
}

interface PartProps {
  readonly draft: ScheduleDraft
  readonly onChange: (draft: ScheduleDraft) => void
}

/** A schedule to be made or changed, in a panel beside the list. */
export function ScheduleForm({ draft: given, onClose, onSaved }: ScheduleFormProps): ReactNode {
  const text = useText('reports')
  const ui = useText('ui')
  const form = useId()
  const [draft, change] = useState(given)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saving, setSaving] = useState(false)
  const { data: templates } = useTemplates()
  const template = templates?.find(({ id }) => id === draft.template)
  const lack = lackOf(draft, template?.needsAgent ?? false)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setSaving(true)
    setFailure(null)
    try {
      const kept = await api.saveSchedule(draft)
      tell(() => say('reports', 'schedule.saved', { name: kept.name }))
      onSaved(kept)
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
      setSaving(false)
    }
  }
  return (
    <Dialog
      open
      shape="side"
      onClose={onClose}
      title={text(given.id === null ? 'schedule.new' : 'schedule.edit')}
      buttons={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button primary type="submit" form={form} disabled={saving || lack !== null}>
            {text('schedule.save')}
          </Button>
        </>
      }
    >
      <form id={form} className="schedule-form" onSubmit={(event) => void save(event)}>
        <What draft={draft} onChange={change} />
        <When draft={draft} onChange={change} />
        <How draft={draft} onChange={change} />
        <Filters draft={draft} onChange={change} />
        {lack !== null && <p className="blocks-hint">{text(`schedule.lack.${lack}`)}</p>}
        {failure !== null && (
          <p className="editor-wrong" role="alert" dir="auto">
            <FailureLine failure={failure} plain />
          </p>
        )}
      </form>
    </Dialog>
  )
}

function What({ draft, onChange }: PartProps): ReactNode {
  const text = useText('reports')
  const { data: templates } = useTemplates()
  return (
    <>
      <TextField
        label={text('schedule.name')}
        most={120}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <Field label={text('schedule.template')}>
        <select
          className="field"
          value={draft.template}
          onChange={(event) => onChange({ ...draft, template: event.target.value })}
        >
          {templates?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </>
  )
}

function When({ draft, onChange }: PartProps): ReactNode {
  const text = useText('reports')
  const language = useLanguage()
  const format = useFormat()
  const days = draft.every === 'week' ? format.weekdays : Array.from({ length: 28 }, (_, index) => index + 1)
  return (
    <>
      <h3>{text('schedule.when')}</h3>
      <Field label={text('schedule.every')} isGroup>
        <Choice
          label={text('schedule.every')}
          options={schedulePeriods.map((id) => ({ id, name: text(`schedule.period.${id}`) }))}
          chosen={draft.every}
          onChange={(every) => onChange(withRhythm(draft, every))}
        />
      </Field>
      {draft.every !== 'day' && (
        <Field label={text('schedule.on')}>
          <select
            className="field"
            value={draft.on}
            onChange={(event) => onChange({ ...draft, on: Number(event.target.value) })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {draft.every === 'week' ? weekdayName(day, language) : format.count(day)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field label={text('schedule.at')}>
        <input
          className="field"
          type="time"
          required
          value={draft.at}
          onChange={(event) => onChange({ ...draft, at: event.target.value })}
        />
      </Field>
      <Field label={text('schedule.zone')}>
        <select
          className="field"
          value={draft.zone}
          onChange={(event) => onChange({ ...draft, zone: event.target.value })}
        >
          {[draft.zone, ...allZones(draft.zone)].map((zone) => (
            <option key={zone} value={zone}>
              {zone.includes('/') ? `${zoneWord(zone)} (${zone.split('/')[0]})` : zone}
            </option>
          ))}
        </select>
      </Field>
      <p className="blocks-hint">{text(`schedule.about.${draft.every}`)}</p>
      <NumberBox
        label={text('schedule.patience')}
        unit={text('schedule.minutes')}
        least={0}
        most={10_080}
        value={draft.patience}
        onChange={(patience) => onChange({ ...draft, patience })}
      />
      <p className="blocks-hint">{text('schedule.patienceAbout')}</p>
    </>
  )
}

function How({ draft, onChange }: PartProps): ReactNode {
  const text = useText('reports')
  const id = useId()
  return (
    <>
      <h3>{text('schedule.how')}</h3>
      <LanguageField language={draft.language} onChange={(language) => onChange({ ...draft, language })} />
      <fieldset className="format-choice">
        <legend>{text('schedule.formats')}</legend>
        {reportFormats.map((format) => (
          <label key={format}>
            <input
              type="checkbox"
              checked={draft.formats.includes(format)}
              onChange={(event) => onChange(withFormat(draft, format, event.target.checked))}
            />
            {format.toUpperCase()}
          </label>
        ))}
      </fieldset>
      <div className="option">
        <label htmlFor={id}>{text('options.hideNames')}</label>
        <Switch id={id} on={draft.hideNames} onChange={(hideNames) => onChange({ ...draft, hideNames })} />
      </div>
      <FolderField folder={draft.folder} onChange={(folder) => onChange({ ...draft, folder })} />
    </>
  )
}

function Filters({ draft, onChange }: PartProps): ReactNode {
  const text = useText('reports')
  const bar = useText('frame')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { filters } = draft
  const set = (change: Partial<ScheduleDraft['filters']>) =>
    onChange({ ...draft, filters: { ...filters, ...change } })
  return (
    <>
      <h3>{text('schedule.filters')}</h3>
      <div className="filter-words">
        <FilterMenu
          title={bar('filter.teams')}
          all={bar('filter.allTeams')}
          options={workspace?.teams ?? []}
          chosen={filters.teams}
          onChange={(teams) => set({ teams })}
        />
        <FilterMenu
          title={bar('filter.channels')}
          all={bar('filter.allChannels')}
          options={workspace?.channels ?? []}
          chosen={filters.channels}
          onChange={(channels) => set({ channels })}
        />
        <FilterMenu
          title={bar('filter.agents')}
          all={bar('filter.allAgents')}
          options={workspace?.agents ?? []}
          chosen={filters.agents}
          onChange={(agents) => set({ agents })}
        />
        <FilterMenu
          title={bar('filter.categories')}
          all={bar('filter.allCategories')}
          options={(workspace?.categories ?? []).map((name) => ({ id: name, name }))}
          chosen={filters.categories}
          onChange={(categories) => set({ categories })}
        />
      </div>
    </>
  )
}
