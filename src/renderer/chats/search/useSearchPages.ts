import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { SearchAnswer, SearchGroup, SearchQuery } from '../../../shared/searching.ts'
import { api, failureOf, useConnection } from '../../api.ts'
import { useZone } from '../../selection.ts'
import { joinGroups } from './hitRows.ts'

export type SearchOrder = SearchQuery['order']

export interface SearchPages {
  readonly groups: readonly SearchGroup[]
  /** The first page, with totals and notices; undefined before it came. */
  readonly first: SearchAnswer | undefined
  readonly failure: Failure | null
  readonly loading: boolean
  /** What is shown answers an older question, or the engine does not answer. */
  readonly stale: boolean
  readonly hasMore: boolean
  readonly moreFailed: boolean
  readonly more: () => void
  readonly again: () => void
}

/** Hits, not conversations. */
const pageSize = 50

/**
 * What is found for a text, page by page; null: nothing is looked for. Every text is a question of its own, so a late answer to an older one never
 * stands under a newer one: until the newer comes, the older is marked stale.
 */
export function useSearchPages(text: string | null, order: SearchOrder): SearchPages {
  const zone = useZone()
  const asked = useInfiniteQuery({
    queryKey: ['search', text, zone, order],
    queryFn: ({ pageParam }) =>
      api.search({ text: text ?? '', zone, order, after: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: text !== null,
    meta: { topics: ['search', 'conversations'] },
  })
  const lost = useConnection() !== 'open'
  const pages = asked.data?.pages
  const groups = useMemo(() => joinGroups((pages ?? []).map((page) => page.groups)), [pages])
  return {
    groups,
    first: pages?.[0],
    failure: asked.error === null || asked.isFetchNextPageError ? null : failureOf(asked.error),
    loading: asked.isLoading,
    stale: asked.isPlaceholderData || (lost && pages !== undefined),
    hasMore: asked.hasNextPage && !asked.isFetchingNextPage && !asked.isFetchNextPageError,
    moreFailed: asked.isFetchNextPageError,
    more: () => void asked.fetchNextPage(),
    again: () => void asked.refetch(),
  }
}
