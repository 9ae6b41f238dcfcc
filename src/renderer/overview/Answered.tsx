import type { ReactNode } from 'react'
import type { Asked } from '../api.ts'
import { Failed, Loading } from '../ui/states.tsx'

/** A question's three ways to end: failed in its own place, not here yet, or the answer (dimmed while a newer one comes). */
export function Answered<T>({
  asked,
  children,
}: {
  readonly asked: Asked<T>
  readonly children: (data: T) => ReactNode
}): ReactNode {
  const { data, failure, stale, again } = asked
  if (data === undefined) return failure === null ? <Loading /> : <Failed failure={failure} again={again} />
  return <div data-stale={stale || undefined}>{children(data)}</div>
}
