/** Finds the very rows figures are counted from, and those left out with their reasons. */
import { assertNever } from '../../shared/assertNever.ts'
import { reasonOf } from './bits.ts'
import type { Segment } from './columns/segment.ts'
import { kindsIn } from './counting.ts'
import type { EvidenceList } from './evidenceList.ts'
import type { FigureSettings } from './figures.ts'
import { targetsOf } from './figures.ts'
import { measure } from './measure.ts'
import type { LeftOut, Part, Plan } from './plans.ts'
import type { Placed } from './placing.ts'
import { place, placementOf } from './placing.ts'
import type { Question } from './question.ts'
import { bucketIn } from './rank.ts'
import { eachContact, eachConversation, eachRow } from './visiting.ts'

/** Where the rows of a cell are to be put; null: they are not asked for. */
export type Lists = (cell: number) => EvidenceList | null

/** Finds the rows behind figures, cell by cell. */
export class Evidence {
  readonly #question: Question
  readonly #settings: FigureSettings

  constructor(question: Question, settings: FigureSettings) {
    this.#question = question
    this.#settings = settings
  }

  /** The rows figures are made of; `bucket`: of durations those of one bucket. */
  include(plan: Plan, lists: Lists, bucket: number | null = null): void {
    switch (plan.shape) {
      case 'count':
        if (plan.over === undefined) return this.#includeRows(plan.part, lists, () => 1)
        return this.#includeOver(plan.part, lists, this.#settings.rules[plan.over] * 1000)
      case 'ratio':
        return this.#includeRows(plan.part, lists, () => 1)
      case 'share': {
        const marks = kindsIn(plan.part, this.#placementOf(plan.of))
        return this.#includeRows(
          plan.of,
          lists,
          (segment, row) => marks[segment.column('kind')[row] ?? 0] ?? 0,
        )
      }
      case 'duration':
        return this.#eachValue(plan.part, lists, (list, placed, segment, row, value) => {
          if (value === null || (bucket !== null && bucketIn(value, 1000) !== bucket)) return
          list.add(placed, segment, row, value / 1000)
        })
      case 'mean':
        return this.#eachValue(plan.part, lists, (list, placed, segment, row, value) => {
          if (value !== null) list.add(placed, segment, row, value)
        })
      case 'inTarget':
        return this.#includeTargeted(plan, lists)
      case 'contacts':
        return this.#includeContacts(plan.part, lists, plan.returning)
      case 'special':
        return
      default:
        return assertNever(plan)
    }
  }

  /** All that might have counted in a figure and did not. */
  exclude(plan: Plan, lists: Lists): void {
    for (const leftOut of plan.leftOut) this.#excludeLeftOut(leftOut, lists)
    this.#excludeUnmeasured(plan, lists)
  }

  /** Rows that a rule or their nature leaves out. */
  #excludeLeftOut({ part, reason }: LeftOut, lists: Lists): void {
    const placed = this.#place(part)
    const { stream } = placed
    eachRow(placed, part, (segment, row, cell) => {
      const list = lists(cell)
      if (list === null) return
      const why = reason === 'own' ? reasonOf(stream.bitsOf(segment.column('kind')[row] ?? 0)) : reason
      if (why !== null) list.add(placed, segment, row, null, why)
    })
  }

  /** Rows that would count but have nothing to measure. */
  #excludeUnmeasured(plan: Plan, lists: Lists): void {
    const isMeasured = plan.shape === 'duration' || plan.shape === 'inTarget'
    if (!isMeasured && !(plan.shape === 'count' && plan.over !== undefined)) return
    const endless = plan.shape === 'inTarget' && plan.endless !== undefined
    this.#eachValue(plan.part, lists, (list, placed, segment, row, value, hasRaw) => {
      if (value !== null) return
      const reason = hasRaw ? 'no_hours' : endless ? undefined : plan.part.value?.missing
      if (reason !== undefined) list.add(placed, segment, row, null, reason)
    })
  }

  #includeRows(part: Part, lists: Lists, valueOf: (segment: Segment, row: number) => number): void {
    const placed = this.#place(part)
    const add = (segment: Segment, row: number, cell: number) => {
      lists(cell)?.add(placed, segment, row, valueOf(segment, row))
    }
    if (part.distinct === true) eachConversation(this.#question, placed, part, add)
    else eachRow(placed, part, add)
  }

  #includeOver(part: Part, lists: Lists, limit: number): void {
    this.#eachValue(part, lists, (list, placed, segment, row, value) => {
      if (value !== null && value > limit) list.add(placed, segment, row, 1)
    })
  }

  #includeTargeted(plan: Extract<Plan, { shape: 'inTarget' }>, lists: Lists): void {
    const targetOf = targetsOf(plan.target, this.#settings, this.#question.subject.dictionary)
    const untargeted: { readonly list: EvidenceList; readonly add: () => void }[] = []
    this.#eachValue(plan.part, lists, (list, placed, segment, row, value, hasRaw) => {
      if (value === null && (hasRaw || plan.endless === undefined)) return
      const { stream } = placed
      const cell = segment.column('cell')[row] ?? 0
      const target = targetOf(
        stream.cellField(cell, 'channel'),
        stream.cellField(cell, 'team'),
        stream.cellField(cell, 'agent'),
      )
      if (target === null) untargeted.push({ list, add: () => list.add(placed, segment, row, null) })
      else list.add(placed, segment, row, Number(value !== null && value <= target))
    })
    // Where nothing has a target all of it is told; else rows without one are no part of the share.
    for (const { add } of untargeted.filter(({ list }) => list.length === 0)) add()
  }

  #includeContacts(part: Part, lists: Lists, returning: boolean): void {
    const placed = this.#place(part)
    eachContact(this.#question, placed, part, (segment, row, cell, _, newInCell) => {
      if (newInCell !== returning) lists(cell)?.add(placed, segment, row, 1)
    })
  }

  /** Visits the value of each row of a part that is asked for; `hasRaw`: it has one by the calendar. */
  #eachValue(
    part: Part,
    lists: Lists,
    visit: (
      list: EvidenceList,
      placed: Placed,
      segment: Segment,
      row: number,
      value: number | null,
      hasRaw: boolean,
    ) => void,
  ): void {
    const { value } = part
    if (value === undefined) return
    const placed = this.#place(part)
    const { clock } = this.#question
    eachRow(placed, part, (segment, row, cell) => {
      const list = lists(cell)
      if (list === null) return
      const { column, exact } = measure(segment, placed.stream, value, clock)
      const raw = segment.numberAt(segment.column(value.name), segment.exact(value.name), row)
      visit(list, placed, segment, row, segment.numberAt(column, exact, row), raw !== null)
    })
  }

  #placementOf(part: Part) {
    const { subject, axes, cells } = this.#question
    return placementOf(subject, subject.columns.streams[part.stream], part, axes, cells.factors)
  }

  #place(part: Part): Placed {
    const { subject, cuts, cells } = this.#question
    const placement = this.#placementOf(part)
    return place(subject, placement, kindsIn(part, placement), cuts, cells)
  }
}
