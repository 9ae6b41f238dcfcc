/** Flags that were raised, by the rules switched on. One that lies ahead is none yet. */
import { flagRuleIds, type FlagRule, type FlagRuleId } from '../../src/shared/flags.ts'
import { dueOf } from '../../src/main/text/promisedTimes.ts'
import { signal } from '../../src/main/text/signals.ts'
import { ofEach, thing } from './conversations.ts'
import { isFailed } from './messages.ts'
import { isReply, senderOf, type Episode, type History } from './replay.ts'
import type { Question, Thing } from './question.ts'
import { clockOf, firstReplyOf, inWindow, personWaitsOf, whyNoReply } from './waits.ts'
import type { Message } from './world.ts'

const day = 86_400_000

/** When it was raised, and for whom where that is not who had the conversation then. */
interface Raised {
  readonly at: number
  readonly agent?: number
  readonly team?: number
}

type Raise = (history: History, threshold: number, question: Question) => readonly Raised[]

export const flags = ofEach((history, question) => {
  const found: Thing[] = []
  for (const id of flagRuleIds) {
    const rule: FlagRule = question.settings.flagRules[id]
    const raise = rules[id]
    if (!rule.on || raise === undefined) continue
    for (const { at, ...own } of raise(history, rule.threshold ?? Number.NaN, question)) {
      const { agent, team } = { ...history.holderAt(at), ...own }
      const name = question.ledger.world.teams.get(team) ?? ''
      const isWanted = rule.teams.length === 0 || rule.teams.includes(name)
      if (isWanted && at <= question.now)
        found.push(thing(history, { at, agent, team, labels: { rule: id } }))
    }
  }
  return found
})

const rules: Readonly<Partial<Record<FlagRuleId, Raise>>> = {
  unresolved: waits,
  waiting: waits,
  first_response: firstResponses,
  message_failed: (history) =>
    history.conversation.messages.filter(isFailed).map((one) => failure(history, one)),
  mentioned: ({ conversation }) =>
    conversation.comments.flatMap(({ at, mentions }) =>
      [...new Set(mentions)].map((agent) => ({ at, agent })),
    ),
  reassigned_wait: handedOver,
  negative: upset,
  asks_person: asked,
  abuse: (history) =>
    firstOfEach(
      history,
      history.messages.filter((one) => says(one, signal.abuse)),
      episodeOf,
    ),
  outside_window: (history, _threshold, { ledger }) =>
    firstOfEach(
      history,
      history.messages.filter(
        (one) =>
          (one.author === 'agent' || one.author === 'bot') &&
          !one.isCampaign &&
          (isFailed(one) || !isHeardSoon(history, one.at)) &&
          inWindow(one, history, ledger.world.inbound) === false,
      ),
      (at) => silenceOf(history, at),
    ),
  no_opt_in: unasked,
  personal_data: personalData,
  reopened: ({ episodes }, threshold) => {
    const again = episodes.slice(1).map(({ startedAt }) => startedAt)
    return again.flatMap((at, index) => {
      const recent = again.slice(0, index + 1).filter((other) => at - other <= 7 * day)
      return recent.length >= threshold ? [{ at }] : []
    })
  },
  ping_pong: ({ episodes, assignments }, threshold) =>
    episodes.flatMap(({ startedAt, closedAt, heldAtStart }) => {
      const given = assignments.filter(({ at }) => at >= startedAt && at <= (closedAt ?? Infinity))
      // Everybody who had it one after the other; nobody in between is nobody.
      const had = [heldAtStart.agent, ...given.map(({ to }) => to)].map((agent, index) => ({
        agent,
        at: index === 0 ? startedAt : given[index - 1]!.at,
      }))
      const chain = had
        .filter(({ agent }) => agent >= 0)
        .filter(({ agent }, index, all) => agent !== all[index - 1]?.agent)
      const met = chain.find(
        ({ agent }, index) =>
          index > 0 && (index >= threshold || chain.slice(0, index).some((one) => one.agent === agent)),
      )
      return met === undefined ? [] : [{ at: met.at }]
    }),
  low_rating: (history, threshold) =>
    [...Map.groupBy(history.conversation.ratings, ({ at }) => at)].flatMap(([at, ratings]) =>
      ratings.some(({ score, min, max }) => max > min && (score - min) / (max - min) < threshold)
        ? [{ at }]
        : [],
    ),
  contact_blocked: (history) =>
    firstOfEach(
      history,
      history.messages.filter((one) => isFailed(one) && one.errorCode === 131050),
      (at) => silenceOf(history, at),
    ).map(({ message }) => failure(history, message)),
  promise: broken,
}

