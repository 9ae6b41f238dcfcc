/**
 * Every figure counted by looking at each thing once and asking whether it belongs: no index, no cache, no rows shared
 * between metrics. Durations are seconds.
 */
import type { Figure, Scope, Targets } from '../../src/shared/contract.ts'
import { durationBuckets, type MetricId } from '../../src/shared/metrics.ts'
import {
  askedForPerson,
  clockOf,
  firstReplyOf,
  isReply,
  replay,
  waitsOf,
  type Episode,
  type History,
  type Wait,
} from './replay.ts'
import { windowAt } from './replay.ts'
import type { Message, World } from './world.ts'

const day = 86_400_000

/** One thing that may count: when, whose, in which conversation, with what value. */
export interface Thing {
  readonly at: number
  readonly agent: number
  readonly team: number
  readonly history: History
  readonly value: number
}

/** What a metric is made of in one workspace: `part` of `of`, or the values of `part`. */
interface Made {
  readonly kind:
    'count' | 'distinct' | 'rate' | 'ratio' | 'duration' | 'mean' | 'inTarget' | 'new' | 'returning'
  readonly part: readonly Thing[]
  readonly of?: readonly Thing[]
  readonly target?: keyof Targets
}

export interface Ledger {
  readonly world: World
  readonly histories: readonly History[]
  readonly made: ReadonlyMap<MetricId, Made>
  readonly firstStart: ReadonlyMap<number, number>
}

/** Everything that can be counted in a workspace. */
export function bookOf(world: World): Ledger {
  const histories = world.conversations.map(replay)
  const things = (each: (history: History) => readonly Omit<Thing, 'history'>[]): readonly Thing[] =>
    histories.flatMap((history) => each(history).map((thing) => ({ ...thing, history })))
  const firstStart = new Map<number, number>()
  for (const { conversation, episodes } of histories)
    for (const { startedAt } of episodes)
      firstStart.set(
        conversation.contact,
        Math.min(firstStart.get(conversation.contact) ?? Infinity, startedAt),
      )
  return {
    world,
    histories,
    firstStart,
    made: new Map(Object.entries(madeOf(world, things)) as [MetricId, Made][]),
  }
}

type Things = (each: (history: History) => readonly Omit<Thing, 'history'>[]) => readonly Thing[]

