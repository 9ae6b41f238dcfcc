/** What explain shows is what was counted: on random workspaces, for every metric, under any filters and rules. */
import { describe, expect, it } from 'vitest'
import { randomFor } from '../../src/main/sources/sample/random.ts'
import type { Evidence, Explanation, Figure } from '../../src/shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../src/shared/metrics.ts'
import { randomQuery, randomSettings } from './asking.ts'
import { chaoticRecords } from './chaos.ts'
import { isSame } from './check.ts'
import { durationOf, sum } from './measures.ts'
import { withWorkspace } from './workspaces.ts'

const valuesOf = (included: readonly Evidence[]) => included.map(({ value }) => value ?? 0)

/** The figure of the evidence alone, as far as it can be told; what is shared with the figure is taken from it. */
function figureFrom(metric: MetricId, { included, figure }: Explanation): Figure {
  if ('count' in figure) return durationOf(valuesOf(included))
  const { value, of } = figure
  const total = sum(valuesOf(included))
  const rest = {
    ...(of === undefined ? {} : { of }),
    ...(figure.estimated === true ? { estimated: true as const } : {}),
  }
  switch (metric) {
    case 'longest_wait':
      return { value: included.length === 0 ? null : Math.max(...valuesOf(included)) }
    case 'engaged_time':
      return { value: total }
    case 'nps': {
      const share = (is: (score: number) => boolean) => valuesOf(included).filter(is).length / included.length
      const net = 100 * (share((score) => score >= 9) - share((score) => score <= 6))
      return { value: included.length === 0 ? null : net, of: included.length }
    }
    // Parts of a whole that is no part of the evidence: time, or the other kind of a ratio.
    case 'occupancy':
    case 'utilization':
      return { value: (of ?? 0) === 0 ? null : total / (of ?? 0), ...rest }
    case 'engagement':
    case 'csat_response_rate':
      return { value: (of ?? 0) === 0 ? null : included.length / (of ?? 0), ...rest }
    case 'concurrency':
      return { value, of: included.length }
    case 'conversion_value':
      return { value: value === null ? null : total, of: included.filter((one) => one.value !== null).length }
    default:
  }
  if (metrics[metric].shape === 'count' || metrics[metric].shape === 'state')
    return { value: included.length }
  // A rate, a mean, a share in target: without a target all is shown and nothing is said.
  const isTold = included.some((one) => one.value !== null)
  return { value: isTold ? total / included.length : null, of: included.length }
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
