import type { ReactNode } from 'react'
import { type Language, languages } from '../../shared/contract.ts'
import { languageNames } from '../../shared/languages.ts'
import { useText } from '../ui/text.ts'
import { Field } from './editor/fields.tsx'

interface LanguageFieldProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
}

/** The language a report is written in, whatever the console speaks. */
export function LanguageField({ language, onChange }: LanguageFieldProps): ReactNode {
  const text = useText('reports')
  return (
    <Field label={text('options.language')}>
      <select
        className="field"
        value={language}
        onChange={(event) => onChange(languages.find((one) => one === event.target.value) ?? language)}
      >
        {languages.map((one) => (
          <option key={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </Field>
  )
}