function madeOf(world: World, things: Things): Partial<Record<MetricId, Made>> {
  const starts = (which: (episode: Episode) => boolean) =>
    things((history) =>
      history.episodes.filter(which).map((episode) => {
        const message = episode.begunBy === 'in' || episode.begunBy === 'out'
        const held = history.holderAt(episode.startedAt, message ? 'after' : 'before')
        const first = firstAssignment(episode)
        return {
          at: episode.startedAt,
          agent: held.agent < 0 ? first : held.agent,
          team: held.team,
          value: 1,
        }
      }),
    )
  const messages = (
    which: (message: Message, history: History) => boolean,
    by: 'sender' | 'holder' = 'sender',
  ) =>
    things((history) =>
      history.messages
        .filter((message) => which(message, history))
        .map((message) => {
          const held = history.holderAt(message.at, 'after')
          const sender = message.author === 'agent' ? message.agent : -1
          const agent = message.direction === 'in' || by === 'holder' ? held.agent : sender
          return { at: message.at, agent, team: held.team, value: 1 }
        }),
    )
  const sent = (which: (message: Message) => boolean, by: 'sender' | 'holder' = 'sender') =>
    messages((message) => message.direction === 'out' && which(message), by)
  const closes = (valueOf: (episode: Episode, history: History) => number) =>
    things((history) =>
      history.episodes.flatMap((episode) => {
        if (episode.closedAt === null) return []
        return [
          {
            at: episode.closedAt,
            ...history.holderAt(episode.closedAt, 'after'),
            value: valueOf(episode, history),
          },
        ]
      }),
    )
  const resolutions = closes((episode) => ((episode.closedAt ?? 0) - episode.startedAt) / 1000)
  const waits = (which: (wait: Wait) => boolean, valueOf: (wait: Wait) => number) =>
    things((history) =>
      history.episodes.flatMap((episode) =>
        waitsOf(episode)
          .filter((wait) => wait.reply !== null && which(wait))
          .map((wait) => ({ ...byResponder(history, wait.reply!), value: valueOf(wait) })),
      ),
    )
  const firstResponses = things((history) =>
    history.episodes.flatMap((episode) => {
      const reply = firstReplyOf(episode)
      const clock = clockOf(episode)
      return reply === null || clock === null
        ? []
        : [{ ...byResponder(history, reply), value: (reply.at - clock) / 1000 }]
    }),
  )
  const assignments = (which: (one: { from: number; to: number }) => boolean, by: 'to' | 'from') =>
    things((history) =>
      history.assignments
        .filter(which)
        .map((one) => ({ at: one.at, agent: one[by], team: one.team, value: 1 })),
    )
  const ratings = things((history) =>
    history.conversation.ratings.map(({ at, score, min, max }) => ({
      at,
      ...history.holderAt(at, 'after'),
      value: max > min ? 1 + (4 * (score - min)) / (max - min) : score,
    })),
  )
  const top = things((history) =>
    history.conversation.ratings
      .filter(({ score, min, max }) => score >= max - 1 && score > min)
      .map(({ at }) => ({ at, ...history.holderAt(at, 'after'), value: 1 })),
  )
  const surveys = things((history) =>
    history.conversation.surveys.map((at) => ({ at, ...history.holderAt(at, 'after'), value: 1 })),
  )
  const later = (wait: Wait) => !wait.first
  const nextResponses = waits(later, (wait) => ((wait.to ?? 0) - wait.from) / 1000)
  const count = (part: readonly Thing[]): Made => ({ kind: 'count', part })
  const rate = (part: readonly Thing[], of: readonly Thing[]): Made => ({ kind: 'rate', part, of })
  const trackedSent = sent(tracked)
  const delivered = sent(isDelivered)
  const bots = things((history) =>
    history.episodes.filter(hadBot).map((episode) => botThing(history, episode)),
  )
  const botsWith = (which: (episode: Episode, history: History) => boolean) =>
    things((history) =>
      history.episodes
        .filter((episode) => hadBot(episode) && which(episode, history))
        .map((episode) => botThing(history, episode)),
    )
  return {
    conversations_opened: count(starts(({ index }) => index === 0)),
    conversations_reopened: count(starts(({ index }) => index > 0)),
    conversations_closed: count(resolutions),
    messages_received: count(messages(({ direction }) => direction === 'in')),
    messages_sent: count(sent(() => true)),
    messages_delivered: count(delivered),
    messages_read: count(sent(isRead)),
    messages_failed: count(sent(isFailed)),
    delivery_rate: rate(delivered, trackedSent),
    read_rate: rate(sent(isRead), delivered),
    read_of_sent: rate(sent(isRead), trackedSent),
    failure_rate: rate(sent(isFailed), trackedSent),
    engagement: {
      kind: 'ratio',
      part: messages(({ direction }) => direction === 'in', 'holder'),
      of: sent(isDelivered, 'holder'),
    },
    sent_in_window: count(messages((message, history) => inWindow(world, message, history) === true)),
    sent_outside_window: count(messages((message, history) => inWindow(world, message, history) === false)),
    first_response_time: { kind: 'duration', part: firstResponses },
    next_response_time: { kind: 'duration', part: nextResponses },
    resolution_time: { kind: 'duration', part: resolutions },
    time_to_assignment: { kind: 'duration', part: things(pickupOf) },
    time_to_first_response_from_assignment: {
      kind: 'duration',
      part: things((history) =>
        history.episodes.flatMap((episode) => {
          const reply = firstReplyOf(episode)
          const assigned = reply === null ? null : lastAssignmentBefore(episode, reply.at)
          return reply === null || assigned === null
            ? []
            : [{ ...byResponder(history, reply), value: (reply.at - assigned) / 1000 }]
        }),
      ),
    },
    first_response_in_target: { kind: 'inTarget', part: firstResponses, target: 'firstResponse' },
    next_response_in_target: { kind: 'inTarget', part: nextResponses, target: 'nextResponse' },
    resolution_in_target: { kind: 'inTarget', part: resolutions, target: 'resolution' },
    responses_to_resolution: {
      kind: 'mean',
      part: closes(
        (episode, { messages: all }) =>
          all.filter((one) => isReply(one) && one.at <= episode.closedAt!).length,
      ),
    },
    messages_per_conversation: {
      kind: 'mean',
      part: closes((episode, { messages: all }) => all.filter((one) => one.at <= episode.closedAt!).length),
    },
    assigned: { kind: 'distinct', part: assignments(({ to }) => to >= 0, 'to') },
    handled: {
      kind: 'distinct',
      part: sent(({ author, agent }) => author === 'agent' && agent >= 0),
    },
    closed_by: count(
      things((history) =>
        history.episodes.flatMap((episode) =>
          episode.closedAt === null || episode.closedByAgent < 0
            ? []
            : [
                {
                  at: episode.closedAt,
                  agent: episode.closedByAgent,
                  team: history.holderAt(episode.closedAt, 'after').team,
                  value: 1,
                },
              ],
        ),
      ),
    ),
    transferred_in: count(assignments(isTransfer, 'to')),
    transferred_out: count(assignments(isTransfer, 'from')),
    csat_score: rate(top, ratings),
    csat_average: { kind: 'mean', part: ratings },
    csat_response_rate: { kind: 'ratio', part: ratings, of: surveys },
    contacts_new: { kind: 'new', part: starts(() => true) },
    contacts_returning: { kind: 'returning', part: starts(() => true) },
    bot_contained: rate(botsWith(isContained), bots),
    bot_satisfied: rate(
      botsWith((episode, history) => isContained(episode) && !ratedBadly(episode, history)),
      bots,
    ),
    bot_escalated: rate(
      botsWith((episode) => askedForPerson(episode)),
      bots,
    ),
  }
}

