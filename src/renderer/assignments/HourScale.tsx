import type { ReactNode } from 'react'
import { hourMs } from '../../shared/period.ts'
import { useFormat } from '../ui/format.ts'
import type { Axis } from './bars.ts'

/** The hours over the lanes. */
export function HourScale({ axis, width }: { readonly axis: Axis; readonly width: number }): ReactNode {
  const format = useFormat()
  if (width === 0) return null
  return (
    <svg width={width} height={16} className="lanes-scale" aria-hidden>
      {axis.ticks.map((at) => {
        const x = ((at - axis.from) / (axis.to - axis.from)) * width
        const anchor = x < 16 ? 'start' : x > width - 16 ? 'end' : 'middle'
        const time = format.time(at)
        return (
          <text key={at} x={x} y={11} textAnchor={anchor}>
            {axis.step < hourMs ? time : time.slice(0, 2)}
          </text>
        )
      })}
    </svg>
  )
}
