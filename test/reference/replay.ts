/**
 * What happened in one conversation, told in the plainest way the ground rules of design/metrics.md allow: first the
 * moments in order, then the episodes they make, then each question asked of an episode on its own. Slow and obvious.
 */
import type { Conversation, Message } from './world.ts'

const minute = 60_000
const hour = 60 * minute

type Moment =
  | { readonly kind: 'opened' | 'reopened'; readonly at: number; readonly by: string; readonly agent: number }
  | {
      readonly kind: 'assigned'
      readonly at: number
      readonly from: number
      readonly to: number
      readonly team: number
    }
  | { readonly kind: 'handoff'; readonly at: number }
  | { readonly kind: 'in' | 'out'; readonly at: number; readonly message: Message }
  | { readonly kind: 'category'; readonly at: number; readonly category: number | null }
  | {
      readonly kind: 'closed'
      readonly at: number
      readonly by: string
      readonly agent: number
      readonly category: number | null
    }

const order = { opened: 0, reopened: 0, assigned: 1, handoff: 1, in: 2, out: 3, category: 4, closed: 5 }

export interface Held {
  readonly agent: number
  readonly team: number
}

export interface Episode {
  readonly index: number
  readonly startedAt: number
  readonly openedBy: string
  readonly closedAt: number | null
  readonly closedBy: string
  readonly closedByAgent: number
  /** Moments from the start to the close, both included. */
  readonly moments: readonly Moment[]
  /** What began it: an assignment of the same instant comes after an opening, and before a message. */
  readonly begunBy: Moment['kind']
  /** An inbound message shortly before announced the reopening: the customer waits from its start. */
  readonly announced: boolean
}

export interface Wait {
  readonly first: boolean
  readonly from: number
  /** The last unanswered message, from which the other rule counts. */
  readonly lastFrom: number
  readonly to: number | null
  readonly endedBy: 'reply' | 'close' | null
  readonly reply: Message | null
}

export interface History {
  readonly conversation: Conversation
  readonly episodes: readonly Episode[]
  readonly category: number
  /** Every message that counts, in order. */
  readonly messages: readonly Message[]
  readonly assignments: readonly {
    readonly at: number
    readonly from: number
    readonly to: number
    readonly team: number
  }[]
  /** Who had the conversation just after a moment; nobody before the first assignment. */
  holderAt(at: number, moment: 'before' | 'after'): Held
}

/** Whether a message counts as received or sent. */
export function counts(message: Message): boolean {
  return (
    (message.direction === 'in' || message.direction === 'out') &&
    message.author !== 'system' &&
    !['reaction', 'edit', 'revoke', 'system'].includes(message.type)
  )
}

/** A person wrote to the contact. */
export function isReply(message: Message): boolean {
  return (
    message.direction === 'out' && counts(message) && (message.author === 'agent' || message.author === 'app')
  )
}

export function replay(conversation: Conversation): History {
  const moments = momentsOf(conversation)
  const assignments = assignmentsOf(conversation)
  const episodes = episodesOf(conversation, moments)
  let category = -1
  for (const moment of moments)
    if (moment.kind === 'category' || moment.kind === 'closed') category = moment.category ?? category
  return {
    conversation,
    episodes,
    category,
    messages: conversation.messages.filter(counts),
    assignments,
    holderAt(at, moment) {
      const last = assignments.findLast((one) => (moment === 'after' ? one.at <= at : one.at < at))
      return { agent: last?.to ?? -1, team: last?.team ?? -1 }
    },
  }
}

