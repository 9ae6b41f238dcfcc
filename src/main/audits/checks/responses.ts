import type { Conversation, MetricsQuery } from '../../../shared/contract.ts'
import { createBusinessClock } from '../../engine/businessClock.ts'
import { createColumns } from '../../metrics/columns.ts'
import { explainMetric } from '../../metrics/explain.ts'
import { rawSql, value } from '../../store/database.ts'
import { conversationByName } from '../../store/names.ts'
import { readSettings } from '../../store/settings.ts'
import { workingHoursInForce } from '../../store/workingHours.ts'
import type { CheckPorts } from './conversationChecks.ts'
import type { Response } from './finding.ts'

/**
 * The responses of one conversation and whether each met the target in force for it. They are the very rows that the
 * metrics of response times count: facts, rules, working hours and targets are those of the numbers.
 */
export function responsesOf(ports: CheckPorts, conversation: Conversation): readonly Response[] {
  const { cache, workspaceDb, dictionary, now } = ports
  const row = conversationByName(cache, conversation.row.id)
  const facts = row === null ? undefined : rawSql<[Uint8Array]>(cache, selectFacts).get(row)?.[0]
  if (row === null || facts === undefined) return []
  const columns = createColumns()
  columns.replace(row, facts)
  const settings = readSettings(workspaceDb)
  const names = dictionary()
  const clock = createBusinessClock(workingHoursInForce(cache, settings), names)
  const explain = (metric: 'first_response' | 'next_response', what: 'time' | 'in_target') =>
    explainMetric(
      columns,
      names,
      { metric: `${metric}_${what}`, scope: wholeOf(conversation, now()), limit: Number.POSITIVE_INFINITY },
      { ...settings, clock, now: now() },
    ).included
  return (['first', 'next'] as const).flatMap((kind) => {
    const met = new Map(explain(`${kind}_response`, 'in_target').map((found) => [found.k, found.value]))
    return explain(`${kind}_response`, 'time')
      .toSorted((one, other) => one.at - other.at)
      .map(({ k, value: seconds }): Response => {
        const inTarget = met.get(k) ?? null
        return {
          kind,
          message: k < 0 ? null : (value<string>(cache, 'SELECT rid FROM messages WHERE k = ?', k) ?? null),
          seconds: Math.round(seconds ?? 0),
          inTarget: inTarget === null ? null : inTarget === 1,
        }
      })
  })
}

const selectFacts = 'SELECT data FROM facts WHERE conversation = ?'

/** All there is of the conversation, filtered by nothing. */
function wholeOf({ row, timeline }: Conversation, now: number): MetricsQuery['scope'] {
  const first = Math.min(row.openedAt, ...timeline.slice(0, 1).map(({ at }) => at))
  return {
    from: first - 1,
    to: Math.max(row.lastAt, timeline.at(-1)?.at ?? 0, now) + 1,
    zone: 'UTC',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
  }
}
