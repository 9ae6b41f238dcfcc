import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import { useAsk } from '../api.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useNames } from '../chats/names.ts'
import { AllFlags } from '../flags/AllFlags.tsx'
import { useNowScope } from '../now/useNowAnswer.ts'
import { useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Keys } from '../ui/Keys.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { AsOfBar, AsOfButton, useMomentKeys } from './AsOf.tsx'
import { AssignmentLog } from './AssignmentLog.tsx'
import './Assignments.css'
import { HandOvers } from './HandOvers.tsx'
import { Held } from './Held.tsx'
import { HeldAtTable } from './HeldAtTable.tsx'
import './lanes.css'
import { laneRows, type LaneRow } from './laneRows.ts'
import { type Part, partOf, parts } from './parts.ts'
import { PathPanel } from './PathPanel.tsx'
import { Sentence } from './Sentence.tsx'
import { type Moment, useMoment } from './useMoment.ts'

/** The place Assignments: who has what, now or at any past moment, what changed hands and how well, and all flags. */
export function Assignments(): ReactNode {
  const text = useText('assignments')
  const part = useSelection(({ section }) => partOf(section))
  const scope = useScope()
  const moment = useMoment()
  const { asOf, day } = moment
  const held = useAsk('holdings', [{ scope: day, at: asOf }], ['assignments', 'conversations', 'workspace'])
  const rows = useLaneRows(held.data, moment)
  const [path, setPath] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const closePath = useCallback(() => setPath(null), [])
  useMomentKeys(asOf)
  usePartKeys(part)
  return (
    <div ref={scroller} className="page assignments">
      <PageHead
        title={text('title')}
        sentence={held.data && <Sentence holdings={held.data} day={day} asOf={asOf} />}
      >
        <Parts part={part} />
        <AsOfButton asOf={asOf} />
      </PageHead>
      {/* Always there, so that what lies below hears how high it is. */}
      <div>{asOf !== null && <AsOfBar asOf={asOf} />}</div>
      <div>
        {(part === 'log' || part === 'held') && (
          <HeldByAgent asked={held} rows={rows} moment={moment} onPath={setPath} />
        )}
      </div>
      <PartBody part={part} scope={scope} asOf={asOf} scroller={scroller} onPath={setPath} />
      <PathPanel conversation={path} onClose={closePath} />
    </div>
  )
}

/** Who has a row of lanes; off shift is said of the day it is. */
function useLaneRows(holdings: Holdings | undefined, { asOf, day }: Moment): readonly LaneRow[] {
  const names = useNames()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const everybody = useNowScope('none')
  const isToday = asOf === null && day.from === everybody.from
  const { data: now } = useAsk('now', [{ scope: everybody }], [], { enabled: isToday })
  const present = isToday ? now?.agents : undefined
  return useMemo(
    () => (holdings === undefined ? [] : laneRows({ holdings, workspace, names, scope: day, present })),
    [holdings, workspace, names, day, present],
  )
}

interface PartBodyProps {
  readonly part: Part
  readonly scope: Scope
  readonly asOf: number | null
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onPath: (conversation: string) => void
}

function PartBody({ part, scope, asOf, scroller, onPath }: PartBodyProps): ReactNode {
  switch (part) {
    case 'log':
      return <AssignmentLog scope={scope} scroller={scroller} onPath={onPath} />
    case 'held':
      return <HeldAtTable scope={scope} asOf={asOf} scroller={scroller} onPath={onPath} />
    case 'handOvers':
      return <HandOvers scope={scope} />
    case 'flags':
      return <AllFlags scope={scope} scroller={scroller} />
  }
}

function show(part: Part): void {
  useSelection.getState().choose({ section: part === 'log' ? null : part })
}

const partKeys = { log: 'L', held: 'H', handOvers: 'O', flags: 'F' } as const satisfies Record<Part, string>

/** A letter shows its part; `F` and `Esc` lead back from the flags. */
function usePartKeys(part: Part): void {
  const go = (to: Part) => () => show(to === part ? 'log' : to)
  useHotkeys({
    l: go('log'),
    h: go('held'),
    o: go('handOvers'),
    f: go('flags'),
    ...(part === 'log' ? {} : { Escape: () => show('log') }),
  })
}

function Parts({ part }: { readonly part: Part }): ReactNode {
  const text = useText('assignments')
  return (
    <nav className="assignment-parts" aria-label={text('parts')}>
      {parts.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === part ? 'page' : undefined}
          onClick={() => show(one)}
        >
          {text(`part.${one}`)} <Keys>{partKeys[one]}</Keys>
        </button>
      ))}
    </nav>
  )
}

interface HeldByAgentProps {
  readonly asked: ReturnType<typeof useAsk<'holdings'>>
  readonly rows: readonly LaneRow[]
  readonly moment: Moment
  readonly onPath: (conversation: string) => void
}

function HeldByAgent({ asked, rows, moment, onPath }: HeldByAgentProps): ReactNode {
  if (asked.failure) return <Failed failure={asked.failure} again={asked.again} />
  if (!asked.data) return <Loading widths={[88, 92, 84, 90, 78, 86]} />
  if (isIdle(asked.data)) return <NothingHeld filtered={isNarrowed(moment.day)} />
  return <Held holdings={asked.data} rows={rows} moment={moment} stale={asked.stale} onPath={onPath} />
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
