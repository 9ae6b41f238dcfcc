import type { ReactNode } from 'react'

const width = 44
const height = 12
const inset = 4

/** A share as a dot on its scale from 0 to 1, with the target as a mark. Its figure stands beside it. */
export function Dial({
  share,
  target,
}: {
  readonly share: number
  readonly target: number | null
}): ReactNode {
  const at = (value: number): number => inset + Math.min(1, value) * (width - 2 * inset)
  return (
    <svg className="dial" width={width} height={height} aria-hidden="true">
      <line className="ticks-base" x1={inset} x2={width - inset} y1={height / 2} y2={height / 2} />
      {target !== null && <rect className="dial-target" x={at(target)} y={1} width={2} height={height - 2} />}
      <circle className="dial-dot" cx={at(share)} cy={height / 2} r={3} />
    </svg>
  )
}
