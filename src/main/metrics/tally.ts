/**
 * From rows to numbers: the one place where anything is counted. `answer.ts` asks for many cells at once, `explain.ts`
 * for one, and both get what these functions say. Every number comes by cell and in total.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { DurationFigure } from '../../shared/contract.ts'
import { large, none } from './columns/encoding.ts'
import type { Numbers } from './counting.ts'
import { countKinds, countPlaced, kindsIn, kindsInAny, rowsIn } from './counting.ts'
import type { DurationFigures, ValuesOf } from './durations.ts'
import { durationsOf } from './durations.ts'
import type { Histogram } from './histogram.ts'
import type { BusinessClock } from './measure.ts'
import { measure } from './measure.ts'
import type { Part } from './plans.ts'
import type { Placed, Placement } from './placing.ts'
import { kindCodesIn, place, placementOf, runsOf } from './placing.ts'
import type { Question } from './question.ts'
import { steppedDurations } from './steppedDurations.ts'
import { countContacts, eachContact, eachConversation } from './visiting.ts'

/** The target of a row on a channel, with a team in force and an agent (row ids, 0 for none), in milliseconds; null: none. */
export type TargetOf = (channel: number, team: number, agent: number) => number | null

/** What is wanted of the rows of a part. */
export type Demand =
  | { readonly part: Part; readonly want: 'count' | 'durations' | 'sum' | 'contacts' }
  /** Rows whose value exceeds a limit, in milliseconds. */
  | { readonly part: Part; readonly want: 'over'; readonly limit: number }
  /** Rows whose value is within their target. `endless`: rows without a value are measured too, and are not. */
  | { readonly part: Part; readonly want: 'within'; readonly targetOf: TargetOf; readonly endless: boolean }

export type Tallied =
  | { readonly want: 'count'; readonly counts: Numbers }
  | { readonly want: 'durations'; readonly cells: readonly DurationFigure[]; readonly total: DurationFigure }
  | { readonly want: 'sum'; readonly sums: Numbers; readonly counts: Numbers }
  /** `targeted`: measured rows that have a target. */
  | {
      readonly want: 'within'
      readonly within: Numbers
      readonly targeted: Numbers
      readonly counts: Numbers
    }
  | { readonly want: 'contacts'; readonly fresh: Numbers; readonly returning: Numbers }

/** Answers every demand, in their order; those about one stream with one credit share a pass. */
export function tally(question: Question, demands: readonly Demand[]): readonly Tallied[] {
  const results = new Map<Demand, Tallied>()
  const groups = Map.groupBy(demands, ({ part }) => `${part.stream} ${part.credit} ${part.credited === true}`)
  for (const group of groups.values()) tallyGroup(question, group, results)
  return demands.map(
    (demand) => results.get(demand) ?? { want: 'count', counts: { cells: new Float64Array(0), total: 0 } },
  )
}

function tallyGroup(question: Question, group: readonly Demand[], results: Map<Demand, Tallied>): void {
  const [first] = group
  if (first === undefined) return
  const { subject, axes, cells, cuts } = question
  const stream = subject.columns.streams[first.part.stream]
  const placement = placementOf(subject, stream, first.part, axes, cells.factors)
  const isPlain = ({ part, want }: Demand) =>
    placement.rowCode === null && want === 'count' && part.distinct !== true
  const plain = group.filter(isPlain)
  const others: Demand[] = []
  for (const demand of group) {
    if (isPlain(demand)) continue
    const durations = demand.want === 'durations' ? manyDurations(question, placement, demand.part) : null
    if (durations === null) others.push(demand)
    else results.set(demand, { want: 'durations', ...durations })
  }
  const wantedBy = (some: readonly Demand[]) =>
    kindsInAny(
      some.map(({ part }) => part),
      placement,
    )
  if (plain.length > 0) {
    const histogram = countKinds(subject, placement, wantedBy(plain), cuts, cells)
    for (const demand of plain)
      results.set(demand, { want: 'count', counts: rowsIn(demand.part, placement, histogram, cells.size) })
  }
  if (others.length > 0) {
    const placed = place(subject, placement, wantedBy(others), cuts, cells)
    const rows = new RowTally(question, placed)
    for (const demand of others) results.set(demand, rows.answer(demand))
  }
}

