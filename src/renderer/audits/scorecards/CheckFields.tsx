import type { ReactNode } from 'react'
import { checkIds, type CheckSettings } from '../../../shared/audits.ts'
import { readLanguages } from '../../../shared/languages.ts'
import { displayName } from '../../ui/displayName.ts'
import { useLanguage, useText } from '../../ui/text.ts'
import { entriesIn } from './draft.ts'
import { ListField } from './ListField.tsx'

interface CheckFieldsProps {
  readonly check: CheckSettings | null
  readonly onChange: (check: CheckSettings | null) => void
}

/** Which automatic check proposes the rating, and what it looks for. */
export function CheckFields({ check, onChange }: CheckFieldsProps): ReactNode {
  const text = useText('scorecards')
  const reader = useLanguage()
  const takesPhrases = check?.check === 'forbidden_phrase' || check?.check === 'required_phrase'
  return (
    <>
      <label>
        <span>{text('check')}</span>
        <select
          className="field"
          value={check?.check ?? ''}
          onChange={(event) => {
            const id = checkIds.find((one) => one === event.target.value)
            onChange(id === undefined ? null : { check: id })
          }}
        >
          <option value="">{text('noCheck')}</option>
          {checkIds.map((id) => (
            <option key={id} value={id}>
              {text(`checks.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {check !== null && takesPhrases && (
        <>
          {readLanguages.map((language) => (
            <ListField
              key={language}
              label={text('phrases', { language: displayName('language', language, reader) })}
              value={check.phrases?.[language] ?? []}
              onChange={(phrases) =>
                onChange({ ...check, phrases: { ...check.phrases, [language]: phrases } })
              }
              read={entriesIn}
            />
          ))}
        </>
      )}
      {check?.check === 'foreign_link' && (
        <ListField
          label={text('allowed')}
          value={check.allowed ?? []}
          onChange={(allowed) => onChange({ ...check, allowed })}
          read={entriesIn}
        />
      )}
    </>
  )
}
