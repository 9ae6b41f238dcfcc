import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Api, Failure, Topic } from '../../shared/contract.ts'
import { api, failureOf, useConnection } from '../api.ts'

/** The requests that answer page by page: handed `after`, they give the rows behind it and the next `after`. */
type Paged = 'conversations' | 'assignmentLog' | 'flags'
type Query<K extends Paged> = Omit<Parameters<Api[K]>[0], 'after' | 'limit'>
type Page<K extends Paged> = Awaited<ReturnType<Api[K]>>

export interface Pages<K extends Paged> {
  readonly rows: readonly Page<K>['rows'][number][]
  /** The first page, with the totals of the list; undefined before it came. */
  readonly first: Page<K> | undefined
  readonly failure: Failure | null
  readonly loading: boolean
  readonly stale: boolean
  /** False at the end of the list, and while the next page is under way. */
  readonly hasMore: boolean
  /** A later page did not come; the rows before it are kept. */
  readonly moreFailed: boolean
  readonly more: () => void
  readonly again: () => void
}

const pageSize = 100

/** A list as long as somebody scrolls: asks for the next page when `more` is called, again when a topic changed. */
export function usePages<K extends Paged>(
  method: K,
  query: Query<K>,
  topics: readonly Topic[],
  options?: { readonly enabled?: boolean },
): Pages<K> {
  const asked = useInfiniteQuery({
    queryKey: ['pages', method, query],
    queryFn: ({ pageParam }) => page(method, query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: options?.enabled ?? true,
    meta: { topics },
  })
  const lost = useConnection() !== 'open'
  const pages = asked.data?.pages
  const rows = useMemo(
    () => (pages ?? []).flatMap((one): Page<K>['rows'][number][] => [...one.rows]),
    [pages],
  )
  return {
    rows,
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

function page<K extends Paged>(method: K, query: Query<K>, after: string | null): Promise<Page<K>> {
  const request = api[method] as unknown as (
    query: Query<K> & { after: string | null; limit: number },
  ) => Promise<Page<K>>
  return request({ ...query, after, limit: pageSize })
}
