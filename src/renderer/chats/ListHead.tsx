import { useRef, type ReactNode } from 'react'
import type { ConversationState } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { IconFilter, IconSearch } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import { isFiltered, noFilters, useChatFilters, type ChatFilters } from './filters.ts'
import { useHotkeys } from './hotkeys.ts'

const sorts = ['last', 'opened', 'wait', 'first-response', 'resolution'] as const
const states = ['open', 'pending', 'snoozed', 'closed'] as const

/** Head of the list of all conversations: how many, in which order, which of them, and whose. */
export function ListHead({ total }: { readonly total: number | undefined }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <header className="chats-list-head">
      <div className="chats-list-title">
        <h2>
          {total === undefined
            ? text('title')
            : text('list.total', { count: total, shown: format.count(total) })}
        </h2>
        <SortMenu />
        <StateMenu />
      </div>
      <FindContact />
    </header>
  )
}

function SortMenu(): ReactNode {
  const text = useText('chats')
  const { sort, ascending, choose } = useChatFilters()
  const order = text(`sort.short.${sort}`)
  const items: readonly MenuItem[] = [
    ...sorts.map((id) => ({
      id,
      label: text(`sort.${id}`),
      checked: id === sort,
      onPick: () => choose({ sort: id, ascending: false }),
    })),
    {
      id: 'up',
      label: text('sort.up'),
      checked: ascending,
      apart: true,
      onPick: () => choose({ ascending: !ascending }),
    },
  ]
  return (
    <Menu
      title={text('sort.label')}
      label={ascending ? text('sort.reversed', { order }) : order}
      items={items}
    />
  )
}

function StateMenu(): ReactNode {
  const text = useText('chats')
  const filters = useChatFilters()
  const { choose } = filters
  const set = isFiltered(filters)
  const toggle = (state: ConversationState) => ({
    id: state,
    label: text(`state.${state}`),
    checked: filters.states.includes(state),
    onPick: () => choose({ states: toggledState(filters, state) }),
  })
  const items: readonly MenuItem[] = [
    {
      id: 'waiting',
      label: text('list.waiting'),
      checked: filters.waiting,
      onPick: () => choose({ waiting: !filters.waiting }),
    },
    {
      id: 'flagged',
      label: text('list.flagged'),
      checked: filters.flagged,
      onPick: () => choose({ flagged: !filters.flagged }),
    },
    ...states.map((state, index) => ({ ...toggle(state), apart: index === 0 })),
    { id: 'clear', label: text('list.clear'), apart: true, onPick: () => choose(noFilters) },
  ]
  return (
    <Menu
      title={text('list.filters')}
      label={<IconFilter />}
      items={items}
      align="end"
      trigger={
        <button
          type="button"
          className="chats-icon-button"
          aria-label={text('list.filters')}
          title={text('list.filters')}
          data-set={set || undefined}
        />
      }
    />
  )
}

function toggledState(
  { states: chosen }: ChatFilters,
  state: ConversationState,
): readonly ConversationState[] {
  return chosen.includes(state) ? chosen.filter((one) => one !== state) : [...chosen, state]
}

/** Narrows the list while somebody types; `/` goes here, `Esc` empties and leaves. */
function FindContact(): ReactNode {
  const text = useText('chats')
  const { contact, choose } = useChatFilters()
  const field = useRef<HTMLInputElement>(null)
  useHotkeys({ '/': () => field.current?.focus() })
  return (
    <label className="chats-find">
      <IconSearch />
      <input
        ref={field}
        type="search"
        dir="auto"
        className="field"
        aria-label={text('list.findLabel')}
        placeholder={text('list.find')}
        value={contact}
        maxLength={200}
        onChange={(event) => choose({ contact: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          choose({ contact: '' })
          event.currentTarget.blur()
        }}
      />
      {contact === '' && <Keys>/</Keys>}
    </label>
  )
}
