/** Questions of any metric of the catalogue: those counted from rows, and the special ones, in one answer. */
import type {
  Dimension,
  ExplainQuery,
  Figure,
  MetricsAnswer,
  MetricsQuery,
  MetricsRow,
} from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { metricIds, metrics } from '../../shared/metrics.ts'
import type { AnswerData } from './answer.ts'
import { answerMetrics, compareTexts, settingsOf } from './answer.ts'
import { axisOf } from './axes.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Behind, EvidenceRow, MetricExplanation } from './explain.ts'
import { behindEach, explainMetric, leftOutOf } from './explain.ts'
import type { Totals } from './figures.ts'
import { durationFigure } from './rank.ts'
import type { Subject } from './selection.ts'
import { answerSpecials, explainSpecial, isSpecial } from './special/catalogue.ts'
import type { Key } from './special/cells.ts'
import { createGround } from './special/ground.ts'
import type { Side } from './special/side.ts'

/** What any question needs beside the facts. */
export interface CatalogueData extends AnswerData {
  /** What the special metrics read beside the rows. */
  readonly side: Side
}

/**
 * The figures of a period for any metrics, in total and by the dimensions asked for; see `answerMetrics`.
 * @throws RangeError for a zone this machine does not know, or more dimensions than can be combined.
 */
export function answerQuery(
  columns: Columns,
  dictionary: Dictionary,
  query: MetricsQuery,
  data: CatalogueData,
  shared?: Totals,
): MetricsAnswer {
  const wanted = query.metrics.length === 0 ? metricIds : query.metrics
  const special = wanted.filter(isSpecial)
  const answer = answerMetrics(columns, dictionary, { ...query, metrics: wanted }, data, shared)
  if (special.length === 0) return answer
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const by = [...new Set(query.by)]
  const ground = (dimensions: readonly Dimension[]) =>
    createGround(subject, dimensions, groundData(query, dictionary, data))
  const total = answerSpecials(ground([]), special)
  const totals = Object.fromEntries(special.map((metric) => [metric, total.figureOf(metric, [])]))
  return {
    ...answer,
    rows:
      by.length === 0
        ? []
        : mergedRows(subject, by, answer.rows, answerSpecials(ground(by), special), wanted),
    total: { metrics: { ...answer.total.metrics, ...totals } },
  }
}

function groundData(
  query: Pick<MetricsQuery, 'scope' | 'definition'>,
  { words = [] }: Dictionary,
  data: CatalogueData,
) {
  const texts = new Map(words.map(({ row, text }) => [row, text]))
  return {
    rules: settingsOf(query, data).rules,
    side: data.side,
    textOf: (word: number) => texts.get(word) ?? null,
  }
}

/** Rows of both, by key: what only one of them has is shown with nothing of the other. */
function mergedRows(
  subject: Subject,
  by: readonly Dimension[],
  rows: readonly MetricsRow[],
  specials: ReturnType<typeof answerSpecials>,
  wanted: readonly MetricId[],
): readonly MetricsRow[] {
  const known = new Set(rows.map(({ key }) => JSON.stringify(by.map((dimension) => key[dimension] ?? null))))
  const added = specials.keys
    .filter((keys) => !known.has(JSON.stringify(keys)))
    .map((keys): MetricsRow => ({
      key: Object.fromEntries(by.map((dimension, index) => [dimension, keys[index] ?? null])),
      metrics: Object.fromEntries(
        wanted.filter((metric) => !isSpecial(metric)).map((metric) => [metric, nothing(metric)]),
      ),
    }))
  const filled = [...rows, ...added].map(({ key, metrics: figures }): MetricsRow => {
    const keys = by.map((dimension) => key[dimension] ?? null)
    const own: Partial<Record<MetricId, Figure>> = { ...figures }
    for (const metric of wanted) if (isSpecial(metric)) own[metric] = specials.figureOf(metric, keys)
    return { key, metrics: own }
  })
  return added.length === 0 ? filled : sorted(subject, by, filled)
}

