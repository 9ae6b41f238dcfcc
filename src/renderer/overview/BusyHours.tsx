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
  const grid = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(9)
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
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
    <div
      className="busy"
      role="grid"
      tabIndex={-1}
      aria-label={text('busy.label')}
      ref={grid}
      onKeyDown={move}
    >
      <div className="busy-line" role="row">
        <span role="columnheader" className="busy-corner" aria-label={text('busy.weekday')} />
        {days[0]?.hours.map((cell) => (
          <span role="columnheader" className="busy-hour" key={cell.hour} aria-label={hourSpan(cell)}>
            {cell.hour % 3 === 0 ? twoDigits(cell.hour) : ''}
          </span>
        ))}
      </div>
      {days.map(({ weekday, name, hours }) => (
        <div className="busy-line" role="row" key={weekday}>
          <span role="rowheader" className="busy-day">
            {name}
          </span>
          {hours.map((cell) => {
            const index = (weekday - 1) * 24 + cell.hour
            const label = text(cell.mean === null ? 'busy.never' : 'busy.cell', {
              day: name,
              hours: hourSpan(cell),
              mean: format.score(cell.mean),
              messages: format.count(cell.messages),
            })
            return (
              <span role="gridcell" className="busy-cell" key={cell.key}>
                <button
                  type="button"
                  className={cell.step === null ? 'heat heat-none' : `heat heat-${String(cell.step)}`}
                  tabIndex={index === current ? 0 : -1}
                  aria-label={label}
                  title={label}
                  onFocus={() => {
                    setCurrent(index)
                  }}
                  onClick={() => {
                    openNumber({ metric: 'messages_received', scope, key: { 'weekday-hour': cell.key } })
                  }}
                />
              </span>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** "10–11": the hour as the span it is. */
export function hourSpan(cell: Pick<BusyHour, 'hour'>): string {
  return `${twoDigits(cell.hour)}–${twoDigits((cell.hour + 1) % 24)}`
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
