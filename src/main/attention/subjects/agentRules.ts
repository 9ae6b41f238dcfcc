/**
 * Rules about agents, as pure functions of what they held and who waited: the same whether records came one by one or all
 * at once. A flag that is not due yet is answered too, with a moment that lies ahead.
 */
import type { FlagRule } from '../../../shared/flags.ts'
import type { RawFlag } from '../rawFlag.ts'
import { above, common, type Stretch } from './stretches.ts'

/** An agent as rules about agents name them: by row, and in ids by the name of their record. */
export interface RuledAgent {
  readonly row: number
  readonly id: string
}

/** How long an agent holds too much before it counts: a hand-over in a rush does not. Milliseconds. */
const overloadedFor = 5 * 60_000

/** The agent holds more than `threshold` × `capacity` open conversations for five minutes. `held`: in any order. */
export function overloaded(
  agent: RuledAgent,
  held: readonly Stretch[],
  rule: Pick<FlagRule, 'severity' | 'threshold'>,
  capacity: number,
): readonly RawFlag[] {
  if (rule.threshold === null) return []
  const limit = rule.threshold * capacity
  return above(held, limit).flatMap((stretch) =>
    flagOf(agent, 'overloaded', rule.severity, stretch, overloadedFor, stretch.most, limit),
  )
}

/**
 * The agent is there and holds nothing (`free`) while a customer they could take waits too long (`wanted`), for `threshold`
 * seconds on end. Both by time, none touching another.
 */
export function idle(
  agent: RuledAgent,
  free: readonly Stretch[],
  wanted: readonly Stretch[],
  { severity, threshold }: Pick<FlagRule, 'severity' | 'threshold'>,
): readonly RawFlag[] {
  if (threshold === null) return []
  return common(free, wanted).flatMap((stretch) =>
    flagOf(agent, 'idle', severity, stretch, threshold * 1000, null, threshold),
  )
}

/** None where it was over before it was due; at the very moment it counts. */
function flagOf(
  agent: RuledAgent,
  rule: 'overloaded' | 'idle',
  severity: RawFlag['severity'],
  { from, to }: Stretch,
  after: number,
  measured: number | null,
  target: number,
): readonly RawFlag[] {
  const raisedAt = from + after
  if (to < raisedAt) return []
  const endedAt = to === Infinity ? null : to
  return [
    {
      id: `${rule}:${agent.id}:${from}`,
      rule,
      severity,
      subject: { kind: 'agent', row: agent.row },
      agent: agent.row,
      from,
      raisedAt,
      endedAt,
      seconds: measured ?? (endedAt === null ? null : Math.round((endedAt - from) / 1000)),
      target,
      code: null,
      text: null,
      message: null,
      messages: [],
    },
  ]
}
