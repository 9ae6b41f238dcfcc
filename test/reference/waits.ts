/** Questions asked of one episode, each on its own: who waited, from when, and who answered. */
import type { Episode, History } from './replay.ts'
import { counts, isReply } from './replay.ts'
import type { Message } from './world.ts'

const hour = 3_600_000

/** Episodes of ours: the customer starts to wait with the first inbound message. */
export function isOurs({ openedBy }: Pick<Episode, 'openedBy'>): boolean {
  return ['agent', 'campaign', 'automation', 'api'].includes(openedBy)
}

/** When the customer wrote; a reopening their message announced stands for that message. */
export function heardAt(episode: Episode): readonly number[] {
  const written = episode.moments.flatMap((one) => (one.kind === 'in' && counts(one.message) ? [one.at] : []))
  return episode.announced && !isOurs(episode) ? [episode.startedAt, ...written] : written
}

/** When the first-response clock starts by default; null: an episode of ours nobody wrote in. */
export function clockOf(episode: Episode): number | null {
  return isOurs(episode) ? (heardAt(episode)[0] ?? null) : episode.startedAt
}

/** The first reply of a person once the clock runs. */
export function firstReplyOf(episode: Episode): Message | null {
  let running = !isOurs(episode)
  for (const moment of episode.moments) {
    if (moment.kind === 'in' && counts(moment.message)) running = true
    if (moment.kind === 'out' && isReply(moment.message) && running) return moment.message
  }
  return null
}

export interface Wait {
  readonly first: boolean
  readonly from: number
  /** The last unanswered message, from which the other rule counts. */
  readonly last: number
  readonly to: number | null
  readonly endedBy: 'reply' | 'close' | null
  readonly reply: Message | null
}

/** The waits of an episode, each from its first unanswered message to the reply or close that ended it. */
export function waitsOf(episode: Episode): readonly Wait[] {
  const waits: Wait[] = []
  let from: number | null = episode.announced && !isOurs(episode) ? episode.startedAt : null
  let last = episode.startedAt
  let replied = false
  let running = !isOurs(episode)
  const end = (to: number | null, endedBy: Wait['endedBy'], reply: Message | null) => {
    if (from !== null) waits.push({ first: !replied, from, last, to, endedBy, reply })
    from = null
  }
  for (const moment of episode.moments) {
    if (moment.kind === 'in' && counts(moment.message)) {
      from ??= moment.at
      last = moment.at
      running = true
    }
    if (moment.kind === 'out' && isReply(moment.message)) {
      end(moment.at, 'reply', moment.message)
      if (running) replied = true
    }
    if (moment.kind === 'closed') end(moment.at, 'close', null)
  }
  end(null, null, null)
  return waits
}

/** Why an episode has no first response; null: it has one. */
export function whyNoReply(episode: Episode): string | null {
  if (firstReplyOf(episode) !== null) return null
  if (heardAt(episode).length === 0) {
    if (episode.openedBy === 'agent') return 'agent_opened'
    return episode.openedBy === 'campaign' ? 'campaign' : 'no_inbound'
  }
  if (hadBot(episode) && !wantedPerson(episode)) return 'bot'
  return episode.closedAt === null ? 'no_reply_yet' : 'closed_without_reply'
}

// ── bots ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A bot opened it, wrote in it, handed it over or resolved it. */
export function hadBot(episode: Episode): boolean {
  return (
    episode.openedBy === 'bot' ||
    episode.moments.some(
      (one) =>
        one.kind === 'handoff' ||
        one.kind === 'bot_resolved' ||
        (one.kind === 'out' && one.message.author === 'bot' && counts(one.message)),
    )
  )
}

/** A hand-off, or the conversation given to somebody while the bot had it. */
export function wasEscalated(episode: Episode): boolean {
  return courseOf(episode).some(({ asked }) => asked)
}

/** A person was asked for, or one replied. */
export function wantedPerson(episode: Episode): boolean {
  return wasEscalated(episode) || tookPart(episode)
}

/** A person wrote. */
export function tookPart(episode: Episode): boolean {
  return episode.moments.some((one) => one.kind === 'out' && isReply(one.message))
}

interface Step {
  readonly at: number
  /** The bot has the conversation after this moment: nobody waits for a person. */
  readonly bot: boolean
  /** Since when the customer has waited for any reply of a person; null: does not. */
  readonly unansweredSince: number | null
  /** A person was asked for here. */
  readonly asked: boolean
  readonly end: 'reply' | 'close' | 'bot' | null
}

