import { type KeyboardEvent, useState } from 'react'
import { useText } from '../ui/text.ts'

export interface NumberFieldProps {
  readonly id?: string
  readonly 'aria-describedby'?: string | undefined
  readonly label?: string
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly unit?: string
  /** Called when the person leaves the field or presses Enter; null when it was emptied. */
  readonly onChange: (value: number | null) => void
}

/** A number that is saved when the person is done with it, not at every key. */
export function NumberField({ value, min, max, unit, label, onChange, ...rest }: NumberFieldProps) {
  const text = useText('settings')
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft ?? (value === null ? '' : String(value))
  const given = shown.trim() === '' ? null : Number(shown)
  const wrong = given !== null && !(given >= min && given <= max)

  function finish(): void {
    if (draft === null || wrong) return
    setDraft(null)
    if (given !== value) onChange(given)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape') setDraft(null)
  }

  return (
    <>
      {wrong && (
        <span role="alert" className="number-wrong">
          {text('between', { min, max })}
        </span>
      )}
      <input
        {...rest}
        className="field"
        type="number"
        aria-label={label}
        aria-invalid={wrong || undefined}
        value={shown}
        min={min}
        max={max}
        step="any"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
      {unit !== undefined && <span className="number-unit">{unit}</span>}
    </>
  )
}
