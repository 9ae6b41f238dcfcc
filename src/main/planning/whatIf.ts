/** What other shifts would have made of a past period's real arrivals. */
import type { Settings } from '../../shared/contract.ts'
import { addDays, hourOf, startOfDay } from '../../shared/period.ts'
import type { ShiftChange, WhatIf, WhatIfQuery } from '../../shared/planning.ts'
import { failed } from '../engine/failure.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { changedAttendance, type PlacedChange } from './attendance.ts'
import { HeadCount } from './headCount.ts'
import { partOf, type Past, readPast, warmUp } from './past.ts'
import { figuresOf, medianOf, type Played, play, played } from './play.ts'
import type { PlanningData } from './planningGround.ts'
import { errorFrom, replayError, trainingWeeks } from './replayError.ts'
import { anyRank, learnReplyTimes } from './replyTimes.ts'

const longestDays = 28
const mostChanges = 50
const mostAgents = 200
/** Where no target is set. */
const usualTarget = 60

export function targetOf({ targets }: Pick<Settings, 'targets'>): number {
  return (targets.firstResponse ?? usualTarget) * 1000
}

/**
 * Yields between steps, so that others are answered meanwhile.
 * @throws Failed `invalid`: a period that is too long or lies ahead, a change that makes no sense, or no history.
 */
export function* whatIf(data: PlanningData, { scope, changes }: WhatIfQuery): Generator<void, WhatIf> {
  const period = { from: scope.from, to: Math.min(scope.to, data.now), zone: scope.zone }
  refuse(period)
  const placed = changes.map((change) => place(change, data.dictionary))
  if (changes.length > mostChanges)
    throw failed('invalid', 'planning.tooManyChanges', { given: changes.length, most: mostChanges })
  const from = Math.min(period.from, errorFrom(period.to, scope.zone))
  const past = yield* readPast(data, scope, { from, to: period.to })
  const rules = { capacity: data.settings.agentCapacity, target: targetOf(data.settings) }
  const learned = partOf(past, addDays(period.to, -7 * trainingWeeks, scope.zone), period.to)
  const times = learnReplyTimes(learned.teams)
  if (times === null) throw failed('invalid', 'planning.noRepliesBeforeEnd')
  yield
  const stage = partOf(past, period.from - warmUp, period.to)
  const staging = {
    times,
    capacity: rules.capacity,
    rankOf: (turn: Parameters<typeof times.rankOf>[0]) => times.rankOf(turn) ?? anyRank(turn),
  }
  const real = played(partOf(past, period.from, period.to))
  const modelled = yield* play(stage, { ...staging, attendance: ({ attendance }) => attendance })
  const changed = yield* play(stage, {
    ...staging,
    attendance: ({ team, attendance }) =>
      changedAttendance(
        attendance,
        placed.filter((change) => change.team === team),
        period,
      ),
  })
  yield
  const measured = { ...period, target: rules.target, counts: past.counts }
  return {
    real: figuresOf(real, measured),
    modelled: figuresOf(modelled, measured),
    changed: figuresOf(changed, measured),
    error: yield* replayError(past, period.to, rules),
    byHour: byHour(past, { real, modelled, changed }, period),
  }
}

function refuse({
  from,
  to,
  zone,
}: {
  readonly from: number
  readonly to: number
  readonly zone: string
}): void {
  if (from >= to) throw failed('invalid', 'planning.periodAhead')
  if (addDays(from, longestDays, zone) < to) throw failed('invalid', 'planning.periodTooLong')
}

function place(change: ShiftChange, { teams }: WorkspaceDictionary): PlacedChange {
  const team = change.team === null ? 0 : teams.find(({ id }) => id === change.team)?.row
  if (team === undefined) throw failed('invalid', 'planning.noTeam', { team: change.team ?? '' })
  if (change.team === null && teams.length > 0) throw failed('invalid', 'planning.teamMissing')
  const { weekdays, from, to, agents } = change
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7
  if (!(from >= 0 && to <= 24 && from < to) || !weekdays.every(isDay))
    throw failed('invalid', 'planning.noSuchHours')
  if (!Number.isInteger(agents) || Math.abs(agents) > mostAgents)
    throw failed('invalid', 'planning.noSuchAgents', { most: mostAgents })
  return { team, weekdays, from, to, agents }
}

// ── by hour of the day ───────────────────────────────────────────────────────────────────────────────────────────

function byHour(
  past: Past,
  outcome: { readonly real: Played; readonly modelled: Played; readonly changed: Played },
  period: { readonly from: number; readonly to: number; readonly zone: string },
): WhatIf['byHour'] {
  const hours = hoursOf(period)
  const there = (outcome: Played) => presentByHour(outcome, past, hours)
  const [present, changedPresent] = [there(outcome.modelled), there(outcome.changed)]
  const responses = (outcome: Played) => responsesByHour(outcome, period)
  const [real, modelled, changed] = [
    responses(outcome.real),
    responses(outcome.modelled),
    responses(outcome.changed),
  ]
  return Array.from({ length: 24 }, (_, hour) => ({
    hour,
    arrivals: modelled.arrivals[hour] ?? 0,
    present: present[hour] ?? 0,
    changedPresent: changedPresent[hour] ?? 0,
    real: real.medians[hour] ?? null,
    modelled: modelled.medians[hour] ?? null,
    changed: changed.medians[hour] ?? null,
  }))
}

/** First responses in seconds by the local hour in which the wait began. */
function responsesByHour(
  { waits }: Played,
  { from, to, zone }: { readonly from: number; readonly to: number; readonly zone: string },
): { readonly arrivals: readonly number[]; readonly medians: readonly (number | null)[] } {
  const responses = Array.from({ length: 24 }, (): number[] => [])
  const arrivals = Array.from({ length: 24 }, () => 0)
  for (const { turn, wait } of waits) {
    if (!turn.first || !turn.passes || turn.at < from || turn.at >= to) continue
    const hour = hourOf(turn.at, zone)
    arrivals[hour] = (arrivals[hour] ?? 0) + 1
    if (wait < Number.POSITIVE_INFINITY) responses[hour]?.push(wait / 1000)
  }
  return { arrivals, medians: responses.map(medianOf) }
}

interface Hour {
  readonly hour: number
  readonly from: number
  readonly to: number
}

/** Every local hour of the period. */
function hoursOf({
  from,
  to,
  zone,
}: {
  readonly from: number
  readonly to: number
  readonly zone: string
}): readonly Hour[] {
  const hours: Hour[] = []
  const hour = 3_600_000
  for (let at = startOfDay(from, zone); at < to; at += hour)
    if (at + hour > from)
      hours.push({ hour: hourOf(at, zone), from: Math.max(at, from), to: Math.min(at + hour, to) })
  return hours
}

/** Mean number of agents there, by hour of the day. */
function presentByHour(outcome: Played, past: Past, hours: readonly Hour[]): readonly number[] {
  const counted = outcome.attendance.filter(({ agent }) => agent < 0 || past.counts(agent))
  const count = new HeadCount(counted)
  const [sums, lengths] = [Array.from({ length: 24 }, () => 0), Array.from({ length: 24 }, () => 0)]
  for (const { hour, from, to } of hours) {
    sums[hour] = (sums[hour] ?? 0) + count.agentTime(from, to)
    lengths[hour] = (lengths[hour] ?? 0) + to - from
  }
  return sums.map((sum, hour) => ((lengths[hour] ?? 0) === 0 ? 0 : sum / (lengths[hour] ?? 1)))
}
