import type { QueryClient } from '@tanstack/react-query'
import type { Topic } from '../shared/contract.ts'

export interface Later {
  (milliseconds: number, callback: () => void): void
}

/**
 * Answers to what changed are asked for again: at once, then at most once in `pause` milliseconds, however fast the
 * engine announces. A question that is still under way is asked again in the next round, so the last change is
 * never lost and a slow answer is never thrown away.
 */
export function askAgainOnChange(
  client: QueryClient,
  later: Later,
  pause = 1000,
): (topics: readonly Topic[]) => void {
  let pending = new Set<Topic>()
  let resting = false

  function round(): void {
    const topics = pending
    pending = new Set()
    resting = true
    later(pause, () => {
      resting = false
      if (pending.size > 0) round()
    })
    for (const query of client.getQueryCache().getAll()) {
      const touched = topicsOf(query.meta).filter((topic) => topics.has(topic))
      if (touched.length === 0) continue
      if (query.state.fetchStatus === 'fetching') for (const topic of touched) pending.add(topic)
      else void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
  }

  return (topics) => {
    for (const topic of topics) pending.add(topic)
    if (!resting) round()
  }
}

function topicsOf(meta: Record<string, unknown> | undefined): readonly Topic[] {
  return (meta?.['topics'] as readonly Topic[] | undefined) ?? []
}
