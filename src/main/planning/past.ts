/** A stretch of the past, read once: turns of customers, who was there, and when agents were engaged. */
import type { Scope } from '../../shared/contract.ts'
import { dayMs } from '../../shared/period.ts'
import type { Attendance } from './attendance.ts'
import { attendanceOf } from './attendance.ts'
import { HeadCount } from './headCount.ts'
import type { PlanningData } from './planningGround.ts'
import { type Turn, TurnReader } from './turns.ts'

export interface Past {
  readonly zone: string
  /** By team row id; 0: agents and turns of no team. */
  readonly teams: readonly PastTeam[]
  readonly engaged: TurnReader['engaged']
  /** Agents whose time counts: those that pass the filters. */
  readonly counts: (agent: number) => boolean
  readonly now: number
}

export interface PastTeam {
  readonly team: number
  /** By begin. */
  readonly turns: readonly Turn[]
  readonly attendance: readonly Attendance[]
  readonly count: HeadCount
}

/** Whoever waits at midnight is answered in the morning: a day before is played along, and two days after attended. */
export const warmUp = dayMs
const attendedAfter = 2 * dayMs
const readAtOnce = 7 * dayMs

/** Reads [from − a day, to), yielding between weeks. */
export function* readPast(
  data: PlanningData,
  scope: Pick<Scope, 'zone'>,
  period: { readonly from: number; readonly to: number },
): Generator<void, Past> {
  const from = period.from - warmUp
  const to = Math.min(period.to, data.now)
  const reader = new TurnReader()
  for (let begin = from; begin < to; begin += readAtOnce) {
    const end = Math.min(to, begin + readAtOnce)
    reader.read(data.ground({ from: begin, to: end }), begin, end)
    yield
  }
  const everybody = data.everybody({ from, to: Math.min(data.now, to + attendedAfter) })
  const attendance = attendanceOf(everybody)
  yield
  const { passesAgent } = data.ground(period)
  return {
    zone: scope.zone,
    teams: teamsOf(reader.turns(), attendance),
    engaged: reader.engaged,
    counts: passesAgent,
    now: data.now,
  }
}

/** Turns nobody's team ever had are the work of the team that has most. */
function teamsOf(turns: readonly Turn[], attendance: readonly Attendance[]): readonly PastTeam[] {
  const staffed = new Set(attendance.map(({ team }) => team))
  const byTeam = Map.groupBy(turns, ({ team }) => team)
  const largest = [...byTeam]
    .filter(([team]) => staffed.has(team))
    .sort(([, one], [, other]) => other.length - one.length)[0]?.[0]
  const homeOf = (team: number) => (staffed.has(team) ? team : (largest ?? team))
  const played = Map.groupBy(
    turns.map((turn) => ({ ...turn, team: homeOf(turn.team) })),
    ({ team }) => team,
  )
  return [...new Set([...staffed, ...played.keys()])]
    .sort((one, other) => one - other)
    .map((team) =>
      pastTeam(
        team,
        played.get(team) ?? [],
        attendance.filter((one) => one.team === team),
      ),
    )
}

export function pastTeam(team: number, turns: readonly Turn[], attendance: readonly Attendance[]): PastTeam {
  return { team, turns, attendance, count: new HeadCount(attendance) }
}

/** The part of the past whose turns begin in [from, to). */
export function partOf(past: Past, from: number, to: number): Past {
  const teams = past.teams.map((team) => ({
    ...team,
    turns: team.turns.filter(({ at }) => at >= from && at < to),
  }))
  return { ...past, teams }
}
