import type { ReactNode } from 'react'
import './PageHead.css'

export interface PageHeadProps {
  readonly title: ReactNode
  /** What is so, in one sentence. */
  readonly sentence?: ReactNode
  /** At most three buttons. */
  readonly children?: ReactNode
}

export function PageHead({ title, sentence, children }: PageHeadProps) {
  return (
    <header className="page-head">
      <h1 dir="auto">{title}</h1>
      <p>{sentence}</p>
      {children !== undefined && <div className="page-head-buttons">{children}</div>}
    </header>
  )
}
