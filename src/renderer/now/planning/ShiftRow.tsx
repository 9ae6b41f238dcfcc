import type { ReactNode } from 'react'
import type { Named } from '../../../shared/contract.ts'
import type { ShiftChange } from '../../../shared/planning.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'

interface ShiftRowProps {
  readonly change: ShiftChange
  readonly teams: readonly Named[]
  readonly onChange: (change: ShiftChange) => void
  readonly onRemove: () => void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const mostAgents = 50

/** One change of shifts: which team, on which days, from when to when, and how many more or fewer. */
export function ShiftRow({ change, teams, onChange, onRemove }: ShiftRowProps): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const set = (part: Partial<ShiftChange>) => onChange({ ...change, ...part })
  const turn = (day: number) =>
    set({
      weekdays: weekdays.filter((one) => change.weekdays.includes(one) !== (one === day)),
    })
  return (
    <fieldset className="plan-shift">
      <legend className="unseen">{text('whatIf.change')}</legend>
      {teams.length > 0 && (
        <select
          className="field"
          aria-label={text('whatIf.team')}
          value={change.team ?? ''}
          onChange={(event) => set({ team: event.target.value })}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <span className="plan-days">
        {format.weekdays.map((day) => (
          <label key={day}>
            <input type="checkbox" checked={change.weekdays.includes(day)} onChange={() => turn(day)} />
            <span>{format.weekday(day)}</span>
          </label>
        ))}
      </span>
      <span className="plan-span">
        <HourField
          label={text('whatIf.from')}
          value={change.from}
          most={23}
          onChange={(from) => set({ from })}
        />
        –
        <HourField label={text('whatIf.to')} value={change.to} most={24} onChange={(to) => set({ to })} />
      </span>
      <label className="plan-agents">
        ±
        <input
          className="field"
          type="number"
          min={-mostAgents}
          max={mostAgents}
          step={1}
          aria-label={text('whatIf.agents')}
          value={change.agents}
          onChange={({ target }) => {
            const agents = target.valueAsNumber
            if (Number.isInteger(agents) && Math.abs(agents) <= mostAgents) set({ agents })
          }}
        />
        {text('whatIf.agentsUnit', { count: Math.abs(change.agents) })}
      </label>
      <Button quiet onClick={onRemove}>
        {text('whatIf.remove')}
      </Button>
      {change.from >= change.to && (
        <span className="plan-wrong" role="alert">
          {text('whatIf.wrongHours')}
        </span>
      )}
    </fieldset>
  )
}

function HourField({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (hour: number) => void
}): ReactNode {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {Array.from({ length: most + 1 }, (_, hour) => (
        <option key={hour} value={hour}>
          {`${String(hour).padStart(2, '0')}:00`}
        </option>
      ))}
    </select>
  )
}
