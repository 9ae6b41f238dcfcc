/**
 * The figures of single conversations: the very question a dashboard asks, broken down by conversation, a batch of them at a
 * time. What is counted across conversations is counted once for all and laid down by conversation.
 */
import type { Dimension, Figure, Scope } from '../../shared/contract.ts'
import type { NumberRules } from '../../shared/rules.ts'
import { settingsOf } from '../metrics/answer.ts'
import type { Axis } from '../metrics/axes.ts'
import { Cells } from '../metrics/cells.ts'
import type { Columns } from '../metrics/columns.ts'
import { Cuts } from '../metrics/cuts.ts'
import { figuresOf } from '../metrics/figures.ts'
import { planOf } from '../metrics/plans.ts'
import type { Question } from '../metrics/question.ts'
import type { SpecialMetric } from '../metrics/special/catalogue.ts'
import { isSpecial, specials } from '../metrics/special/catalogue.ts'
import { createGround } from '../metrics/special/ground.ts'
import type { Special, SpecialGround } from '../metrics/special/special.ts'
import type { ConversationMetric, MetricPart } from './metricColumns.ts'
import { conversationMetrics } from './metricColumns.ts'
import { garbageCollector } from './garbageCollector.ts'
import type { RowPorts } from './rowPorts.ts'

/** What became of each metric in a batch, by row; null: nothing to measure. */
export interface ConversationFigures {
  read(metric: ConversationMetric, part: MetricPart): (row: number) => number | null
  /** Whether anything of the conversation counts. */
  counts(row: number): boolean
}

export interface FigureReader {
  /** Of conversations by slot, at most `batch` of them. */
  figuresOf(slots: readonly number[]): ConversationFigures
  /** Whether something of a conversation counts that may have begun before the scope, such as that it is open. */
  reaches(slot: number): boolean
}

/** In tables of codes: filtered out. */
const outside = -(2 ** 30)
const planned: readonly ConversationMetric[] = conversationMetrics.filter((metric) => !isSpecial(metric))
const across = conversationMetrics.filter((metric) => isSpecial(metric))
let lastAxis = 0

/** Reads figures in batches of at most `batch` conversations. @throws RangeError for an unknown zone. */
export function createFigureReader(ports: RowPorts, batch: number): FigureReader {
  const { columns, dictionary, scope, data } = ports
  const settings = settingsOf({ scope }, data)
  const plans = planned.map((metric) => planOf(metric, settings.rules))
  const places = new Int32Array(columns.slots.size).fill(outside)
  const axis = conversationAxis(places, batch)
  const sums = sumsAcross(ports, settings.rules)
  const hasBegun = scope.from <= data.now

  const questionOf = (slots: readonly number[]): Question => {
    const period = periodOf(ports, slots)
    const cells = new Cells([axis])
    for (let row = 0; row < slots.length; row++) cells.cellOf(row)
    const subject = { columns, dictionary, scope: period, now: data.now }
    const cuts = new Cuts([axis], cells.factors, period.from, period.to)
    return { subject, axes: [axis], cells, cuts, clock: settings.clock }
  }

  const counts = [...sums.values()].map(({ count }) => count)
  const reaches = (slot: number) => counts.some((count) => (count[slot] ?? 0) > 0)
  return {
    reaches,
    figuresOf(slots) {
      for (const [row, slot] of slots.entries()) places[slot] = row
      const found = figuresOf(questionOf(slots), plans, settings)
      for (const slot of slots) places[slot] = outside
      const cellsOf = planned.map((_, index) => found[index]?.cells ?? [])
      const figures = new Map(planned.map((metric, index) => [metric, cellsOf[index] ?? []]))
      return {
        read(metric, part) {
          const own = sums.get(metric)
          if (own !== undefined) {
            const partOf = hasBegun || !states.has(metric) ? sumParts[part] : unknown
            return (row) => partOf(own, metric, slots[row] ?? 0)
          }
          const cells = figures.get(metric) ?? []
          return part === 'value' ? (row) => valueOf(cells[row]) : (row) => countOf(cells[row])
        },
        counts: (row) => cellsOf.some((cells) => isSomething(cells[row])) || reaches(slots[row] ?? 0),
      }
    },
  }
}

