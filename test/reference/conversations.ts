/** What can be counted of conversations one by one: their episodes, replies, waits, closes, assignments, ratings, moods. */
import type { Held, Episode, History } from './replay.ts'
import { isReply, senderOf } from './replay.ts'
import { remembered, servingTeam, type Question, type Thing } from './question.ts'
import {
  clockOf,
  firstReplyOf,
  hadBot,
  heardAt,
  neglectOf,
  restsOf,
  tookPart,
  waitsOf,
  wasEscalated,
} from './waits.ts'
import type { Message } from './world.ts'

/** A thing of a conversation; its contact and, unless said otherwise, its opener are the conversation's. */
export function thing(
  history: History,
  own: Pick<Thing, 'at' | 'agent' | 'team'> & Partial<Thing>,
  episode: Episode | undefined = history.episodes[0],
): Thing {
  return {
    history,
    contact: history.conversation.contact,
    opener: episode?.openedBy ?? 'unknown',
    value: 1,
    ...own,
  }
}

type Each = (history: History, question: Question) => readonly Thing[]

export function ofEach(each: Each): (question: Question) => readonly Thing[] {
  return remembered((question) => question.ledger.histories.flatMap((history) => each(history, question)))
}

export function ofEpisodes(
  each: (episode: Episode, history: History, question: Question) => readonly Thing[],
): (question: Question) => readonly Thing[] {
  return ofEach((history, question) =>
    history.episodes.flatMap((episode) => each(episode, history, question)),
  )
}

/** Who has the conversation by now. */
function currentOf(history: History): Held {
  return history.holderAt(Infinity)
}

/**
 * Seconds from one instant to another, in working time where the question asks for it: that of the team in force, else of
 * the agent's own. null: no hours are known there.
 */
