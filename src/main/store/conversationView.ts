/** One conversation: its timeline in order, whole or in part, the waits drawn through it, its episodes, its contact. */
import type { Conversation, TimelinePage, TimelineQuery } from '../../shared/contract.ts'
import { inline } from '../../shared/phrases.ts'
import { flagsOfConversation } from '../attention/conversationFlags.ts'
import type { ConversationFacts, EpisodeFact } from '../metrics/facts.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { conversationRowOf } from './conversationList.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { storeFailed, type StoreFailure } from './errors.ts'
import { conversationByName } from './names.ts'
import { createRowNames, type RowNames } from './rowNames.ts'
import { openTimeline, type OpenTimeline } from './timelinePages.ts'
import { wordText } from './words.ts'

/** Items a conversation opens with. */
const openingLength = 200

/** The whole conversation. Throws a `StoreFailure` of kind `invalid` when there is no such one. */
export function readConversation(
  cache: ReadableDb,
  workspace: ReadableDb,
  id: string,
  now: number,
): Conversation {
  return conversationWith(cache, workspace, id, now, (timeline) => timeline.whole())
}

/** As a screen opens it: at its end, or round a message or comment. Throws as `readConversation` does. */
export function openConversation(
  cache: ReadableDb,
  workspace: ReadableDb,
  id: string,
  now: number,
  around: string | null,
): Conversation {
  return conversationWith(cache, workspace, id, now, (timeline) =>
    around === null
      ? timeline.end(openingLength)
      : timeline.page({ limit: openingLength, from: { kind: 'around', id: around } }),
  )
}

function conversationWith(
  cache: ReadableDb,
  workspace: ReadableDb,
  id: string,
  now: number,
  partOf: (timeline: OpenTimeline) => TimelinePage,
): Conversation {
  const opened = open(cache, id)
  const row = opened && conversationRowOf(cache, workspace, opened.names, opened.facts, now)
  if (opened === null || row === null) throw missing(id)
  const { facts, names, timeline } = opened
  return {
    ...partOf(timeline),
    row,
    contact: contactOf(cache, facts.contact, row.contact),
    waits: facts.waits.map((wait) => ({
      from: wait.from,
      to: wait.to,
      first: wait.first,
      endedBy: wait.endedBy,
      agent: names.agent(wait.agent),
    })),
    episodes: facts.episodes.map((episode) => episodeOf(facts, episode, names)),
    counts: countsOf(facts),
    sentiment: facts.mood?.sentiment ?? null,
    language: facts.mood === null ? null : wordText(cache, facts.mood.language),
    flags: flagsOfConversation(cache, workspace, names, facts.conversation, now),
  }
}

/** Another part of its timeline. Throws a `StoreFailure` of kind `invalid` when there is no such conversation. */
export function readTimelinePage(cache: ReadableDb, query: TimelineQuery): TimelinePage {
  const opened = open(cache, query.conversation)
  if (opened === null) throw missing(query.conversation)
  return opened.timeline.page(query)
}

interface Opened {
  readonly facts: ConversationFacts
  readonly names: RowNames
  readonly timeline: OpenTimeline
}

/** The conversation opened last: who scrolls through a long one asks for many parts of it. */
const lastOpened = new WeakMap<ReadableDb, { readonly key: string; readonly opened: Opened | null }>()

/** Null when there is no such conversation. */
function open(cache: ReadableDb, id: string): Opened | null {
  const key = `${stateOf(cache)} ${id}`
  const last = lastOpened.get(cache)
  if (last?.key === key) return last.opened
  const opened = openAnew(cache, id)
  lastOpened.set(cache, { key, opened })
  return opened
}

function openAnew(cache: ReadableDb, id: string): Opened | null {
  const conversation = conversationByName(cache, id)
  const data = value<Uint8Array>(cache, 'SELECT data FROM facts WHERE conversation = ?', conversation)
  if (conversation === null || data === undefined) return null
  const facts = unpackFacts(data)
  const names = createRowNames(cache)
  return { facts, names, timeline: openTimeline(cache, conversation, facts, names) }
}

/** Another one after every change, by this connection or any other. */
function stateOf(cache: ReadableDb): string {
  return `${String(cache.pragma('data_version', { simple: true }))} ${value<number>(cache, 'SELECT total_changes()')}`
}

function missing(id: string): StoreFailure {
  return storeFailed('invalid', 'store.noConversation', { id: inline(id) })
}

function episodeOf(
  facts: ConversationFacts,
  episode: EpisodeFact,
  names: RowNames,
): Conversation['episodes'][number] {
  const later = facts.waits.filter(
    (wait) => wait.episode === episode.index && !wait.first && wait.endedBy === 'reply',
  )
  return {
    openedAt: episode.startedAt,
    openedBy: episode.openedBy,
    closedAt: episode.closedAt,
    firstResponse: seconds(episode.clockAt, episode.firstReplyAt),
    firstResponder: names.agent(episode.firstReplyAgent),
    timeToAssignment: seconds(episode.startedAt, episode.firstAssignedAt),
    resolution: seconds(episode.startedAt, episode.closedAt),
    resolvedBy: names.agent(episode.agentAtClose),
    nextResponseMedian: middle(later.flatMap((wait) => seconds(wait.from, wait.to) ?? [])),
    bots: botsOf(facts, episode),
    excluded: episode.noFirstResponse,
  }
}

function botsOf(
  { messages }: ConversationFacts,
  { startedAt, firstReplyAt }: EpisodeFact,
): Conversation['episodes'][number]['bots'] {
  if (firstReplyAt === null) return null
  const bots = messages.filter(
    ({ at, author, direction }) =>
      direction === 'out' &&
      (author === 'bot' || author === 'automation') &&
      at >= startedAt &&
      at <= firstReplyAt,
  )
  return bots[0] ? { count: bots.length, at: bots[0].at } : null
}

function countsOf(facts: ConversationFacts): Conversation['counts'] {
  const counts = { in: 0, out: 0, failed: 0 }
  for (const message of facts.messages) {
    if (!message.counts) continue
    counts[message.direction] += 1
    if (message.failed) counts.failed += 1
  }
  return counts
}

function contactOf(
  cache: ReadableDb,
  contact: number,
  named: Conversation['row']['contact'],
): Conversation['contact'] {
  const row = rawSql<[string | null, string | null, number | null, string | null]>(
    cache,
    'SELECT phone, language, opted_in_at, tags FROM contacts WHERE id = ?',
  ).get(contact)
  const history = rawSql<[number, number | null]>(
    cache,
    'SELECT count(*), min(started_at) FROM conversations WHERE contact = ? AND started_at IS NOT NULL',
  ).get(contact)
  return {
    ...named,
    phone: row?.[0] ?? null,
    language: row?.[1] ?? null,
    conversations: history?.[0] ?? 0,
    since: history?.[1] ?? null,
    optedInAt: row?.[2] ?? null,
    tags: row?.[3] ? (JSON.parse(row[3]) as readonly string[]) : [],
  }
}

function seconds(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.round((to - from) / 1000)
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? 0) + upper) / 2
}
