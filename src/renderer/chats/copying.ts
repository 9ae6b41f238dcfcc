/** What of a conversation is copied, as plain text. */
import type { MessageItem, TimelineItem } from '../../shared/contract.ts'
import type { ThreadRow } from './threadRows.ts'

/** Messages and comments the selection touches, in order. */
export function selectedMessages(
  thread: HTMLElement,
  places: ReadonlyMap<number, readonly ThreadRow[]>,
): readonly TimelineItem[] {
  const selection = thread.ownerDocument.getSelection()
  if (selection === null || selection.isCollapsed) return []
  const chosen = [...thread.querySelectorAll<HTMLElement>('[data-index]')].filter((element) =>
    selection.containsNode(element, true),
  )
  return chosen
    .map((element) => Number(element.dataset['index']))
    .toSorted((one, other) => one - other)
    .flatMap((place) => places.get(place) ?? [])
    .flatMap((row) => (row.kind === 'item' ? [row.item] : []))
    .filter(({ kind }) => kind === 'message' || kind === 'comment')
}

/** The words of a message; what has none is named by its file. Null: there is nothing to copy. */
export function wordsOf(message: MessageItem): string | null {
  if (message.revoked) return null
  return message.text ?? message.caption ?? message.media?.name ?? null
}

/** `[Mon 11 May 14:32] Ana: words`, one message a line. */
export function copiedLine(time: string, author: string, words: string): string {
  return `[${time}] ${author}: ${words}`
}
