import { useQueries } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'

export interface ChatLabel {
  readonly name: string
  readonly when: string
}

/** Each label is a question to the engine; those beyond go by their id. */
const most = 25

/** Whom chats are with and when they were last written in, by id, as far as it is known yet. */
export function useChatLabels(conversations: readonly string[]): ReadonlyMap<string, ChatLabel> {
  const format = useFormat()
  const asked = useQueries({
    queries: conversations.slice(0, most).map((id) => ({
      queryKey: ['conversation', id],
      queryFn: () => api.conversation(id),
      meta: { topics: ['conversations'] },
    })),
  })
  return new Map(
    asked.flatMap(({ data }) =>
      data === undefined
        ? []
        : [[data.row.id, { name: data.contact.name, when: format.dateTime(data.row.lastAt) }] as const],
    ),
  )
}