function byResponder(history: History, reply: Message): Omit<Thing, 'history' | 'value'> {
  return {
    at: reply.at,
    agent: reply.author === 'agent' ? reply.agent : -1,
    team: history.holderAt(reply.at, 'after').team,
  }
}

function firstAssignment(episode: Episode): number {
  const first = episode.moments.find((one) => one.kind === 'assigned' && one.to >= 0)
  return first?.kind === 'assigned' ? first.to : -1
}

function lastAssignmentBefore(episode: Episode, at: number): number | null {
  return episode.moments.findLast((one) => one.kind === 'assigned' && one.to >= 0 && one.at <= at)?.at ?? null
}

function isTransfer({ from, to }: { readonly from: number; readonly to: number }): boolean {
  return from >= 0 && to >= 0 && from !== to
}

function pickupOf(history: History): readonly Omit<Thing, 'history'>[] {
  const [first] = history.episodes
  const assigned = history.assignments.find(({ to }) => to >= 0)
  if (first === undefined || assigned === undefined) return []
  const value = Math.max(0, assigned.at - first.startedAt) / 1000
  return [{ at: assigned.at, agent: assigned.to, team: assigned.team, value }]
}

// ── messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

function tracked(message: Message): boolean {
  return message.sentAt !== null || message.failedAt !== null || message.reachedAt !== null
}

function isDelivered(message: Message): boolean {
  return message.reachedAt !== null
}

function isRead(message: Message): boolean {
  return message.readAt !== null
}

function isFailed(message: Message): boolean {
  return message.failedAt !== null && (message.reachedAt === null || message.reachedAt < message.failedAt)
}

/** Whether a message fell into the window; null where the window says nothing. */
function inWindow(world: World, message: Message, { conversation }: History): boolean | null {
  if (message.direction !== 'out' || message.author === 'app') return null
  const own = conversation.messages.filter(
    (one) => one.direction === 'in' && one.opensWindow && comesBefore(one, message),
  )
  const before = (world.inbound.get(`${conversation.contact} ${conversation.channel}`) ?? []).findLast(
    (at) => at < (conversation.messages[0]?.at ?? 0) && !own.some((one) => one.at === at),
  )
  const opening = before === undefined ? own : [{ at: before, freeEntry: false }, ...own]
  return windowAt(message.at, opening)
}

function comesBefore(inbound: Message, outbound: Message): boolean {
  return inbound.at <= outbound.at
}

// ── bots ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function hadBot(episode: Episode): boolean {
  return (
    episode.openedBy === 'bot' ||
    episode.moments.some(
      (one) => one.kind === 'out' && one.message.author === 'bot' && isCounted(one.message),
    )
  )
}