/** The durations of a part where there are so many that rows need not be placed; null: there are not. */
function manyDurations(
  { subject, cells, cuts, clock }: Question,
  placement: Placement,
  part: Part,
): DurationFigures | null {
  const runs = runsOf(subject, placement.stream, cuts)
  const kindCodes = kindCodesIn(placement, kindsIn(part, placement))
  return steppedDurations(runs, { ...placement, kindCodes }, valuesIn(part, placement, clock), cells)
}

/** How a part’s value is measured in each segment. */
function valuesIn(
  { stream: name, value }: Part,
  { stream }: Pick<Placement, 'stream'>,
  clock: BusinessClock | null,
): ValuesOf {
  if (value === undefined) throw new Error(`A part of ${name} without a value was to be measured.`)
  return (segment) => measure(segment, stream, value, clock)
}

/** Takes what is wanted from placed rows. */
class RowTally {
  readonly #question: Question
  readonly #placed: Placed
  readonly #cellCount: number
  #histogram: Histogram | null = null
  /** New and returning contacts are two figures of one look. */
  readonly #met = new Map<Part, { readonly fresh: Numbers; readonly returning: Numbers }>()

  constructor(question: Question, placed: Placed) {
    this.#question = question
    this.#placed = placed
    this.#cellCount = question.cells.size
  }

  answer(demand: Demand): Tallied {
    const { part } = demand
    switch (demand.want) {
      case 'count':
        return {
          want: 'count',
          counts: part.distinct === true ? this.#conversations(part) : this.#rows(part),
        }
      case 'durations':
        return {
          want: 'durations',
          ...durationsOf(this.#placed, kindsIn(part, this.#placed), this.#measureOf(part), this.#cellCount),
        }
      case 'over':
        return { want: 'count', counts: this.#over(part, demand.limit) }
      case 'sum':
        return { want: 'sum', ...this.#sums(part) }
      case 'within':
        return { want: 'within', ...this.#within(part, demand.targetOf, demand.endless) }
      case 'contacts':
        return { want: 'contacts', ...this.#contacts(part) }
      default:
        return assertNever(demand)
    }
  }

  #rows(part: Part): Numbers {
    this.#histogram ??= countPlaced(this.#placed, this.#cellCount)
    return rowsIn(part, this.#placed, this.#histogram, this.#cellCount)
  }

  #measureOf(part: Part): ValuesOf {
    return valuesIn(part, this.#placed, this.#question.clock)
  }

  #over(part: Part, limit: number): Numbers {
    const counts = new Counter(this.#cellCount)
    this.#eachValue(part, (cell, value) => {
      if (value !== null && value > limit) counts.add(cell, 1)
    })
    return counts.numbers()
  }

  #sums(part: Part): { readonly sums: Numbers; readonly counts: Numbers } {
    const sums = new Counter(this.#cellCount)
    const counts = new Counter(this.#cellCount)
    const fractions: (readonly [value: number, cell: number])[] = []
    this.#eachValue(part, (cell, value) => {
      if (value === null) return
      counts.add(cell, 1)
      if (Number.isInteger(value)) sums.add(cell, value)
      else fractions.push([value, cell])
    })
    // In a fixed order: sums of fractions depend on it, and rows may lie in any.
    for (const [value, cell] of fractions.sort(([a], [b]) => a - b)) sums.add(cell, value)
    return { sums: sums.numbers(), counts: counts.numbers() }
  }

  #within(part: Part, targetOf: TargetOf, endless: boolean) {
    const { stream } = this.#placed
    const targets = Array.from({ length: stream.cells.size }, (_, cell) =>
      targetOf(
        stream.cellField(cell, 'channel'),
        stream.cellField(cell, 'team'),
        stream.cellField(cell, 'agent'),
      ),
    )
    const [within, targeted, counts] = [0, 1, 2].map(() => new Counter(this.#cellCount)) as [
      Counter,
      Counter,
      Counter,
    ]
    this.#eachValue(part, (cell, value, ofCell, hasRaw) => {
      // What never ended is late; what has no working hours is not measured.
      if (value === null && (hasRaw() || !endless)) return
      counts.add(cell, 1)
      const target = targets[ofCell] ?? null
      if (target === null) return
      targeted.add(cell, 1)
      if (value !== null && value <= target) within.add(cell, 1)
    })
    return { within: within.numbers(), targeted: targeted.numbers(), counts: counts.numbers() }
  }

