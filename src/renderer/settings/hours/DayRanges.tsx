import { IconPlus, IconX } from '../../ui/icons.ts'
import { useState } from 'react'
import type { ClockRange } from '../../../shared/hours.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'
import { completed, minuteOf, nextRange, problemOf } from './week.ts'

export interface DayRangesProps {
  readonly name: string
  readonly ranges: readonly ClockRange[]
  readonly onChange: (ranges: readonly ClockRange[]) => void
}

/** The ranges of one day. What cannot be right is said in place and not saved. */
export function DayRanges({ name, ranges, onChange }: DayRangesProps) {
  const text = useText('settings')
  const [draft, setDraft] = useState<readonly ClockRange[] | null>(null)
  const shown = draft ?? ranges
  const problem = problemOf(shown)
  const take = (next: readonly ClockRange[]) => {
    if (problemOf(next) !== null) return setDraft(next)
    setDraft(null)
    onChange(next)
  }
  const more = nextRange(shown)
  return (
    <fieldset className="hours-day">
      <legend className="unseen">{name}</legend>
      <span className="hours-day-name" aria-hidden>
        {name}
      </span>
      <div className="hours-ranges">
        {shown.length === 0 && <span className="hours-closed">{text('hours.closed')}</span>}
        {shown.map((range, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- ranges have no identity but their place
          <span className="hours-range" key={index}>
            {([0, 1] as const).map((end) => (
              <input
                key={end}
                className="field"
                aria-label={text(end === 0 ? 'hours.from' : 'hours.to', { day: name })}
                aria-invalid={problem !== null || undefined}
                inputMode="numeric"
                size={5}
                defaultValue={range[end]}
                onBlur={(event) => {
                  const clock = completed(event.target.value)
                  event.target.value = clock
                  if (clock !== range[end])
                    take(shown.with(index, end === 0 ? [clock, range[1]] : [range[0], clock]))
                }}
                onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
              />
            ))}
            {minuteOf(range[1]) <= minuteOf(range[0]) && (
              <span className="hours-over" title={text('hours.overMidnight')}>
                +1
              </span>
            )}
            <button
              type="button"
              className="hours-drop"
              aria-label={text('hours.dropRange', { day: name, from: range[0], to: range[1] })}
              onClick={() => take(shown.toSpliced(index, 1))}
            >
              <IconX aria-hidden />
            </button>
          </span>
        ))}
        {more !== null && (
          <Button
            quiet
            icon={<IconPlus aria-hidden />}
            aria-label={text('hours.addRange', { day: name })}
            onClick={() => take([...shown, more])}
          />
        )}
        {problem !== null && (
          <span role="alert" className="number-wrong">
            {text(`hours.problem.${problem}`)}
          </span>
        )}
      </div>
    </fieldset>
  )
}
