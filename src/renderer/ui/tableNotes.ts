/** What must be known to read a saved table: of whom, when, compared with what, measured how. */
import type { Hours } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { useAsk } from '../api.ts'
import { type MetricText, useMetricText } from '../overview/metricText.ts'
import { usePreviousScope, useScope, useSelection } from '../selection.ts'
import { useFormat } from './format.ts'
import { type Text, useText } from './text.ts'

export interface Shown {
  readonly workspace: string
  /** Days in words, the zone's name behind them. */
  readonly period: string
  readonly zone: string
  /** The period compared with, in words; null: none. */
  readonly before: string | null
  /** What is filtered, each with the names chosen; empty lists are left out. */
  readonly filters: readonly { readonly what: string; readonly names: readonly string[] }[]
  readonly hours: Hours
  readonly metrics: readonly MetricId[]
}

/** One sentence a line, in the order they are printed. */
export function tableNotes(shown: Shown, text: Text, metricText: MetricText): readonly string[] {
  const filters = shown.filters.filter(({ names }) => names.length > 0)
  return [
    text('export.about', { workspace: shown.workspace, period: shown.period, zone: shown.zone }),
    ...(shown.before === null ? [] : [text('export.before', { period: shown.before })]),
    filters.length === 0
      ? text('export.unfiltered')
      : text('export.filters', {
          filters: filters.map(({ what, names }) => `${what} ${names.join(', ')}`).join('; '),
        }),
    text(`export.hours.${shown.hours}`),
    ...shown.metrics.map((metric) => `${metricText.name(metric)}: ${metricText.definition(metric)}`),
  ]
}

/** The notes of a table about `metrics`, as the bar is set now. */
export function useTableNotes(metrics: readonly MetricId[]): readonly string[] {
  const text = useText('ui')
  const frame = useText('frame')
  const metricText = useMetricText()
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const scope = useScope()
  const previous = usePreviousScope()
  const compare = useSelection((selection) => selection.compare)
  const named = (
    ids: readonly string[],
    from: readonly { readonly id: string; readonly name: string }[] = [],
  ) => ids.map((id) => from.find((one) => one.id === id)?.name ?? id)
  return tableNotes(
    {
      workspace: workspace?.name ?? '',
      period: format.period(scope.from, scope.to),
      zone: scope.zone,
      before: compare ? format.period(previous.from, previous.to) : null,
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
  )
}
