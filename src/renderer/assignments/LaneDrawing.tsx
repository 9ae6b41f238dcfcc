import { useMemo, type ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import type { Axis, LaneBar } from './bars.ts'
import { lanePaths, laneY, lookOf } from './lanePaths.ts'

interface LaneDrawingProps {
  readonly bars: readonly LaneBar[]
  readonly axis: Axis
  readonly x: (at: number) => number
  readonly width: number
  readonly height: number
  readonly labelNow: boolean
  /** Replies are drawn of all bars, not only of the one pointed at. */
  readonly detailed: boolean
  /** The bar pointed at. */
  readonly active: LaneBar | undefined
}

/** One agent's lanes: a handful of paths, so a day of thousands of bars costs no more to move than one of a few. */
export function LaneDrawing(props: LaneDrawingProps): ReactNode {
  const { bars, axis, x, width, height, labelNow, detailed, active } = props
  const paths = useMemo(() => lanePaths(bars, x), [bars, x])
  return (
    <svg width={width} height={height} aria-hidden>
      <Hours axis={axis} x={x} height={height} />
      <path className="lane-held" d={paths.stated} />
      <path className="lane-held" data-look="noticed" d={paths.noticed} />
      <path className="lane-held" data-look="inferred" d={paths.inferred} />
      <path className="lane-waited" d={paths.waited} />
      {detailed && <path className="lane-reply" d={paths.replies} />}
      <path className="lane-passed" d={paths.passed} />
      {active !== undefined && <ActiveBar bar={active} x={x} />}
      <Line axis={axis} x={x} width={width} height={height} label={labelNow} />
    </svg>
  )
}

function ActiveBar({ bar, x }: { readonly bar: LaneBar; readonly x: (at: number) => number }): ReactNode {
  const paths = useMemo(() => lanePaths([bar], x), [bar, x])
  return (
    <>
      <path className="lane-active" data-look={lookOf(bar)} d={paths[lookOf(bar)]} />
      <path className="lane-waited" data-active d={paths.waited} />
      <path className="lane-reply" d={paths.replies} />
      <path className="lane-passed" d={paths.passed} />
      <path className="lane-end" d={`M${x(bar.from)} ${laneY(bar.lane) - 3}v6`} />
    </>
  )
}

interface HoursProps {
  readonly axis: Axis
  readonly x: (at: number) => number
  readonly height: number
}

function Hours({ axis, x, height }: HoursProps): ReactNode {
  const lines = axis.ticks.slice(1).map((at) => `M${Math.round(x(at)) + 0.5} 0v${height}`)
  return <path className="lane-hour" d={lines.join('')} />
}

interface LineProps extends HoursProps {
  readonly width: number
  readonly label: boolean
}

/** The moment looked at; what came after it is pale. */
function Line({ axis, x, width, height, label }: LineProps): ReactNode {
  const format = useFormat()
  if (axis.line === null) return null
  const at = x(axis.line)
  return (
    <>
      <rect className="lane-later" x={at} y={0} width={Math.max(0, width - at)} height={height} />
      <rect className="lane-now" x={at - 0.5} y={0} width={1.5} height={height} />
      {label && (
        // Also at the very right it stands behind the line, beyond the drawing: before it, it would cover lanes.
        <text className="lane-now-label" x={at + 6} y={14}>
          {format.time(axis.line)}
        </text>
      )}
    </>
  )
}