function momentsOf(conversation: Conversation): readonly Moment[] {
  const moments: (Moment & { readonly tie?: string })[] = []
  if (conversation.openedAt !== null)
    moments.push({
      kind: 'opened',
      at: conversation.openedAt,
      by: openerOf(conversation),
      agent: conversation.openedByAgent,
    })
  for (const { at, event, byType, byAgent, category } of conversation.events) {
    const tie = `${byType} ${byAgent < 0 ? 'null' : byAgent} ${category}`
    if (event === 'closed') moments.push({ kind: 'closed', at, by: byType, agent: byAgent, category, tie })
    if (event === 'reopened')
      moments.push({
        kind: 'reopened',
        at,
        by: byType === 'system' ? 'unknown' : byType,
        agent: byAgent,
        tie,
      })
    if (event === 'bot_handoff') moments.push({ kind: 'handoff', at })
    if (event === 'categorised') moments.push({ kind: 'category', at, category, tie })
  }
  for (const { at, from, to, team } of assignmentsOf(conversation))
    moments.push({ kind: 'assigned', at, from, to, team })
  for (const message of conversation.messages)
    if (message.direction === 'in' || message.direction === 'out')
      moments.push({ kind: message.direction, at: message.at, message, tie: message.rid })
  return moments.sort(
    (a, b) =>
      a.at - b.at ||
      order[a.kind] - order[b.kind] ||
      ((a.tie ?? '') < (b.tie ?? '') ? -1 : (a.tie ?? '') > (b.tie ?? '') ? 1 : 0),
  )
}

/** Assignments in the order they can have happened, each from whoever had the conversation, teams kept while unmentioned. */
function assignmentsOf({ assignments }: Conversation): History['assignments'] {
  const number = (row: number | null) => row ?? -1
  const waiting = [...assignments].sort(
    (a, b) =>
      a.at - b.at ||
      number(a.from) - number(b.from) ||
      number(a.to) - number(b.to) ||
      number(a.team) - number(b.team),
  )
  const result: { at: number; from: number; to: number; team: number }[] = []
  while (waiting.length > 0) {
    const before = result.at(-1)
    const instant = waiting.filter((one) => one.at === waiting[0]!.at)
    // The first of all has nobody before it: it fits where nobody is named either.
    const holder = before === undefined || before.to < 0 ? null : before.to
    const next = instant.find((one) => one.from === holder) ?? waiting[0]!
    waiting.splice(waiting.indexOf(next), 1)
    const to = number(next.to)
    result.push({
      at: next.at,
      from: next.from ?? before?.to ?? -1,
      to,
      team: next.team ?? (to < 0 ? -1 : (before?.team ?? -1)),
    })
  }
  return result
}

/** As stated, else told from the first message. */
function openerOf({ openedBy, messages }: Conversation): string {
  if (openedBy !== 'unknown') return openedBy
  const [first] = messages
    .filter(counts)
    .toSorted((a, b) => a.at - b.at || (a.direction < b.direction ? -1 : 1))
  if (first?.direction === 'in') return 'contact'
  if (first === undefined) return 'unknown'
  if (first.author === 'agent' || first.author === 'app') return 'agent'
  return ['bot', 'automation', 'campaign'].includes(first.author) ? first.author : 'unknown'
}

function episodesOf(conversation: Conversation, moments: readonly Moment[]): readonly Episode[] {
  const openings = moments.filter(({ kind }) => kind === 'opened' || kind === 'reopened').map(({ at }) => at)
  const episodes: Episode[] = []
  type Draft = {
    startedAt: number
    by: string
    announced: boolean
    begunBy: Moment['kind']
    moments: Moment[]
  }
  const drafts: Draft[] = []
  let draft: Draft | null = null
  const begin = ({ at, kind }: Moment, by: string, isAnnounced: boolean) => {
    const begun: Draft = { startedAt: at, by, announced: isAnnounced, begunBy: kind, moments: [] }
    drafts.push(begun)
    return begun
  }
  const finish = (ended: Draft, closed: Extract<Moment, { kind: 'closed' }> | null) =>
    episodes.push({
      index: episodes.length,
      startedAt: ended.startedAt,
      openedBy: ended.by,
      announced: ended.announced,
      begunBy: ended.begunBy,
      moments: ended.moments,
      closedAt: closed?.at ?? null,
      closedBy: closed?.by ?? '',
      closedByAgent: closed?.agent ?? -1,
    })
  let announced = false
  for (const moment of moments) {
    if (moment.kind === 'opened' || moment.kind === 'reopened') {
      if (draft !== null) continue
      draft = begin(moment, moment.by === 'unknown' && announced ? 'contact' : moment.by, announced)
      announced = false
      continue
    }
    const carries = moment.kind === 'in' || moment.kind === 'out' ? counts(moment.message) : true
    // A conversation whose opening nobody states begins with the first thing known of it.
    const starts = ['assigned', 'handoff', 'in', 'out'].includes(moment.kind) && carries
    if (draft === null && drafts.length === 0 && conversation.openedAt === null && starts)
      draft = begin(moment, openerOf(conversation), false)
    if (draft === null && moment.kind === 'in' && carries) {
      if (openings.some((at) => at >= moment.at && at <= moment.at + minute)) announced = true
      else {
        draft = begin(moment, drafts.length === 0 ? openerOf(conversation) : 'contact', false)
        announced = false
      }
    }
    if (draft === null) continue
    draft.moments.push(moment)
    if (moment.kind !== 'closed') continue
    finish(draft, moment)
    draft = null
  }
  if (draft !== null) finish(draft, null)
  return episodes
}

