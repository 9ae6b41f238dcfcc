/** A past period played with its own shifts or others, and what came of it as figures. */
import { median } from 'simple-statistics'
import type { ReplayFigures } from '../../shared/planning.ts'
import { type Attendance, type Span, united } from './attendance.ts'
import { HeadCount } from './headCount.ts'
import type { Past, PastTeam } from './past.ts'
import { dealOut, type InHand, type Job, replay, type Served } from './replay.ts'
import { isQuestion, loadsOf, type ReplyTimes } from './replyTimes.ts'
import type { Turn } from './turns.ts'

/** A turn and how long its customer waited, in milliseconds; infinite: nobody replied. */
export interface Waited {
  readonly turn: Turn
  readonly wait: number
}

export interface Played {
  readonly waits: readonly Waited[]
  readonly engaged: readonly InHand[]
  readonly attendance: readonly Attendance[]
}

/** What happened. A question that a close ended was never answered; a last word that one ended is left out. */
export function played(past: Past): Played {
  const turns = past.teams.flatMap((team) => team.turns)
  return {
    waits: turns.flatMap((turn) => {
      if (!isQuestion(turn)) return []
      const answered = turn.replied && turn.endedAt !== null
      return [{ turn, wait: answered ? turn.endedAt - turn.at : Number.POSITIVE_INFINITY }]
    }),
    engaged: past.engaged,
    attendance: past.teams.flatMap((team) => team.attendance),
  }
}

/** How a team is replayed: with these people, and each reply taking its rank's time. */
export interface Staging {
  readonly times: ReplyTimes
  readonly capacity: number
  readonly rankOf: (turn: Turn) => number
  readonly attendance: (team: PastTeam) => readonly Attendance[]
}

/** Yields between teams. */
export function* play(past: Past, staging: Staging): Generator<void, Played> {
  const parts: Played[] = []
  for (const team of past.teams) {
    parts.push(playTeam(team, staging.attendance(team), staging))
    yield
  }
  return {
    waits: parts.flatMap((part) => part.waits),
    engaged: parts.flatMap((part) => part.engaged),
    attendance: parts.flatMap((part) => part.attendance),
  }
}

function playTeam(
  { turns }: Pick<PastTeam, 'turns'>,
  attendance: readonly Attendance[],
  staging: Omit<Staging, 'attendance'>,
): Played {
  const { jobs, served } = stage(turns, new HeadCount(attendance), staging)
  return {
    waits: turns.flatMap((turn, index) =>
      isQuestion(turn) ? [{ turn, wait: (served[index]?.repliedAt ?? Infinity) - turn.at }] : [],
    ),
    engaged: dealOut(jobs, served, attendance, staging.capacity),
    attendance,
  }
}

/**
 * How likely the reply to each turn of a team comes within the target (milliseconds): by when its turn came in the
 * replay, and by all replies like it rather than by its own, which a few slow ones in a quiet hour would decide.
 */
export function chancesOf(
  { turns }: Pick<PastTeam, 'turns'>,
  attendance: readonly Attendance[],
  staging: Omit<Staging, 'attendance'>,
  target: number,
): readonly { readonly turn: Turn; readonly chance: number }[] {
  const count = new HeadCount(attendance)
  const { loads, served } = stage(turns, count, staging)
  return turns.flatMap((turn, index) => {
    const startedAt = served[index]?.startedAt ?? Number.POSITIVE_INFINITY
    const due = turn.at + target
    if (!isQuestion(turn)) return []
    if (startedAt > due) return [{ turn, chance: 0 }]
    return [{ turn, chance: staging.times.within(turn, loads[index] ?? 0, count.attended(startedAt, due)) }]
  })
}

function stage(
  turns: readonly Turn[],
  count: HeadCount,
  { times, capacity, rankOf }: Omit<Staging, 'attendance'>,
): {
  readonly jobs: readonly Job[]
  readonly loads: readonly number[]
  readonly served: readonly Served[]
} {
  const loads = loadsOf(turns, count)
  const jobs = turns.map((turn, index): Job => ({
    conversation: turn.conversation,
    at: turn.at,
    reply: times.at(turn, loads[index] ?? 0, rankOf(turn)),
    tail: turn.tail,
  }))
  return { jobs, loads, served: replay(jobs, count, { capacity, attention: times.attention }) }
}

// ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Measured {
  readonly from: number
  readonly to: number
  /** Milliseconds. */
  readonly target: number
  readonly counts: (agent: number) => boolean
}

/** Seconds, shares and hours of the turns that begin in the period and pass the filters. */
export function figuresOf({ waits, engaged, attendance }: Played, measured: Measured): ReplayFigures {
  const { from, to, target } = measured
  const own = waits.filter(({ turn }) => turn.passes && turn.at >= from && turn.at < to)
  const answered = own.filter(({ wait }) => wait < Number.POSITIVE_INFINITY)
  const first = own.filter(({ turn }) => turn.first)
  const responses = answered.filter(({ turn }) => turn.first).map(({ wait }) => wait / 1000)
  const there = attendance.filter(({ agent }) => agent < 0 || measured.counts(agent))
  const present = there.reduce((sum, { spans }) => sum + lengthOf(spans, from, to), 0)
  const inHand = Map.groupBy(engaged, ({ agent }) => agent)
  const busy = there.reduce(
    (sum, { agent, spans }) => sum + common(united(inHand.get(agent) ?? []), spans, from, to),
    0,
  )
  return {
    conversations: first.length,
    medianFirstResponse: medianOf(responses),
    p90FirstResponse: p90Of(responses),
    inTarget: first.length === 0 ? null : first.filter(({ wait }) => wait <= target).length / first.length,
    medianWait: medianOf(answered.map(({ wait }) => wait / 1000)),
    utilization: present === 0 ? null : busy / present,
    hours: present / 3_600_000,
  }
}

export function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values])
}

/** Nearest rank, as everywhere. */
function p90Of(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil((sorted.length * 9) / 10) - 1] ?? null
}

function lengthOf(spans: readonly Span[], from: number, to: number): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0)
}

/** Milliseconds of [from, to) in which both lists, ascending and apart, have a span. */
function common(one: readonly Span[], other: readonly Span[], from: number, to: number): number {
  let [sum, index] = [0, 0]
  for (const span of one) {
    while ((other[index]?.to ?? Infinity) <= span.from) index += 1
    for (let next = index; (other[next]?.from ?? Infinity) < span.to; next++)
      sum += Math.max(
        0,
        Math.min(span.to, other[next]?.to ?? 0, to) - Math.max(span.from, other[next]?.from ?? 0, from),
      )
  }
  return sum
}
