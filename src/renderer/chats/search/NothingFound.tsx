import type { ReactNode } from 'react'
import { searchFor } from '../../selection.ts'
import { useText } from '../../ui/text.ts'

const examples = ['refund', 'failed', 'negative'] as const

/** Nothing has these words: what the language can do, with three examples to take. */
export function NothingFound({ searched }: { readonly searched: string }): ReactNode {
  const text = useText('search')
  return (
    <div className="state">
      <p className="state-what">{text(searched.trim() === '' ? 'empty.nothing' : 'empty.why')}</p>
      <p>{text('empty.todo')}</p>
      <ul className="search-examples">
        {examples.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="chats-link"
              onClick={() => searchFor(text(`example.${id}.text`))}
            >
              <code>{text(`example.${id}.text`)}</code>
            </button>
            <span>{text(`example.${id}.means`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
