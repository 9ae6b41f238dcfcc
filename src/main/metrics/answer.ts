/** Answers what the screens, reports and the command line ask in numbers. */
import type {
  Figure,
  MetricsAnswer,
  MetricsQuery,
  MetricsRow,
  TargetOverride,
  Targets,
} from '../../shared/contract.ts'
import { rulesOf } from '../../shared/definitions.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { metricIds } from '../../shared/metrics.ts'
import { toZonedIso } from '../../shared/period.ts'
import type { NumberRules } from '../../shared/rules.ts'
import { defaultRules } from '../../shared/rules.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { CellFigures, FigureSettings, Totals } from './figures.ts'
import { figuresOf } from './figures.ts'
import type { BusinessClock } from './measure.ts'
import { noClock } from './measure.ts'
import { planOf } from './plans.ts'
import { questionOf } from './question.ts'
import type { Subject } from './selection.ts'

/** What an answer needs beside the facts. Times are epoch milliseconds. */
export interface AnswerData {
  readonly completeTo: number | null
  readonly quarantined: number
  readonly now: number
  readonly targets: Targets
  readonly targetOverrides?: readonly TargetOverride[]
  /** Absent: the shipped ones. */
  readonly rules?: NumberRules
  /** Working hours; absent: nobody stated any. */
  readonly clock?: BusinessClock
}

/** How a question measures: the rules of its definition, and the clock its durations are taken with. */
export function settingsOf(
  query: Pick<MetricsQuery, 'scope' | 'definition'>,
  data: Pick<AnswerData, 'targets' | 'targetOverrides' | 'rules' | 'clock'>,
): FigureSettings & { readonly clock: BusinessClock | null } {
  const rules = rulesOf(query.definition, data.rules ?? defaultRules)
  const hours = rules.hours ?? query.scope.hours ?? 'calendar'
  return {
    rules,
    targets: data.targets,
    targetOverrides: data.targetOverrides ?? [],
    clock: hours === 'business' ? (data.clock ?? noClock) : null,
  }
}

/**
 * Answers many questions of one state of the data, in order. Those about one scope count their totals once: `answer` gets
 * what was counted before it.
 */
export function answerTogether(
  queries: readonly MetricsQuery[],
  answer: (query: MetricsQuery, totals: Totals) => MetricsAnswer,
): readonly MetricsAnswer[] {
  const known = new Map<string, Totals>()
  const answers = new Map<number, MetricsAnswer>()
  // Broken-down questions count the totals too: those in total come last.
  const order = [...queries.entries()].sort(([, a], [, b]) => Math.sign(b.by.length) - Math.sign(a.by.length))
  for (const [index, query] of order) {
    const key = JSON.stringify([query.scope, query.definition ?? null])
    const totals: Totals = known.get(key) ?? new Map()
    known.set(key, totals)
    answers.set(index, answer(query, totals))
  }
  return queries.flatMap((_, index) => answers.get(index) ?? [])
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
  totals: Totals = new Map(),
): MetricsAnswer {
  const { scope, by } = query
  const settings = settingsOf(query, data)
  const wanted = query.metrics.length === 0 ? metricIds : query.metrics
  const subject: Subject = { columns, dictionary, scope, now: data.now }
  const question = questionOf(subject, by, settings.clock)
  const figures = figuresOf(
    question,
    wanted.map((metric) => planOf(metric, settings.rules)),
    settings,
    totals,
  )
  return {
    period: {
      from: toZonedIso(scope.from, scope.zone),
      to: toZonedIso(scope.to, scope.zone),
      zone: scope.zone,
    },
    hours: settings.clock === null ? 'calendar' : 'business',
    definition: query.definition ?? null,
    by,
    rows: by.length === 0 ? [] : rowsOf(question, wanted, figures),
    total: { metrics: Object.fromEntries(wanted.map((metric, index) => [metric, figures[index]?.total])) },
    data: {
      completeTo: data.completeTo === null ? null : toZonedIso(data.completeTo, scope.zone),
      quarantined: data.quarantined,
    },
  }
}

function rowsOf(
  { axes, cells }: ReturnType<typeof questionOf>,
  wanted: readonly MetricId[],
  figures: readonly CellFigures[],
): readonly MetricsRow[] {
  const texts = axes.map((axis) => remembered((code) => axis.sortTextOf(code)))
  return Array.from({ length: cells.size }, (_, cell) => ({
    cell,
    texts: texts.map((textOf, index) => textOf(cells.codeOf(cell, index))),
  }))
    .sort((a, b) => compareTexts(a.texts, b.texts))
    .map(({ cell }) => {
      const metrics: Partial<Record<MetricId, Figure>> = {}
      for (const [index, metric] of wanted.entries()) {
        const figure = figures[index]?.cells[cell]
        if (figure !== undefined) metrics[metric] = figure
      }
      return {
        key: Object.fromEntries(
          axes.map((axis, index) => [axis.dimension, axis.keyOf(cells.codeOf(cell, index))]),
        ),
        metrics,
      }
    })
}

/** Asks once for each code. */
function remembered(textOf: (code: number) => string | null): (code: number) => string | null {
  const texts = new Map<number, string | null>()
  return (code) => {
    const known = texts.get(code)
    if (known !== undefined) return known
    const text = textOf(code)
    texts.set(code, text)
    return text
  }
}

const collator = new Intl.Collator('en', { numeric: true })

/** Nobody and none come last. */
export function compareTexts(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? null
    if (left === right) continue
    if (left === null || right === null) return left === null ? 1 : -1
    const order = collator.compare(left, right)
    if (order !== 0) return order
  }
  return 0
}
