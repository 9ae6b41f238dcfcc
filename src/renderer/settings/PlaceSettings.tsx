import type { Settings } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { allZones } from '../frame/ZoneMenu.tsx'
import { useText } from '../ui/text.ts'
import { NumberField } from './NumberField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

/** Where days begin, who sits here, and when a conversation is over. */
export function PlaceSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('settings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  return (
    <Section title={text('place.title')} about={text('place.about')}>
      <Line
        label={text('place.zone')}
        hint={text('place.zoneHint')}
        render={(ids) => (
          <select
            {...ids}
            className="field"
            value={settings.zone ?? ''}
            onChange={(event) =>
              void saveSettings({ zone: event.target.value === '' ? null : event.target.value })
            }
          >
            <option value="">{text('place.zoneOf', { zone: workspace?.zone ?? '' })}</option>
            {allZones('').map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      />
      <Line
        label={text('place.me')}
        hint={text('place.meHint')}
        render={(ids) => (
          <select
            {...ids}
            className="field"
            value={settings.me ?? ''}
            onChange={(event) =>
              void saveSettings({ me: event.target.value === '' ? null : event.target.value })
            }
          >
            <option value="">{text('place.nobody')}</option>
            {workspace?.agents.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        )}
      />
      <Line
        label={text('place.gap')}
        hint={text('place.gapHint')}
        render={(ids) => (
          <NumberField
            {...ids}
            value={settings.conversationGapHours}
            min={1}
            max={720}
            unit={text('place.hours')}
            onChange={(hours) => hours !== null && void saveSettings({ conversationGapHours: hours })}
          />
        )}
      />
    </Section>
  )
}
