/** What a view shows instead of data: nothing yet, nothing there, or something failed. */
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/contract.ts'
import { Button } from './Button.tsx'
import { useFailureText } from './failureText.tsx'
import { useText } from './text.ts'
import './states.css'

/** Bars in the place of the text to come, after 150 ms. `widths` in per cent, one a line. */
export function Loading({ widths = [36, 72, 64, 70, 48] }: { readonly widths?: readonly number[] }) {
  const text = useText('ui')
  return (
    <output className="loading" aria-label={text('loading')}>
      {widths.map((width, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- bars have no identity
        <span key={index} style={{ width: `${width}%` }} />
      ))}
    </output>
  )
}

export interface EmptyProps {
  /** Why there is nothing, in one sentence. */
  readonly why: ReactNode
  /** What to do about it. */
  readonly todo?: ReactNode
  /** One button. */
  readonly children?: ReactNode
}

export function Empty({ why, todo, children }: EmptyProps) {
  return (
    <div className="state">
      <p className="state-what">{why}</p>
      {todo !== undefined && <p>{todo}</p>}
      {children}
    </div>
  )
}

export interface FailedProps {
  readonly failure: Failure
  /** Tries again; without it there is no button. */
  readonly again?: () => void
}

/** What happened, what was kept, one button. Stands in place of the view; the rest of the page lives on. */
export function Failed({ failure, again }: FailedProps) {
  const text = useText('ui')
  const { message, hint } = useFailureText()(failure)
  return (
    <div className="state" role="alert">
      <p className="state-what" dir="auto">
        {message}
      </p>
      <p dir="auto">{hint}</p>
      {again !== undefined && <Button onClick={again}>{text('again')}</Button>}
    </div>
  )
}
