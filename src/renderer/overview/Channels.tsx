import type { ReactNode } from 'react'
import type { MetricsRow, Scope, Targets, Workspace } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { countedBy } from './breakdowns.ts'
import { casesOf, figuresFor, isSmall, standingOf, targetOf, valueOf } from './figures.ts'
import { OpensRow } from './OpensRow.tsx'

/** Each number we are reached at: its conversations and the share of messages that failed on it. */
export function Channels({
  scope,
  rows,
  channels,
  targets,
}: {
  readonly scope: Scope
  readonly rows: readonly MetricsRow[]
  readonly channels: Workspace['channels']
  readonly targets: Targets | undefined
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const target = targetOf('failure_rate', targets)
  const counted = countedBy('channel', 'conversations_opened', rows, null)
  if (counted.length === 0) return <p className="block-note">{text('channels.none')}</p>
  return (
    <ul className="lines lines-dense">
      {counted.map(({ key, count }) => {
        const channel = channels.find((one) => one.id === key)
        const rate = figuresFor(rows, 'channel', key).failure_rate
        const { missed } = standingOf('failure_rate', rate, undefined, target)
        const small = isSmall(rate)
        const of = casesOf(rate) ?? 0
        const denominator = text('ofMessages', { count: of, shown: format.count(of) })
        return (
          <li key={key ?? ''} className="channel-row">
            <span className="line-name" dir="auto">
              {channel?.name ?? key ?? text('channels.unnamed')}
            </span>
            <span className="line-quiet line-phone">{channel?.phone ?? ''}</span>
            <OpensRow
              className="line-figure"
              query={{ metric: 'conversations_opened', scope, key: { channel: key } }}
            >
              {format.count(count)}
            </OpensRow>
            <OpensRow
              className={missed && !small ? 'line-change line-danger' : 'line-change'}
              query={{ metric: 'failure_rate', scope, key: { channel: key } }}
              title={denominator}
            >
              {format.rate(valueOf(rate))}
              {small && of > 0 && <span className="line-denominator"> {denominator}</span>}
            </OpensRow>
          </li>
        )
      })}
    </ul>
  )
}