function secondsBetween(
  question: Question,
  history: History,
  held: Held,
  from: number,
  to: number,
  without: readonly { readonly from: number; readonly to: number }[] = [],
): number | null {
  const { ledger, openTime } = question
  const open =
    openTime === null
      ? (a: number, b: number) => b - a
      : openTime(history.conversation.channel, servingTeam(ledger, held))
  if (open === null) return null
  const pauses = without
    .map((one) => ({ from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    .filter((one) => one.from < one.to)
  return (open(from, to) - pauses.reduce((all, one) => all + open(one.from, one.to), 0)) / 1000
}

// ── beginnings and ends ──────────────────────────────────────────────────────────────────────────────────────────

export const starts = ofEpisodes((episode, history) => {
  const { heldAtStart, startedAt } = episode
  // Mostly nobody has it yet as it begins: then it is the first one's who got it.
  const first = episode.moments.find((one) => one.kind === 'assigned' && one.to >= 0)
  const later = first?.kind === 'assigned' ? first.to : -1
  const agent = heldAtStart.agent < 0 ? later : heldAtStart.agent
  const value = episode.index === 0 ? 1 : 0
  return [thing(history, { at: startedAt, agent, team: heldAtStart.team, value }, episode)]
})

/** Closes; the value is what `valueOf` says. */
export function closes(
  valueOf: (
    episode: Episode,
    history: History,
    question: Question,
    closedAt: number,
    held: Held,
  ) => number | null,
  creditOf: (episode: Episode, history: History, held: Held) => number = (_episode, _history, held) =>
    held.agent,
): (question: Question) => readonly Thing[] {
  return ofEpisodes((episode, history, question) => {
    const { closedAt } = episode
    if (closedAt === null) return []
    const held = history.holderAt(closedAt)
    return [
      thing(
        history,
        {
          at: closedAt,
          agent: creditOf(episode, history, held),
          team: held.team,
          done: held,
          value: valueOf(episode, history, question, closedAt, held),
          labels: { 'closed-by': episode.closedBy },
        },
        episode,
      ),
    ]
  })
}

/** The length of each close the rules ask for. */
export const resolutions = remembered((question) => {
  const { rules } = question
  const onlyLast = rules.resolution === 'first_to_last' || rules.resolution === 'open_spans'
  return closes(
    (episode, history, _question, closedAt, held) => {
      const first = history.episodes[0]?.startedAt ?? episode.startedAt
      const from = rules.resolution === 'episode' ? episode.startedAt : first
      const until = history.episodes.slice(0, episode.index + 1)
      const rests = until.flatMap((one) =>
        restsOf(one).flatMap(({ from: begin, to }) => (to === null ? [] : [{ from: begin, to }])),
      )
      const gaps = until.flatMap((one, index) => {
        const next = until[index + 1]
        return next === undefined || one.closedAt === null ? [] : [{ from: one.closedAt, to: next.startedAt }]
      })
      const pauses = [...(rules.withoutRest ? rests : []), ...(rules.resolution === 'open_spans' ? gaps : [])]
      return secondsBetween(question, history, held, from, closedAt, pauses)
    },
    (episode, history, held) => {
      if (rules.resolutionCredit === 'closer') return episode.closedByAgent
      return rules.resolutionCredit === 'current' ? currentOf(history).agent : held.agent
    },
  )(question).filter(({ history, at }) => {
    const last = history?.episodes.findLast(({ closedAt }) => closedAt !== null)
    return !onlyLast || last?.closedAt === at
  })
})

// ── replies and waits ────────────────────────────────────────────────────────────────────────────────────────────

function byResponder(history: History, reply: Message): Pick<Thing, 'at' | 'agent' | 'team'> {
  return { at: reply.at, agent: senderOf(reply), team: history.holderAt(reply.at).team }
}

/** First responses from the clock that `startOf` chooses; null: it never started. */
function firstReplies(
  startOf: (episode: Episode, history: History, reply: Message, clock: number) => number | null,
  isRuled: boolean,
): (question: Question) => readonly Thing[] {
  return ofEpisodes((episode, history, question) => {
    const { rules } = question
    const reply = firstReplyOf(episode)
    const clock = clockOf(episode)
    if (reply === null || clock === null) return []
    const replied = history.episodes.find((one) => firstReplyOf(one) !== null)
    if (isRuled && rules.firstResponsePer === 'conversation' && replied !== episode) return []
    if (isRuled && rules.closedOnly && !history.closed) return []
    const by = byResponder(history, reply)
    const agent = isRuled && rules.firstResponseCredit === 'current' ? currentOf(history).agent : by.agent
    const from = startOf(episode, history, reply, clock)
    const value =
      from === null ? null : secondsBetween(question, history, by, Math.max(from, clock), reply.at)
    return value === null ? [] : [thing(history, { ...by, agent, done: by, value }, episode)]
  })
}

/** Somebody got the conversation. */
function isGiven(moment: Episode['moments'][number]): boolean {
  return moment.kind === 'assigned' && moment.to >= 0
}

export const firstResponses = remembered((question) => {
  const { firstResponseClock } = question.rules
  return firstReplies((episode, _history, reply, clock) => {
    switch (firstResponseClock) {
      case 'opening':
        return clock
      case 'first_inbound':
        return heardAt(episode).find((at) => at <= reply.at) ?? null
      case 'first_assignment':
        return episode.heldAtStart.agent >= 0
          ? episode.startedAt
          : (episode.moments.find((one) => isGiven(one) && one.at <= reply.at)?.at ?? null)
      case 'bot_handoff':
        return episode.moments.findLast((one) => one.kind === 'handoff' && one.at <= reply.at)?.at ?? clock
    }
  }, true)(question)
})

/** From the last time anybody got it before the first reply. */
export const responsesAfterAssignment = firstReplies(
  (_episode, history, reply) =>
    history.assignments.findLast(({ to, at }) => to >= 0 && at <= reply.at)?.at ?? null,
  false,
)

/** Later waits that a reply ended. */
export const nextResponses = ofEpisodes((episode, history, question) => {
  const { closedOnly, unanswered } = question.rules
  if (closedOnly && !history.closed) return []
  return waitsOf(episode).flatMap((wait) => {
    if (wait.first || wait.reply === null) return []
    const by = byResponder(history, wait.reply)
    const from = unanswered === 'first' ? wait.from : wait.last
    const value = secondsBetween(question, history, by, from, wait.reply.at)
    return value === null ? [] : [thing(history, { ...by, value }, episode)]
  })
})

/** Neglected episodes whose customer waited longer than the limit. */
export const abandoned = ofEpisodes((episode, history, question) => {
  const neglect = neglectOf(episode)
  if (neglect === null || neglect.at > question.now) return []
  const held = history.holderAt(neglect.at)
  const waited = secondsBetween(question, history, held, neglect.from, neglect.at)
  return waited !== null && waited > question.rules.abandonedAfter
    ? [thing(history, { at: neglect.at, ...held }, episode)]
    : []
})

export const pickups = ofEach((history, question) => {
  const [first] = history.episodes
  const given = history.assignments.find(({ to }) => to >= 0)
  if (first === undefined || given === undefined) return []
  // Assigned before it was opened: it did not wait.
  const value = secondsBetween(
    question,
    history,
    { agent: given.to, team: given.team },
    Math.min(first.startedAt, given.at),
    given.at,
  )
  return value === null ? [] : [thing(history, { at: given.at, agent: given.to, team: given.team, value })]
})

// ── assignments, ratings, bots, moods ────────────────────────────────────────────────────────────────────────────

export function assignments(
  which: (one: { readonly from: number; readonly to: number }) => boolean,
  by: 'to' | 'from',
): (question: Question) => readonly Thing[] {
  return ofEach((history) =>
    history.assignments
      .filter(which)
      .map((one) => thing(history, { at: one.at, agent: one[by], team: one.team })),
  )
}

export function isTransfer({ from, to }: { readonly from: number; readonly to: number }): boolean {
  return from >= 0 && to >= 0 && from !== to
}

type Rating = History['conversation']['ratings'][number]

/** Ratings, each with what it says; null: nothing here. */
export function ratings(
  valueOf: (rating: Rating) => number | null,
): (question: Question) => readonly Thing[] {
  return ofEach((history) =>
    history.conversation.ratings.flatMap((rating) => {
      const value = valueOf(rating)
      return value === null ? [] : [thing(history, { at: rating.at, ...history.holderAt(rating.at), value })]
    }),
  )
}

export const surveys = ofEach((history) =>
  history.conversation.surveys.map((at) => thing(history, { at, ...history.holderAt(at), role: 'of' })),
)

/** Episodes with a bot; the value is 1 where `which` says so. */
export function bots(
  which: (episode: Episode, history: History) => boolean,
): (question: Question) => readonly Thing[] {
  return ofEpisodes((episode, history) => {
    if (!hadBot(episode)) return []
    const spoken = history.messages.at(-1)?.at ?? episode.startedAt
    const at = episode.closedAt ?? Math.max(episode.startedAt, spoken)
    const held = episode.closedAt === null ? currentOf(history) : history.holderAt(at)
    return [thing(history, { at, ...held, value: which(episode, history) ? 1 : 0 }, episode)]
  })
}

export function isContained(episode: Episode): boolean {
  return !wasEscalated(episode) && !tookPart(episode)
}

/** A rating speaks of the episode begun last. */
export function isRatedBadly(episode: Episode, { conversation, episodes }: History): boolean {
  const next = episodes[episode.index + 1]?.startedAt ?? Infinity
  return conversation.ratings.some(
    ({ at, score, min, max }) => at >= episode.startedAt && at < next && score < (min + max) / 2,
  )
}

/** What the customer feels: what their last message that is not neutral says, since the first that said so. */
export const moods = ofEach((history, question) => {
  const heard = history.messages.filter(({ direction }) => direction === 'in')
  const scored = heard.filter(({ sentiment }) => sentiment !== null)
  const strong = scored.filter(({ sentiment }) => sentiment !== 0)
  const last = strong.at(-1)
  const before = strong.findLastIndex(({ sentiment }) => sentiment !== last?.sentiment)
  // Nothing strong: the first that could be scored; nothing scored: the last there is.
  const decisive = last === undefined ? (scored[0] ?? heard.at(-1)) : strong[before + 1]
  if (decisive === undefined) return []
  const held = history.holderAt(decisive.at)
  const place = history.moments.findIndex((one) => one.kind === 'in' && one.message === decisive)
  const settled = history.moments.find(
    (one, index) =>
      index > place &&
      ((one.kind === 'out' && isReply(one.message)) ||
        (one.kind === 'closed' && history.episodes.some(({ moments }) => moments.includes(one)))),
  )
  // What never was settled took too long.
  const value =
    settled === undefined ? Infinity : secondsBetween(question, history, held, decisive.at, settled.at)
  const words = { '-1': 'negative', '0': 'neutral', '1': 'positive' } as const
  const sentiment = decisive.sentiment === null ? null : words[String(decisive.sentiment) as '0']
  return [
    thing(history, {
      at: decisive.at,
      ...held,
      value,
      labels: { sentiment, language: languageOf(history, decisive) },
    }),
  ]
})

/** The language of the decisive message, else of the one that was decisive before it. */
function languageOf(history: History, decisive: Message): string | null {
  const heard = history.messages.filter(({ direction }) => direction === 'in')
  let felt: number | null = null
  let language: string | null = null
  for (const message of heard.slice(0, heard.indexOf(decisive) + 1)) {
    const { sentiment } = message
    const decides = felt === null || (sentiment !== null && sentiment !== 0 && sentiment !== felt)
    if (!decides) continue
    felt = sentiment
    language = message.language ?? language
  }
  return language
}
