import { type ReactNode, useState } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { NowAnswer } from '../../shared/live.ts'
import { useAsk } from '../api.ts'
import { useNames } from '../chats/names.ts'
import { Agents } from './Agents.tsx'
import { ArrivalsCard } from './ArrivalsCard.tsx'
import { Balance } from './Balance.tsx'
import { type FreshRows, freshRows } from './freshRows.ts'
import { NeedsPerson } from './NeedsPerson.tsx'
import { Queue } from './Queue.tsx'
import { useScreen } from './screen.ts'
import { Waiting } from './Waiting.tsx'
import type { Behind } from './useNowAnswer.ts'

interface LiveProps {
  readonly answer: NowAnswer
  readonly scope: Scope
  /** The answer is to an older question. */
  readonly stale: boolean
  readonly behind: Behind
}

/** The wall itself: who waits, who is busy, what belongs to nobody, what needs a person, what comes in. */
export function Live({ answer, scope, stale, behind }: LiveProps): ReactNode {
  const names = useNames()
  const { wall } = useScreen()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const fresh = useFresh(answer, scope, stale)
  return (
    <div className="live" data-stale={stale || undefined} data-behind={behind ?? undefined}>
      <Waiting
        answer={answer}
        names={names}
        fresh={fresh}
        rowHeight={wall ? 27 : settings?.density === 'compact' ? 26 : 32}
      />
      <Agents answer={answer} names={names} />
      <div className="live-queue">
        <Queue answer={answer} names={names} />
        <Balance answer={answer} names={names} />
      </div>
      <NeedsPerson answer={answer} names={names} />
      <ArrivalsCard arrivals={answer.arrivals} at={answer.at} scope={scope} />
    </div>
  )
}

/** A new row holds its colour for two seconds. */
const hold = 2000

/** Who began to wait a moment ago. Other filters show other people, who are not new. */
function useFresh(answer: NowAnswer, scope: Scope, stale: boolean): FreshRows['since'] {
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const [seen, setSeen] = useState<{ scope: Scope; answer: NowAnswer | null; rows: FreshRows | null }>({
    scope,
    answer: null,
    rows: null,
  })
  if (!stale && (seen.answer !== answer || seen.scope !== scope)) {
    const { rows, total } = answer.waiting
    // Of a list that is cut, a row that moves up into it is not new.
    const before = seen.scope === scope && rows.length === total ? seen.rows : null
    const ids = rows.map(({ conversation }) => conversation)
    setSeen({ scope, answer, rows: freshRows(before, ids, answer.at, hold * (workspace?.clockSpeed ?? 1)) })
  }
  return seen.rows?.since ?? nothing
}

const nothing: FreshRows['since'] = new Map()
