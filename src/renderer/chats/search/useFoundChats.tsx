import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Opened, Panes } from '../ChatPanes.tsx'
import { entriesOf, type PaneEntry } from '../listing.ts'
import { ListState, MoreFailed } from '../ListState.tsx'
import { OptionList } from '../OptionList.tsx'
import { useText } from '../../ui/text.ts'
import { HitOption } from './HitOption.tsx'
import { type HitRow, hitRows } from './hitRows.ts'
import { NothingFound } from './NothingFound.tsx'
import { SearchHead } from './SearchHead.tsx'
import { type SearchOrder, type SearchPages, useSearchPages } from './useSearchPages.ts'
import './search.css'

interface FoundEntry extends PaneEntry {
  readonly row: HitRow
}

export interface FoundChats {
  readonly panes: Panes
  /** False while what is shown answers an older question. */
  readonly settled: boolean
}

/**
 * What is found over the whole history, hit by hit; null: nothing is looked for. `J` and `K` go from conversation to
 * conversation.
 */
export function useFoundChats(searched: string | null): FoundChats {
  const text = useText('search')
  const [order, setOrder] = useState<SearchOrder>('newest')
  const pages = useSearchPages(searched, order)
  const held = useMemo(() => hitRows(pages.groups).map(entryOf), [pages.groups])
  const entries = useMemo(() => entriesOf(held), [held])
  const panes: Panes = {
    listId: 'found-list',
    head: (
      <SearchHead
        searched={searched ?? ''}
        answer={pages.first}
        stale={pages.stale}
        order={order}
        onOrder={setOrder}
      />
    ),
    entries,
    total: undefined,
    secondsOf: () => null,
    stepFrom: (index, by) => stepByConversation(held, index, by),
    opensFirst: false,
    idle: held.length === 0 ? null : text('enter'),
    renderList: (opened) => <FoundList searched={searched ?? ''} held={held} pages={pages} {...opened} />,
  }
  return { panes, settled: !pages.stale && !pages.loading }
}

interface FoundListProps extends Opened {
  readonly searched: string
  readonly held: readonly FoundEntry[]
  readonly pages: SearchPages
}

function FoundList({ searched, held, pages, selected, onSelect, names }: FoundListProps): ReactNode {
  const text = useText('search')
  const { hasMore, more } = pages
  const keyOf = useCallback((index: number) => held[index]?.key ?? String(index), [held])
  const onShow = useCallback(
    (_: number, to: number) => {
      if (hasMore && to >= held.length - 15) more()
    },
    [hasMore, more, held.length],
  )
  return (
    <ListState asked={pages} empty={held.length === 0 ? <NothingFound searched={searched} /> : null}>
      <OptionList
        label={text('found')}
        name="found"
        count={held.length}
        keyOf={keyOf}
        heightOf={(index) => (held[index]?.row.first === true ? 78 : 56)}
        selected={selected}
        stale={pages.stale}
        onSelect={onSelect}
        onShow={onShow}
        renderRow={(index) => {
          const entry = held[index]
          return entry && <HitOption row={entry.row} names={names} />
        }}
      >
        {pages.moreFailed && <MoreFailed more={more} />}
      </OptionList>
    </ListState>
  )
}

function entryOf(row: HitRow): FoundEntry {
  const { conversation } = row.group
  return {
    key: row.key,
    conversation: conversation.id,
    name: conversation.contact.name,
    at: row.hit.at,
    message: row.hit.id,
    row,
  }
}

/** The first hit of the conversation after or before that of a hit. */
function stepByConversation(held: readonly FoundEntry[], index: number, by: 1 | -1): number {
  let to = index + by
  while (to >= 0 && held[to]?.row.first === false) to += by
  // Back from inside a conversation leads to the one before, not to its own beginning.
  if (by === -1 && to >= 0 && held[to]?.conversation === held[index]?.conversation)
    return stepByConversation(held, to, by)
  return to
}
