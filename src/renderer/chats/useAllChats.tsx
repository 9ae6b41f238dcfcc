import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { type Opened, type Panes, plainStep } from './ChatPanes.tsx'
import { ConversationList } from './ConversationList.tsx'
import { filterCount, noFilters } from './filters.ts'
import { useChatFilters } from './useChatFilters.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { ListHead } from './ListHead.tsx'
import { type Entries, entriesOf, entryOfRow, type ListEntry, measuredOf } from './listing.ts'
import { ListState, MoreFailed } from './ListState.tsx'
import { type Pages, usePages } from './pages.ts'

/** Every conversation of the period, as the filters narrow and order them; nothing is asked while not `enabled`. */
export function useAllChats(enabled: boolean): Panes {
  const scope = useScope()
  const { filters } = useChatFilters()
  const { authors, openers, ...query } = filters
  const { data: settings } = useAsk('settings', [], ['settings'])
  const pages = usePages(
    'conversations',
    { ...query, contact: query.contact.trim(), scope: { ...scope, authors, openers } },
    ['conversations', 'flags', 'audits'],
    { enabled },
  )
  const total = pages.first?.total
  const [filtering, setFiltering] = useState(false)
  const held = useMemo(
    () => pages.rows.map((row) => entryOfRow(row, query.sort, settings?.targets)),
    [pages.rows, query.sort, settings?.targets],
  )
  const entries = useMemo(() => entriesOf(held, total ?? 0), [held, total])
  return {
    head: <ListHead total={total} filtering={filtering} onFilter={() => setFiltering(!filtering)} />,
    listId: 'chats-list',
    entries,
    total,
    secondsOf: (index) => measuredOf(held[index]),
    stepFrom: plainStep,
    opensFirst: true,
    idle: null,
    renderList: (opened) => (
      <>
        <AllList entries={entries} held={held.length} pages={pages} {...opened} />
        {filtering && <FilterPanel onClose={() => setFiltering(false)} />}
      </>
    ),
  }
}

interface AllListProps extends Opened {
  readonly entries: Entries<ListEntry>
  readonly held: number
  readonly pages: Pages<'conversations'>
}

function AllList({ entries, held, pages, ...opened }: AllListProps): ReactNode {
  const { hasMore, more } = pages
  const onShow = useCallback(
    (_: number, to: number) => {
      if (hasMore && to >= held - 20) more()
    },
    [hasMore, more, held],
  )
  return (
    <ListState asked={pages} empty={entries.count === 0 ? <NothingListed /> : null}>
      <ConversationList {...opened} entries={entries} stale={pages.stale} onShow={onShow}>
        {pages.moreFailed && <MoreFailed more={more} />}
      </ConversationList>
    </ListState>
  )
}

function NothingListed(): ReactNode {
  const text = useText('chats')
  const { filters, choose } = useChatFilters()
  return (
    <Empty why={text('empty.list')} todo={text('empty.listTry')}>
      {filterCount(filters) > 0 ? (
        <Button onClick={() => choose(noFilters)}>{text('list.clear')}</Button>
      ) : (
        <Button onClick={() => useSelection.getState().choose({ period: { preset: 'last28' } })}>
          {text('empty.longer')}
        </Button>
      )}
    </Empty>
  )
}
