import type { ReactNode } from 'react'
import type { WaitLevel } from './waits.ts'

export interface Fact {
  readonly label: string
  readonly value: string
  readonly level?: WaitLevel
}

/** Label left, value right, 24 px lines. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="chats-facts">
      {facts.map(({ label, value, level }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-level={level} title={value}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
