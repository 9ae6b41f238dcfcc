import { existsSync } from 'node:fs'
import type { Api, Dimension, Figure, MetricsQuery } from '../../../shared/contract.ts'
import type { MetricId } from '../../../shared/metrics.ts'
import type { Check } from '../../store/verify.ts'

/** What test/reference/check.ts answers. */
interface Compared {
  readonly figures: number
  readonly differences: readonly {
    readonly metric: MetricId
    readonly query: Pick<MetricsQuery, 'scope' | 'by' | 'definition'>
    readonly key: Readonly<Partial<Record<Dimension, string | null>>>
    readonly engine: Figure | undefined
    readonly reference: Figure
  }[]
}

type Compare = (api: Pick<Api, 'metrics' | 'settings' | 'workspace'>, dir: string) => Promise<Compared>

const place = new URL('../../../../test/reference/check.ts', import.meta.url)

/**
 * Counts everything once more with the plain implementation kept among the tests, and compares. A checkout has it, an
 * installed app does not: there the check says so and is no fault.
 */
export async function checkReference(api: Api, dir: string): Promise<Check> {
  const check = 'the numbers equal the reference implementation'
  if (!existsSync(place))
    return {
      check,
      ok: true,
      detail: 'Not compared: the reference implementation comes with the source code only.',
    }
  const { compareWithReference } = (await import(place.href)) as { readonly compareWithReference: Compare }
  const { figures, differences } = await compareWithReference(api, dir)
  const counted = figures.toLocaleString('en')
  const [first] = differences
  if (first === undefined)
    return { check, ok: true, detail: `${counted} figures were counted twice and are equal.` }
  const row = Object.entries(first.key).map(([dimension, key]) => ` of ${dimension} ${key ?? 'none'}`)
  return {
    check,
    ok: false,
    detail: `${differences.length} of ${counted} figures differ, first ${first.metric}${row.join()}: ${JSON.stringify(first.engine)} against ${JSON.stringify(first.reference)}.`,
  }
}
