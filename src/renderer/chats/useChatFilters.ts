import { useMemo } from 'react'
import { useSelection } from '../selection.ts'
import { type ChatFilters, readFilters, writeFilters } from './filters.ts'

export interface ChatFilterChoice {
  readonly filters: ChatFilters
  readonly choose: (change: Partial<ChatFilters>) => void
}

/** What the person chose above the list; kept in the address, and while they look at other places. */
export function useChatFilters(): ChatFilterChoice {
  const list = useSelection((selection) => selection.list)
  const filters = useMemo(() => readFilters(list), [list])
  return { filters, choose }
}

function choose(change: Partial<ChatFilters>): void {
  const { list, choose: select } = useSelection.getState()
  select({ list: writeFilters({ ...readFilters(list), ...change }) })
}
