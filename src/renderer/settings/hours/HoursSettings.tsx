import { useState } from 'react'
import type { Settings } from '../../../shared/contract.ts'
import type { WorkingHours } from '../../../shared/hours.ts'
import { useAsk } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { placeOf, PlaceSelect } from '../PlaceSelect.tsx'
import { saveSettings } from '../saveSettings.ts'
import { Section } from '../Section.tsx'
import { HoursCard } from './HoursCard.tsx'
import { usualHours } from './week.ts'
import './hours.css'

/** When people answer: for the workspace, and for teams and channels that keep other hours. */
export function HoursSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('settings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const [chosen, setChosen] = useState('')
  const { workingHours } = settings
  const zone = settings.zone ?? workspace?.zone ?? 'UTC'
  const save = (next: readonly WorkingHours[]) => void saveSettings({ workingHours: next })
  const whole = workingHours.some(({ scope }) => scope === null)
  return (
    <Section title={text('hours.title')} about={text('hours.about')} wide>
      {workingHours.length === 0 && <Empty why={text('hours.none')} todo={text('hours.noneTodo')} />}
      {workingHours.map((hours, index) => (
        <HoursCard
          key={keyOf(hours)}
          hours={hours}
          onChange={(next) => save(workingHours.with(index, next))}
          onRemove={() => save(workingHours.toSpliced(index, 1))}
        />
      ))}
      <div className="section-end">
        {!whole && (
          <Button primary onClick={() => save([usualHours(zone, null), ...workingHours])}>
            {text('hours.addWorkspace')}
          </Button>
        )}
        <PlaceSelect
          label={text('hours.for')}
          taken={workingHours.map(keyOf)}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          disabled={chosen === ''}
          onClick={() => {
            save([...workingHours, usualHours(zone, placeOf(chosen))])
            setChosen('')
          }}
        >
          {text('hours.add')}
        </Button>
      </div>
    </Section>
  )
}

function keyOf({ scope }: WorkingHours): string {
  if (scope === null) return 'workspace'
  return scope.channel === undefined ? `team:${scope.team ?? ''}` : `channel:${scope.channel}`
}
