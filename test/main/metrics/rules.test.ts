/** What must hold under any choice of rules, for any workspace. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import type { NumberRules } from '../../../src/shared/rules.ts'
import type { Columns } from '../../../src/main/metrics/columns.ts'
import { explainMetric } from '../../../src/main/metrics/explain.ts'
import { monday } from './timelines.ts'
import {
  anyRules,
  anyWorkspace,
  ask,
  columnsOf,
  countedMetrics,
  data,
  dictionary,
  scopeOf,
} from './workspaces.ts'

/** A conversation or contact that is in both of two parts counts in each. */
const distinct: readonly MetricId[] = ['assigned', 'handled', 'contacts_new', 'contacts_returning']
const additive = countedMetrics.filter((metric) => !distinct.includes(metric))
// Minutes: on the edges of what happens, and between.
const anyPeriod = fc
  .tuple(fc.integer({ min: -60, max: 6000 }), fc.integer({ min: 1, max: 6000 }))
  .map(([from, minutes]) => ({ from: monday + from * 60_000, to: monday + (from + minutes) * 60_000 }))

/** How many things a figure is made of. */
function sizeOf(figure: Figure): number {
  return 'count' in figure ? figure.count : (figure.of ?? figure.value ?? 0)
}

function size(columns: Columns, metric: MetricId, scope: Partial<Scope>, rules: NumberRules): number {
  return sizeOf(ask(columns, metric, [], scope, { rules }).total)
}

describe('under any rules', () => {
  it('the parts of a period add up to the whole', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        anyRules,
        anyPeriod,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...additive),
        (timelines, rules, { from, to }, share, metric) => {
          const columns = columnsOf(...timelines)
          const middle = Math.round(from + (to - from) * share)
          const parts =
            size(columns, metric, { from, to: middle }, rules) +
            size(columns, metric, { from: middle, to }, rules)
          expect([metric, parts]).toEqual([metric, size(columns, metric, { from, to }, rules)])
        },
      ),
      { numRuns: 500 },
    )
  })

  it('filters that part the conversations part every count', () => {
    const whole = fc.constantFrom(...countedMetrics.filter((metric) => !metric.startsWith('contacts_')))
    fc.assert(
      fc.property(anyWorkspace, anyRules, anyPeriod, whole, (timelines, rules, period, metric) => {
        const columns = columnsOf(...timelines)
        const of = (channels: readonly string[]) => size(columns, metric, { ...period, channels }, rules)
        expect([metric, of(['c1']) + of(['c2'])]).toEqual([metric, of([])])
        expect(of(['c1', 'c2'])).toBe(of([]))
      }),
      { numRuns: 300 },
    )
  })

  it('what is behind a figure and what is left out are all there is, each once', () => {
    fc.assert(
      fc.property(
        anyWorkspace,
        anyRules,
        anyPeriod,
        fc.constantFrom(...additive),
        (timelines, rules, period, metric) => {
          const columns = columnsOf(...timelines)
          const query = { metric, scope: scopeOf(period), limit: 10_000 }
          const told = explainMetric(columns, dictionary, query, { ...data, rules })
          expect(told.includedTotal + told.excludedTotal).toBe(told.candidates)
          expect(told.figure).toEqual(ask(columns, metric, [], period, { rules }).total)
          // csat_response_rate and engagement are of other things than their numerator.
          if (metric !== 'csat_response_rate' && metric !== 'engagement')
            expect([metric, told.includedTotal]).toEqual([metric, sizeOf(told.figure)])
        },
      ),
      { numRuns: 500 },
    )
  })
})
