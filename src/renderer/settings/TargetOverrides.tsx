import { useState } from 'react'
import type { TargetOverride } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { DurationField } from './DurationField.tsx'
import { saveSettings } from './saveSettings.ts'
import { placeOf, PlaceSelect } from './PlaceSelect.tsx'
import { Line, Section } from './Section.tsx'

const fields = ['firstResponse', 'nextResponse', 'resolution'] as const

/** Targets that hold for one team or channel only; an empty field follows the workspace. */
export function TargetOverrides({ overrides }: { readonly overrides: readonly TargetOverride[] }) {
  const text = useText('settings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const [chosen, setChosen] = useState('')
  const save = (next: readonly TargetOverride[]) => void saveSettings({ targetOverrides: next })
  const nameOf = ({ team, channel }: TargetOverride) =>
    team === null
      ? (workspace?.channels.find(({ id }) => id === channel)?.name ?? channel ?? '')
      : (workspace?.teams.find(({ id }) => id === team)?.name ?? team)
  const taken = overrides.map(({ team, channel }) =>
    team === null ? `channel:${channel ?? ''}` : `team:${team}`,
  )
  return (
    <Section title={text('overrides.title')} about={text('overrides.about')}>
      {overrides.map((override, index) => (
        <div className="card" key={taken[index]}>
          <div className="card-head">
            <h3 dir="auto">{nameOf(override)}</h3>
            <Button quiet onClick={() => save(overrides.toSpliced(index, 1))}>
              {text('overrides.remove')}
            </Button>
          </div>
          {fields.map((field) => (
            <Line
              key={field}
              label={text(`targets.${field}`)}
              render={(ids) => (
                <DurationField
                  {...ids}
                  value={override.targets[field] ?? null}
                  onChange={(seconds) => save(overrides.with(index, withTarget(override, field, seconds)))}
                />
              )}
            />
          ))}
        </div>
      ))}
      <div className="section-end">
        <PlaceSelect label={text('overrides.for')} taken={taken} value={chosen} onChange={setChosen} />
        <Button
          disabled={chosen === ''}
          onClick={() => {
            save([...overrides, { team: null, channel: null, ...placeOf(chosen), targets: {} }])
            setChosen('')
          }}
        >
          {text('overrides.add')}
        </Button>
      </div>
    </Section>
  )
}

/** An emptied field follows the workspace again. */
function withTarget(
  { targets, ...place }: TargetOverride,
  field: (typeof fields)[number],
  seconds: number | null,
): TargetOverride {
  const { [field]: _, ...others } = targets
  return { ...place, targets: seconds === null ? others : { ...others, [field]: seconds } }
}
