/**
 * The WhatsApp cloud as a source: the collector's log read from its newest events on (`tail`) and from its beginning
 * (`backfill`), and the account's numbers and templates asked of the cloud itself (`graph`).
 */
import type { Page, Source, SourcePorts, Stream } from '../source.ts'
import { createCollector, type Collector, type FeedPage } from './collector.ts'
import { createGraph, type GraphConfig } from './graph.ts'
import { graphStream } from './graphStream.ts'
import { mapEvent } from './map.ts'

export interface WhatsAppCloudConfig {
  /** Base address of the collector. */
  readonly collector: string
  /** The collector's console token. */
  readonly token: string
  readonly graph?: GraphConfig
}

/** Events a page asks for. */
const pageSize = 500
/** How far before the newest event the tail begins, so that the screen has something recent at once. */
const tailReach = 500

export function createWhatsAppCloudSource(config: WhatsAppCloudConfig, ports: SourcePorts): Source {
  const collector = createCollector(config, ports)
  return {
    kind: 'whatsapp-cloud',
    streams: [
      tailStream(collector, ports.now),
      backfillStream(collector),
      ...(config.graph === undefined
        ? []
        : [graphStream(createGraph(config.graph, ports), collector, ports.now)]),
    ],
  }
}

/** New events, for ever. Cursor: `position@log`, the position of the last event read. */
function tailStream(collector: Collector, now: () => number): Stream {
  let reached: number | null = null
  return {
    name: 'tail',
    role: 'tail',
    everyMs: 15_000,
    async pull(cursor, signal) {
      const asked = now()
      const [place = '', log] = cursor?.split('@') ?? []
      const after = cursor === null ? await tailStart(collector, signal) : positionOf(place)
      const feed = await collector.read(after, pageSize, signal)
      const otherLog = log !== undefined && feed.log !== null && feed.log !== log
      if (otherLog || feed.head < after) return beginAgain(feed, after, asked)
      reached = feed.next
      return {
        ...mapped(feed),
        cursor: tailCursor(feed.next, feed.log),
        more: feed.more,
        completeTo: feed.more ? null : asked,
        backfilledTo: null,
        progress: { done: feed.next, total: feed.head },
      }
    },
    watch: (wake, signal) => collector.watch(() => reached, wake, signal),
  }
}

/** Events from before the tail began, oldest first. Cursor: `position/end/time of the first event`. */
function backfillStream(collector: Collector): Stream {
  return {
    name: 'backfill',
    role: 'backfill',
    everyMs: 1000,
    async pull(cursor, signal) {
      // The end is where a tail would begin now: at or after where the real one began, so no event falls between.
      const [position, end, since] =
        cursor === null
          ? [0, await tailStart(collector, signal), null]
          : (cursor.split('/').map(positionOf) as [number, number, number | undefined])
      if (position >= end) return finished(position, end, since ?? null)
      const feed = await collector.read(position, Math.min(pageSize, end - position), signal)
      const first = since ?? feed.events[0]?.receivedAt ?? null
      const done = !feed.more || feed.next >= end
      return {
        ...mapped(feed),
        cursor: [feed.next, done ? feed.next : end, first].filter((part) => part !== null).join('/'),
        more: !done,
        completeTo: null,
        backfilledTo: done ? first : null,
        progress: { done: Math.min(feed.next, end), total: end },
      }
    },
  }
}

async function tailStart(collector: Collector, signal: AbortSignal): Promise<number> {
  const { head } = await collector.read(0, 1, signal)
  return Math.max(0, head - tailReach)
}

function positionOf(text: string): number {
  const position = Number(text)
  return Number.isSafeInteger(position) && position >= 0 ? position : 0
}

function mapped(feed: FeedPage): Pick<Page, 'records' | 'rejects' | 'notices'> {
  const events = feed.events.map(mapEvent)
  return {
    records: events.flatMap((event) => event.records),
    rejects: events.flatMap((event) => event.rejects),
    notices: events.flatMap((event) => event.notices),
  }
}

function finished(position: number, end: number, since: number | null): Page {
  return {
    records: [],
    rejects: [],
    notices: [],
    cursor: [position, end, since].filter((part) => part !== null).join('/'),
    more: false,
    completeTo: null,
    backfilledTo: since,
    progress: { done: end, total: end },
  }
}

function tailCursor(position: number, log: string | null): string {
  return log === null ? String(position) : `${position}@${log}`
}

/** The log is another one, or shorter than what was read of it: it was reset or restored. Reading again is harmless and loses nothing. */
function beginAgain(feed: FeedPage, after: number, at: number): Page {
  return {
    records: [],
    rejects: [],
    notices: [
      {
        id: `collector_reset:${feed.log ?? ''}:${after}`,
        at,
        severity: 'danger',
        kind: 'collector_reset',
        text: `The collector’s log is not the one read before (up to event ${after}; it now ends at ${feed.head}): it was reset, moved or restored from a backup. It is read again from its beginning; nothing here was removed.`,
      },
    ],
    cursor: tailCursor(0, feed.log),
    more: true,
    completeTo: null,
    backfilledTo: null,
    progress: { done: 0, total: feed.head },
  }
}
