/** Answers that come page by page: the one way every list goes on as somebody scrolls. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Failure, Topic } from '../shared/contract.ts'
import { failureOf, useConnection } from './api.ts'

export interface PagedState<P> {
  /** The first page, with the totals of the list; undefined before it came. */
  readonly first: P | undefined
  readonly failure: Failure | null
  readonly loading: boolean
  /** What is shown answers an older question, or the engine does not answer. */
  readonly stale: boolean
  /** False at the end of the list, and while the next page is under way. */
  readonly hasMore: boolean
  /** A later page did not come; what came before it is kept. */
  readonly moreFailed: boolean
  readonly more: () => void
  readonly again: () => void
}

/** `key` is the question: another key is another list, and until its first page comes the older one is marked stale. */
export function usePagedAnswers<P extends { readonly next: string | null }>(asking: {
  readonly key: readonly unknown[]
  readonly page: (after: string | null) => Promise<P>
  readonly topics: readonly Topic[]
  readonly enabled: boolean
}): PagedState<P> & { readonly pages: readonly P[] | undefined } {
  const asked = useInfiniteQuery({
    queryKey: asking.key,
    queryFn: ({ pageParam }) => asking.page(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: asking.enabled,
    meta: { topics: asking.topics },
  })
  const lost = useConnection() !== 'open'
  const pages = asked.data?.pages
  return {
    pages,
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
