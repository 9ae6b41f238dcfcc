import type { Scope } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { goTo, useScope, useSelection } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { unmeasuredShare } from './unmeasured.ts'
import './Strip.css'

/** Says so where durations are asked for in working hours and nobody knows them for some conversations, or for any. */
export function HoursNotice() {
  const hours = useSelection((selection) => selection.hours)
  return hours === 'business' ? <Unmeasured /> : null
}

function Unmeasured() {
  const text = useText('frame')
  const format = useFormat()
  const scope = useScope()
  const calendar: Scope = { ...scope, hours: 'calendar' }
  const { data } = useAsk(
    'metricsMany',
    [[scope, calendar].map((one) => ({ scope: one, by: [], metrics: ['first_response_time'] }))],
    ['numbers'],
    { enabled: scope.to > scope.from },
  )
  const [business, all] = data?.map(({ total }) => total.metrics.first_response_time) ?? []
  const share = unmeasuredShare(business, all)
  if (share === 0) return null
  return (
    <output className="strip">
      <span>
        {share === 1
          ? text('hours.unknown')
          : text('hours.someUnknown', { share: format.rate(share, share < 0.01 ? 1 : 0) })}
      </span>
      <button type="button" className="strip-link" onClick={() => goTo('settings')}>
        {text('hours.set')}
      </button>
    </output>
  )
}
