import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationQuery, ConversationRow, Failure } from '../../shared/contract.ts'
import { api, failureOf, useConnection } from '../api.ts'

type Query = Omit<ConversationQuery, 'after' | 'skip' | 'limit'>

export interface ListPages {
  /** Undefined before the first answer. */
  readonly total: number | undefined
  /** The rows held, by their place in the list. */
  readonly rows: ReadonlyMap<number, ConversationRow>
  readonly failure: Failure | null
  readonly loading: boolean
  readonly stale: boolean
  /** A page in sight did not come; the others are kept. */
  readonly moreFailed: boolean
  readonly more: () => void
  readonly again: () => void
  /** The rows in sight changed; `to` is exclusive. */
  readonly onShow: (from: number, to: number) => void
}

const pageSize = 100
/** So many rows before they come in sight, their page is asked for. */
const ahead = 30
const topics = ['conversations', 'flags', 'audits'] as const

/** Milliseconds a scrollbar that is dragged far has to rest before rows are asked for: what flies past is not read. */
const restFor = 80

/** A list as long as it may be: the first page, and whichever are in sight, wherever somebody scrolls. */
export function useListPages(query: Query, enabled: boolean): ListPages {
  const [sight, onShow] = useSight()
  const first = useQuery({ ...pageQuery(query, 0), placeholderData: keepPreviousData, enabled })
  const total = first.data?.total
  const wanted = enabled ? pagesFor(sight[0] - ahead, sight[1] + ahead, total ?? 0) : []
  const { pages: others, failed } = useQueries({
    queries: wanted.map((page) => pageQuery(query, page)),
    combine: answered,
  })
  const lost = useConnection() !== 'open'
  const rows = useMemo(() => rowsOf([...(first.data ? [first.data] : []), ...others]), [first.data, others])
  return {
    total,
    rows,
    failure: first.error === null ? null : failureOf(first.error),
    loading: first.isLoading,
    stale: first.isPlaceholderData || (lost && first.data !== undefined),
    moreFailed: failed.length > 0,
    more: () => {
      for (const refetch of failed) void refetch()
    },
    again: () => void first.refetch(),
    onShow,
  }
}

type Sight = readonly [from: number, to: number]

/** The rows in sight: at once as somebody reads on, and once they rest where somebody jumped far. */
function useSight(): readonly [sight: Sight, onShow: (from: number, to: number) => void] {
  const [sight, setSight] = useState<Sight>([0, 0])
  const shown = useRef<Sight>(sight)
  const resting = useRef<number | undefined>(undefined)
  useEffect(() => () => window.clearTimeout(resting.current), [])
  const onShow = useCallback((from: number, to: number) => {
    window.clearTimeout(resting.current)
    const show = () => {
      if (shown.current[0] === from && shown.current[1] === to) return
      shown.current = [from, to]
      setSight(shown.current)
    }
    if (Math.abs(from - shown.current[0]) <= pageSize) show()
    else resting.current = window.setTimeout(show, restFor)
  }, [])
  return [sight, onShow]
}

function pageQuery(query: Query, page: number) {
  return {
    queryKey: ['conversations', query, page],
    queryFn: async (): Promise<Page> => ({
      page,
      ...(await api.conversations({ ...query, after: null, skip: page * pageSize, limit: pageSize })),
    }),
    meta: { topics },
  }
}

/** Pages with rows from one place to another, the first page aside: it is always held. */
function pagesFor(from: number, to: number, total: number): readonly number[] {
  const first = Math.max(1, Math.floor(from / pageSize))
  const last = Math.floor((Math.min(to, total) - 1) / pageSize)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

interface Page extends Awaited<ReturnType<typeof api.conversations>> {
  readonly page: number
}

function answered(results: readonly UseQueryResult<Page>[]) {
  return {
    pages: results.flatMap(({ data }) => (data ? [data] : [])),
    failed: results.flatMap(({ isError, refetch }) => (isError ? [refetch] : [])),
  }
}

function rowsOf(pages: readonly Page[]): ReadonlyMap<number, ConversationRow> {
  return new Map(
    pages.flatMap(({ page, rows }) =>
      rows.map((row, index): [number, ConversationRow] => [page * pageSize + index, row]),
    ),
  )
}
