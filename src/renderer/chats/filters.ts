import { create } from 'zustand'
import type { ConversationQuery } from '../../shared/contract.ts'

export type ChatFilters = Pick<
  ConversationQuery,
  'states' | 'waiting' | 'flagged' | 'sort' | 'ascending' | 'contact'
>

export const noFilters: ChatFilters = {
  states: [],
  waiting: false,
  flagged: false,
  sort: 'last',
  ascending: false,
  contact: '',
}

interface ChatFilterChoice extends ChatFilters {
  readonly choose: (change: Partial<ChatFilters>) => void
}

/** What the person chose above the list; kept while they look at other places. */
export const useChatFilters = create<ChatFilterChoice>((set) => ({
  ...noFilters,
  choose: (change) => set(change),
}))

/** Whether anything but the order is chosen. */
export function isFiltered(filters: ChatFilters): boolean {
  return filters.states.length > 0 || filters.waiting || filters.flagged || filters.contact.trim() !== ''
}
