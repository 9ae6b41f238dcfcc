/**
 * Who held a conversation from when to when: its open episodes, cut where it changed hands. Changes that were stated or
 * noticed come first; while nobody is known to have it, the agent who replied last is taken to.
 */
import type { AssignmentSource, HeldInterval } from '../../shared/assigning.ts'
import type { ConversationFacts, EpisodeFact } from '../metrics/facts.ts'

/** Row numbers, -1 for nobody; epoch milliseconds. */
export interface Held {
  readonly agent: number
  readonly team: number
  readonly from: number
  /** It may have begun as early as this. */
  readonly earliest: number
  /** null: it goes on. */
  readonly to: number | null
  readonly source: AssignmentSource
  /** null: it goes on, or the same agent went on under another team or because a change says so. */
  readonly endedBy: HeldInterval['endedBy']
  /** Index of the episode. */
  readonly episode: number
}

/** From a moment on an agent has the conversation; -1: nobody. */
export interface Holder {
  readonly at: number
  readonly to: number
  readonly team: number
  readonly source: AssignmentSource
  readonly earliest: number
}

type Source = Pick<ConversationFacts, 'episodes' | 'assignments' | 'inferred'>

/** Everybody who had the conversation after one another, by time; what is inferred lasts until the next change or close. */
export function holdersOf({ episodes, assignments, inferred }: Source): readonly Holder[] {
  if (inferred.length === 0) return assignments
  const holders: Holder[] = []
  const closes = episodes.flatMap(({ closedAt }) => closedAt ?? [])
  let [nextStated, nextClose] = [0, 0]
  const passCloses = (at: number) => {
    for (let close = closes[nextClose]; close !== undefined && close < at; close = closes[++nextClose])
      endGuess(holders, close, assignments[nextStated - 1]?.team ?? -1)
  }
  const takeStated = (at: number) => {
    let stated = assignments[nextStated]
    for (; stated !== undefined && stated.at <= at; stated = assignments[++nextStated]) {
      passCloses(stated.at)
      holders.push(stated)
    }
  }
  for (const { at, to, team } of inferred) {
    takeStated(at)
    passCloses(at)
    holders.push({ at, to, team, source: 'inferred', earliest: at })
  }
  takeStated(Number.POSITIVE_INFINITY)
  passCloses(Number.POSITIVE_INFINITY)
  return holders
}

/** The team in force stays: only what was said of it lately ends with the guess. */
function endGuess(holders: Holder[], close: number, team: number): void {
  const last = holders.at(-1)
  if (last?.source === 'inferred' && (last.to >= 0 || last.team !== team))
    holders.push({ at: close, to: -1, team, source: 'inferred', earliest: close })
}

/** The intervals of a conversation, oldest first, gaps without anybody included. Together they are its open episodes. */
export function heldIntervals(facts: Source): readonly Held[] {
  const holders = holdersOf(facts)
  const intervals: Held[] = []
  let next = 0
  let holder: Holder | undefined
  for (const episode of facts.episodes) {
    const { startedAt, closedAt } = episode
    const end = closedAt ?? Number.POSITIVE_INFINITY
    const first = intervals.length
    const take = (from: number) => addInterval(intervals, first, episode, holder, from)
    for (; (holders[next]?.at ?? Infinity) < startedAt; next++) holder = holders[next]
    take(startedAt)
    for (; (holders[next]?.at ?? Infinity) < end; next++) {
      holder = holders[next]
      take(holder?.at ?? startedAt)
    }
    endLast(intervals, first, closedAt)
  }
  return intervals
}

function addInterval(
  intervals: Held[],
  first: number,
  { index, startedAt }: EpisodeFact,
  holder: Holder | undefined,
  from: number,
): void {
  const { to: agent, team, source, earliest }: Omit<Holder, 'at'> = holder ?? unknownHolder
  let last = intervals.length > first ? intervals.at(-1) : undefined
  // What lasted for no time at all is none: of several changes in one instant the last is in force.
  if (last?.from === from) {
    intervals.pop()
    last = intervals.length > first ? intervals.at(-1) : undefined
    if (last !== undefined) intervals[intervals.length - 1] = { ...last, to: null, endedBy: null }
  }
  const isKnown = source !== 'inferred'
  if (last?.agent === agent && last.team === team && (last.source !== 'inferred') === isKnown) return
  if (last !== undefined)
    intervals[intervals.length - 1] = { ...last, to: from, endedBy: endedBy(last.agent, agent) }
  const reach = Math.max(earliest, last?.from ?? startedAt, startedAt)
  intervals.push({
    agent,
    team,
    from,
    earliest: Math.min(from, reach),
    to: null,
    source,
    endedBy: null,
    episode: index,
  })
}

/** As long as nothing is said of anybody. */
const unknownHolder: Omit<Holder, 'at'> = {
  to: -1,
  team: -1,
  source: 'inferred',
  earliest: Number.NEGATIVE_INFINITY,
}

function endedBy(before: number, after: number): HeldInterval['endedBy'] {
  if (before === after) return null
  return after < 0 ? 'unassigned' : 'passed_on'
}

function endLast(intervals: Held[], first: number, closedAt: number | null): void {
  const last = intervals.length > first ? intervals.at(-1) : undefined
  if (last === undefined || closedAt === null) return
  if (closedAt <= last.from) intervals.pop()
  else intervals[intervals.length - 1] = { ...last, to: closedAt, endedBy: 'closed' }
}

/** The interval a moment lies in; undefined where the conversation was not open. */
export function heldAtMoment(intervals: readonly Held[], at: number): Held | undefined {
  return intervals.findLast(({ from, to }) => from <= at && (to === null || to > at))
}
