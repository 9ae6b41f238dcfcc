import type { ReactNode } from 'react'
import type { SnippetPart } from '../../../shared/searching.ts'

/** Text with what was looked for marked. Every part is a text node: what customers write stays text. */
export function Snippet({ parts }: { readonly parts: readonly SnippetPart[] }): ReactNode {
  return parts.map((part, index) =>
    // Parts of one text never change their order, so the index is the identity of a part.
    part.hit ? (
      <mark key={`${index} hit`} className="search-mark">
        {part.text}
      </mark>
    ) : (
      <span key={`${index} plain`}>{part.text}</span>
    ),
  )
}
