/**
 * What happened in one conversation, told in the plainest way the ground rules of design/metrics.md allow: first the
 * moments in order, then the episodes they make. Slow and obvious.
 */
import type { Conversation, Message } from './world.ts'

const minute = 60_000

export type Moment =
  | { readonly kind: 'opened' | 'reopened'; readonly at: number; readonly by: string }
  | { readonly kind: 'assigned'; readonly at: number; readonly to: number }
  | { readonly kind: 'guessed'; readonly at: number }
  | { readonly kind: 'handoff' | 'bot_resolved'; readonly at: number }
  | { readonly kind: 'in' | 'out'; readonly at: number; readonly message: Message }
  | { readonly kind: 'pending' | 'snoozed'; readonly at: number }
  | { readonly kind: 'category'; readonly at: number; readonly category: number | null }
  | {
      readonly kind: 'closed'
      readonly at: number
      readonly by: string
      readonly agent: number
      readonly category: number | null
    }

const order: Readonly<Record<Moment['kind'], number>> = {
  opened: 0,
  reopened: 0,
  assigned: 1,
  guessed: 1,
  handoff: 1,
  in: 2,
  out: 3,
  pending: 4,
  snoozed: 4,
  bot_resolved: 4,
  category: 4,
  closed: 5,
}

export interface Held {
  readonly agent: number
  readonly team: number
}

export interface Episode {
  readonly index: number
  readonly startedAt: number
  readonly openedBy: string
  /** Who had the conversation as it began. */
  readonly heldAtStart: Held
  readonly closedAt: number | null
  readonly closedBy: string
  readonly closedByAgent: number
  /** Moments from the start to the close, both included. */
  readonly moments: readonly Moment[]
  /** An inbound message shortly before announced the reopening: the customer waits from its start. */
  readonly announced: boolean
}

export interface History {
  readonly conversation: Conversation
  readonly moments: readonly Moment[]
  readonly episodes: readonly Episode[]
  /** Every episode has its close. */
  readonly closed: boolean
  readonly category: number
  /** Every message that counts, in order. */
  readonly messages: readonly Message[]
  readonly assignments: readonly Assignment[]
  /** Who had the conversation just after a moment, or just before it; nobody before the first assignment. */
  holderAt(at: number, moment?: 'before' | 'after'): Held
}