// ── waits ────────────────────────────────────────────────────────────────────────────────────────────────────────

function waits({ episodes }: History, threshold: number): readonly Raised[] {
  return episodes
    .flatMap(personWaitsOf)
    .filter(({ from, to }) => to === null || to - from >= threshold * 1000)
    .map(({ from }) => ({ at: from + threshold * 1000 }))
}

function firstResponses({ episodes }: History, threshold: number): readonly Raised[] {
  return episodes.flatMap((episode) => {
    const clock = clockOf(episode)
    const why = whyNoReply(episode)
    // Nobody owes a reply where nobody wrote, or where a bot settled it.
    const isOwed = why === null || why === 'no_reply_yet' || why === 'closed_without_reply'
    if (clock === null || !isOwed) return []
    const reply = firstReplyOf(episode)
    const ended = reply?.at ?? episode.closedAt ?? Infinity
    const at = clock + threshold * 1000
    const late = reply === null ? -1 : senderOf(reply)
    return ended > at ? [late < 0 ? { at } : { at, agent: late }] : []
  })
}

/** The customer waits when handed over, and goes on waiting until the limit or the next hand-over. */
function handedOver({ episodes, assignments }: History, threshold: number): readonly Raised[] {
  const handOvers = assignments.filter(({ from, to }) => from >= 0 && to >= 0 && from !== to)
  const spans = episodes.flatMap(personWaitsOf)
  return handOvers.flatMap(({ at }, index) => {
    const limit = at + threshold * 1000
    const isWaiting = spans.some(
      ({ from, to }) => from <= at && (to ?? Infinity) > at && (to ?? Infinity) >= limit,
    )
    const next = handOvers[index + 1]?.at ?? Infinity
    return isWaiting && next > limit ? [{ at: limit }] : []
  })
}

// ── what customers say ───────────────────────────────────────────────────────────────────────────────────────────

function says(message: Message, bits: number): boolean {
  return message.direction === 'in' && (message.signals & bits) !== 0
}

/** When somebody next replied or it was closed, at a moment or later. */
function settledAt({ messages, episodes }: History, at: number): number {
  return Math.min(
    ...messages.filter((one) => isReply(one) && one.at >= at).map((one) => one.at),
    ...episodes.map(({ closedAt }) => closedAt ?? Infinity).filter((closed) => closed >= at),
  )
}

function upset(history: History, threshold: number): readonly Raised[] {
  const felt = history.messages.filter((one) => one.direction === 'in' && (one.sentiment ?? 0) !== 0)
  return felt.flatMap(({ at, sentiment }, index) => {
    if (sentiment !== -1 || felt[index - 1]?.sentiment === -1) return []
    const turned = felt.slice(index).find((one) => one.sentiment === 1)?.at ?? Infinity
    const limit = at + threshold * 1000
    return Math.min(settledAt(history, at), turned) > limit ? [{ at: limit }] : []
  })
}

function asked(history: History, threshold: number): readonly Raised[] {
  const asks = history.messages.filter((one) => says(one, signal.asksPerson | signal.asksManager))
  // Asked again before anything settled it is not asked anew.
  const first = asks.filter(({ at }, index) => {
    const before = asks.slice(0, index)
    return before.every((one) => settledAt(history, one.at) < at)
  })
  return first.flatMap(({ at }) => {
    const limit = at + threshold * 1000
    return settledAt(history, at) >= limit ? [{ at: limit }] : []
  })
}

