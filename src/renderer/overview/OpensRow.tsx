import type { ReactNode } from 'react'
import type { ExplainQuery } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'

/** A whole line of a list as the button that opens its number: one tab stop a line, however many figures it shows. */
export function OpensRow({
  query,
  className,
  title,
  children,
}: {
  readonly query: ExplainQuery
  readonly className: string
  /** More than the line shows: denominators, the full name of a reason. */
  readonly title?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <button
      type="button"
      className={`opens-row ${className}`}
      title={title}
      onClick={() => {
        openNumber(query)
      }}
    >
      {children}
    </button>
  )
}

/** A bar of a list, 0…1 of the room it has. */
export function Bar({
  length,
  tone,
}: {
  readonly length: number
  readonly tone: 'plain' | 'accent' | 'context'
}): ReactNode {
  return (
    <span className="share-track" aria-hidden="true">
      <span className={`share share-${tone}`} style={{ inlineSize: `${String(length * 100)}%` }} />
    </span>
  )
}