function isCounted(message: Message): boolean {
  return !['reaction', 'edit', 'revoke', 'system'].includes(message.type)
}

function isContained(episode: Episode): boolean {
  return !askedForPerson(episode)
}

function ratedBadly(episode: Episode, { conversation, episodes }: History): boolean {
  const next = episodes[episode.index + 1]?.startedAt ?? Infinity
  return conversation.ratings.some(
    ({ at, score, min, max }) => at >= episode.startedAt && at < next && score < (min + max) / 2,
  )
}

function botThing(history: History, episode: Episode): Omit<Thing, 'history'> {
  const last = episode.moments.findLast(
    (one) => (one.kind === 'in' || one.kind === 'out') && isCounted(one.message),
  )
  const at = episode.closedAt ?? last?.at ?? episode.startedAt
  return { at, ...history.holderAt(at, 'after'), value: 1 }
}

// ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The figure of one metric in a scope; undefined for a metric the reference does not count. `key` narrows to one agent (row). */
export function figureOf(
  { world, made, firstStart }: Ledger,
  metric: MetricId,
  scope: Scope,
  targets: Targets,
  agent?: number,
): Figure | undefined {
  const one = made.get(metric)
  if (one === undefined) return undefined
  const inScope = (thing: Thing) =>
    thing.at >= scope.from &&
    thing.at < scope.to &&
    (agent === undefined || thing.agent === agent) &&
    passes(scope.agents, world.agents.get(thing.agent)) &&
    passes(scope.teams, world.teams.get(teamOf(world, thing))) &&
    passes(scope.channels, world.channels.get(thing.history.conversation.channel)) &&
    passes(scope.categories, world.categories.get(thing.history.category))
  const part = one.part.filter(inScope)
  const values = part.map(({ value }) => value)
  switch (one.kind) {
    case 'count':
      return { value: part.length }
    case 'distinct':
      return {
        value: new Set(
          part.map(
            ({ agent: who, history }) => `${agent === undefined ? '' : who} ${history.conversation.id}`,
          ),
        ).size,
      }
    case 'rate':
    case 'ratio': {
      const of = (one.of ?? []).filter(inScope).length
      return { value: of === 0 ? null : part.length / of, of }
    }
    case 'duration':
      return durationOf(values)
    case 'mean':
      return { value: values.length === 0 ? null : sum(values) / values.length, of: values.length }
    case 'inTarget': {
      const target = targets[one.target ?? 'firstResponse']
      const within = target === null ? null : values.filter((value) => value <= target).length
      return {
        value: within === null || values.length === 0 ? null : within / values.length,
        of: values.length,
      }
    }
    case 'new':
    case 'returning': {
      const contacts = new Set(
        part.map(({ history }) => history.conversation.contact).filter((contact) => contact >= 0),
      )
      const fresh = [...contacts].filter((contact) => (firstStart.get(contact) ?? 0) >= scope.from)
      return { value: one.kind === 'new' ? fresh.length : contacts.size - fresh.length }
    }
  }
}

function passes(wanted: readonly string[], id: string | undefined): boolean {
  return wanted.length === 0 || (id !== undefined && wanted.includes(id))
}

/** The team of the agent, else the one in force. */
function teamOf(world: World, thing: Thing): number {
  const own = world.teamOfAgent.get(thing.agent) ?? -1
  return own < 0 ? thing.team : own
}

function durationOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  const buckets = [...durationBuckets, Infinity].map(
    (to, index, bounds) => sorted.filter((value) => value < to && value >= (bounds[index - 1] ?? 0)).length,
  )
  if (count === 0) return { count, mean: null, median: null, p90: null, min: null, max: null, buckets }
  return {
    count,
    mean: sum(sorted) / count,
    median: (sorted[Math.floor((count - 1) / 2)]! + sorted[Math.floor(count / 2)]!) / 2,
    p90: sorted[Math.ceil((count * 9) / 10) - 1]!,
    min: sorted[0]!,
    max: sorted.at(-1)!,
    buckets,
  }
}

function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
}

/** How long a contact may stay away and still be found in a question of the follow-up kind. */
export const dayMs = day
