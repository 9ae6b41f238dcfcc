import { useMemo, type ReactNode } from 'react'
import type { MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { Name, Phrase } from '../chats/Phrase.tsx'
import { useNames } from '../chats/names.ts'
import { heldFrom } from '../overview/partial.ts'
import { useNow } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { mostHeld } from './outlier.ts'
import { countedUpTo } from './useMoment.ts'

interface SentenceProps {
  readonly holdings: Holdings
  readonly day: Scope
  /** null: now. */
  readonly asOf: number | null
}

const counts = ['assigned', 'transferred_out'] as const satisfies readonly MetricId[]

/** What is so, in one sentence; the figures of the day open the conversations behind them. */
export function Sentence({ holdings, day, asOf }: SentenceProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const now = useNow()
  const { agents, unassigned } = holdings
  const held = agents.reduce((sum, agent) => sum + agent.held, 0) + unassigned.held
  const counted = useMemo(() => countedUpTo(day, asOf), [day, asOf])
  const query = { scope: counted, by: [], metrics: counts }
  const { data: answer } = useAsk('metrics', [query], ['assignments', 'numbers'])
  const today = dayKey(Math.max(now, holdings.now), day.zone) === dayKey(day.from, day.zone)
  const most = mostHeld(agents)
  return (
    <>
      {text(asOf === null ? 'held' : 'heldThen', {
        count: held,
        shown: format.count(held),
        at: format.dateTime(holdings.now),
      })}
      <Count answer={answer} metric="assigned" scope={counted} words={today ? 'onDay' : 'onDate'} />
      <Count answer={answer} metric="transferred_out" scope={counted} words="passedOn" />
      {`${format.signs.stop} `}
      {most && (
        <Phrase
          text={text('most', { shown: format.count(most.held) })}
          parts={{ agent: <Name>{names.agent(most.agent)}</Name> }}
        />
      )}{' '}
      {unassigned.held > 0 &&
        text('unassigned', {
          count: unassigned.held,
          shown: format.count(unassigned.held),
          waiting: format.count(unassigned.waiting),
        })}{' '}
      <Partial day={day} />
    </>
  )
}

interface CountProps {
  readonly answer: MetricsAnswer | undefined
  readonly metric: (typeof counts)[number]
  readonly scope: Scope
  readonly words: string
}

/** A count of the day, a comma before it; nothing until it is known. */
function Count({ answer, metric, scope, words }: CountProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const figure = answer?.total.metrics[metric]
  const count = figure !== undefined && 'value' in figure ? figure.value : null
  if (count === null) return null
  return (
    <>
      {format.signs.clause}
      <Opens query={{ metric, scope }}>
        {text(words, { count, shown: format.count(count), day: format.date(scope.from) })}
      </Opens>
    </>
  )
}

/** Where the day is not held in full yet. */
function Partial({ day }: { readonly day: Scope }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const now = useNow()
  const { data: health } = useAsk('syncHealth', [], ['sync'])
  const from = heldFrom(health, day.from, now)
  return from === null ? null : text('partial', { at: format.dateTime(from) })
}
