/** How much one agent has in hand in each hour of a day, beside a mean agent of the team. */
import type { MetricsRow } from '../../shared/contract.ts'
import { countOf, keyOf, valueOf } from '../overview/figures.ts'

/** How busy somebody is in one hour of the day. */
interface HourLoad {
  /** Conversations at once while engaged at all; null: never engaged in this hour. */
  readonly atOnce: number | null
  /** Seconds engaged in this hour of a mean day on which anything was done; null: no such day. */
  readonly engaged: number | null
}

export interface LoadHour {
  /** `09`. */
  readonly hour: string
  readonly own: HourLoad
  readonly team: HourLoad
}

interface LoadQuestion {
  /** Concurrency and engaged time by hour, of the agent and of the team. */
  readonly own: readonly MetricsRow[]
  readonly team: readonly MetricsRow[]
  /** Engaged time by day, and by agent and day of the team. */
  readonly ownDays: readonly MetricsRow[]
  readonly teamDays: readonly MetricsRow[]
}

/** The hours from the first to the last in which the agent or the team was engaged; empty when nobody was. */
export function loadByHour(question: LoadQuestion): readonly LoadHour[] {
  const own = new Map(question.own.map((row) => [keyOf(row, 'hour'), row]))
  const team = new Map(question.team.map((row) => [keyOf(row, 'hour'), row]))
  const ownDays = worked(question.ownDays)
  const teamDays = worked(question.teamDays.filter((row) => keyOf(row, 'agent') !== null))
  const hours = Array.from({ length: 24 }, (_none, hour) => String(hour).padStart(2, '0')).map((hour) => ({
    hour,
    own: loadIn(own.get(hour), ownDays),
    team: loadIn(team.get(hour), teamDays),
  }))
  const busy = (one: LoadHour): boolean => (one.own.engaged ?? 0) > 0 || (one.team.engaged ?? 0) > 0
  const first = hours.findIndex(busy)
  return first < 0 ? [] : hours.slice(first, hours.findLastIndex(busy) + 1)
}

function worked(days: readonly MetricsRow[]): number {
  return days.filter((row) => countOf(row.metrics, 'engaged_time') > 0).length
}

function loadIn(row: MetricsRow | undefined, days: number): HourLoad {
  return {
    atOnce: valueOf(row?.metrics.concurrency),
    engaged: days === 0 ? null : countOf(row?.metrics ?? {}, 'engaged_time') / days,
  }
}

/** Conversations handled a week by the mean agent who handled any that week; null in weeks nobody did. */
export function handledByMeanAgent(
  weeks: readonly string[],
  byAgentAndWeek: readonly MetricsRow[],
): readonly (number | null)[] {
  const sums = new Map<string, { total: number; agents: number }>()
  for (const row of byAgentAndWeek) {
    const week = keyOf(row, 'week')
    const handled = countOf(row.metrics, 'handled')
    if (week === null || keyOf(row, 'agent') === null || handled === 0) continue
    const sum = sums.get(week) ?? { total: 0, agents: 0 }
    sums.set(week, { total: sum.total + handled, agents: sum.agents + 1 })
  }
  return weeks.map((week) => {
    const sum = sums.get(week)
    return sum === undefined ? null : sum.total / sum.agents
  })
}
