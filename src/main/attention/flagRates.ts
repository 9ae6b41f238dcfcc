/** How rules did: how much they raised, how much of what people decided was a false alarm, and how long flags were open. */
import { median } from 'simple-statistics'
import { flagRuleIds, type FlagRate, type FlagRuleId } from '../../shared/flags.ts'
import type { Scope } from '../../shared/contract.ts'
import { wilson } from '../../shared/statistics.ts'
import { rawSql } from '../store/database.ts'
import { joinFor, scopeOf, scopeTest, type ListPorts } from './flagList.ts'
import { allHandFlags } from './handFlags.ts'

interface Tally {
  raised: number
  decided: number
  falseAlarms: number
  /** Seconds. */
  readonly open: number[]
}

/** Of flags raised in the scope's period, by rule; rules that raised nothing are left out. */
export function ratesOf(ports: ListPorts, scope: Scope): readonly FlagRate[] {
  const { cache, workspaceDb, cares, now } = ports
  const tallies = new Map<FlagRuleId, Tally>()
  const add = (id: string, rule: FlagRuleId, raisedAt: number, endedAt: number | null) => {
    const tally = tallies.get(rule) ?? { raised: 0, decided: 0, falseAlarms: 0, open: [] }
    tallies.set(rule, tally)
    tally.raised += 1
    const decision = cares.get(id)?.decision ?? null
    if (decision !== null) tally.decided += 1
    if (decision === 'false_alarm') tally.falseAlarms += 1
    if (endedAt !== null && endedAt <= now) tally.open.push((endedAt - raisedAt) / 1000)
  }
  const filter = scopeOf(ports, scope)
  const rows = rawSql<[string, FlagRuleId, number, number | null]>(
    cache,
    `SELECT f.id, f.rule, f.raised_at, f.ended_at FROM flags f ${joinFor(scope)} WHERE ${filter.sql}`,
  )
  for (const row of rows.iterate(...filter.parameters)) add(...row)
  const isInScope = scopeTest(ports, scope)
  for (const flag of [...allHandFlags(cache, workspaceDb, cares), ...ports.ofSubjects])
    if (isInScope(flag)) add(flag.id, flag.rule, flag.raisedAt, flag.endedAt)
  return flagRuleIds.flatMap((rule) => {
    const tally = tallies.get(rule)
    return tally === undefined ? [] : [rateOf(rule, tally)]
  })
}

function rateOf(rule: FlagRuleId, { raised, decided, falseAlarms, open }: Tally): FlagRate {
  const share = falseAlarms / decided
  return {
    rule,
    raised,
    decided,
    falseAlarms,
    falseAlarmRate: decided === 0 ? null : { value: share, ...wilson(share, decided) },
    medianOpen: open.length === 0 ? null : median(open),
  }
}