/** Episodes of ours: the customer starts to wait with the first inbound message. */
export function isOurs(episode: Episode): boolean {
  return ['agent', 'campaign', 'automation', 'api'].includes(episode.openedBy)
}

export function inboundOf(episode: Episode): readonly Message[] {
  return episode.moments.flatMap((one) => (one.kind === 'in' && counts(one.message) ? [one.message] : []))
}

/** When the first-response clock starts by default; null: an episode of ours nobody wrote in. */
export function clockOf(episode: Episode): number | null {
  return isOurs(episode) ? (inboundOf(episode)[0]?.at ?? null) : episode.startedAt
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

/** The waits of an episode, each from its first unanswered message to the reply or close that ended it. */
export function waitsOf(episode: Episode): readonly Wait[] {
  const waits: Wait[] = []
  const announced = episode.announced && !isOurs(episode)
  let from: number | null = announced ? episode.startedAt : null
  let lastFrom = episode.startedAt
  let replied = false
  let running = !isOurs(episode)
  const end = (to: number | null, endedBy: Wait['endedBy'], reply: Message | null) => {
    if (from !== null) waits.push({ first: !replied, from, lastFrom, to, endedBy, reply })
    from = null
  }
  for (const moment of episode.moments) {
    if (moment.kind === 'in' && counts(moment.message)) {
      from ??= moment.at
      lastFrom = moment.at
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
  const wrote = inboundOf(episode).length > 0 || (episode.announced && !isOurs(episode))
  if (!wrote) {
    if (episode.openedBy === 'agent') return 'agent_opened'
    return episode.openedBy === 'campaign' ? 'campaign' : 'no_inbound'
  }
  const bot =
    episode.openedBy === 'bot' ||
    episode.moments.some((one) => one.kind === 'out' && one.message.author === 'bot' && counts(one.message))
  if (bot && !askedForPerson(episode)) return 'bot'
  return episode.closedAt === null ? 'no_reply_yet' : 'closed_without_reply'
}

/** A hand-off, a person's message, or the conversation given to somebody while the bot had it. */
export function askedForPerson(episode: Episode): boolean {
  let bot = episode.openedBy === 'bot'
  let person = false
  for (const moment of episode.moments) {
    if (moment.kind === 'handoff') person = true
    if (moment.kind === 'out' && isReply(moment.message)) person = true
    if (moment.kind === 'out' && moment.message.author === 'bot' && counts(moment.message) && !person)
      bot = true
    if (moment.kind === 'assigned' && moment.to >= 0 && bot) person = true
    if (person) bot = false
  }
  return person
}

/** Until when the business may write freely after these messages of the customer. */
export function windowAt(
  at: number,
  inbound: readonly { readonly at: number; readonly freeEntry: boolean }[],
): boolean {
  return inbound.some((one) => one.at <= at && at <= one.at + (one.freeEntry ? 72 : 24) * hour)
}
