import type { ReactNode } from 'react'
import type { AgentLoad } from '../../shared/live.ts'
import { squaresOf } from './loads.ts'

/** Pixels of the design. */
const width = 80
const side = 7
const gap = 2
const middle = 4

/** One square a conversation: grey held, accent where the customer waits, warning past the limit, hollow what is left. */
export function LoadSquares({ load, unit }: { readonly load: AgentLoad; readonly unit: number }): ReactNode {
  const squares = squaresOf(load)
  const kinds = [
    ['held', squares.held],
    ['waiting', squares.waiting],
    ['past', squares.past],
    ['room', squares.room],
  ] as const
  const count = kinds.reduce((sum, [, some]) => sum + some, 0)
  // Many stand closer, so that all agents' have room.
  const step = Math.min(side + gap, (width - 2) / Math.max(count, 1))
  const size = Math.max(1, Math.min(side, step * 0.78))
  let drawn = 0
  return (
    <svg
      className="load-squares"
      viewBox={`0 0 ${width} ${2 * middle}`}
      width={width * unit}
      height={2 * middle * unit}
      aria-hidden="true"
    >
      {kinds.map(([kind, some]) => {
        const from = drawn
        drawn += some
        return some === 0 ? null : (
          <path key={kind} data-kind={kind} d={squaresPath(from, some, step, size, kind === 'room')} />
        )
      })}
    </svg>
  )
}

/** Hollow ones are drawn by their outline, which lies half outside. */
function squaresPath(from: number, count: number, step: number, size: number, hollow: boolean): string {
  const inset = hollow ? 0.5 : 0
  const edge = size - 2 * inset
  const top = middle - size / 2 + inset
  return Array.from({ length: count }, (_none, index) => {
    const left = (from + index) * step + inset
    return `M${round(left)} ${round(top)}h${round(edge)}v${round(edge)}h${round(-edge)}z`
  }).join('')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
