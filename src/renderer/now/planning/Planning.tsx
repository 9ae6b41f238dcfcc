import type { ReactNode } from 'react'

/** What to plan for: what is still to come, how many agents it takes, and what other shifts would have made of it. */
export function Planning(): ReactNode {
  return null
}