export interface Assignment {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly team: number
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

/** The agent who wrote a message; whoever typed in the phone app is not known. */
export function senderOf(message: Message): number {
  return message.direction === 'out' && message.author === 'agent' ? message.agent : -1
}

export function replay(conversation: Conversation): History {
  const assignments = assignmentsOf(conversation)
  const holderAt: History['holderAt'] = (at, moment = 'after') => {
    const last = assignments.findLast((one) => (moment === 'after' ? one.at <= at : one.at < at))
    return { agent: last?.to ?? -1, team: last?.team ?? -1 }
  }
  const moments = momentsOf(conversation, assignments)
  const episodes = episodesOf(conversation, moments, holderAt)
  let category = -1
  for (const moment of moments)
    if (moment.kind === 'category' || moment.kind === 'closed') category = moment.category ?? category
  return {
    conversation,
    moments,
    episodes,
    closed: episodes.every(({ closedAt }) => closedAt !== null),
    category: category < 0 ? conversation.topic : category,
    messages: conversation.messages.filter(counts).toSorted(byInstant),
    assignments,
    holderAt,
  }
}

/** Inbound before outbound of one instant. */
function byInstant(a: Message, b: Message): number {
  return a.at - b.at || (a.direction < b.direction ? -1 : a.direction > b.direction ? 1 : 0)
}

function momentsOf(
  conversation: Conversation,
  assignments: readonly Assignment[],
): readonly (Moment & { readonly tie?: string })[] {
  const moments: (Moment & { readonly tie?: string })[] = []
  if (conversation.openedAt !== null)
    moments.push({ kind: 'opened', at: conversation.openedAt, by: openerOf(conversation) })
  for (const { at, to } of assignments) moments.push({ kind: 'assigned', at, to })
  // What a source guessed gives nobody credit, but says that there is a conversation.
  for (const { at, source } of conversation.assignments)
    if (source === 'inferred') moments.push({ kind: 'guessed', at })
  for (const { at, event, byType, byAgent, category } of conversation.events) {
    const tie = `${byType} ${byAgent < 0 ? 'null' : byAgent} ${category}`
    if (event === 'closed') moments.push({ kind: 'closed', at, by: byType, agent: byAgent, category, tie })
    if (event === 'reopened')
      moments.push({ kind: 'reopened', at, by: byType === 'system' ? 'unknown' : byType, tie })
    if (event === 'bot_handoff') moments.push({ kind: 'handoff', at })
    if (event === 'bot_resolved') moments.push({ kind: 'bot_resolved', at })
    if (event === 'pending' || event === 'snoozed') moments.push({ kind: event, at, tie: event })
    if (event === 'categorised') moments.push({ kind: 'category', at, category, tie })
  }
  for (const message of conversation.messages)
    if (message.direction === 'in' || message.direction === 'out')
      moments.push({ kind: message.direction, at: message.at, message, tie: message.rid })
  return moments.sort(
    (a, b) => a.at - b.at || order[a.kind] - order[b.kind] || compare(a.tie ?? '', b.tie ?? ''),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Assignments in the order they can have happened, each from whoever had the conversation, teams kept while unmentioned:
 * those that were stated, and of those that were noticed the ones that tell something new.
 */
function assignmentsOf({ assignments }: Conversation): readonly Assignment[] {
  const number = (row: number | null) => row ?? -1
  const known = assignments.filter(({ source }) => source !== 'inferred')
  const waiting = known
    .filter((one) => one.source !== 'diffed' || tellsSomethingNew(one, known))
    .sort((a, b) => a.at - b.at || a.hash - b.hash)
  const result: Assignment[] = []
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

type Given = Conversation['assignments'][number]

/** A noticed change: not of an instant for which something is stated, and not known to have happened since the last look. */
function tellsSomethingNew(noticed: Given, all: readonly Given[]): boolean {
  const others = all.filter((one) => {
    if (one.source !== 'diffed') return one.at <= noticed.at
    return one.at < noticed.at || (one.at === noticed.at && one.hash < noticed.hash)
  })
  if (others.some((one) => one.source !== 'diffed' && one.at === noticed.at)) return false
  const { notBefore } = noticed
  const looked = notBefore !== null && notBefore < noticed.at
  const latest = Math.max(...others.map(({ at }) => at))
  return !others.some((one) => one.to === noticed.to && (looked ? one.at > notBefore : one.at === latest))
}

/** As stated, else told from the first message. */
function openerOf({ openedBy, messages }: Conversation): string {
  if (openedBy !== 'unknown') return openedBy
  const [first] = messages.filter(counts).toSorted(byInstant)
  if (first?.direction === 'in') return 'contact'
  if (first === undefined) return 'unknown'
  if (first.author === 'agent' || first.author === 'app') return 'agent'
  return ['bot', 'automation', 'campaign'].includes(first.author) ? first.author : 'unknown'
}

function episodesOf(
  conversation: Conversation,
  moments: readonly Moment[],
  holderAt: History['holderAt'],
): readonly Episode[] {
  const openings = moments.filter(({ kind }) => kind === 'opened' || kind === 'reopened').map(({ at }) => at)
  const episodes: Episode[] = []
  let draft:
    (Pick<Episode, 'startedAt' | 'openedBy' | 'heldAtStart' | 'announced'> & { moments: Moment[] }) | null =
    null
  let begun = 0
  let announced = false
  const begin = ({ at, kind }: Moment, openedBy: string, isAnnounced: boolean) => {
    begun += 1
    // Assignments of the instant come after an opening, and before a message.
    const heldAtStart = holderAt(
      at,
      kind === 'in' || kind === 'out' || kind === 'handoff' || kind === 'guessed' ? 'after' : 'before',
    )
    return { startedAt: at, openedBy, heldAtStart, announced: isAnnounced, moments: [] }
  }
  const finish = (ended: NonNullable<typeof draft>, closed: Extract<Moment, { kind: 'closed' }> | null) =>
    episodes.push({
      ...ended,
      index: episodes.length,
      closedAt: closed?.at ?? null,
      closedBy: closed?.by ?? '',
      closedByAgent: closed?.agent ?? -1,
    })
  for (const moment of moments) {
    const { kind } = moment
    if (kind === 'opened' || kind === 'reopened') {
      if (draft === null) {
        draft = begin(moment, moment.by === 'unknown' && announced ? 'contact' : moment.by, announced)
        announced = false
      }
      draft.moments.push(moment)
      continue
    }
    const carries = kind === 'in' || kind === 'out' ? counts(moment.message) : true
    // A conversation whose opening nobody states begins with the first thing known of it.
    const starts = ['assigned', 'guessed', 'handoff', 'in', 'out'].includes(kind) && carries
    if (draft === null && begun === 0 && conversation.openedAt === null && starts)
      draft = begin(moment, openerOf(conversation), false)
    if (draft === null && kind === 'in' && carries) {
      if (openings.some((at) => at >= moment.at && at <= moment.at + minute)) announced = true
      else {
        draft = begin(moment, begun === 0 ? openerOf(conversation) : 'contact', false)
        announced = false
      }
    }
    if (draft === null) continue
    draft.moments.push(moment)
    if (kind !== 'closed') continue
    finish(draft, moment)
    draft = null
  }
  if (draft !== null) finish(draft, null)
  return episodes
}
