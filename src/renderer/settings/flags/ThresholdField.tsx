import { useState } from 'react'
import type { ThresholdUnit } from '../../../shared/flags.ts'
import { useText } from '../../ui/text.ts'
import { secondsIn, type TimeUnit, timeUnits, unitFor } from '../timeUnits.ts'
import { thresholdOf, typedAs } from './rules.ts'

interface ThresholdFieldProps {
  readonly label: string
  readonly value: number
  readonly unit: Exclude<ThresholdUnit, 'none'>
  /** Called at every key that makes a threshold. */
  readonly onChange: (value: number) => void
}

/** A threshold in the unit of its rule: a length of time, a number of times, or a share in per cent. */
export function ThresholdField({ label, value, unit, onChange }: ThresholdFieldProps) {
  const text = useText('settings')
  const words = useText('flagSettings')
  const [time, setTime] = useState<TimeUnit>(() => unitFor(value))
  const [typed, type] = useState<string | null>(null)
  const as = typedAs(unit, secondsIn[time])
  const shown = typed ?? String(Math.round((value / as.size) * 10_000) / 10_000)
  const wrong = thresholdOf(shown, as) === null
  const take = (next: string, read: typeof as) => {
    const threshold = thresholdOf(next, read)
    if (threshold !== null && threshold !== value) onChange(threshold)
  }
  return (
    <span className="rule-field">
      <span className="rule-inputs">
        <input
          className="field"
          type="number"
          aria-label={label}
          aria-invalid={wrong || undefined}
          min={as.min}
          max={as.max}
          step="any"
          value={shown}
          onChange={(event) => {
            type(event.target.value)
            take(event.target.value, as)
          }}
          onBlur={() => type(null)}
        />
        {unit === 'seconds' ? (
          <select
            className="field"
            aria-label={text('unit.label')}
            value={time}
            onChange={(event) => {
              const next = timeUnits.find((one) => one === event.target.value) ?? 'min'
              setTime(next)
              // The number stays as it is written: 2 minutes become 2 hours, which is what was chosen.
              take(shown, typedAs(unit, secondsIn[next]))
            }}
          >
            {timeUnits.map((one) => (
              <option key={one} value={one}>
                {text(`unit.${one}`)}
              </option>
            ))}
          </select>
        ) : (
          <span className="number-unit">{words(`unit.${unit}`)}</span>
        )}
      </span>
      {wrong && (
        <span role="alert" className="number-wrong">
          {words(`between.${unit}`)}
        </span>
      )}
    </span>
  )
}
