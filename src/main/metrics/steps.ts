/**
 * What happens in a timeline beside its messages, as one sequence of steps in the order the rules of design/metrics.md
 * take them; and where the messages, which are most of it, come in between.
 */
import { guessedChanges, standingChanges } from '../assignments/evidence.ts'
import { assertNever } from '../../shared/assertNever.ts'
import type { Opener } from '../../shared/contract.ts'
import type { Timeline, TimelineAssignment, TimelineEvent, TimelineMessage } from './timeline.ts'

/** `at` is epoch milliseconds; `rank` decides within one instant, `tie` within one rank. */
export type Step = { readonly at: number; readonly rank: number; readonly tie: string } & (
  | { readonly kind: 'opened' }
  | { readonly kind: 'reopened'; readonly by: Opener; readonly agent: number }
  | { readonly kind: 'assigned' | 'guessed'; readonly assignment: TimelineAssignment }
  | { readonly kind: 'handoff' }
  | { readonly kind: 'rated'; readonly score: number; readonly min: number; readonly max: number }
  | { readonly kind: 'surveyed' }
  | { readonly kind: 'rested'; readonly state: 'pending' | 'snoozed' }
  | { readonly kind: 'categorised'; readonly category: number | null }
  | { readonly kind: 'botResolved' }
  | { readonly kind: 'closed'; readonly event: TimelineEvent }
)

const rank = {
  opened: 0,
  reopened: 0,
  assigned: 1,
  guessed: 1,
  handoff: 1,
  // 2: inbound messages, 3: outbound messages.
  rated: 4,
  surveyed: 4,
  rested: 4,
  categorised: 4,
  botResolved: 4,
  closed: 5,
} as const satisfies Record<Step['kind'], number>

/** Whether a message comes before a step: within one instant openings and assignments come first, the rest after it. */
export function comesBefore(message: TimelineMessage, step: Step): boolean {
  return message.at < step.at || (message.at === step.at && step.rank > rank.handoff)
}

/** Every step of the conversation but its messages, in order. */
export function stepsOf(timeline: Timeline): readonly Step[] {
  const steps: Step[] = []
  if (timeline.openedAt !== null)
    steps.push({ kind: 'opened', at: timeline.openedAt, rank: rank.opened, tie: '' })
  for (const assignment of standingChanges(timeline.assignments))
    steps.push({ kind: 'assigned', at: assignment.at, rank: rank.assigned, tie: '', assignment })
  for (const assignment of guessedChanges(timeline.assignments))
    steps.push({ kind: 'guessed', at: assignment.at, rank: rank.guessed, tie: '', assignment })
  for (const event of timeline.events) {
    const step = stepOfEvent(event)
    if (step !== null) steps.push(step)
  }
  for (const { at, score, min, max } of timeline.ratings)
    steps.push({ kind: 'rated', at, rank: rank.rated, tie: String(score), score, min, max })
  for (const { at } of timeline.surveys) steps.push({ kind: 'surveyed', at, rank: rank.surveyed, tie: '' })
  return steps.length < 2 ? steps : steps.sort(byTime)
}

function byTime(a: Step, b: Step): number {
  return a.at - b.at || a.rank - b.rank || compare(a.tie, b.tie)
}

/**
 * Messages in the order they are taken: inbound before outbound within one instant. The store's k follows arrival, the
 * record id does not, so messages of one instant keep one order for ever.
 */
export function inOrder(messages: readonly TimelineMessage[]): readonly TimelineMessage[] {
  let before: TimelineMessage | undefined
  for (const message of messages) {
    if (before !== undefined && compareMessages(before, message) > 0)
      return messages.toSorted(compareMessages)
    before = message
  }
  return messages
}

function compareMessages(a: TimelineMessage, b: TimelineMessage): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.direction !== b.direction) return messageRank(a) - messageRank(b)
  return compare(a.rid, b.rid)
}

function messageRank({ direction }: TimelineMessage): number {
  return direction === 'in' ? 2 : 3
}

function stepOfEvent(event: TimelineEvent): Step | null {
  const at = event.at
  switch (event.event) {
    case 'closed':
      return { kind: 'closed', at, rank: rank.closed, tie: tieOf(event), event }
    case 'reopened':
      return {
        kind: 'reopened',
        at,
        rank: rank.reopened,
        tie: tieOf(event),
        by: event.byType === 'system' ? 'unknown' : event.byType,
        agent: event.byAgent ?? -1,
      }
    case 'pending':
    case 'snoozed':
      return { kind: 'rested', at, rank: rank.rested, tie: event.event, state: event.event }
    case 'bot_handoff':
      return { kind: 'handoff', at, rank: rank.handoff, tie: '' }
    case 'bot_resolved':
      return { kind: 'botResolved', at, rank: rank.botResolved, tie: '' }
    case 'categorised':
      return { kind: 'categorised', at, rank: rank.categorised, tie: tieOf(event), category: event.category }
    case 'unknown':
      return null
    default:
      return assertNever(event.event)
  }
}

function tieOf(event: TimelineEvent): string {
  return `${event.byType} ${event.byAgent} ${event.category}`
}

/** Who opened the conversation: as stated, else told from its first message, of those in order. */
export function openerOf(timeline: Timeline, messages: readonly TimelineMessage[]): Opener {
  if (timeline.openedBy.type !== 'unknown') return timeline.openedBy.type
  const first = messages.find(countsAsMessage)
  if (first?.direction === 'in') return 'contact'
  if (first === undefined) return 'unknown'
  switch (first.author) {
    case 'agent':
    case 'app':
      return 'agent'
    case 'bot':
    case 'automation':
    case 'campaign':
      return first.author
    case 'contact':
    case 'system':
    case 'unknown':
      return 'unknown'
    default:
      return assertNever(first.author)
  }
}

/** Whether a message counts as received or sent: no reaction, edit, revoke or system line, and meant for or from the contact. */
export function countsAsMessage(message: TimelineMessage): boolean {
  if (message.direction !== 'in' && message.direction !== 'out') return false
  if (message.author === 'system') return false
  return (
    message.type !== 'reaction' &&
    message.type !== 'edit' &&
    message.type !== 'revoke' &&
    message.type !== 'system'
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
