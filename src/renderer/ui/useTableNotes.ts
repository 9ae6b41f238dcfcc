import type { MetricId } from '../../shared/metrics.ts'
import { useAsk } from '../api.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useComparedScope, useScope } from '../selection.ts'
import { useFormat } from './format.ts'
import { tableNotes } from './tableNotes.ts'
import { useText } from './text.ts'

/** The notes of a table about `metrics`, as the bar is set now. */
export function useTableNotes(metrics: readonly MetricId[]): readonly string[] {
  const text = useText('ui')
  const frame = useText('frame')
  const metricText = useMetricText()
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const scope = useScope()
  const previous = useComparedScope()
  const named = (
    ids: readonly string[],
    from: readonly { readonly id: string; readonly name: string }[] = [],
  ) => ids.map((id) => from.find((one) => one.id === id)?.name ?? id)
  return tableNotes(
    {
      workspace: workspace?.name ?? '',
      period: format.period(scope.from, scope.to),
      zone: scope.zone,
      before: previous === null ? null : format.period(previous.from, previous.to),
      filters: [
        { what: frame('filter.teams'), names: named(scope.teams, workspace?.teams) },
        { what: frame('filter.channels'), names: named(scope.channels, workspace?.channels) },
        { what: frame('filter.agents'), names: named(scope.agents, workspace?.agents) },
        { what: frame('filter.categories'), names: scope.categories },
      ],
      hours: scope.hours ?? 'calendar',
      metrics,
    },
    text,
    metricText,
    format.signs,
  )
}
