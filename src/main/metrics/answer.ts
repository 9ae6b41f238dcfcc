/** Answers what the screens, reports and the command line ask in numbers. */
import type {
  Figure,
  Figures,
  MetricsAnswer,
  MetricsQuery,
  MetricsRow,
  Targets,
} from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { metricIds } from '../../shared/metrics.ts'
import type { NumberRules } from '../../shared/rules.ts'
import { defaultRules } from '../../shared/rules.ts'
import { toZonedIso } from '../../shared/period.ts'
import type { Axis } from './axes.ts'
import { axisOf } from './axes.ts'
import { Cells } from './cells.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { figuresOf, kindsInAny, Tally } from './figures.ts'
import type { Ground, Placed } from './figures.ts'
import { partsOf, planOf } from './plans.ts'
import type { Subject } from './selection.ts'
import { ofKinds, select } from './selection.ts'

/** What an answer needs beside the facts. Times are epoch milliseconds. */
export interface AnswerData {
  readonly completeTo: number | null
  readonly quarantined: number
  readonly now: number
  readonly targets: Targets
  /** Absent: the shipped ones. */
  readonly rules?: NumberRules
}

/**
 * The figures of a period, in total and by the dimensions asked for. Rows are sorted by their key (agents and the like
 * by name, nobody last); days and hours without data have rows too.
 * @throws RangeError for a zone this machine does not know, or more dimensions than can be combined.
 */
export function answerMetrics(
  columns: Columns,
  dictionary: Dictionary,
  query: MetricsQuery,
  data: AnswerData,
): MetricsAnswer {
  const { scope, by } = query
  const subject: Subject = { columns, dictionary, scope, now: data.now }
  const wanted = query.metrics.length === 0 ? metricIds : query.metrics
  const [total = {}] = figuresByCell(subject, [], wanted, data).figures
  return {
    period: {
      from: toZonedIso(scope.from, scope.zone),
      to: toZonedIso(scope.to, scope.zone),
      zone: scope.zone,
    },
    hours: 'calendar',
    definition: null,
    by,
    rows: by.length === 0 ? [] : rowsOf(subject, query, wanted, data),
    total: { metrics: total },
    data: {
      completeTo: data.completeTo === null ? null : toZonedIso(data.completeTo, scope.zone),
      quarantined: data.quarantined,
    },
  }
}

function rowsOf(
  subject: Subject,
  query: MetricsQuery,
  wanted: readonly MetricId[],
  data: AnswerData,
): readonly MetricsRow[] {
  const axes = [...new Set(query.by)].map((dimension) => axisOf(subject, dimension))
  const { cells, figures } = figuresByCell(subject, axes, wanted, data)
  const order = figures
    .map((_, cell) => ({
      cell,
      texts: axes.map((axis, index) => axis.sortTextOf(cells.codeOf(cell, index))),
    }))
    .sort((a, b) => compareTexts(a.texts, b.texts))
  return order.map(({ cell }) => ({
    key: Object.fromEntries(
      axes.map((axis, index) => [axis.dimension, axis.keyOf(cells.codeOf(cell, index))]),
    ),
    metrics: figures[cell] ?? {},
  }))
}

const collator = new Intl.Collator('en', { numeric: true })

/** Nobody and none come last. */
function compareTexts(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    const order = collator.compare(left, right)
    if (order !== 0) return order
  }
  return 0
}

function figuresByCell(
  subject: Subject,
  axes: readonly Axis[],
  wanted: readonly MetricId[],
  data: AnswerData,
): { readonly cells: Cells; readonly figures: readonly Figures[] } {
  const cells = new Cells(axes)
  const rules = data.rules ?? defaultRules
  const placed = new Map<string, Placed>()
  // Every stream is placed before anything is counted: a later one may bring cells of its own.
  const parts = Map.groupBy(
    wanted.flatMap((metric) => partsOf(planOf(metric, rules))),
    (part) => `${part.stream} ${part.credit}`,
  )
  for (const [name, [first, ...others]] of parts) {
    if (first === undefined) continue
    const all = select(subject, first.stream, first.credit)
    const kinds = kindsInAny([first, ...others], all.stream.kindBits)
    // Only rows that some metric counts make cells: no empty line for what nobody asked about.
    const credited = [first, ...others].every((part) => part.credited === true)
    const selection = ofKinds(all, kinds, credited)
    placed.set(name, { selection, cells: cells.place(selection) })
  }
  cells.fillTime()
  const ground: Ground = {
    columns: subject.columns,
    from: subject.scope.from,
    cellCount: cells.size,
    timeAxes: axes.filter((axis) => axis.codeAt !== null),
    targets: data.targets,
    rules,
    placed(part) {
      const known = placed.get(`${part.stream} ${part.credit}`)
      if (known === undefined) throw new Error(`The stream ${part.stream} was not placed.`)
      return known
    },
  }
  const tally = new Tally(ground)
  const figures: Partial<Record<MetricId, Figure>>[] = Array.from({ length: cells.size }, () => ({}))
  for (const metric of wanted)
    for (const [cell, figure] of figuresOf(ground, metric, tally).entries()) {
      const row = figures[cell]
      if (row !== undefined) row[metric] = figure
    }
  return { cells, figures }
}
