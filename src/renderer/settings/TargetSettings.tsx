import type { Settings, Targets } from '../../shared/contract.ts'
import { useText } from '../ui/text.ts'
import { DurationField } from './DurationField.tsx'
import { NumberField } from './NumberField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'
import { TargetOverrides } from './TargetOverrides.tsx'

const durations = ['firstResponse', 'nextResponse', 'resolution', 'negativeSettled'] as const
const shares = ['csat', 'firstContactResolution', 'utilization', 'botContainment', 'failureRate'] as const

/** What good is. Figures past a target may turn red; an empty field means no target. */
export function TargetSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('settings')
  const { targets } = settings
  const save = (change: Partial<Targets>) => void saveSettings({ targets: { ...targets, ...change } })
  return (
    <>
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
        {shares.map((target) => (
          <Line
            key={target}
            label={text(`targets.${target}`)}
            render={(ids) => (
              <NumberField
                {...ids}
                value={percentOf(targets[target])}
                min={0}
                max={100}
                unit="%"
                onChange={(percent) => save({ [target]: percent === null ? null : percent / 100 })}
              />
            )}
          />
        ))}
        <p className="section-note">{text('targets.origin')}</p>
      </Section>
      <TargetOverrides overrides={settings.targetOverrides} />
    </>
  )
}

function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10
}
