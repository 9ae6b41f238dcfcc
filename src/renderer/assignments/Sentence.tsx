import type { ReactNode } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { Name, Phrase } from '../chats/Phrase.tsx'
import { useNames } from '../chats/names.ts'
import { useNow } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { mostHeld } from './outlier.ts'

interface SentenceProps {
  readonly holdings: Holdings
  readonly day: Scope
  /** null: now. */
  readonly asOf: number | null
}

/** What is so, in one sentence; the figures of the day open the conversations behind them. */
export function Sentence({ holdings, day, asOf }: SentenceProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const { agents, unassigned } = holdings
  const held = agents.reduce((sum, agent) => sum + agent.held, 0) + unassigned.held
  const taken = agents.reduce((sum, agent) => sum + agent.today, 0)
  const passedOn = agents.reduce((sum, agent) => sum + agent.bars.filter((bar) => bar.passedOn).length, 0)
  const now = useNow()
  const today = dayKey(Math.max(now, holdings.now), day.zone) === dayKey(day.from, day.zone)
  const dayWords = format.date(day.from)
  const most = mostHeld(agents)
  return (
    <>
      {text(asOf === null ? 'held' : 'heldThen', {
        count: held,
        shown: format.count(held),
        at: format.dateTime(holdings.now),
      })}
      ,{' '}
      <Opens query={{ metric: 'assigned', scope: day }}>
        {text(today ? 'onDay' : 'onDate', { count: taken, shown: format.count(taken), day: dayWords })}
      </Opens>
      ,{' '}
      <Opens query={{ metric: 'transferred_out', scope: day }}>
        {text('passedOn', { count: passedOn, shown: format.count(passedOn) })}
      </Opens>
      .{' '}
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
        })}
    </>
  )
}
