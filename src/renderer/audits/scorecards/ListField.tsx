import { type ReactNode, useState } from 'react'

interface ListFieldProps {
  readonly label: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
  readonly read: (typed: string) => readonly string[]
}

/** A list as text with commas; taken over while it is typed, tidied when the field is left. */
export function ListField({ label, value, onChange, read }: ListFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="criterion-wide">
      <span>{label}</span>
      <input
        className="field"
        dir="auto"
        value={typed ?? value.join(', ')}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(read(event.target.value))
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  )
}
