import type { FlagRules } from '../../shared/contract.ts'
import { Switch } from '../ui/Switch.tsx'
import { useText } from '../ui/text.ts'
import { DurationField } from './DurationField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

export interface FlagSettingsProps {
  readonly rules: FlagRules
  readonly notifications: boolean
}

const times = ['unresolvedAfter', 'firstResponseOver'] as const
const switches = ['messageFailed', 'mentioned'] as const

/** What raises a flag. An empty time switches its rule off. */
export function FlagSettings({ rules, notifications }: FlagSettingsProps) {
  const text = useText('settings')
  const save = (change: Partial<FlagRules>) => void saveSettings({ flagRules: { ...rules, ...change } })
  return (
    <Section title={text('flags.title')} about={text('flags.about')}>
      {times.map((rule) => (
        <Line
          key={rule}
          label={text(`flags.${rule}`)}
          render={(ids) => (
            <DurationField {...ids} value={rules[rule]} onChange={(seconds) => save({ [rule]: seconds })} />
          )}
        />
      ))}
      {switches.map((rule) => (
        <Line
          key={rule}
          label={text(`flags.${rule}`)}
          render={(ids) => <Switch {...ids} on={rules[rule]} onChange={(on) => save({ [rule]: on })} />}
        />
      ))}
      <Line
        label={text('flags.notifications')}
        hint={text('flags.notificationsHint')}
        render={(ids) => (
          <Switch {...ids} on={notifications} onChange={(on) => void saveSettings({ notifications: on })} />
        )}
      />
    </Section>
  )
}
