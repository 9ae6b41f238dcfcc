import type { ReactNode } from 'react'
import { type ConversationQuery, conversationSorts } from '../../shared/contract.ts'
import { ListExport } from '../transcripts/ListExport.tsx'
import { useFormat } from '../ui/format.ts'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import { FilterButton } from './FilterPanel.tsx'
import { useChatFilters } from './useChatFilters.ts'
import { SavedSearches } from './search/SavedSearches.tsx'

interface ListHeadProps {
  readonly total: number | undefined
  /** What is listed. */
  readonly query: Omit<ConversationQuery, 'after' | 'limit'>
  readonly filtering: boolean
  readonly onFilter: () => void
}

/** Head of the list of all conversations: how many, in which order, which of them. */
export function ListHead({ total, query, filtering, onFilter }: ListHeadProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <div className="chats-list-title">
      <h2 aria-live="polite">
        {total === undefined
          ? text('title')
          : text('list.total', { count: total, shown: format.count(total) })}
      </h2>
      <SortMenu />
      <SavedSearches text={null} />
      <ListExport query={query} />
      <FilterButton open={filtering} onToggle={onFilter} />
    </div>
  )
}

function SortMenu(): ReactNode {
  const text = useText('chats')
  const { filters, choose } = useChatFilters()
  const { sort, ascending } = filters
  const order = text(`sort.short.${sort}`)
  const items: readonly MenuItem[] = [
    ...conversationSorts.map((id) => ({
      id,
      label: text(`sort.${id}`),
      checked: id === sort,
      onPick: () => choose({ sort: id, ascending: risesByItself(id) }),
    })),
    {
      id: 'up',
      label: text('sort.up'),
      checked: ascending !== risesByItself(sort),
      apart: true,
      onPick: () => choose({ ascending: !ascending }),
    },
  ]
  const turned = ascending !== risesByItself(sort)
  return (
    <Menu
      title={text('sort.label')}
      label={turned ? text('sort.reversed', { order }) : order}
      items={items}
    />
  )
}

/** Names are read from A on, everything else from its latest, longest or most. */
function risesByItself(sort: (typeof conversationSorts)[number]): boolean {
  return ['contact', 'agent', 'team', 'channel', 'category', 'state'].includes(sort)
}
