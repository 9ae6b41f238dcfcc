import { useMemo } from 'react'
import type { Api, Topic } from '../../shared/contract.ts'
import { api } from '../api.ts'
import { type PagedState, usePagedAnswers } from '../pagedAnswers.ts'

/** The requests that answer page by page: handed `after`, they give the rows behind it and the next `after`. */
type Paged = 'conversations' | 'assignmentLog' | 'flags' | 'heldAt'
type Query<K extends Paged> = Omit<Parameters<Api[K]>[0], 'after' | 'limit'>
type Page<K extends Paged> = Awaited<ReturnType<Api[K]>>

export interface Pages<K extends Paged> extends PagedState<Page<K>> {
  readonly rows: readonly Page<K>['rows'][number][]
}

const pageSize = 100

/** A list as long as somebody scrolls: asks for the next page when `more` is called, again when a topic changed. */
export function usePages<K extends Paged>(
  method: K,
  query: Query<K>,
  topics: readonly Topic[],
  options?: { readonly enabled?: boolean },
): Pages<K> {
  const { pages, ...state } = usePagedAnswers({
    key: ['pages', method, query],
    page: (after) => page(method, query, after),
    topics,
    enabled: options?.enabled ?? true,
  })
  const rows = useMemo(
    () => (pages ?? []).flatMap((one): Page<K>['rows'][number][] => [...one.rows]),
    [pages],
  )
  return { rows, ...state }
}

function page<K extends Paged>(method: K, query: Query<K>, after: string | null): Promise<Page<K>> {
  const request = api[method] as unknown as (
    query: Query<K> & { after: string | null; limit: number },
  ) => Promise<Page<K>>
  return request({ ...query, after, limit: pageSize })
}
