import type { ReactNode } from 'react'
import type { SearchTerm } from '../../shared/searching.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { markedParts } from './search/marks.ts'
import { Snippet } from './search/Snippet.tsx'

const longest = 2000

interface LongTextProps {
  readonly text: string
  /** Marked where they stand; undefined: nothing is. */
  readonly terms?: readonly SearchTerm[] | undefined
  readonly unfolded: boolean
  readonly onToggle: () => void
}

/** Words from a chat, as a text node in their own direction; past 2,000 characters folded, so one message is not a page. */
export function LongText({ text: words, terms, unfolded, onToggle }: LongTextProps): ReactNode {
  const folds = words.length > longest
  return (
    <>
      <p className="chats-words" dir="auto">
        <Marked text={folds && !unfolded ? `${foldAt(words)}…` : words} terms={terms} />
      </p>
      {folds && <Fold length={words.length} unfolded={unfolded} onToggle={onToggle} />}
    </>
  )
}

/** Words, those looked for marked. */
export function Marked({ text, terms }: Pick<LongTextProps, 'text' | 'terms'>): ReactNode {
  return terms === undefined ? text : <Snippet parts={markedParts(text, terms)} />
}

interface FoldProps extends Pick<LongTextProps, 'unfolded' | 'onToggle'> {
  readonly length: number
}

function Fold({ length, unfolded, onToggle }: FoldProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <button type="button" className="chats-link" aria-expanded={unfolded} onClick={onToggle}>
      {unfolded ? text('thread.showLess') : text('thread.showAll', { shown: format.count(length) })}
    </button>
  )
}

/** The first 2,000 characters, without half an emoji at the end. */
function foldAt(words: string): string {
  const cut = words.slice(0, longest)
  return cut.isWellFormed() || !words.isWellFormed() ? cut : cut.slice(0, -1)
}
