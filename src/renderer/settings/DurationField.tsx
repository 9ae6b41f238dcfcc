import { useState } from 'react'
import { useText } from '../ui/text.ts'
import { NumberField } from './NumberField.tsx'
import { secondsIn, type TimeUnit, timeUnits, unitFor } from './timeUnits.ts'

export interface DurationFieldProps {
  readonly id: string
  readonly 'aria-describedby'?: string | undefined
  /** Seconds; null: none. */
  readonly value: number | null
  readonly onChange: (seconds: number | null) => void
}

const longest = 30 * 86_400

/** A length of time, as a number and a unit. Emptied: none. */
export function DurationField({ value, onChange, ...ids }: DurationFieldProps) {
  const text = useText('settings')
  const [chosen, setChosen] = useState<TimeUnit | null>(null)
  const unit = chosen ?? unitFor(value)
  const size = secondsIn[unit]
  return (
    <>
      <NumberField
        {...ids}
        value={value === null ? null : value / size}
        min={1 / size}
        max={longest / size}
        onChange={(number) => onChange(number === null ? null : Math.round(number * size))}
      />
      <select
        className="field"
        aria-label={text('unit.label')}
        value={unit}
        onChange={(event) => {
          const next = timeUnits.find((candidate) => candidate === event.target.value) ?? 'min'
          setChosen(next)
          // The number stays as it is written: 2 minutes become 2 hours, which is what was chosen.
          if (value !== null) onChange(Math.min(longest, Math.round((value / size) * secondsIn[next])))
        }}
      >
        {timeUnits.map((id) => (
          <option key={id} value={id}>
            {text(`unit.${id}`)}
          </option>
        ))}
      </select>
    </>
  )
}
