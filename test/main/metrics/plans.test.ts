import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExclusionReason } from '../../../src/shared/contract.ts'
import { metricIds, metrics } from '../../../src/shared/metrics.ts'
import type { NumberRules } from '../../../src/shared/rules.ts'
import { defaultRules } from '../../../src/shared/rules.ts'
import { reasonOf } from '../../../src/main/metrics/bits.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { Part, Plan } from '../../../src/main/metrics/plans.ts'
import { partsOf, planOf, valueIndexOf } from '../../../src/main/metrics/plans.ts'
import { rowsOf } from '../../../src/main/metrics/rows.ts'
import type { Row, StreamName } from '../../../src/main/metrics/streams.ts'
import { allFlags, factSettings } from './timelines.ts'
import { anyRules, anyTimeline } from './workspaces.ts'

type Told = Row & { readonly stream: StreamName }

const anyRows: fc.Arbitrary<readonly Told[]> = anyTimeline(1).map((timeline) => {
  const rows: Told[] = []
  rowsOf(deriveFacts(timeline, factSettings(allFlags)), (stream, row) => rows.push({ ...row, stream }))
  return rows
})

function isIn(part: Part, row: Told): boolean {
  return row.stream === part.stream && (row.bits & part.all) === part.all && (row.bits & part.none) === 0
}

function lacksValue({ value, stream }: Part, row: Told): boolean {
  return value !== undefined && row.values[valueIndexOf(stream, value.name)] === null
}

/** Every way in which a row is counted or left out: exactly one where the plan is sound. */
function fates(plan: Plan, row: Told): readonly ('counts' | ExclusionReason)[] {
  if (plan.shape === 'special') return []
  const counted = plan.shape === 'share' ? plan.of : plan.part
  const found: ('counts' | ExclusionReason)[] = []
  if (isIn(counted, row)) {
    const endless = plan.shape === 'inTarget' && plan.endless !== undefined
    const missing = lacksValue(counted, row) && !endless ? counted.value?.missing : 'counts'
    if (missing !== undefined) found.push(missing)
  }
  for (const { part, reason } of plan.leftOut) {
    const why = reason === 'own' ? reasonOf(row.bits) : reason
    if (isIn(part, row) && why !== null) found.push(why)
  }
  return found
}

describe('plans', () => {
  it('count a row once or leave it out once, for a reason the catalogue names, under any rules', () => {
    fc.assert(
      fc.property(anyRows, anyRules, fc.constantFrom(...metricIds), (rows, rules, metric) => {
        const plan = planOf(metric, rules)
        for (const row of rows) {
          const found = fates(plan, row)
          expect(found.length).toBeLessThanOrEqual(1)
          for (const fate of found) if (fate !== 'counts') expect(metrics[metric].leavesOut).toContain(fate)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('choose among the same candidates, whatever the rules', () => {
    const ruled = [
      'first_response_time',
      'next_response_time',
      'resolution_time',
      'resolution_in_target',
    ] as const
    fc.assert(
      fc.property(anyRows, anyRules, fc.constantFrom(...ruled), (rows, rules, metric) => {
        for (const row of rows)
          expect(fates(planOf(metric, rules), row)).toHaveLength(
            fates(planOf(metric, defaultRules), row).length,
          )
      }),
      { numRuns: 1000 },
    )
  })

  it('give the same object for equal rules, and share parts between metrics that count the same rows', () => {
    const rules: NumberRules = { ...defaultRules, resolution: 'open_spans', closedOnly: true }
    for (const metric of metricIds) expect(planOf(metric, { ...rules })).toBe(planOf(metric, rules))
    for (const name of ['first_response', 'next_response', 'resolution'] as const)
      expect(partsOf(planOf(`${name}_time`, rules))[0]).toBe(partsOf(planOf(`${name}_in_target`, rules))[0])
    // What no plan looks at makes no other plans.
    expect(planOf('first_response_time', { ...rules, followUpDays: 1 })).toBe(
      planOf('first_response_time', rules),
    )
    expect(planOf('first_response_time', defaultRules)).not.toBe(planOf('first_response_time', rules))
  })

  it('name values their streams have; the numerator of a share is part of it', () => {
    fc.assert(
      fc.property(anyRules, fc.constantFrom(...metricIds), (rules, metric) => {
        const plan = planOf(metric, rules)
        for (const part of partsOf(plan))
          if (part.value !== undefined)
            expect(valueIndexOf(part.stream, part.value.name)).toBeGreaterThanOrEqual(0)
        if (plan.shape !== 'share') return
        expect(plan.part.stream).toBe(plan.of.stream)
        expect(plan.part.all & plan.of.all).toBe(plan.of.all)
        expect(plan.part.none & plan.of.none).toBe(plan.of.none)
      }),
    )
    expect(() => valueIndexOf('starts', 'score')).toThrow('has no value score')
  })
})
