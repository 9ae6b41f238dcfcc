import type { ComponentProps, ReactNode } from 'react'
import { Keys } from './Keys.tsx'
import './Button.css'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly icon?: ReactNode
  /** The keys that do the same, shown in the button; whoever owns the keys handles them. */
  readonly keys?: string
  /** The one filled button of a view. */
  readonly primary?: boolean
  /** A word with an icon and no border, for bars and rows. */
  readonly quiet?: boolean
  readonly danger?: boolean
}

export function Button({ icon, keys, primary, quiet, danger, children, ...rest }: ButtonProps) {
  const look = primary === true ? 'primary' : quiet === true ? 'quiet' : 'plain'
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-look={look}
      data-danger={danger === true || undefined}
    >
      {icon}
      {children}
      {keys !== undefined && <Keys>{keys}</Keys>}
    </button>
  )
}
