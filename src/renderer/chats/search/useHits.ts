import { useMemo } from 'react'
import type { SearchTerm } from '../../../shared/searching.ts'
import { useAsk } from '../../api.ts'
import { useSelection, useZone } from '../../selection.ts'

/** Where in the open conversation what is searched for stands. */
export interface Hits {
  /** Ids of messages and comments, oldest first. */
  readonly ordered: readonly string[]
  readonly ids: ReadonlySet<string>
  readonly terms: readonly SearchTerm[]
}

const none: Hits = { ordered: [], ids: new Set(), terms: [] }

/** The hits inside a conversation; none while nothing is searched for. */
export function useHits(conversation: string): Hits {
  const search = useSelection((selection) => selection.search)
  const zone = useZone()
  const { data, stale } = useAsk(
    'searchInside',
    [{ conversation, text: search ?? '', zone }],
    ['search', 'conversations'],
    { enabled: search !== null },
  )
  return useMemo(
    () =>
      data === undefined || stale || search === null
        ? none
        : { ordered: data.ids, ids: new Set(data.ids), terms: data.understood },
    [data, stale, search],
  )
}
