import type { ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

const longest = 2000

interface LongTextProps {
  readonly text: string
  readonly unfolded: boolean
  readonly onToggle: () => void
}

/** Words from a chat, as a text node in their own direction; past 2,000 characters folded, so one message is not a page. */
export function LongText({ text: words, unfolded, onToggle }: LongTextProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  if (words.length <= longest)
    return (
      <p className="chats-words" dir="auto">
        {words}
      </p>
    )
  return (
    <>
      <p className="chats-words" dir="auto">
        {unfolded ? words : `${foldAt(words)}…`}
      </p>
      <button type="button" className="chats-link" aria-expanded={unfolded} onClick={onToggle}>
        {unfolded ? text('thread.showLess') : text('thread.showAll', { shown: format.count(words.length) })}
      </button>
    </>
  )
}

/** The first 2,000 characters, without half an emoji at the end. */
function foldAt(words: string): string {
  const cut = words.slice(0, longest)
  return cut.isWellFormed() || !words.isWellFormed() ? cut : cut.slice(0, -1)
}
