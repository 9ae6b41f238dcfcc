/** Parts of a conversation's timeline, by place: a conversation of twenty thousand messages opens as fast as one of twenty. */
import { assertNever } from '../../shared/assertNever.ts'
import type { MessageItem, TimelineItem, TimelinePage, TimelineQuery } from '../../shared/contract.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import type { ReadableDb } from './database.ts'
import { clampLimit } from './keyset.ts'
import type { RowNames } from './rowNames.ts'
import { folded, readEntries, readMessageItem } from './timelineItems.ts'
import { readOrder } from './timelineOrder.ts'

export interface OpenTimeline {
  page(query: Pick<TimelineQuery, 'from' | 'limit'>): TimelinePage
  /** The newest part. */
  end(limit: number): TimelinePage
  whole(): TimelinePage
}

export function openTimeline(
  cache: ReadableDb,
  conversation: number,
  facts: ConversationFacts,
  names: RowNames,
): OpenTimeline {
  const order = readOrder(cache, conversation, readEntries(cache, conversation, names))
  const { total } = order

  const readMessages = (rows: readonly number[]): readonly MessageItem[] => {
    const windows = windowsOf(facts, new Set(rows))
    const read = (k: number) => readMessageItem(cache, k, windows.get(k) ?? null, names)
    return rows.flatMap((k) => {
      const message = read(k)
      if (message === null) return []
      return [
        order
          .foldedInto(k)
          .flatMap((change) => read(change) ?? [])
          .reduce(folded, message),
      ]
    })
  }

  const part = (wanted: number, limit: number, found: number | null): TimelinePage => {
    const first = Math.max(0, Math.min(wanted, total))
    const placed = order.between(first, first + limit)
    const messages = readMessages(placed.flatMap((one) => ('k' in one ? [one.k] : [])))
    let next = 0
    const timeline = placed.flatMap((one): TimelineItem | readonly TimelineItem[] =>
      'k' in one ? (messages[next++] ?? []) : one.entry.read(),
    )
    return { timeline, first, total, found, quoted: readMessages(quotedBy(messages)) }
  }

  const quotedBy = (messages: readonly MessageItem[]): readonly number[] => {
    const shown = new Set(messages.map(({ id }) => id))
    const quoted = new Set(messages.flatMap(({ replyTo }) => replyTo ?? []))
    return [...quoted].filter((id) => !shown.has(id)).flatMap((id) => order.rowOf(id) ?? [])
  }

  return {
    page({ from, limit: wanted }) {
      const limit = clampLimit(wanted)
      switch (from.kind) {
        case 'place': {
          const place = Math.floor(from.place) || 0
          return part(place, limit, place >= 0 && place < total ? place : null)
        }
        case 'at': {
          const place = order.placeAt(from.at)
          return part(place, limit, place < total ? place : null)
        }
        case 'around': {
          const place = order.placeOf(from.id)
          return place < 0
            ? part(total - limit, limit, null)
            : part(Math.min(place - Math.floor(limit / 2), total - limit), limit, place)
        }
        default:
          return assertNever(from)
      }
    },
    end: (limit) => part(total - limit, limit, null),
    whole: () => part(0, total, null),
  }
}

/** Whether each of the messages was sent within its window. */
function windowsOf(
  { messages }: ConversationFacts,
  rows: ReadonlySet<number>,
): ReadonlyMap<number, boolean | null> {
  const windows = new Map<number, boolean | null>()
  for (const { k, inWindow } of messages) if (rows.has(k)) windows.set(k, inWindow)
  return windows
}
