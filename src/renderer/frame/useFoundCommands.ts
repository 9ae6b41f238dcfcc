import { useEffect, useState } from 'react'
import { useAsk } from '../api.ts'
import { withShortLeadIn } from '../chats/search/leadIn.ts'
import { openConversation, searchFor, useZone } from '../selection.ts'
import { useText } from '../ui/text.ts'
import type { Command, CommandGroup } from './paletteGroups.ts'

/** Milliseconds without a key before what was typed is looked for. */
const pause = 150
const shortest = 2
const listed = 5

/** The newest messages with the words typed, and the way to all of them; nothing while too little was typed. */
export function useFoundCommands(typed: string): CommandGroup {
  const text = useText('search')
  const zone = useZone()
  const words = useRested(typed.trim())
  const enabled = words.length >= shortest
  const { data, stale } = useAsk(
    'search',
    [{ text: words, zone, order: 'newest', after: null, limit: listed }],
    ['search', 'conversations'],
    { enabled },
  )
  const groups = enabled && !stale && words === typed.trim() ? (data?.groups ?? []) : []
  const found = groups.flatMap(({ conversation, hits }) =>
    hits.map((hit): Command => ({
      value: `hit ${conversation.id} ${hit.kind} ${hit.id ?? ''}`,
      label: conversation.contact.name || text('unnamed'),
      hint: withShortLeadIn(hit.snippet)
        .map((part) => part.text)
        .join(''),
      found: true,
      run: () => {
        searchFor(words)
        openConversation(conversation.id, hit.id)
      },
    })),
  )
  const all: Command = {
    value: 'search',
    label: text('palette.all', { text: typed.trim() }),
    found: true,
    run: () => searchFor(typed.trim()),
  }
  return { value: text('palette.chats'), items: typed.trim() === '' ? [] : [...found, all] }
}

/** The value once it has not changed for a moment. */
function useRested(value: string): string {
  const [rested, rest] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => rest(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