/** Codes are the places of conversations in the batch; all others are filtered out. */
function conversationAxis(places: Int32Array, size: number): Axis {
  lastAxis += 1
  const code = { by: 'row', of: (_: number, slot: number) => places[slot] ?? outside } as const
  return {
    // Only a name for what is remembered of it: no answer shows it.
    dimension: `conversation ${lastAxis}` as Dimension,
    size,
    all: null,
    codes: () => code,
    keyOf: String,
    sortTextOf: String,
    codeAt: null,
  }
}

/** The part of the scope in which these conversations have rows: nothing else has to be looked at. */
function periodOf({ columns, scope }: RowPorts, slots: readonly number[]): Scope {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const slot of slots) {
    const [first, last] = columns.slots.rangeOf(slot)
    from = Math.min(from, first)
    to = Math.max(to, last)
  }
  return { ...scope, from: Math.max(scope.from, from), to: Math.min(scope.to, to) }
}

function valueOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  return 'count' in figure ? figure.mean : figure.value
}

function countOf(figure: Figure | undefined): number | null {
  if (figure === undefined) return null
  if ('count' in figure) return figure.count
  // Without a target the answer says how many there would have been: here they weigh nothing.
  return figure.value === null ? 0 : (figure.of ?? null)
}

function isSomething(figure: Figure | undefined): boolean {
  if (figure === undefined) return false
  if ('count' in figure) return figure.count > 0
  return (figure.of ?? 0) > 0 || (figure.value ?? 0) !== 0
}

// ── what is counted across conversations ─────────────────────────────────────────────────────────────────────────

/** By slot: how much and how many of a metric are the conversation's. Durations are whole milliseconds. */
interface Sums {
  readonly sum: Float64Array
  readonly count: Int32Array
}

/** Of these nothing can be known before the period begins. */
const states: ReadonlySet<ConversationMetric> = new Set([
  'open_now',
  'waiting_now',
  'longest_wait',
  'unassigned_now',
])
const counted: ReadonlySet<ConversationMetric> = new Set(['open_now', 'waiting_now', 'unassigned_now'])
const lowestPromoter = 9
const highestDetractor = 6

/** Those that lay out the same share a ground. */
const grounds: readonly (typeof across)[] = [
  ...Map.groupBy(across, (metric) =>
    metric === 'handle_time' || metric === 'engaged_time' ? 'load' : metric,
  ).values(),
]

/**
 * What is laid out on a ground is as large as all else, and is collected before the next. Nobody waits for this thread, and
 * left to itself it would hold half as much again.
 */
function sumsAcross(
  { columns, dictionary, scope, data }: RowPorts,
  rules: NumberRules,
): ReadonlyMap<ConversationMetric, Sums> {
  const subject = { columns, dictionary, scope, now: data.now }
  const collect = garbageCollector()
  return new Map(
    grounds.flatMap((metrics) => {
      const ground = createGround(subject, [], { rules, side: data.side })
      const sums = metrics.map((metric) => [metric, sumsOf(ground, columns, metric)] as const)
      collect()
      return sums
    }),
  )
}

function sumsOf(ground: SpecialGround, columns: Columns, metric: SpecialMetric): Sums {
  const special: Special = specials[metric]
  const { included } = special.evidence(ground, 0)
  const sum = new Float64Array(columns.slots.size)
  const count = new Int32Array(columns.slots.size)
  const amountOf = amounts[metric] ?? ((value: number) => value)
  for (const { conversation, value } of included) {
    if (conversation < 0) continue
    sum[conversation] = (sum[conversation] ?? 0) + amountOf(value ?? 0)
    count[conversation] = (count[conversation] ?? 0) + 1
  }
  return { sum, count }
}

/** What of a thing's value adds up, where that is not the value itself. */
const amounts: Readonly<Partial<Record<SpecialMetric, (value: number) => number>>> = {
  handle_time: (seconds) => Math.round(seconds * 1000),
  nps: (score) => (score >= lowestPromoter ? 100 : score <= highestDetractor ? -100 : 0),
}

type SumPart = (sums: Sums, metric: ConversationMetric, slot: number) => number | null
const unknown: SumPart = () => null

const sumParts: Readonly<Record<MetricPart, SumPart>> = {
  of: ({ count }, _, slot) => count[slot] ?? 0,
  value({ sum, count }, metric, slot) {
    const many = count[slot] ?? 0
    if (counted.has(metric)) return many
    const all = sum[slot] ?? 0
    if (metric === 'engaged_time') return all
    if (many === 0) return null
    return metric === 'handle_time' ? all / 1000 / many : all / many
  },
}
