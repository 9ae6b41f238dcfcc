/** Search and transcripts of the made-up engine: words are found as they are spelt, filters only by who wrote. */
import type { Api, Conversation, ConversationRow, TimelineItem } from '../../../src/shared/contract.ts'
import { parseSearch } from '../../../src/shared/searchLanguage.ts'
import type { SearchGroup, SearchHit, SearchTerm, SnippetPart } from '../../../src/shared/searching.ts'

interface Chats {
  readonly rows: () => readonly ConversationRow[]
  readonly conversation: (id: string) => Conversation
}

export function fakeSearching(
  chats: Chats,
): Pick<Api, 'search' | 'searchInside' | 'searchIndex' | 'rebuildSearch' | 'transcript' | 'saveTranscript'> {
  const index = { state: 'ready', indexed: 1_200_000, pending: 0, bytes: 104_000_000 } as const
  const hitsIn = (id: string, terms: readonly SearchTerm[]) =>
    terms.length === 0 ? [] : chats.conversation(id).timeline.flatMap((item) => hitOf(item, terms) ?? [])
  return {
    search: ({ text, after, limit }) => {
      const { terms, notices } = parseSearch(text)
      const found = chats
        .rows()
        .flatMap((conversation) =>
          hitsIn(conversation.id, terms).map((hit): SearchGroup => ({ conversation, hits: [hit] })),
        )
      const from = Number(after ?? 0)
      return Promise.resolve({
        understood: terms,
        notices,
        groups: grouped(found.slice(from, from + limit)),
        next: from + limit < found.length ? String(from + limit) : null,
        total: { hits: found.length, exact: true },
        index,
      })
    },
    searchInside: ({ conversation, text }) => {
      const { terms } = parseSearch(text)
      const ids = hitsIn(conversation, terms).flatMap(({ id }) => (id === null ? [] : [id]))
      return Promise.resolve({ understood: terms, ids })
    },
    searchIndex: () => Promise.resolve(index),
    rebuildSearch: () => Promise.resolve(),
    transcript: () => Promise.resolve({ html: '' }),
    saveTranscript: () => Promise.resolve({ saved: null }),
  }
}

function grouped(found: readonly SearchGroup[]): readonly SearchGroup[] {
  const groups = new Map<string, SearchGroup>()
  for (const group of found) {
    const { id } = group.conversation
    const before = groups.get(id)
    groups.set(id, before ? { ...before, hits: [...before.hits, ...group.hits] } : group)
  }
  return [...groups.values()]
}

function hitOf(item: TimelineItem, terms: readonly SearchTerm[]): SearchHit | null {
  if (item.kind !== 'message' && item.kind !== 'comment') return null
  const words = item.kind === 'comment' ? item.text : (item.text ?? item.caption ?? item.media?.name ?? '')
  const author = item.kind === 'comment' ? item.agent : item.author.agent
  const type = item.kind === 'comment' ? 'agent' : item.author.type
  const fits = terms.every((term) => {
    const has =
      term.kind === 'filter'
        ? term.name !== 'from' || term.value === type || term.value === author
        : words.toLowerCase().includes(term.text.toLowerCase())
    return has !== term.not
  })
  if (!fits) return null
  return {
    kind: item.kind,
    id: item.id,
    at: item.at,
    author,
    direction: item.kind === 'comment' ? 'internal' : item.direction,
    snippet: snippetOf(words, terms),
  }
}

function snippetOf(words: string, terms: readonly SearchTerm[]): readonly SnippetPart[] {
  const [first] = terms.flatMap((term) =>
    term.kind === 'filter' || term.not ? [] : [term.text.toLowerCase()],
  )
  const at = first === undefined ? -1 : words.toLowerCase().indexOf(first)
  if (first === undefined || at < 0) return [{ text: words, hit: false }]
  return [
    { text: words.slice(0, at), hit: false },
    { text: words.slice(at, at + first.length), hit: true },
    { text: words.slice(at + first.length), hit: false },
  ].filter(({ text }) => text !== '')
}
