import type { ReactNode } from 'react'
import type { Figure } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { changeOf } from './change.ts'
import { useValueText } from './valueText.ts'

/** The change against the period before with its sign, coloured only where it asks for somebody; few cases say so. */
export function ChangeWords({
  metric,
  now,
  before,
  target = null,
}: {
  readonly metric: MetricId
  readonly now: Figure | undefined
  /** undefined: not compared. */
  readonly before: Figure | undefined
  readonly target?: number | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const valueText = useValueText()
  if (before === undefined) return null
  const change = changeOf(metric, now, before, target)
  if (change.kind === 'none') return null
  const was = text('change.was', { value: valueText(metric, change.before) })
  if (change.kind === 'few')
    return (
      <span className="change change-few" title={`${text('change.few')} ${was}`}>
        {text('change.fewCases')}
      </span>
    )
  const { unit } = metrics[metric]
  return (
    <span
      className="change"
      data-tone={change.tone ?? undefined}
      title={`${text(`change.${change.direction}`)} ${was}`}
    >
      {format.change(change.now, change.before, metric === 'flags_raised' ? 'difference' : unit)}
    </span>
  )
}
