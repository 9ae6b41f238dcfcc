import type { ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

/** What the marks of the lanes mean. `target` in seconds; null: none is set. */
export function LaneLegend({ target }: { readonly target: number | null }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  return (
    <p className="held-legend">
      <span data-mark="held">{text('lanes.keyHeld')}</span>
      <span data-mark="noticed">{text('source.diffed')}</span>
      <span data-mark="inferred">{text('source.inferred')}</span>
      <span data-mark="waited">
        {target === null
          ? text('lanes.keyWaitedPlain')
          : text('lanes.keyWaited', { target: format.duration(target) })}
      </span>
      <span data-mark="passed">{text('lanes.keyPassed')}</span>
    </p>
  )
}
