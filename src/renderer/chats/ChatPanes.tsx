import { useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/contract.ts'
import { closeNumber, openConversation, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { ConversationList } from './ConversationList.tsx'
import { ConversationPane } from './ConversationPane.tsx'
import { isFiltered, noFilters, useChatFilters } from './filters.ts'
import { useHotkeys } from './hotkeys.ts'
import { LeftOut } from './LeftOut.tsx'
import type { LeftOut as LeftOutRow, ListEntry } from './listing.ts'
import { useNames } from './names.ts'

interface ChatPanesProps {
  readonly bar?: ReactNode
  readonly head: ReactNode
  readonly entries: readonly ListEntry[]
  readonly total: number | undefined
  readonly asked: {
    readonly loading: boolean
    readonly stale: boolean
    readonly failure: Failure | null
    readonly again: () => void
  }
  readonly paging: { readonly hasMore: boolean; readonly moreFailed: boolean; readonly more: () => void }
  readonly leftOut?: { readonly rows: readonly LeftOutRow[]; readonly total: number } | undefined
  readonly behindNumber?: boolean
}

/** List, conversation, facts. `J` and `K` walk the list, `Esc` goes back to the number. */
export function ChatPanes(props: ChatPanesProps): ReactNode {
  const { bar, head, entries, total, behindNumber = false } = props
  const { selected, open, openAt } = useOpened(entries)
  const text = useText('chats')
  const names = useNames()
  const steps = {
    j: () => openAt(selected + 1),
    k: () => openAt(selected - 1),
  }
  useHotkeys(behindNumber ? { ...steps, Escape: closeNumber } : steps)
  return (
    <div className="chats">
      <h1 className="unseen">{text('title')}</h1>
      {bar}
      <div className="chats-panes">
        <div className="chats-list-pane">
          {head}
          <List {...props} names={names} selected={selected} onSelect={openAt} />
        </div>
        <ConversationPane
          key={open.conversation}
          conversation={open.conversation}
          entry={entries[selected]}
          next={entries[selected + 1]}
          position={selected}
          total={total}
          names={names}
          onStep={(by) => openAt(selected + by)}
        />
      </div>
    </div>
  )
}

/** The entry that is open: the one clicked, else the first of the conversation in the address, else the first listed. */
function useOpened(entries: readonly ListEntry[]) {
  const conversation = useSelection((selection) => selection.conversation)
  const [chosen, choose] = useState<string | null>(null)
  const exact = entries.findIndex((entry) => entry.key === chosen && entry.conversation === conversation)
  const any = exact >= 0 ? exact : entries.findIndex((entry) => entry.conversation === conversation)
  const selected = conversation === null && entries.length > 0 ? 0 : any
  function openAt(index: number): void {
    const entry = entries[index]
    if (!entry) return
    choose(entry.key)
    openConversation(entry.conversation)
  }
  return { selected, open: { conversation: conversation ?? entries[0]?.conversation ?? null }, openAt }
}

interface ListProps extends ChatPanesProps {
  readonly names: ReturnType<typeof useNames>
  readonly selected: number
  readonly onSelect: (index: number) => void
}

function List({
  entries,
  asked,
  paging,
  leftOut,
  names,
  selected,
  onSelect,
  behindNumber,
}: ListProps): ReactNode {
  const text = useText('chats')
  if (asked.failure)
    return (
      <div className="chats-list-state">
        <Failed failure={asked.failure} again={asked.again} />
      </div>
    )
  if (asked.loading)
    return (
      <div className="chats-list-state">
        <Loading widths={[64, 40, 72, 52, 60, 44, 68, 48]} />
      </div>
    )
  if (entries.length === 0 && !leftOut?.total) return <NothingListed behindNumber={behindNumber ?? false} />
  return (
    <ConversationList
      entries={entries}
      names={names}
      selected={selected}
      stale={asked.stale}
      hasMore={paging.hasMore}
      onMore={paging.more}
      onSelect={onSelect}
    >
      {paging.moreFailed && (
        <p className="chats-list-note" role="alert">
          {text('list.moreFailed')}{' '}
          <button type="button" className="chats-link" onClick={paging.more}>
            {text('list.again')}
          </button>
        </p>
      )}
      {leftOut && leftOut.total > 0 && (
        <LeftOut id="chats-left-out" rows={leftOut.rows} total={leftOut.total} onOpen={openConversation} />
      )}
    </ConversationList>
  )
}

function NothingListed({ behindNumber }: { readonly behindNumber: boolean }): ReactNode {
  const text = useText('chats')
  const filters = useChatFilters()
  if (behindNumber)
    return (
      <div className="chats-list-state">
        <Empty why={text('empty.drill')} todo={text('empty.drillTry')}>
          <Button onClick={closeNumber}>{text('drill.back')}</Button>
        </Empty>
      </div>
    )
  return (
    <div className="chats-list-state">
      <Empty why={text('empty.list')} todo={text('empty.listTry')}>
        {isFiltered(filters) ? (
          <Button onClick={() => filters.choose(noFilters)}>{text('list.clear')}</Button>
        ) : (
          <Button onClick={() => useSelection.getState().choose({ period: { preset: 'last28' } })}>
            {text('empty.longer')}
          </Button>
        )}
      </Empty>
    </div>
  )
}
