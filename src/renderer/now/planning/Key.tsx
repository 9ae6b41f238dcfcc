import type { ReactNode } from 'react'

/** What the two bars of a pair are. */
export function Key({ names }: { readonly names: readonly [string, string] }): ReactNode {
  return (
    <span className="plan-key">
      <i data-tone="grey" />
      {names[0]}
      <i data-tone="accent" />
      {names[1]}
    </span>
  )
}
