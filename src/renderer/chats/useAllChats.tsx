import { useMemo, useState, type ReactNode } from 'react'
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
import { type Entries, entriesOfRows, entryOfRow, type ListEntry, measuredOf } from './listing.ts'
import { ListState, MoreFailed } from './ListState.tsx'
import { type ListPages, useListPages } from './useListPages.ts'

/** Every conversation of the period, as the filters narrow and order them; nothing is asked while not `enabled`. */
export function useAllChats(enabled: boolean): Panes {
  const scope = useScope()
  const { filters } = useChatFilters()
  const listed = JSON.stringify([filters, scope])
  const { authors, openers, ...query } = filters
  const { data: settings } = useAsk('settings', [], ['settings'])
  const asked = { ...query, contact: query.contact.trim(), scope: { ...scope, authors, openers } }
  const pages = useListPages(asked, enabled)
  const [filtering, setFiltering] = useState(false)
  const { total, rows } = pages
  const entries = useMemo(
    () => entriesOfRows(rows, total ?? 0, (row) => entryOfRow(row, query.sort, settings?.targets)),
    [rows, total, query.sort, settings?.targets],
  )
  return {
    head: (
      <ListHead total={total} query={asked} filtering={filtering} onFilter={() => setFiltering(!filtering)} />
    ),
    listId: 'chats-list',
    entries,
    total,
    secondsOf: (index) => measuredOf(entries.at(index)),
    stepFrom: plainStep,
    opensFirst: true,
    idle: null,
    renderList: (opened) => (
      <>
        <AllList entries={entries} pages={pages} listed={listed} {...opened} />
        {filtering && <FilterPanel onClose={() => setFiltering(false)} />}
      </>
    ),
  }
}

interface AllListProps extends Opened {
  readonly entries: Entries<ListEntry>
  readonly pages: ListPages
  readonly listed: string
}

function AllList({ entries, pages, ...opened }: AllListProps): ReactNode {
  return (
    <ListState asked={pages} empty={entries.count === 0 ? <NothingListed /> : null}>
      <ConversationList {...opened} entries={entries} stale={pages.stale} onShow={pages.onShow}>
        {pages.moreFailed && <MoreFailed more={pages.more} />}
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
