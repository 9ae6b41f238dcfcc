import { useMemo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { useText, type Text } from '../ui/text.ts'
import { laneCount, packLanes, type Axis, type HeldBar, type LaneBar } from './bars.ts'

/** 2 px a conversation, 1 px between. */
const lanePitch = 3
const laneTop = 5
const lowest = 28
/** More at once than this is said, not drawn. */
const mostLanes = 30

interface LanesProps {
  readonly agent: string
  readonly name: string
  readonly bars: readonly HeldBar[]
  readonly axis: Axis
  /** Pixels. */
  readonly width: number
  readonly labelNow: boolean
  /** Says a bar in words while it is pointed at. */
  readonly onPoint: (words: string | null) => void
}

/** One agent's day. One tab stop: arrows move from bar to bar, Enter opens its chat. */
export function Lanes({ agent, name, bars, axis, width, labelNow, onPoint }: LanesProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const pixel = width > 0 ? (axis.to - axis.from) / width : 0
  const packed = useMemo(() => packLanes(bars, axis, 2 * pixel), [bars, axis, pixel])
  const [active, setActive] = useState<number | null>(null)
  const shown = packed.filter((bar) => bar.lane < mostLanes)
  const over = packed.length - shown.length
  const height = Math.max(lowest, 2 * laneTop + laneCount(shown) * lanePitch)
  const x = (at: number) => (at - axis.from) / (pixel || 1)
  function activate(index: number | null): void {
    setActive(index)
    const bar = index === null ? undefined : shown[index]
    onPoint(bar ? barWords(bar, text, format) : null)
  }
  function press(event: KeyboardEvent): void {
    const bar = active === null ? undefined : shown[active]
    if (event.key === 'Enter' && bar) return openConversation(bar.bar.conversation)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined || shown.length === 0) return undefined
    event.preventDefault()
    return activate(
      Math.min(shown.length - 1, Math.max(0, (active ?? (step > 0 ? -1 : shown.length)) + step)),
    )
  }
  const idOf = (index: number) => `lane-${agent}-${index}`
  if (width === 0) return null
  if (shown.length === 0) return <EmptyLanes text={text('lanes.nothing')} axis={axis} x={x} width={width} />
  return (
    <div
      className="lanes"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be drawn as lanes
      role="listbox"
      tabIndex={0}
      aria-label={text('lanes.summary', {
        agent: name,
        count: bars.length,
        shown: format.count(bars.length),
      })}
      aria-activedescendant={active === null ? undefined : idOf(active)}
      data-pointing={active !== null || undefined}
      onKeyDown={press}
      onMouseMove={(event) => activate(barUnder(event, shown, x))}
      onMouseLeave={() => activate(null)}
      onBlur={() => activate(null)}
      onClick={(event) => {
        const bar = shown[barUnder(event, shown, x) ?? -1]
        if (bar) openConversation(bar.bar.conversation)
      }}
    >
      <svg width={width} height={height} role="presentation">
        <Grid axis={axis} x={x} height={height} labelNow={labelNow} />
        {shown.map((bar, index) => (
          <g
            key={`${bar.bar.conversation} ${bar.bar.from}`}
            id={idOf(index)}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- there is no option inside a drawing
            role="option"
            aria-selected={index === active}
            aria-label={barWords(bar, text, format)}
          >
            <Bar bar={bar} x={x} active={index === active} />
          </g>
        ))}
      </svg>
      {over > 0 && <p className="lanes-over">{text('lanes.more', { shown: format.count(over) })}</p>}
    </div>
  )
}

interface BarProps {
  readonly bar: LaneBar
  readonly x: (at: number) => number
  readonly active: boolean
}

