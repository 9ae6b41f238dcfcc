import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { type BusyHour, stepInGrid } from './busyHours.ts'

/**
 * The week as 7×24 buttons: one tab stop, the arrows move, Enter opens the messages. A grid after the ARIA pattern, so
 * that a screen reader says weekday and hour.
 */
export function BusyHours({
  scope,
  cells,
}: {
  readonly scope: Scope
  /** 168, Monday 00 first. */
  readonly cells: readonly BusyHour[]
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  // Counted along the rows as they are laid out, which is not how days are numbered in every language.
  const [current, setCurrent] = useState(9)
  const days = format.weekdays.map((weekday, row) => ({
    weekday,
    first: row * 24,
    name: format.weekday(weekday),
    hours: cells.slice((weekday - 1) * 24, weekday * 24),
  }))

  function move(event: KeyboardEvent): void {
    const next = stepInGrid(current, event.key)
    if (next === null) return
    event.preventDefault()
    setCurrent(next)
    grid.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table moved through by arrows is a grid
    <table className="busy" role="grid" aria-label={text('busy.label')} ref={grid} onKeyDown={move}>
      <thead>
        <tr>
          <th scope="col" className="busy-corner">
            <span className="unseen">{text('busy.weekday')}</span>
          </th>
          {days[0]?.hours.map((cell) => (
            <th scope="col" className="busy-hour" key={cell.hour}>
              <span aria-hidden="true">{cell.hour % 3 === 0 ? twoDigits(cell.hour) : ''}</span>
              <span className="unseen">{hourSpan(cell)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ weekday, first, name, hours }) => (
          <tr key={weekday}>
            <th scope="row" className="busy-day">
              {name}
            </th>
            {hours.map((cell) => (
              <td key={cell.key}>
                <Heat
                  scope={scope}
                  cell={cell}
                  day={name}
                  current={first + cell.hour === current}
                  onFocus={() => {
                    setCurrent(first + cell.hour)
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heat({
  scope,
  cell,
  day,
  current,
  onFocus,
}: {
  readonly scope: Scope
  readonly cell: BusyHour
  readonly day: string
  /** The one cell the tab key stops at. */
  readonly current: boolean
  readonly onFocus: () => void
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const label = text(cell.mean === null ? 'busy.never' : 'busy.cell', {
    day,
    hours: hourSpan(cell),
    mean: format.score(cell.mean),
    messages: format.count(cell.messages),
  })
  return (
    <button
      type="button"
      className={cell.step === null ? 'heat heat-none' : `heat heat-${String(cell.step)}`}
      tabIndex={current ? 0 : -1}
      aria-label={label}
      title={label}
      onFocus={onFocus}
      onClick={() => {
        openNumber({ metric: 'messages_received', scope, key: { 'weekday-hour': cell.key } })
      }}
    />
  )
}

/** "10–11": the hour as the span it is. */
export function hourSpan(cell: Pick<BusyHour, 'hour'>): string {
  return `${twoDigits(cell.hour)}–${twoDigits((cell.hour + 1) % 24)}`
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
