/** A timeline as one sequence of steps, in the order the rules of design/metrics.md take them. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Opener } from '../../shared/contract.ts'
import type { Timeline, TimelineAssignment, TimelineEvent, TimelineMessage } from './timeline.ts'

/** `at` is epoch milliseconds; `rank` decides within one instant, `tie` within one rank. */
export type Step = { readonly at: number; readonly rank: number; readonly tie: string } & (
  | { readonly kind: 'opened' }
  | { readonly kind: 'reopened'; readonly by: Opener; readonly agent: number }
  | { readonly kind: 'assigned'; readonly assignment: TimelineAssignment }
  | { readonly kind: 'handoff' }
  | { readonly kind: 'in'; readonly message: TimelineMessage }
  | { readonly kind: 'out'; readonly message: TimelineMessage }
  | { readonly kind: 'rated'; readonly score: number; readonly min: number; readonly max: number }
  | { readonly kind: 'surveyed' }
  | { readonly kind: 'rested'; readonly state: 'pending' | 'snoozed' }
  | { readonly kind: 'categorised'; readonly category: number | null }
  | { readonly kind: 'closed'; readonly event: TimelineEvent }
)

const rank = {
  opened: 0,
  reopened: 0,
  assigned: 1,
  handoff: 1,
  in: 2,
  out: 3,
  rated: 4,
  surveyed: 4,
  rested: 4,
  categorised: 4,
  closed: 5,
} as const satisfies Record<Step['kind'], number>

/** Every step of the conversation, in order. Internal messages and those without a direction reach nobody: left out. */
export function stepsOf(timeline: Timeline): readonly Step[] {
  const steps: Step[] = []
  if (timeline.openedAt !== null)
    steps.push({ kind: 'opened', at: timeline.openedAt, rank: rank.opened, tie: '' })
  for (const event of timeline.events) {
    const step = stepOfEvent(event)
    if (step !== null) steps.push(step)
  }
  for (const assignment of inChain(timeline.assignments))
    steps.push({ kind: 'assigned', at: assignment.at, rank: rank.assigned, tie: '', assignment })
  for (const message of timeline.messages) {
    const kind = message.direction
    // The store's k follows arrival; the record id does not, so equal instants keep one order for ever.
    if (kind === 'in' || kind === 'out')
      steps.push({ kind, at: message.at, rank: rank[kind], tie: message.rid, message })
  }
  for (const rating of timeline.ratings)
    steps.push({ kind: 'rated', rank: rank.rated, tie: String(rating.score), ...rating })
  for (const survey of timeline.surveys)
    steps.push({ kind: 'surveyed', at: survey.at, rank: rank.surveyed, tie: '' })
  steps.sort((a, b) => a.at - b.at || a.rank - b.rank || compare(a.tie, b.tie))
  return steps
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
    case 'categorised':
      return { kind: 'categorised', at, rank: rank.categorised, tie: tieOf(event), category: event.category }
    case 'bot_resolved':
    case 'unknown':
      return null
    default:
      return assertNever(event.event)
  }
}

function tieOf(event: TimelineEvent): string {
  return `${event.byType} ${event.byAgent} ${event.category}`
}

/**
 * Assignments of one instant in the order they can have happened: each takes the conversation from whoever the one
 * before gave it to. Sources count in seconds, so "taken from one, given to the other" often shares one.
 */
function inChain(assignments: readonly TimelineAssignment[]): readonly TimelineAssignment[] {
  if (assignments.length < 2) return assignments
  const byNumber = (a: number | null, b: number | null) => (a ?? -1) - (b ?? -1)
  const left = assignments.toSorted(
    (a, b) => a.at - b.at || byNumber(a.from, b.from) || byNumber(a.to, b.to) || byNumber(a.team, b.team),
  )
  const chain: TimelineAssignment[] = []
  while (left.length > 0) {
    const holder = chain.at(-1)?.to ?? null
    const instant = left[0]?.at
    const fits = left.findIndex((next) => next.at === instant && next.from === holder)
    chain.push(...left.splice(Math.max(0, fits), 1))
  }
  return chain
}

/** Who opened the conversation: as stated, else told from its first message. */
export function openerOf(timeline: Timeline, steps: readonly Step[]): Opener {
  if (timeline.openedBy.type !== 'unknown') return timeline.openedBy.type
  const first = steps.find(
    (step) => (step.kind === 'in' || step.kind === 'out') && countsAsMessage(step.message),
  )
  if (first?.kind === 'in') return 'contact'
  if (first?.kind !== 'out') return 'unknown'
  switch (first.message.author) {
    case 'agent':
    case 'app':
      return 'agent'
    case 'bot':
    case 'automation':
    case 'campaign':
      return first.message.author
    case 'contact':
    case 'system':
    case 'unknown':
      return 'unknown'
    default:
      return assertNever(first.message.author)
  }
}

/** Whether a message counts as received or sent: no reaction, edit, revoke or system line. */
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