function Bar({ bar, x, active }: BarProps): ReactNode {
  const y = laneTop + bar.lane * lanePitch
  const span = (from: number, to: number) => ({ x: x(from), width: Math.max(1, x(to) - x(from)) })
  return (
    <>
      <rect
        className="lane-held"
        data-active={active || undefined}
        {...span(bar.from, bar.to)}
        y={y}
        height={2}
      />
      {bar.waits.map((wait) => (
        <rect key={wait.from} className="lane-waited" {...span(wait.from, wait.to)} y={y} height={2} />
      ))}
      {bar.bar.passedOn && <rect className="lane-passed" x={x(bar.to) - 1} width={2} y={y - 2} height={6} />}
    </>
  )
}

interface GridProps {
  readonly axis: Axis
  readonly x: (at: number) => number
  readonly height: number
  readonly labelNow: boolean
}

function Grid({ axis, x, height, labelNow }: GridProps): ReactNode {
  const format = useFormat()
  return (
    <g aria-hidden>
      {axis.ticks.slice(1).map((at) => (
        <rect key={at} className="lane-hour" x={Math.round(x(at))} y={0} width={1} height={height} />
      ))}
      {axis.now !== null && (
        <>
          <rect className="lane-now" x={x(axis.now) - 0.5} y={0} width={1.5} height={height} />
          {labelNow && (
            <text className="lane-now-label" x={x(axis.now) + 6} y={14}>
              {format.time(axis.now)}
            </text>
          )}
        </>
      )}
    </g>
  )
}

interface EmptyLanesProps {
  readonly text: string
  readonly axis: Axis
  readonly x: (at: number) => number
  readonly width: number
}

function EmptyLanes({ text, axis, x, width }: EmptyLanesProps): ReactNode {
  return (
    <div className="lanes">
      <svg width={width} height={lowest} aria-hidden>
        <Grid axis={axis} x={x} height={lowest} labelNow={false} />
      </svg>
      <p className="lanes-nothing">{text}</p>
    </div>
  )
}

/** The hours over the lanes. */
export function HourScale({ axis, width }: { readonly axis: Axis; readonly width: number }): ReactNode {
  const format = useFormat()
  if (width === 0) return null
  return (
    <svg width={width} height={16} className="lanes-scale" aria-hidden>
      {axis.ticks.map((at) => {
        const x = ((at - axis.from) / (axis.to - axis.from)) * width
        const anchor = x < 12 ? 'start' : x > width - 12 ? 'end' : 'middle'
        return (
          <text key={at} x={x} y={11} textAnchor={anchor}>
            {format.time(at).slice(0, 2)}
          </text>
        )
      })}
    </svg>
  )
}

/** The bar nearest to the pointer; a line of 2 px need not be hit exactly. */
function barUnder(
  event: MouseEvent<HTMLElement>,
  bars: readonly LaneBar[],
  x: (at: number) => number,
): number | null {
  const box = event.currentTarget.getBoundingClientRect()
  const across = event.clientX - box.left
  const lane = (event.clientY - box.top - laneTop - 1) / lanePitch
  let nearest: number | null = null
  let least = 1.7
  for (const [index, bar] of bars.entries()) {
    if (across < x(bar.from) - 3 || across > x(bar.to) + 3) continue
    const distance = Math.abs(bar.lane - lane)
    if (distance < least) {
      nearest = index
      least = distance
    }
  }
  return nearest
}

function barWords({ bar, waits }: LaneBar, text: Text, format: Format): string {
  const until = bar.to
  const seconds = ((until ?? 0) - bar.from) / 1000
  const held =
    until === null
      ? text('lanes.barNow', { from: format.dateTime(bar.from) })
      : text('lanes.bar', {
          from: format.time(bar.from),
          to: format.time(until),
          held: format.duration(seconds),
        })
  const waited = waits.reduce((sum, wait) => sum + (wait.to - wait.from) / 1000, 0)
  return [
    held,
    ...(waited > 0 ? [text('lanes.barWaits', { waited: format.duration(waited) })] : []),
    ...(bar.passedOn ? [text('lanes.barPassed')] : []),
  ].join(', ')
}