/** Moment by moment: whether the bot has it, and whether anything is unanswered. */
function courseOf(episode: Episode): readonly Step[] {
  let bot = episode.openedBy === 'bot'
  let person = false
  let since: number | null = episode.announced && !isOurs(episode) ? episode.startedAt : null
  const steps: Step[] = [{ at: episode.startedAt, bot, unansweredSince: since, asked: false, end: null }]
  for (const moment of episode.moments) {
    let asked = false
    let end: Step['end'] = null
    if (moment.kind === 'handoff' || (moment.kind === 'assigned' && moment.to >= 0 && bot)) {
      asked = true
      person = true
      bot = false
    }
    if (moment.kind === 'in' && counts(moment.message)) since ??= moment.at
    if (moment.kind === 'out' && isReply(moment.message)) {
      since = null
      person = true
      bot = false
      end = 'reply'
    }
    if (moment.kind === 'out' && moment.message.author === 'bot' && counts(moment.message) && !person) {
      bot = true
      end = 'bot'
    }
    if (moment.kind === 'closed') {
      since = null
      end = 'close'
    }
    steps.push({ at: moment.at, bot, unansweredSince: since, asked, end })
  }
  return steps
}

export interface PersonWait {
  readonly from: number
  /** null: it goes on. */
  readonly to: number | null
  readonly endedBy: 'reply' | 'close' | 'bot' | null
}

/** When the customer waited for a person: something is unanswered and no bot has the conversation. */
export function personWaitsOf(episode: Episode): readonly PersonWait[] {
  const waits: PersonWait[] = []
  let from: number | null = null
  for (const step of courseOf(episode)) {
    const waiting = step.unansweredSince !== null && !step.bot
    if (from === null && waiting) from = step.at
    if (from !== null && !waiting) {
      waits.push({ from, to: step.at, endedBy: step.end })
      from = null
    }
  }
  if (from !== null) waits.push({ from, to: null, endedBy: null })
  return waits
}

/**
 * The first wait for a person that was neglected: 24 h passed in it without a word of either side, or the close ended it.
 * `at` is when that was so.
 */
export function neglectOf(episode: Episode): { readonly from: number; readonly at: number } | null {
  for (const { from, to, endedBy } of personWaitsOf(episode)) {
    const words = [from, ...heardAt(episode).filter((at) => at > from && (to === null || at <= to))]
    const silent = words.find((at, index) => (words[index + 1] ?? to ?? Infinity) > at + 24 * hour)
    if (silent !== undefined) return { from, at: silent + 24 * hour }
    if (endedBy === 'close' && to !== null) return { from, at: to }
  }
  return null
}

// ── rests and the window ─────────────────────────────────────────────────────────────────────────────────────────

/** When the episode was pending or snoozed: until it is opened again or closed, snoozed also until the customer writes. */
export function restsOf(episode: Episode): readonly { readonly from: number; readonly to: number | null }[] {
  const rests: { from: number; to: number | null }[] = []
  let state: 'open' | 'pending' | 'snoozed' = 'open'
  const wake = (at: number) => {
    const last = rests.at(-1)
    if (state !== 'open' && last !== undefined) last.to = at
    state = 'open'
  }
  for (const moment of episode.moments) {
    if (moment.kind === 'pending' || moment.kind === 'snoozed') {
      if (state === 'open') rests.push({ from: moment.at, to: null })
      state = moment.kind
    }
    if (moment.kind === 'opened' || moment.kind === 'reopened' || moment.kind === 'closed') wake(moment.at)
    if (moment.kind === 'in' && counts(moment.message) && state === 'snoozed') wake(moment.at)
  }
  return rests
}

/** Whether an outbound message fell into the window the customer's messages and calls open; null where that says nothing. */
export function inWindow(
  message: Message,
  { conversation }: History,
  inbound: ReadonlyMap<string, readonly number[]>,
): boolean | null {
  if (message.direction !== 'out' || message.author === 'app') return null
  const own = conversation.messages.filter((one) => one.opensWindow && one.at <= message.at)
  const first = conversation.messages[0]?.at ?? 0
  // What the contact wrote elsewhere on the channel before this conversation's first message.
  const before = (inbound.get(`${conversation.contact} ${conversation.channel}`) ?? []).filter(
    (at) => at < first,
  )
  return (
    own.some((one) => message.at <= one.at + (one.freeEntry ? 72 : 24) * hour) ||
    before.some((at) => message.at <= at + 24 * hour)
  )
}