// ── what we send and say ─────────────────────────────────────────────────────────────────────────────────────────

function failure(history: History, message: Message): Raised {
  const held = history.holderAt(message.at)
  return { at: message.failedAt ?? message.at, agent: senderOr(held.agent, message), team: held.team }
}

function unasked(history: History, _threshold: number, { ledger }: Question): readonly Raised[] {
  const { people, inbound } = ledger.world
  const person = people.find(({ id }) => id === history.conversation.contact)
  const [agreed, tookBack] = [person?.optedInAt ?? null, person?.optedOutAt ?? null]
  const isOnRecord = people.some(({ optedInAt, optedOutAt }) => optedInAt !== null || optedOutAt !== null)
  const mayBeWritten = (at: number) => {
    const yes = agreed !== null && agreed <= at
    const no = tookBack !== null && tookBack <= at
    if (no) return yes && agreed > tookBack
    return yes || (agreed === null && !isOnRecord)
  }
  return firstOfEach(
    history,
    history.messages.filter(
      (one) => one.isCampaign && inWindow(one, history, inbound) === false && !mayBeWritten(one.at),
    ),
    (at) => silenceOf(history, at),
  )
}

function personalData(history: History): readonly Raised[] {
  const known = history.messages.find((one) => says(one, signal.email))?.at ?? Infinity
  return firstOfEach(
    history,
    history.messages.filter(
      ({ at, signals, direction }) =>
        (signals & (signal.card | signal.iban)) !== 0 ||
        (direction === 'out' && (signals & signal.email) !== 0 && at < known),
    ),
    episodeOf,
  ).map(({ at, message }) => ({ at, agent: senderOr(history.holderAt(at).agent, message) }))
}

function broken(history: History, _threshold: number, { ledger }: Question): readonly Raised[] {
  return history.messages.flatMap((message) => {
    if (message.promise === null || message.direction !== 'out') return []
    const due = dueOf(message.promise, message.at, ledger.world.zone)
    const breath = message.at + Math.min(120_000, (due - message.at) / 2)
    const isKept = history.messages.some((one) => isReply(one) && one.at > breath && one.at <= due)
    return isKept ? [] : [{ at: due, agent: senderOr(history.holderAt(due).agent, message) }]
  })
}

// ── one of several ───────────────────────────────────────────────────────────────────────────────────────────────

/** The first message of each stretch that counts as one. */
function firstOfEach(
  history: History,
  messages: readonly Message[],
  stretchOf: (at: number, episodes: readonly Episode[]) => unknown,
): readonly (Raised & { readonly message: Message })[] {
  const byTime = messages.toSorted((a, b) => a.at - b.at || (a.rid < b.rid ? -1 : 1))
  const stretches = Map.groupBy(byTime, ({ at }) => stretchOf(at, history.episodes))
  return [...stretches.values()].map(([message]) => {
    const held = history.holderAt(message!.at)
    return { at: message!.at, agent: senderOr(held.agent, message!), message: message! }
  })
}

function episodeOf(at: number, episodes: readonly Episode[]): number | undefined {
  return episodes.findLast(({ startedAt }) => startedAt <= at)?.index
}

/** When the customer wrote next, or it was closed. */
/** The customer wrote within five minutes: who states both may have two clocks. */
function isHeardSoon({ messages }: History, at: number): boolean {
  return messages.some((one) => one.direction === 'in' && one.at > at && one.at <= at + 300_000)
}

function silenceOf({ messages, episodes }: History, at: number): number {
  return Math.min(
    ...messages.filter((one) => one.direction === 'in' && one.at > at).map((one) => one.at),
    ...episodes.map(({ closedAt }) => closedAt ?? Infinity).filter((closed) => closed >= at),
  )
}

function senderOr(holder: number, message: Message): number {
  const sender = senderOf(message)
  return sender < 0 ? holder : sender
}
