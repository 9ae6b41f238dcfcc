import type { ReactNode } from 'react'
import { initialsOf } from '../frame/initials.ts'

/** The round mark before a name. The name stands beside it, so it says nothing to a screen reader. */
export function Initials({ name }: { readonly name: string }): ReactNode {
  return (
    <span className="agents-initials" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
