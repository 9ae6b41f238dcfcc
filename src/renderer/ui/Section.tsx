import { type ReactNode, useId } from 'react'
import './Section.css'

/** One block of a page: a head with its grey subtitle in the same line, what stands at the right, and the content. */
export function Section({
  title,
  subtitle,
  aside,
  tools,
  place,
  children,
}: {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly aside?: ReactNode
  /** Controls at the very right of the head. */
  readonly tools?: ReactNode
  /** The name of its area in the page's grid. */
  readonly place?: string
  readonly children: ReactNode
}): ReactNode {
  const id = useId()
  return (
    <section
      className="block"
      style={place === undefined ? undefined : { gridArea: place }}
      // Two blocks of a page may share a title: the subtitle tells them apart.
      aria-labelledby={subtitle === undefined ? id : `${id} ${id}-subtitle`}
    >
      <header className="block-head">
        <h2 id={id}>{title}</h2>
        {subtitle !== undefined && (
          <span id={`${id}-subtitle`} className="block-subtitle">
            {subtitle}
          </span>
        )}
        {aside !== undefined && <span className="block-aside">{aside}</span>}
        {tools !== undefined && <span className="block-tools">{tools}</span>}
      </header>
      {children}
    </section>
  )
}
