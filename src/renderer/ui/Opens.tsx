import type { ReactNode } from 'react'
import type { ExplainQuery } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'
import './Opens.css'

export interface OpensProps {
  readonly query: ExplainQuery
  readonly children: ReactNode
  /** What the figure is, where its place alone does not say it. */
  readonly label?: string
}

/** A figure that opens the conversations behind it: a dotted underline on hover, `Enter` opens. */
export function Opens({ query, children, label }: OpensProps) {
  return (
    <button type="button" className="opens" aria-label={label} onClick={() => openNumber(query)}>
      {children}
    </button>
  )
}
