import { useState } from 'react'
import type { Settings } from '../../../shared/contract.ts'
import { defaultFlagRules, flagRuleIds, flagRuleKinds, type FlagRuleId } from '../../../shared/flags.ts'
import { useRecentRates } from '../../flags/RuleRate.tsx'
import { useText } from '../../ui/text.ts'
import { NumberField } from '../NumberField.tsx'
import { saveSettings } from '../saveSettings.ts'
import { Line, Section } from '../Section.tsx'
import { FlagRuleCard } from './FlagRuleCard.tsx'
import { TellingSettings } from './TellingSettings.tsx'
import { WebhookSettings } from './WebhookSettings.tsx'
import './flagSettings.css'

/** What rules are about, as they are listed: those of chats first. */
const parts = [
  ['chats', ['conversation']],
  ['agents', ['agent']],
  ['channels', ['template', 'channel', 'source']],
] as const

/** What raises a flag, how full an agent's hands can be, and how flags are told. */
export function FlagSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('flagSettings')
  const { flagRules, telling, agentCapacity } = settings
  const [open, setOpen] = useState<FlagRuleId | null>(null)
  const rates = useRecentRates()
  return (
    <>
      <Section title={text('title')} about={text('about')} wide>
        {parts.map(([part, subjects]) => (
          <section key={part} className="rule-part" aria-labelledby={`rules-${part}`}>
            <h3 id={`rules-${part}`}>{text(`part.${part}`)}</h3>
            <ul className="rule-list">
              {flagRuleIds
                .filter((id) => subjects.some((subject) => subject === flagRuleKinds[id].about))
                .map((id) => (
                  <FlagRuleCard
                    key={id}
                    id={id}
                    rule={flagRules[id]}
                    usual={defaultFlagRules[id]}
                    rate={rates?.find((rate) => rate.rule === id)}
                    open={open === id}
                    onToggle={() => setOpen(open === id ? null : id)}
                    onSave={(rule) => void saveSettings({ flagRules: { ...flagRules, [id]: rule } })}
                  />
                ))}
            </ul>
          </section>
        ))}
      </Section>
      <Section title={text('load.title')} about={text('load.about')}>
        <Line
          label={text('load.capacity')}
          hint={text('load.capacityHint')}
          render={(ids) => (
            <NumberField
              {...ids}
              value={agentCapacity}
              min={1}
              max={1000}
              onChange={(value) => value !== null && void saveSettings({ agentCapacity: Math.round(value) })}
            />
          )}
        />
      </Section>
      <TellingSettings telling={telling} />
      <WebhookSettings telling={telling} />
    </>
  )
}
