/** Why an episode counts as it does, as sentences in order: keys of the words and the values they need. */
import type { Conversation, TimelineItem } from '../../shared/contract.ts'

export type Episode = Conversation['episodes'][number]

export type Because =
  | { readonly kind: 'opened'; readonly by: Episode['openedBy']; readonly at: number }
  | { readonly kind: 'reply'; readonly agent: string | null; readonly at: number }
  | { readonly kind: 'bot'; readonly count: number; readonly at: number }
  | { readonly kind: 'excluded'; readonly reason: NonNullable<Episode['excluded']> }
  | { readonly kind: 'closed'; readonly agent: string | null; readonly at: number }

export function becauseOf(
  conversation: Pick<Conversation, 'timeline' | 'waits'>,
  episode: Episode,
): readonly Because[] {
  const reasons: Because[] = [{ kind: 'opened', by: episode.openedBy, at: episode.openedAt }]
  const reply = firstReply(conversation, episode)
  if (reply) {
    reasons.push({ kind: 'reply', agent: reply.agent, at: reply.at })
    if (episode.bots) reasons.push({ kind: 'bot', ...episode.bots })
  }
  if (episode.excluded !== null) reasons.push({ kind: 'excluded', reason: episode.excluded })
  if (episode.closedAt !== null)
    reasons.push({ kind: 'closed', agent: episode.resolvedBy, at: episode.closedAt })
  return reasons
}

function firstReply(
  { timeline, waits }: Pick<Conversation, 'timeline' | 'waits'>,
  episode: Episode,
): { readonly agent: string | null; readonly at: number } | null {
  if (episode.firstResponse === null) return null
  const within = (at: number) =>
    at >= episode.openedAt && (episode.closedAt === null || at <= episode.closedAt)
  const wait = waits.find((one) => one.first && one.endedBy === 'reply' && one.to !== null && within(one.to))
  if (wait?.to) return { agent: episode.firstResponder, at: wait.to }
  const reply = timeline.find((item) => isPerson(item) && within(item.at))
  return reply ? { agent: episode.firstResponder, at: reply.at } : null
}

function isPerson(item: TimelineItem): boolean {
  if (item.kind !== 'message' || item.direction !== 'out') return false
  return item.author.type === 'agent' || item.author.type === 'app'
}

/** The episode a moment belongs to, or the last one. Null: the conversation has none. */
export function episodeAt(episodes: readonly Episode[], at: number | null): number | null {
  if (episodes.length === 0) return null
  if (at === null) return episodes.length - 1
  const found = episodes.findIndex(
    (episode) => episode.openedAt <= at && (episode.closedAt === null || at <= episode.closedAt),
  )
  return found < 0 ? episodes.length - 1 : found
}
