/** What explain shows is what was counted: on random workspaces, for every metric, under any filters and rules. */
import { describe, expect, it } from 'vitest'
import { randomFor } from '../../src/shared/random.ts'
import type { Evidence, Explanation, Figure } from '../../src/shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../src/shared/metrics.ts'
import { randomQuery, randomSettings } from './asking.ts'
import { chaoticRecords } from './chaos.ts'
import { isSame } from './check.ts'
import { durationOf, sum } from './measures.ts'
import { withWorkspace } from './workspaces.ts'

const valuesOf = (included: readonly Evidence[]) => included.map(({ value }) => value ?? 0)

/** How figures that are no plain count, mean or share follow from their evidence, `of` being known. */
const rules: Partial<Record<MetricId, (values: readonly number[], of: number) => number | null>> = {
  longest_wait: (values) => (values.length === 0 ? null : Math.max(...values)),
  engaged_time: sum,
  nps(values) {
    const share = (is: (score: number) => boolean) => values.filter(is).length / values.length
    return values.length === 0 ? null : 100 * (share((score) => score >= 9) - share((score) => score <= 6))
  },
  // Parts of a whole that is no part of the evidence: time, or the other kind of a ratio.
  occupancy: (values, of) => (of === 0 ? null : sum(values) / of),
  utilization: (values, of) => (of === 0 ? null : sum(values) / of),
  engagement: (values, of) => (of === 0 ? null : values.length / of),
  csat_response_rate: (values, of) => (of === 0 ? null : values.length / of),
}

/** The figure of the evidence alone. */
function figureFrom(metric: MetricId, { included, figure }: Explanation): Figure {
  const values = valuesOf(included)
  if ('count' in figure) return durationOf(values)
  const rule = rules[metric]
  if (rule !== undefined) return { ...figure, value: rule(values, figure.of ?? 0) }
  // How many ran at once, and in which currency, is more than what is shown tells.
  const told = included.filter(({ value }) => value !== null).length
  if (metric === 'concurrency') return { ...figure, of: included.length }
  if (metric === 'conversion_value') return { value: figure.value === null ? null : sum(values), of: told }
  const { shape } = metrics[metric]
  if (shape === 'count' || shape === 'state') return { value: included.length }
  // A rate or mean; without a target all is shown and nothing is said.
  return { value: told === 0 ? null : sum(values) / included.length, of: included.length }
}

/** Whether nothing can be known under these filters: the figure says so, and there is nothing to show. */
function isUnknowable({ figure, includedTotal }: Explanation): boolean {
  return !('count' in figure) && figure.value === null && includedTotal === 0
}

describe('the evidence of random questions', () => {
  for (let part = 0; part < 4; part++)
    it(`is all there is, and makes the figure (part ${part + 1})`, async () => {
      for (let seed = 1000 + part * 8; seed < 1008 + part * 8; seed++) {
        const random = randomFor('evidence', seed)
        const settings = random.chance(0.7) ? randomSettings(random) : {}
        await withWorkspace([chaoticRecords(seed)], settings, async ({ reader, ledger }) => {
          const { zone } = await reader.workspace()
          for (let left = 3; left > 0; left--) {
            const { scope, definition } = randomQuery(random, ledger, zone)
            const asked = { scope, ...(definition === undefined ? {} : { definition }) }
            const { total } = await reader.metrics({ ...asked, by: [], metrics: [] })
            for (const metric of metricIds) {
              const told = await reader.explain({ ...asked, metric, limit: 100_000 })
              const where = `seed ${seed}: ${metric} ${JSON.stringify(asked)}`
              expect(told.figure, where).toEqual(total.metrics[metric])
              expect(told.included.length, where).toBe(told.includedTotal)
              expect(told.excluded.length, where).toBe(told.excludedTotal)
              expect(told.includedTotal + told.excludedTotal, where).toBe(told.candidates)
              if (isUnknowable(told)) continue
              expect(
                isSame(told.figure, figureFrom(metric, told), metric),
                `${where} ${JSON.stringify(told)}`,
              ).toBe(true)
            }
          }
        })
      }
    }, 120_000)
})
