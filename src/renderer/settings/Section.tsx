import { type ReactNode, useId } from 'react'

export interface SectionProps {
  readonly title: string
  readonly about?: ReactNode
  readonly children: ReactNode
  /** Name and purpose above what can be set, which takes the whole width. */
  readonly wide?: boolean
}

/** Name and purpose at the left, what can be set at the right. */
export function Section({ title, about, children, wide }: SectionProps) {
  const id = useId()
  return (
    <section className="section" data-wide={wide} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {about !== undefined && <p>{about}</p>}
      </div>
      <div className="section-body">{children}</div>
    </section>
  )
}

export interface LineProps {
  readonly label: string
  readonly hint?: string
  /** The control; it is given the ids that name and describe it. */
  readonly render: (ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
  }) => ReactNode
}

/** One setting: label left, control right, what it means below. */
export function Line({ label, hint, render }: LineProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      <div className="line-control">
        {render({ id, 'aria-describedby': hint === undefined ? undefined : hintId })}
      </div>
      {hint !== undefined && (
        <p id={hintId} className="line-hint">
          {hint}
        </p>
      )}
    </div>
  )
}
