import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import { addDays, dayKey, startOfDay } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useNames } from '../chats/names.ts'
import { AllFlags } from '../flags/AllFlags.tsx'
import { useNow, useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconArrowsLeftRight, IconFlag } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { AssignmentLog } from './AssignmentLog.tsx'
import './Assignments.css'
import { Held } from './Held.tsx'
import { Sentence } from './Sentence.tsx'

/** The place Assignments: who has what, what changed hands, and all flags (`F`). */
export function Assignments(): ReactNode {
  const text = useText('assignments')
  const scope = useScope()
  const day = useLastDay(scope)
  const held = useAsk('holdings', [{ scope: day }], ['assignments', 'conversations', 'workspace'])
  const [view, show] = useState<'log' | 'flags'>('log')
  const scroller = useRef<HTMLDivElement>(null)
  const other = view === 'log' ? 'flags' : 'log'
  useHotkeys({
    f: () => show(other),
    ...(view === 'flags' ? { Escape: () => show('log') } : {}),
  })
  return (
    <div ref={scroller} className="page assignments">
      <PageHead title={text('title')} sentence={held.data && <Sentence holdings={held.data} day={day} />}>
        <Button
          icon={view === 'log' ? <IconFlag /> : <IconArrowsLeftRight />}
          keys="F"
          onClick={() => show(other)}
        >
          {text(`view.${other}`)}
        </Button>
      </PageHead>
      {view === 'flags' ? (
        <AllFlags scope={scope} scroller={scroller} />
      ) : (
        <>
          <HeldByAgent asked={held} day={day} period={scope} />
          <AssignmentLog scope={scope} scroller={scroller} />
        </>
      )}
    </div>
  )
}

interface HeldByAgentProps {
  readonly asked: ReturnType<typeof useAsk<'holdings'>>
  readonly day: Scope
  readonly period: Scope
}

function HeldByAgent({ asked, day, period }: HeldByAgentProps): ReactNode {
  const names = useNames()
  const { data: settings } = useAsk('settings', [], ['settings'])
  if (asked.failure) return <Failed failure={asked.failure} again={asked.again} />
  if (!asked.data) return <Loading widths={[88, 92, 84, 90, 78, 86]} />
  if (isIdle(asked.data)) return <NothingHeld filtered={isNarrowed(period)} />
  return (
    <Held
      holdings={asked.data}
      day={day}
      partOfPeriod={period.from < day.from}
      names={names}
      target={settings?.targets.firstResponse ?? null}
      stale={asked.stale}
    />
  )
}

function NothingHeld({ filtered }: { readonly filtered: boolean }): ReactNode {
  const text = useText('assignments')
  const clear = () => useSelection.getState().choose({ agents: [], teams: [], channels: [], categories: [] })
  return (
    <div className="held">
      <Empty why={text('empty.lanes')} todo={text('empty.lanesTry')}>
        {filtered && <Button onClick={clear}>{text('empty.clear')}</Button>}
      </Empty>
    </div>
  )
}

function isNarrowed({ agents, teams, channels, categories }: Scope): boolean {
  return [agents, teams, channels, categories].some((list) => list.length > 0)
}

function isIdle(holdings: Holdings): boolean {
  return holdings.agents.every((agent) => agent.held === 0 && agent.bars.length === 0)
}

/** The last day of the period that has begun: lanes show one day. */
function useLastDay(scope: Scope): Scope {
  const now = useNow()
  const last = now > 0 ? Math.min(scope.to - 1, Math.max(now, scope.from)) : scope.to - 1
  const day = dayKey(last, scope.zone)
  return useMemo(() => {
    const from = startOfDay(last, scope.zone)
    return {
      ...scope,
      from: Math.max(from, scope.from),
      to: Math.min(addDays(from, 1, scope.zone), scope.to),
    }
    // The day, not the minute of now, decides.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scope, day])
}
