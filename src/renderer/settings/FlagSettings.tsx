import type { FlagRules } from '../../shared/flags.ts'
import type { TellingSettings } from '../../shared/telling.ts'
import { Switch } from '../ui/Switch.tsx'
import { useText } from '../ui/text.ts'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

export interface FlagSettingsProps {
  readonly rules: FlagRules
  readonly telling: TellingSettings
}

/** What raises a flag, and how it is told. */
export function FlagSettings({ telling }: FlagSettingsProps) {
  const text = useText('settings')
  return (
    <Section title={text('flags.title')} about={text('flags.about')}>
      <Line
        label={text('flags.notifications')}
        hint={text('flags.notificationsHint')}
        render={(ids) => (
          <Switch
            {...ids}
            on={telling.desktop}
            onChange={(desktop) => void saveSettings({ telling: { ...telling, desktop } })}
          />
        )}
      />
    </Section>
  )
}
