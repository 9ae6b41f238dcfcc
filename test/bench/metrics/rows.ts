/**
 * Floorwalker's facts as plain rows, a table a kind: what every other engine is filled with, so that all hold the same.
 * Agents and the like are the store's row ids, -1 for none; times epoch milliseconds, durations whole milliseconds. A row's
 * team is the one it counts for: that of the credited agent, else the one in force.
 */
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import type { ConversationFacts, EpisodeFact } from '../../../src/main/metrics/facts.ts'
import { unpackFacts } from '../../../src/main/metrics/pack.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { allFacts } from '../../../src/main/store/facts.ts'
import { openCache } from '../../../src/main/store/open.ts'

export interface Credited {
  readonly conversation: number
  readonly channel: number
  readonly at: number
  readonly agent: number
  readonly team: number
}

/** What became of a message: each includes what stands before it but `failed`. */
export const messageStates = ['received', 'sent', 'delivered', 'read', 'failed'] as const
export type MessageState = (typeof messageStates)[number]

export interface MessageRow extends Credited {
  readonly state: MessageState
}
/** A first response, or the close of an episode. */
export interface DurationRow extends Credited {
  readonly ms: number
}
export interface StartRow extends Credited {
  readonly contact: number
  readonly category: number
  /** The conversation's first episode. */
  readonly first: boolean
}
export interface RatingRow extends Credited {
  readonly score: number
  readonly top: boolean
}

export interface Sink {
  /** Called first: what the rows' numbers are called. */
  names?(names: Dictionary): void
  message(row: MessageRow): void
  reply(row: DurationRow): void
  close(row: DurationRow): void
  start(row: StartRow): void
  rating(row: RatingRow): void
}

/** Reads what the rows' numbers are called in a workspace. */
export function readNames(dir: string): Dictionary {
  const cache = openCache(dir, 'reader')
  const dictionary = readDictionary(cache)
  cache.close()
  return dictionary
}

/** Hands every fact of a workspace to the sink, conversation by conversation. */
export function eachRow(dir: string, sink: Sink): void {
  const cache = openCache(dir, 'reader')
  const names = readDictionary(cache)
  const teams = new Map(names.agents.map(({ row, teams: [own] }) => [row, own ?? -1]))
  sink.names?.(names)
  for (const [, bytes] of allFacts(cache)) addRows(unpackFacts(bytes), teams, sink)
  cache.close()
}

function addRows(facts: ConversationFacts, teams: ReadonlyMap<number, number>, sink: Sink): void {
  const { conversation, channel } = facts
  const credited = (at: number, agent: number, inForce: number): Credited => {
    const own = teams.get(agent) ?? -1
    return { conversation, channel, at, agent, team: own < 0 ? inForce : own }
  }
  const teamOfMessage = new Map<number, number>()
  for (const message of facts.messages) {
    if (!message.counts) continue
    const agent = message.direction === 'in' ? message.assigned : message.agent
    teamOfMessage.set(message.k, message.team)
    sink.message({ ...credited(message.at, agent, message.team), state: stateOf(message) })
  }
  for (const episode of facts.episodes) {
    addEpisode(facts, episode, credited, sink)
    const { firstReplyAt, clockAt, firstReplyAgent, firstReplyMessage } = episode
    if (firstReplyAt === null || clockAt === null) continue
    const team = teamOfMessage.get(firstReplyMessage) ?? -1
    sink.reply({ ...credited(firstReplyAt, firstReplyAgent, team), ms: firstReplyAt - clockAt })
  }
  for (const { at, score, min, max, agent, team } of facts.ratings)
    sink.rating({ ...credited(at, agent, team), score, top: score >= max - 1 && score > min })
}

function addEpisode(
  { contact, category }: ConversationFacts,
  episode: EpisodeFact,
  credited: (at: number, agent: number, inForce: number) => Credited,
  sink: Sink,
): void {
  const { startedAt, closedAt, assignedAtStart, firstAssignedAgent } = episode
  sink.start({
    ...credited(startedAt, assignedAtStart < 0 ? firstAssignedAgent : assignedAtStart, episode.teamAtStart),
    contact,
    category,
    first: episode.index === 0,
  })
  if (closedAt !== null)
    sink.close({ ...credited(closedAt, episode.agentAtClose, episode.teamAtClose), ms: closedAt - startedAt })
}

function stateOf(message: ConversationFacts['messages'][number]): MessageState {
  if (message.direction === 'in') return 'received'
  if (!message.tracked) return 'sent'
  if (message.failed) return 'failed'
  if (message.delivered && message.read) return 'read'
  return message.delivered ? 'delivered' : 'sent'
}
