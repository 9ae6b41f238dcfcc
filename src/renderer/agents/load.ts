/** How much one agent writes in each hour of a working day, beside a mean agent of the team. */
import type { MetricsRow } from '../../shared/contract.ts'
import { countOf, keyOf } from '../overview/figures.ts'

export interface LoadHour {
  /** `09`. */
  readonly hour: string
  /** Messages in this hour of a day on which the agent wrote at all; null: the agent never did. */
  readonly own: number | null
  /** The same for the mean agent of the team. */
  readonly team: number | null
}

interface LoadQuestion {
  /** Messages sent by hour, of the agent and of the team. */
  readonly own: readonly MetricsRow[]
  readonly team: readonly MetricsRow[]
  /** Messages sent by agent and day, of the team. */
  readonly days: readonly MetricsRow[]
  readonly agent: string
}

/** The hours from the first to the last in which the agent or the team wrote; empty when nobody did. */
export function loadByHour(question: LoadQuestion): readonly LoadHour[] {
  const worked = question.days.filter((row) => countOf(row.metrics, 'messages_sent') > 0)
  const teamDays = worked.filter((row) => keyOf(row, 'agent') !== null).length
  const ownDays = worked.filter((row) => keyOf(row, 'agent') === question.agent).length
  const own = byHour(question.own)
  const team = byHour(question.team)
  const hours = Array.from({ length: 24 }, (_none, hour) => String(hour).padStart(2, '0')).map((hour) => ({
    hour,
    own: ownDays === 0 ? null : (own.get(hour) ?? 0) / ownDays,
    team: teamDays === 0 ? null : (team.get(hour) ?? 0) / teamDays,
  }))
  const busy = (one: LoadHour): boolean => (one.own ?? 0) > 0 || (one.team ?? 0) > 0
  const first = hours.findIndex(busy)
  return first < 0 ? [] : hours.slice(first, hours.findLastIndex(busy) + 1)
}

function byHour(rows: readonly MetricsRow[]): ReadonlyMap<string | null, number> {
  return new Map(rows.map((row) => [keyOf(row, 'hour'), countOf(row.metrics, 'messages_sent')]))
}

/** Conversations handled a day by the mean agent who handled any that day; null on days nobody did. */
export function handledByMeanAgent(
  days: readonly string[],
  byAgentAndDay: readonly MetricsRow[],
): readonly (number | null)[] {
  const sums = new Map<string, { total: number; agents: number }>()
  for (const row of byAgentAndDay) {
    const day = keyOf(row, 'day')
    const handled = countOf(row.metrics, 'handled')
    if (day === null || keyOf(row, 'agent') === null || handled === 0) continue
    const sum = sums.get(day) ?? { total: 0, agents: 0 }
    sums.set(day, { total: sum.total + handled, agents: sum.agents + 1 })
  }
  return days.map((day) => {
    const sum = sums.get(day)
    return sum === undefined ? null : sum.total / sum.agents
  })
}
