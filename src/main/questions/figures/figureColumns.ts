/** The columns of views.db, which every setting has in common. */
import { benchmarkTargets } from '../../../shared/targets.ts'
import { defaultRules } from '../../../shared/rules.ts'
import { columnsOfMetric, conversationMetrics, type MetricColumn } from '../../rows/metricColumns.ts'
import { demandsUnder } from './demands.ts'

/** What `Traits` of conversationFigures.ts holds, as SQLite declares it: it keeps small numbers small only where it is told. */
export const traitColumns = {
  opened_by: 'TEXT',
  episodes: 'INTEGER',
  closed_at: 'INTEGER',
  closed_by_type: 'TEXT',
  closed_by_agent: 'INTEGER',
  sentiment: 'TEXT',
  language: 'INTEGER',
} as const

const nobody = { agents: [], teams: [], channels: [], categories: [] }

/** Rules choose what is counted, not which columns there are. */
const names: readonly string[] = demandsUnder(
  { rules: defaultRules, targets: benchmarkTargets, targetOverrides: [] },
  nobody,
).columns.map(({ name }) => name)

/** In the order of `FigureMaker.columns`, with what they mean. */
export const figureColumns: readonly MetricColumn[] = conversationMetrics
  .flatMap((metric) => columnsOfMetric(metric))
  .filter(({ name }) => names.includes(name))
