import type { ReactNode } from 'react'
import { waitLevel } from '../chats/waits.ts'
import { useFormat } from '../ui/format.ts'
import { barParts, type WaitScale } from './waitScale.ts'
import { secondsSince, useTick } from './ticker.ts'

/** How long somebody has waited, counting; past the target bold and in its colour. `target` in seconds. */
export function WaitTime({ since, target }: { readonly since: number; readonly target: number }): ReactNode {
  const format = useFormat()
  const seconds = useTick((now) => secondsSince(since, now))
  const level = useTick((now) => waitLevel((now - since) / 1000, target))
  return (
    <span className="wait-time" data-level={level}>
      {format.duration(seconds)}
    </span>
  )
}

interface WaitBarProps {
  readonly since: number
  readonly target: number
  readonly scale: WaitScale
}

/** The same as a bar on the shared scale; only transforms change, so that nothing is laid out anew. */
export function WaitBar({ since, target, scale }: WaitBarProps): ReactNode {
  const seconds = useTick((now) => Math.max(0, now - since) / 1000)
  const { within, past, level, cut } = barParts(seconds, target, scale)
  const edge = share(target / scale.seconds)
  return (
    <span className="wait-bar" data-cut={cut || undefined} aria-hidden="true">
      <i className="wait-within" style={{ transform: `scaleX(${share(within)})` }} />
      {past > 0 && (
        <i
          className="wait-past"
          data-level={level}
          style={{ transform: `translateX(${edge * 100}%) scaleX(${share(past)})` }}
        />
      )}
    </span>
  )
}

/** To a tenth of a pixel of any screen. */
function share(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
