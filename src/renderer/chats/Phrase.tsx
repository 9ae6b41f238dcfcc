import type { ReactNode } from 'react'
import './words.css'

/** A translated sentence whose `<to/>` stands for `parts.to`: names keep their element without being split from the words. */
export function Phrase({
  text,
  parts,
}: {
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}): ReactNode {
  return text.split(/(<\w+\/>)/).map((piece, index) => {
    const name = /^<(\w+)\/>$/.exec(piece)?.[1]
    // A sentence never changes its own order, so the index is the identity of a piece.
    return <span key={`${index} ${piece}`}>{name === undefined ? piece : parts[name]}</span>
  })
}

/** A name in medium weight, isolated from the direction of the words around it. */
export function Name({ children }: { readonly children: string }): ReactNode {
  return <bdi className="chats-name">{children}</bdi>
}
