/** Parts of a conversation's timeline, by place: a conversation of twenty thousand messages opens as fast as one of twenty. */
import type { TimelineItem, TimelinePage, TimelineQuery } from '../../shared/contract.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import type { ReadableDb } from './database.ts'
import { clampLimit } from './keyset.ts'
import type { RowNames } from './rowNames.ts'
import { readTimeline } from './timelineItems.ts'

export interface OpenTimeline {
  page(query: Pick<TimelineQuery, 'from' | 'limit'>): TimelinePage
  /** The newest part. */
  end(limit: number): TimelinePage
}

export function openTimeline(
  cache: ReadableDb,
  conversation: number,
  facts: ConversationFacts,
  names: RowNames,
): OpenTimeline {
  const timeline = readTimeline(cache, conversation, facts, names)
  const part = (first: number, limit: number, found: number | null): TimelinePage => ({
    timeline: timeline.slice(first, first + limit),
    first,
    total: timeline.length,
    found,
    quoted: [],
  })
  return {
    page({ from, limit: wanted }) {
      const limit = clampLimit(wanted)
      if (from.kind === 'place') return part(from.place, limit, from.place)
      const place = timeline.findIndex((item) =>
        from.kind === 'at' ? item.at >= from.at : idOf(item) === from.id,
      )
      if (place < 0) return part(Math.max(0, timeline.length - limit), limit, null)
      return part(from.kind === 'at' ? place : Math.max(0, place - Math.floor(limit / 2)), limit, place)
    },
    end: (limit) => part(Math.max(0, timeline.length - limit), limit, null),
  }
}

function idOf(item: TimelineItem): string | null {
  return item.kind === 'message' || item.kind === 'comment' ? item.id : null
}