  /** Visits the value of every row of a part; `ofCell` is the stream's cell, `hasRaw`: it has one by the calendar. */
  #eachValue(
    part: Part,
    visit: (cell: number, value: number | null, ofCell: number, hasRaw: () => boolean) => void,
  ): void {
    const marks = kindsIn(part, this.#placed)
    const measureOf = this.#measureOf(part)
    const { rows, cells } = this.#placed
    for (const { segment, from, to } of this.#placed.pieces) {
      const [kind, streamCell] = [segment.column('kind'), segment.column('cell')]
      const { column, exact } = measureOf(segment)
      const isPlain = !(column instanceof Float64Array)
      const raw = segment.column(part.value?.name ?? '')
      let current = 0
      const hasRaw = () => raw[current] !== none && !Number.isNaN(raw[current])
      for (let index = from; index < to; index++) {
        const row = rows[index] ?? 0
        if (marks[kind[row] ?? 0] !== 1) continue
        const code = column[row] ?? 0
        current = row
        const value = isPlain && code < large ? code : segment.numberAt(column, exact, row)
        visit(cells[index] ?? 0, value, streamCell[row] ?? 0, hasRaw)
      }
    }
  }

  #conversations(part: Part): Numbers {
    const cells = new Float64Array(this.#cellCount)
    let total = 0
    eachConversation(this.#question, this.#placed, part, (_, __, cell, isFirst) => {
      cells[cell] = (cells[cell] ?? 0) + 1
      if (isFirst) total += 1
    })
    return { cells, total }
  }

  #contacts(part: Part): { readonly fresh: Numbers; readonly returning: Numbers } {
    const known = this.#met.get(part) ?? this.#meet(part)
    this.#met.set(part, known)
    return known
  }

  #meet(part: Part): { readonly fresh: Numbers; readonly returning: Numbers } {
    if (this.#question.axes.length === 0) {
      const { fresh, returning } = countContacts(this.#question, this.#placed, part)
      return { fresh: only(fresh), returning: only(returning) }
    }
    const [fresh, returning] = [new Float64Array(this.#cellCount), new Float64Array(this.#cellCount)]
    const totals = { fresh: 0, returning: 0 }
    eachContact(this.#question, this.#placed, part, (_, __, cell, isFirst, newInCell, newInAll) => {
      const counts = newInCell ? fresh : returning
      counts[cell] = (counts[cell] ?? 0) + 1
      if (isFirst) totals[newInAll ? 'fresh' : 'returning'] += 1
    })
    return {
      fresh: { cells: fresh, total: totals.fresh },
      returning: { cells: returning, total: totals.returning },
    }
  }
}

/** The numbers of a question without dimensions. */
function only(total: number): Numbers {
  return { cells: Float64Array.of(total), total }
}

class Counter {
  readonly #cells: Float64Array
  #total = 0

  constructor(cellCount: number) {
    this.#cells = new Float64Array(cellCount)
  }

  add(cell: number, value: number): void {
    this.#cells[cell] = (this.#cells[cell] ?? 0) + value
    this.#total += value
  }

  numbers(): Numbers {
    return { cells: this.#cells, total: this.#total }
  }
}
