import type { ReactNode } from 'react'
import type { Figure, MetricsAnswer, Scope } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { namedRows } from './breakdownTable.ts'
import { countedBy } from './breakdowns.ts'
import { casesOf, figuresFor, isSmall, standingOf, targetOf, valueOf } from './figures.ts'
import { useKeyNames } from './keyNames.ts'
import { OpensRow } from './OpensRow.tsx'
import type { Shown } from './shown.ts'
import { useBreakdownTable } from './useBreakdownTable.ts'

const metrics = ['conversations_opened', 'failure_rate'] as const

/** Each number we are reached at: its conversations and the share of messages that failed on it. */
export function ChannelsCard({
  shown: { scope, targets },
  now,
  before,
}: {
  readonly shown: Shown
  readonly now: MetricsAnswer
  /** null: not compared. */
  readonly before: MetricsAnswer | null
}): ReactNode {
  const text = useText('overview')
  const keyName = useKeyNames()
  const tableOf = useBreakdownTable()
  const title = text('channels.title')
  const table = tableOf({
    title,
    head: text('channels.head'),
    metrics,
    scope,
    rows: namedRows('channel', now, before, (key) => keyName('channel', key)),
  })
  const counted = countedBy('channel', 'conversations_opened', now.rows, null)
  return (
    <ChartCard
      title={title}
      subtitle={text('channels.subtitle')}
      aside={text('channels.aside')}
      table={table}
    >
      {counted.length === 0 && <p className="block-note">{text('channels.none')}</p>}
      <ul className="lines lines-dense">
        {counted.map(({ key, count }) => (
          <ChannelLine
            key={key ?? ''}
            channel={key}
            count={count}
            rate={figuresFor(now.rows, 'channel', key).failure_rate}
            target={targetOf('failure_rate', targets)}
            scope={scope}
          />
        ))}
      </ul>
    </ChartCard>
  )
}

function ChannelLine({
  channel,
  count,
  rate,
  target,
  scope,
}: {
  readonly channel: string | null
  readonly count: number
  readonly rate: Figure | undefined
  readonly target: number | null
  readonly scope: Scope
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const keyName = useKeyNames()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { missed } = standingOf('failure_rate', rate, undefined, target)
  const small = isSmall(rate)
  const of = casesOf(rate) ?? 0
  const denominator = text('ofMessages', { count: of, shown: format.count(of) })
  return (
    <li className="channel-row">
      <span className="line-name" dir="auto">
        {keyName('channel', channel)}
      </span>
      <span className="line-quiet line-phone">
        {workspace?.channels.find(({ id }) => id === channel)?.phone ?? ''}
      </span>
      <OpensRow className="line-figure" query={{ metric: 'conversations_opened', scope, key: { channel } }}>
        {format.count(count)}
      </OpensRow>
      <OpensRow
        className={missed && !small ? 'line-change line-danger' : 'line-change'}
        query={{ metric: 'failure_rate', scope, key: { channel } }}
        title={denominator}
      >
        {format.rate(valueOf(rate))}
        {small && of > 0 && <span className="line-denominator"> {denominator}</span>}
      </OpensRow>
    </li>
  )
}