/** The figure of nothing: a count is 0, all else cannot be known. */
function nothing(metric: MetricId): Figure {
  const { shape } = metrics[metric]
  if (shape === 'duration') return durationFigure(new Float64Array(0), 0, 0)
  return shape === 'count' ? { value: 0 } : { value: null, of: 0 }
}

function sorted(
  subject: Subject,
  by: readonly Dimension[],
  rows: readonly MetricsRow[],
): readonly MetricsRow[] {
  const textOf = by.map((dimension) => sortTexts(subject, dimension))
  return rows
    .map((row) => ({
      row,
      texts: by.map((dimension, index) => textOf[index]?.(row.key[dimension] ?? null) ?? null),
    }))
    .sort((a, b) => compareTexts(a.texts, b.texts))
    .map(({ row }) => row)
}

/** What rows are sorted by along a dimension; a key the axis does not know is its own text. */
function sortTexts(subject: Subject, dimension: Dimension): (key: Key) => string | null {
  const { size, all, keyOf, sortTextOf } = axisOf(subject, dimension)
  const texts = new Map<Key, string | null>()
  // A dimension of time is in the order of its keys as they are.
  for (let code = 0; all === null && code < Math.min(size, 1_000_000); code++)
    texts.set(keyOf(code), sortTextOf(code))
  return (key) => (key === null ? null : (texts.get(key) ?? key))
}

/** The evidence for the figure of any metric; see `explainMetric`. @throws RangeError for an unknown zone. */
export function explainQuery(
  columns: Columns,
  dictionary: Dictionary,
  query: ExplainQuery,
  data: CatalogueData,
): MetricExplanation {
  const { metric } = query
  if (!isSpecial(metric)) return explainMetric(columns, dictionary, query, data)
  const key = Object.entries(query.key ?? {}) as [Dimension, Key][]
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const ground = createGround(
    subject,
    key.map(([dimension]) => dimension),
    groundData(query, dictionary, data),
  )
  const { figure, included, excluded } = explainSpecial(
    ground,
    metric,
    key.map(([, text]) => text),
  )
  const limit = Math.max(0, query.limit ?? 200)
  const byLength = metrics[metric].shape === 'duration'
  return {
    figure,
    candidates: included.length + excluded.length,
    included: included.toSorted(byLength ? longest : newest).slice(0, limit),
    includedTotal: included.length,
    excluded: excluded.toSorted(newest).slice(0, limit),
    excludedTotal: excluded.length,
    leftOut: new Map(
      [...Map.groupBy(excluded, ({ reason }) => reason)].map(([reason, rows]) => [reason, rows.length]),
    ),
  }
}

/** What is behind figures of a report: of those that are cut alike, the rows are gone through once. As `explainQuery` says. */
export function createBehind(
  columns: Columns,
  dictionary: Dictionary,
  dataFor: (query: ExplainQuery) => CatalogueData,
): (query: ExplainQuery) => Behind {
  const known = new Map<string, ReturnType<typeof behindEach>>()
  return (query) => {
    const { metric, scope, definition, limit, bucket, key = {} } = query
    if (isSpecial(metric) || bucket !== undefined)
      return explainQuery(columns, dictionary, query, dataFor(query))
    const by = Object.keys(key) as Dimension[]
    const name = JSON.stringify([metric, scope, definition, limit, by])
    const found = known.get(name) ?? behindEach(columns, dictionary, query, by, dataFor(query))
    known.set(name, found)
    return found(by.map((dimension) => key[dimension] ?? null))
  }
}

/** How many each reason left out of a metric in a scope. */
export function leftOutQuery(
  columns: Columns,
  dictionary: Dictionary,
  query: Pick<ExplainQuery, 'metric' | 'scope' | 'definition'>,
  data: CatalogueData,
): MetricExplanation['leftOut'] {
  return isSpecial(query.metric)
    ? explainQuery(columns, dictionary, { ...query, limit: 0 }, data).leftOut
    : leftOutOf(columns, dictionary, query, data)
}

function newest(a: EvidenceRow, b: EvidenceRow): number {
  return b.at - a.at || b.conversation - a.conversation || b.k - a.k
}

function longest(a: EvidenceRow, b: EvidenceRow): number {
  return (b.value ?? 0) - (a.value ?? 0) || newest(a, b)
}
