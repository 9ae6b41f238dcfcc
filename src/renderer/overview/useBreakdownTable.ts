import type { Scope } from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import type { DataTable } from '../ui/dataTable.ts'
import { useText } from '../ui/text.ts'
import { type BreakdownWords, breakdownTable, type NamedRow } from './breakdownTable.ts'
import { useMetricText } from './metricText.ts'

/** `breakdownTable` with the words of the chosen language. */
export function useBreakdownTable(): (question: {
  readonly title: string
  readonly head: string
  readonly rows: readonly NamedRow[]
  readonly metrics: readonly MetricId[]
  readonly scope: Scope
}) => DataTable {
  const words = useBreakdownWords()
  return (question) => breakdownTable({ ...question, words })
}

function useBreakdownWords(): BreakdownWords {
  const text = useText('overview')
  const { name } = useMetricText()
  const named = (metric: MetricId) =>
    metrics[metric].shape === 'duration' ? text('table.median', { name: name(metric) }) : name(metric)
  return {
    name: named,
    cases: (metric) => text('table.cases', { name: name(metric) }),
    before: (metric) => text('table.before', { name: named(metric) }),
  }
}
