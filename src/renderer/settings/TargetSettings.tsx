import type { Targets } from '../../shared/contract.ts'
import { useText } from '../ui/text.ts'
import { DurationField } from './DurationField.tsx'
import { NumberField } from './NumberField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

const durations = ['firstResponse', 'nextResponse', 'resolution'] as const
const shares = ['csat', 'failureRate'] as const

/** What good is. Figures past a target may turn red; an empty field means no target. */
export function TargetSettings({ targets }: { readonly targets: Targets }) {
  const text = useText('settings')
  const save = (change: Partial<Targets>) => void saveSettings({ targets: { ...targets, ...change } })
  return (
    <Section title={text('targets.title')} about={text('targets.about')}>
      {durations.map((target) => (
        <Line
          key={target}
          label={text(`targets.${target}`)}
          render={(ids) => (
            <DurationField
              {...ids}
              value={targets[target]}
              onChange={(seconds) => save({ [target]: seconds })}
            />
          )}
        />
      ))}
      {shares.map((target) => {
        const share = targets[target]
        return (
          <Line
            key={target}
            label={text(`targets.${target}`)}
            render={(ids) => (
              <NumberField
                {...ids}
                value={share === null ? null : Math.round(share * 1000) / 10}
                min={0}
                max={100}
                unit="%"
                onChange={(percent) => save({ [target]: percent === null ? null : percent / 100 })}
              />
            )}
          />
        )
      })}
    </Section>
  )
}
