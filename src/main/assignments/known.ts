/** One conversation as the reads of assignments need it: its facts, its intervals, who commented when. */
import type { HeldInterval } from '../../shared/assigning.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { isHumanReply } from '../metrics/messageFacts.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { actorOf, commentTimes } from '../store/assignmentRows.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { conversationName } from '../store/names.ts'
import type { RowNames } from '../store/rowNames.ts'
import { heldIntervals, type Held } from './intervals.ts'

export interface KnownConversation {
  readonly row: number
  readonly id: string
  readonly contact: HeldInterval['contact']
  readonly category: string | null
  readonly facts: ConversationFacts
  readonly intervals: readonly Held[]
  /** By agent row, ascending. */
  readonly comments: ReadonlyMap<number, readonly number[]>
}

/** Null for a conversation of which nothing is known (any more). */
export function readKnown(cache: ReadableDb, names: RowNames, row: number): KnownConversation | null {
  const found = rawSql<[number, string, number, Uint8Array]>(
    cache,
    'SELECT c.source, c.rid, c.contact, f.data FROM facts f JOIN conversations c ON c.id = f.conversation WHERE f.conversation = ?',
  ).get(row)
  if (!found) return null
  const [source, rid, contact, data] = found
  const facts = unpackFacts(data)
  return {
    row,
    id: conversationName(cache, source, rid),
    contact: names.contact(contact),
    category: names.category(facts.category),
    facts,
    intervals: heldIntervals(facts),
    comments: commentTimes(cache, row),
  }
}

/** When an agent replied within a time; the end is outside it. */
export function repliesWithin(
  { messages }: ConversationFacts,
  agent: number,
  from: number,
  to: number | null,
): readonly number[] {
  return messages
    .filter(
      (message) =>
        message.agent === agent &&
        isHumanReply(message) &&
        message.at >= from &&
        (to === null || message.at < to),
    )
    .map(({ at }) => at)
}

/** Seconds from a moment to the agent's first reply or comment before the end; null: none came. */
export function firstActionWithin(
  { facts, comments }: KnownConversation,
  agent: number,
  from: number,
  to: number | null,
): number | null {
  const [reply = Infinity] = repliesWithin(facts, agent, from, to)
  const comment = comments.get(agent)?.find((at) => at >= from && (to === null || at < to)) ?? Infinity
  const first = Math.min(reply, comment)
  return first === Infinity ? null : (first - from) / 1000
}

/** An interval in the words of the contract. */
export function intervalView(
  cache: ReadableDb,
  names: RowNames,
  known: KnownConversation,
  held: Held,
): HeldInterval {
  const { agent, team, from, earliest, to, source, endedBy } = held
  const nobody = agent < 0
  const actor = source === 'inferred' ? null : actorOf(cache, known.row, from, nobody ? null : agent)
  return {
    conversation: known.id,
    contact: known.contact,
    agent: names.agent(agent),
    team: names.team(team),
    from,
    earliest,
    to,
    source,
    by: names.agent(actor?.by ?? null),
    byType: actor?.byType ?? 'unknown',
    note: actor?.note ?? null,
    endedBy,
    firstAction: nobody ? null : firstActionWithin(known, agent, from, to),
    replies: nobody ? 0 : repliesWithin(known.facts, agent, from, to).length,
  }
}
