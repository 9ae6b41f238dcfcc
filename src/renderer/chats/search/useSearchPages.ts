import { useMemo } from 'react'
import type { SearchAnswer, SearchGroup, SearchQuery } from '../../../shared/searching.ts'
import { api } from '../../api.ts'
import { usePagedAnswers, type PagedState } from '../../pagedAnswers.ts'
import { useZone } from '../../selection.ts'
import { joinGroups } from './hitRows.ts'

export type SearchOrder = SearchQuery['order']

export interface SearchPages extends PagedState<SearchAnswer> {
  readonly groups: readonly SearchGroup[]
}

/** Hits, not conversations. */
const pageSize = 50

/**
 * What is found for a text, page by page; null: nothing is looked for. Every text is a question of its own, so a late answer to an older one never
 * stands under a newer one: until the newer comes, the older is marked stale.
 */
export function useSearchPages(text: string | null, order: SearchOrder): SearchPages {
  const zone = useZone()
  const { pages, ...state } = usePagedAnswers({
    key: ['search', text, zone, order],
    page: (after) => api.search({ text: text ?? '', zone, order, after, limit: pageSize }),
    topics: ['search', 'conversations'],
    enabled: text !== null,
  })
  const groups = useMemo(() => joinGroups((pages ?? []).map((page) => page.groups)), [pages])
  return { groups, ...state }
}
