/** The fields of the editor: a word and what is chosen beside or below it. */
import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../ui/text.ts'

interface FieldProps {
  readonly label: string
  /** Its content names itself, so the word is for the eye only. */
  readonly isGroup?: boolean
  readonly children: ReactNode
}

export function Field({ label, isGroup, children }: FieldProps): ReactNode {
  if (isGroup === true)
    return (
      <div className="editor-field">
        <span aria-hidden="true">{label}</span>
        {children}
      </div>
    )
  return (
    <label className="editor-field">
      <span>{label}</span>
      {children}
    </label>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly value: string
  /** Signs it takes. */
  readonly most: number
  /** More than one: it grows downwards. */
  readonly lines?: number
  readonly placeholder?: string
  readonly onChange: (value: string) => void
}

export function TextField({ label, value, most, lines, placeholder, onChange }: TextFieldProps): ReactNode {
  const shared = {
    className: 'field',
    dir: 'auto',
    maxLength: most,
    value,
    placeholder,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  } as const
  return (
    <label className="editor-field" data-tall={lines === undefined ? undefined : true}>
      <span>{label}</span>
      {lines === undefined ? <input {...shared} /> : <textarea {...shared} rows={lines} />}
    </label>
  )
}

interface NumberBoxProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly unit?: string
  readonly onChange: (value: number) => void
}

/** A whole number. What cannot be is said and not taken over. */
export function NumberBox({ label, value, least, most, unit, onChange }: NumberBoxProps): ReactNode {
  const text = useText('reports')
  const hint = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && !isBetween(typed, least, most)
  return (
    <label className="editor-field">
      <span>{label}</span>
      <span className="editor-number">
        <input
          className="field"
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={1}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? hint : undefined}
          value={typed ?? value}
          onChange={(event) => {
            const written = event.target.value
            setTyped(written)
            if (isBetween(written, least, most)) onChange(Number(written))
          }}
          onBlur={() => setTyped(null)}
        />
        {unit !== undefined && <span>{unit}</span>}
      </span>
      {isWrong && (
        <span id={hint} role="alert" className="editor-wrong">
          {text('field.between', { least, most })}
        </span>
      )}
    </label>
  )
}

function isBetween(written: string, least: number, most: number): boolean {
  const value = Number(written)
  return written.trim() !== '' && Number.isInteger(value) && value >= least && value <= most
}
