/** What must be known to read a saved table: of whom, when, compared with what, measured how. */
import type { Hours } from '../../shared/contract.ts'
import type { Signs } from '../../shared/languages.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { MetricText } from '../overview/metricText.ts'
import type { Text } from './text.ts'

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
export function tableNotes(
  shown: Shown,
  text: Text,
  metricText: MetricText,
  signs: Signs,
): readonly string[] {
  const filters = shown.filters.filter(({ names }) => names.length > 0)
  return [
    text('export.about', { workspace: shown.workspace, period: shown.period, zone: shown.zone }),
    ...(shown.before === null ? [] : [text('export.before', { period: shown.before })]),
    filters.length === 0
      ? text('export.unfiltered')
      : text('export.filters', {
          filters: filters.map(({ what, names }) => `${what} ${names.join(signs.list)}`).join(signs.part),
        }),
    text(`export.hours.${shown.hours}`),
    ...shown.metrics.map(
      (metric) => `${metricText.name(metric)}${signs.colon}${metricText.definition(metric)}`,
    ),
  ]
}
