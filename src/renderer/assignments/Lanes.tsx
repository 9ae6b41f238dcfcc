import { memo, useCallback, useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { laneCount, packLanes, type Axis, type HeldBar, type LaneBar } from './bars.ts'
import { barWords } from './barWords.ts'
import { LaneDrawing } from './LaneDrawing.tsx'
import { lanePitch, laneTop } from './lanePaths.ts'

export const lowestLanes = 28
/** More at once than this is said, not drawn. */
const mostLanes = 30
/** Milliseconds a pixel below which the replies of all bars can be told apart. */
const detailedFrom = 20_000

interface LanesProps {
  readonly name: string
  readonly bars: readonly HeldBar[]
  readonly axis: Axis
  /** Pixels. */
  readonly width: number
  readonly labelNow: boolean
  /** Said where nothing was held. */
  readonly nothing: string
  /** Says a bar in words while it is pointed at. */
  readonly onPoint: (words: string | null) => void
  /** Shows the way of a conversation from hand to hand. */
  readonly onPath: (conversation: string) => void
}

/** One agent's day. One tab stop: arrows move from bar to bar, `Enter` opens its chat, `P` shows its path. */
export const Lanes = memo(function Lanes(props: LanesProps) {
  const { name, bars, axis, width, labelNow, nothing, onPoint, onPath } = props
  const text = useText('assignments')
  const format = useFormat()
  const optionId = useId()
  const pixel = width > 0 ? (axis.to - axis.from) / width : 1
  const packed = useMemo(() => packLanes(bars, axis, 2 * pixel), [bars, axis, pixel])
  const shown = useMemo(() => packed.filter((bar) => bar.lane < mostLanes), [packed])
  const x = useCallback((at: number) => (at - axis.from) / pixel, [axis, pixel])
  const [active, setActive] = useState<LaneBar | null>(null)
  const index = active === null ? -1 : shown.findIndex(({ bar }) => bar === active.bar)
  const over = packed.length - shown.length
  const height = Math.max(lowestLanes, 2 * laneTop + laneCount(shown) * lanePitch)
  function activate(bar: LaneBar | null): void {
    if (bar === active) return
    setActive(bar)
    onPoint(bar === null ? null : `${name}: ${barWords(bar, text, format)}`)
  }
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = pressed(event.key, index, shown.length)
    if (to !== null) activate(shown[to] ?? null)
    else if (event.key === 'Enter' && active !== null) openConversation(active.bar.conversation)
    else if (event.key.toLowerCase() === 'p' && active !== null) onPath(active.bar.conversation)
    else return
    event.preventDefault()
  }
  if (width === 0) return null
  const drawing = (
    <LaneDrawing
      bars={shown}
      axis={axis}
      x={x}
      width={width}
      height={height}
      labelNow={labelNow}
      detailed={pixel < detailedFrom}
      active={index < 0 ? undefined : shown[index]}
    />
  )
  if (shown.length === 0)
    return (
      <div className="lanes">
        {drawing}
        <p className="lanes-nothing">{nothing}</p>
      </div>
    )
  const spoken = shown[Math.max(0, index)]
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
      aria-activedescendant={index < 0 ? undefined : optionId}
      data-pointing={index >= 0 || undefined}
      onKeyDown={press}
      onMouseMove={(event) => activate(barUnder(event, shown, x))}
      onMouseLeave={() => activate(null)}
      onBlur={() => activate(null)}
      onClick={(event) => {
        const bar = barUnder(event, shown, x)
        if (bar) openConversation(bar.bar.conversation)
      }}
    >
      {drawing}
      {spoken && (
        <span
          id={optionId}
          className="unseen"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- of all bars the one that is moved to is said
          role="option"
          aria-selected={index >= 0}
          aria-posinset={Math.max(0, index) + 1}
          aria-setsize={shown.length}
        >
          {barWords(spoken, text, format)}
        </span>
      )}
      {over > 0 && <p className="lanes-over">{text('lanes.more', { shown: format.count(over) })}</p>}
    </div>
  )
})

/** The bar a key moves to; null: the key does not move. `at` -1: none yet. */
function pressed(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at < 0 ? count - 1 : at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** The bar nearest to the pointer; a line of 2 px need not be hit exactly. */
function barUnder(
  event: MouseEvent<HTMLElement>,
  bars: readonly LaneBar[],
  x: (at: number) => number,
): LaneBar | null {
  const box = event.currentTarget.getBoundingClientRect()
  const across = event.clientX - box.left
  const lane = (event.clientY - box.top - laneTop - 1) / lanePitch
  let nearest: LaneBar | null = null
  let least = 1.7
  for (const bar of bars) {
    if (across < x(bar.from) - 3 || across > x(bar.to) + 3) continue
    const distance = Math.abs(bar.lane - lane)
    if (distance < least) {
      nearest = bar
      least = distance
    }
  }
  return nearest
}
