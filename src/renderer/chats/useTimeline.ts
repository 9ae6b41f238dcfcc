import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Conversation, MessageItem, TimelinePage } from '../../shared/contract.ts'
import { api } from '../api.ts'
import { partFrom, reachAround, type TimelinePart } from './threadPlaces.ts'

/** Items asked for at once; a page begins at a multiple of it. */
const pageSize = 200
/** So many items before they come in sight, their page is asked for. */
const ahead = 60

interface Timeline {
  /** What is held round the items in sight, without a hole; null: nothing yet. */
  readonly part: TimelinePart | null
  readonly messages: ReadonlyMap<string, MessageItem>
  /** Fetches what stands round a place, so that it can be shown there at once. */
  readonly prepare: (place: number) => Promise<void>
  /** The place of a message or comment; null: it is not held here. */
  readonly placeOf: (id: string) => Promise<number | null>
}

/** The items in sight of a conversation of any length: the part it opened with, and pages as they come in sight. */
export function useTimeline(conversation: Conversation, from: number, to: number): Timeline {
  const client = useQueryClient()
  const { row, total } = conversation
  const wanted = pagesFor(from - ahead, to + ahead, total).filter((page) => !covers(conversation, page))
  const pages = useQueries({
    queries: wanted.map((page) => pageQuery(row.id, page)),
    combine: answered,
  })
  const held = useMemo(() => [conversation, ...pages], [conversation, pages])
  const reach = reachAround(held, Math.floor((from + to) / 2))
  const [start, end] = [reach?.from ?? 0, reach?.to ?? 0]
  // The same part while somebody scrolls within it: what is drawn of it need not be drawn anew.
  const part = useMemo(() => (end > start ? partFrom(held, start, end) : null), [held, start, end])
  const messages = useMemo(() => messagesOf(held), [held])
  const prepare = useCallback(
    async (place: number) => {
      const near = pagesFor(place - ahead, place + ahead, total)
      await Promise.all(near.map((page) => client.ensureQueryData(pageQuery(row.id, page))))
    },
    [client, row.id, total],
  )
  const placeOf = useCallback(
    async (id: string) => {
      const here = held.map((one) => placeIn(one, id)).find((place) => place !== null)
      return here ?? (await askPlace(client, row.id, id))
    },
    [client, held, row.id],
  )
  return { part, messages, prepare, placeOf }
}

function pageQuery(conversation: string, page: number) {
  return {
    queryKey: ['timeline', conversation, page],
    queryFn: () =>
      api.timeline({ conversation, limit: pageSize, from: { kind: 'place', place: page * pageSize } }),
    meta: { topics: ['conversations', 'assignments', 'flags'] },
  }
}

function pagesFor(from: number, to: number, total: number): readonly number[] {
  const first = Math.floor(Math.max(0, from) / pageSize)
  const last = Math.floor(Math.max(0, Math.min(total - 1, to)) / pageSize)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function answered(results: readonly { readonly data: TimelinePage | undefined }[]): readonly TimelinePage[] {
  return results.flatMap(({ data }) => (data ? [data] : []))
}

function covers({ first, timeline, total }: TimelinePage, page: number): boolean {
  const from = page * pageSize
  return first <= from && first + timeline.length >= Math.min(total, from + pageSize)
}

function messagesOf(held: readonly TimelinePage[]): ReadonlyMap<string, MessageItem> {
  const items = held.flatMap(({ timeline, quoted }) => [...quoted, ...timeline])
  return new Map(items.flatMap((item) => (item.kind === 'message' ? [[item.id, item] as const] : [])))
}

function placeIn({ first, timeline }: TimelinePage, id: string): number | null {
  const index = timeline.findIndex((item) => 'id' in item && item.id === id)
  return index < 0 ? null : first + index
}

async function askPlace(client: QueryClient, conversation: string, id: string): Promise<number | null> {
  const page = await client.fetchQuery({
    queryKey: ['timeline', conversation, 'around', id],
    queryFn: () => api.timeline({ conversation, limit: 1, from: { kind: 'around', id } }),
    staleTime: 0,
  })
  return page.found
}
