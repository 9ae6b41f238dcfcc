/** The fewest agents, hour by hour, with whom a day's first responses would have kept the target. */
import type { Scope } from '../../shared/contract.ts'
import { addDays, hourMs, startOfDay } from '../../shared/period.ts'
import type { Staffing } from '../../shared/planning.ts'
import { failed } from '../engine/failure.ts'
import type { Attendance } from './attendance.ts'
import { HeadCount } from './headCount.ts'
import { partOf, type Past, type PastTeam, readPast, warmUp } from './past.ts'
import { chancesOf, figuresOf, play, type Played, played, type Staging } from './play.ts'
import type { PlanningData } from './planningGround.ts'
import { trainingWeeks } from './replayError.ts'
import { anyRank, learnReplyTimes } from './replyTimes.ts'

/** With more agents a team is not tried in an hour. */
const mostAgents = 40

export interface StaffingQuery {
  readonly scope: Scope
  /** Seconds. */
  readonly target: number
  readonly share: number
}

interface Hour {
  readonly from: number
  readonly to: number
}

/**
 * Of the last local day the scope's period touches, up to the clock's moment. Yields between the teams' hours.
 * @throws Failed `invalid`: the day lies ahead, the target makes no sense, or there is no history.
 */
export function* staffing(data: PlanningData, query: StaffingQuery): Generator<void, Staffing> {
  const { scope, target, share } = query
  const day = dayOf(scope, data.now)
  if (!(target > 0) || !(share > 0 && share <= 1)) throw failed('invalid', 'planning.noTarget')
  const past = yield* readPast(data, scope, {
    from: addDays(day.from, -7 * trainingWeeks, scope.zone),
    to: day.to,
  })
  const times = learnReplyTimes(past.teams)
  if (times === null) throw failed('invalid', 'planning.noRepliesBeforeDay')
  yield
  const stage = partOf(past, day.from - warmUp, day.to)
  const staging: Omit<Staging, 'attendance'> = {
    times,
    capacity: data.settings.agentCapacity,
    rankOf: (turn) => times.rankOf(turn) ?? anyRank(turn),
  }
  const hours = hoursOf(day)
  const asked = { hours, day, staging, target: target * 1000, share }
  const needs = new Map<PastTeam, readonly (number | null)[]>()
  for (const team of stage.teams) {
    const passing = team.turns.some((turn) => turn.passes && turn.at >= day.from)
    needs.set(team, passing ? yield* needsOf(team, asked) : hours.map(() => 0))
    yield
  }
  const measured = { ...day, target: target * 1000, counts: past.counts }
  const outcome = yield* play(stage, {
    ...staging,
    attendance: (team) => staffed(team, day, hours, needs.get(team) ?? []),
  })
  const real = played(partOf(past, day.from, day.to))
  return {
    target,
    share,
    hours: hours.map(({ from, to }, hour) => ({
      from,
      arrivals: arrivalsIn(real, from, to),
      present: presentIn(past, from, to),
      needed: sumOrNull([...needs.values()].map((need) => need[hour] ?? null)),
    })),
    replayed: figuresOf(outcome, measured),
    real: figuresOf(real, measured),
  }
}

function dayOf({ from, to, zone }: Scope, now: number): Hour {
  const end = Math.min(to, now)
  if (from >= end) throw failed('invalid', 'planning.dayAhead')
  const begin = startOfDay(end - 1, zone)
  return { from: begin, to: Math.min(addDays(begin, 1, zone), now) }
}

function hoursOf({ from, to }: Hour): readonly Hour[] {
  const hours: Hour[] = []
  for (let at = from; at < to; at += hourMs) hours.push({ from: at, to: Math.min(at + hourMs, to) })
  return hours
}

interface Asked {
  readonly hours: readonly Hour[]
  readonly day: Hour
  readonly staging: Omit<Staging, 'attendance'>
  readonly target: number
  readonly share: number
}

/** Hour by hour: the hours before as they were found, those after with as many as this one. */
function* needsOf(team: PastTeam, asked: Asked): Generator<void, readonly (number | null)[]> {
  const { hours, day, staging } = asked
  const found: (number | null)[] = []
  for (const [index, hour] of hours.entries()) {
    const isEnough = (agents: number) => {
      const rest = hours.slice(index).map(() => agents)
      const attendance = staffed(team, day, hours, [...found, ...rest])
      return keeps(chancesOf(team, attendance, staging, asked.target), hour, asked.share)
    }
    const isQuiet = !team.turns.some(({ at }) => at >= hour.from && at < hour.to)
    found.push(isQuiet ? 0 : fewest(isEnough))
    yield
  }
  return found
}

/** More never makes it worse, so the fewest is found by halving. */
function fewest(isEnough: (agents: number) => boolean): number | null {
  if (!isEnough(mostAgents)) return null
  let [low, high] = [1, mostAgents]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether so many of an hour's first responses are likely to come in time; where it has none, of its other replies. */
function keeps(chances: ReturnType<typeof chancesOf>, { from, to }: Hour, share: number): boolean {
  const begun = chances.filter(({ turn }) => turn.at >= from && turn.at < to)
  const first = begun.filter(({ turn }) => turn.first)
  const counted = first.length > 0 ? first : begun
  return counted.reduce((sum, { chance }) => sum + chance, 0) >= share * counted.length
}

/** A team with so many agents in each hour; where no number was enough, and on the days around, as it was. */
function staffed(
  { team, attendance, count }: PastTeam,
  day: Hour,
  hours: readonly Hour[],
  needs: readonly (number | null)[],
): readonly Attendance[] {
  const around = attendance.map((one) => ({
    ...one,
    spans: one.spans.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, day.from) },
        { from: Math.max(from, day.to), to },
      ].filter((span) => span.from < span.to),
    ),
  }))
  const agents = hours.map((hour, index) => {
    const need = needs[index]
    return need ?? Math.round(count.agentTime(hour.from, hour.to) / (hour.to - hour.from))
  })
  const most = Math.max(0, ...agents)
  const needed = Array.from({ length: most }, (_, n) => ({
    agent: -1 - n,
    team,
    spans: hours.filter((_hour, index) => (agents[index] ?? 0) > n),
  }))
  return [...around, ...needed]
}

function arrivalsIn({ waits }: Played, from: number, to: number): number {
  return waits.filter(({ turn }) => turn.first && turn.passes && turn.at >= from && turn.at < to).length
}

/** Mean of the hour, to a tenth. */
function presentIn({ teams, counts }: Past, from: number, to: number): number {
  const there = teams.flatMap(({ attendance }) => attendance).filter(({ agent }) => counts(agent))
  return Math.round((10 * new HeadCount(there).agentTime(from, to)) / (to - from)) / 10
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  )
}
