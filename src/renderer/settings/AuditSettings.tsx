import { useState } from 'react'
import type { Settings } from '../../shared/contract.ts'
import { useText } from '../ui/text.ts'
import { NumberField } from './NumberField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

/** A year of hours: longer nobody disputes. */
const longestDispute = 8760

/** Under which name reviews are written here, and how long they can be disputed. */
export function AuditSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('audits')
  const { reviewer, disputeHours } = settings
  return (
    <Section title={text('settings.title')} about={text('settings.about')}>
      <Line
        label={text('settings.reviewer')}
        hint={text('settings.reviewerHint')}
        render={(ids) => (
          <NameField
            {...ids}
            value={reviewer ?? ''}
            onChange={(name) => void saveSettings({ reviewer: name === '' ? null : name })}
          />
        )}
      />
      <Line
        label={text('settings.disputeHours')}
        hint={text('settings.disputeHint')}
        render={(ids) => (
          <NumberField
            {...ids}
            value={disputeHours}
            min={0}
            max={longestDispute}
            unit={text('settings.hours')}
            onChange={(hours) => hours !== null && void saveSettings({ disputeHours: Math.round(hours) })}
          />
        )}
      />
    </Section>
  )
}

interface NameFieldProps {
  readonly id: string
  readonly 'aria-describedby'?: string | undefined
  readonly value: string
  readonly onChange: (name: string) => void
}

/** Saved when the person leaves the field or presses Enter, not at every key. */
function NameField({ value, onChange, ...ids }: NameFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  function finish(): void {
    if (draft !== null && draft.trim() !== value) onChange(draft.trim())
    setDraft(null)
  }
  return (
    <input
      {...ids}
      className="field"
      dir="auto"
      maxLength={100}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
