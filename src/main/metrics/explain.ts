/** What is behind a figure: the very rows it was counted from, and those left out with their reasons. */
import { assertNever } from '../../shared/assertNever.ts'
import type { ExclusionReason, ExplainQuery, Figure } from '../../shared/contract.ts'
import type { AnswerData } from './answer.ts'
import { settingsOf } from './answer.ts'
import { reasonOf } from './bits.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { FoundRow } from './evidenceList.ts'
import { EvidenceList } from './evidenceList.ts'
import type { FigureSettings } from './figures.ts'
import { figuresOf, targetsOf } from './figures.ts'
import { kindsIn } from './counting.ts'
import { measure } from './measure.ts'
import type { LeftOut, Part, Plan } from './plans.ts'
import { planOf } from './plans.ts'
import type { Placed } from './placing.ts'
import { place, placementOf } from './placing.ts'
import type { Question } from './question.ts'
import { questionOf } from './question.ts'
import { bucketIn, durationFigure } from './rank.ts'
import type { Subject } from './selection.ts'
import type { Segment } from './columns/segment.ts'
import { eachContact, eachConversation, eachRow } from './visiting.ts'

/** One thing counted. Row ids of the store; `k` is the message that shows it; -1: none. */
export interface EvidenceRow {
  readonly conversation: number
  readonly k: number
  readonly agent: number
  readonly contact: number
  /** Epoch milliseconds. */
  readonly at: number
  /** Seconds, a score, or 1 and 0 for what counts and does not; null for what was left out. */
  readonly value: number | null
}

export interface MetricExplanation {
  readonly figure: Figure
  readonly candidates: number
  readonly included: readonly EvidenceRow[]
  readonly includedTotal: number
  readonly excluded: readonly (EvidenceRow & { readonly reason: ExclusionReason })[]
  readonly excludedTotal: number
  /** How many each reason left out. */
  readonly leftOut: ReadonlyMap<ExclusionReason, number>
}

const defaultLimit = 200

/**
 * The evidence for one figure: included + excluded = candidates, and the figure is made of the included alone. Durations
 * come longest first, all else newest first; each list has at most `query.limit` entries.
 * @throws RangeError for an unknown zone.
 */
export function explainMetric(
  columns: Columns,
  dictionary: Dictionary,
  query: ExplainQuery,
  data: Pick<AnswerData, 'now' | 'targets' | 'targetOverrides' | 'rules' | 'clock'>,
): MetricExplanation {
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const settings = settingsOf(query, data)
  const plan = planOf(query.metric, settings.rules)
  const keys = keysOf(query)
  const question = questionOf(
    subject,
    keys.map(([dimension]) => dimension),
    settings.clock,
  )
  const [figures] = figuresOf(question, [plan], settings)
  const cell = cellWith(question, keys)
  const evidence = new Evidence(question, settings, cell, query.bucket ?? null)
  evidence.include(plan)
  if (query.bucket === undefined) {
    for (const leftOut of plan.leftOut) evidence.exclude(leftOut)
    evidence.excludeUnmeasured(plan)
  }
  const limit = Math.max(0, query.limit ?? defaultLimit)
  const order = plan.shape === 'duration' ? 'longest' : 'newest'
  return {
    figure:
      plan.shape === 'duration' && query.bucket !== undefined
        ? evidence.durationFigure()
        : (figures?.cells[cell] ?? nothingFor(question, plan, settings)),
    candidates: evidence.included.length + evidence.excluded.length,
    included: evidence.included.top(limit, order).map(withoutReason),
    includedTotal: evidence.included.length,
    excluded: evidence.excluded.top(limit, 'newest').flatMap((row) => {
      const { reason } = row
      return reason === null ? [] : [{ ...row, reason }]
    }),
    excludedTotal: evidence.excluded.length,
    leftOut: evidence.excluded.reasons,
  }
}

type KeyEntry = readonly [dimension: Question['axes'][number]['dimension'], key: string | null]

function keysOf({ key = {} }: ExplainQuery): readonly KeyEntry[] {
  return (Object.entries(key) as [KeyEntry[0], string | null | undefined][]).map(([dimension, value]) => [
    dimension,
    value ?? null,
  ])
}

function withoutReason({ conversation, k, agent, contact, at, value }: FoundRow): EvidenceRow {
  return { conversation, k, agent, contact, at, value }
}

/** The cell with these keys; -1: no row has them. */
function cellWith({ axes, cells }: Question, keys: readonly KeyEntry[]): number {
  for (let cell = 0; cell < cells.size; cell++)
    if (axes.every((axis, index) => axis.keyOf(cells.codeOf(cell, index)) === keys[index]?.[1])) return cell
  return -1
}

/** The figure of a cell in which there is nothing. */
function nothingFor({ subject, clock }: Question, plan: Plan, settings: FigureSettings): Figure {
  const scope = { ...subject.scope, to: subject.scope.from }
  const [figures] = figuresOf(questionOf({ ...subject, scope }, [], clock), [plan], settings)
  return figures?.total ?? { value: null }
}

/** Collects the rows of one cell. */
class Evidence {
  readonly included: EvidenceList
  readonly excluded: EvidenceList
  readonly #question: Question
  readonly #settings: FigureSettings
  readonly #cell: number
  readonly #bucket: number | null

  constructor(question: Question, settings: FigureSettings, cell: number, bucket: number | null) {
    this.included = new EvidenceList(question.subject)
    this.excluded = new EvidenceList(question.subject)
    this.#question = question
    this.#settings = settings
    this.#cell = cell
    this.#bucket = bucket
  }

  /** The figure of the durations included. */
  durationFigure(): Figure {
    const values = Float64Array.from(this.included.values, (seconds) => Math.round((seconds ?? 0) * 1000))
    return durationFigure(values, 0, values.length, 1000)
  }

  include(plan: Plan): void {
    switch (plan.shape) {
      case 'count':
        if (plan.over === undefined) return this.#includeRows(plan.part, () => 1)
        return this.#includeOver(plan.part, this.#settings.rules[plan.over] * 1000)
      case 'ratio':
        return this.#includeRows(plan.part, () => 1)
      case 'share': {
        const marks = kindsIn(plan.part, this.#placementOf(plan.of))
        return this.#includeRows(plan.of, (segment, row) => marks[segment.column('kind')[row] ?? 0] ?? 0)
      }
      case 'duration':
        return this.#eachValue(plan.part, (placed, segment, row, value) => {
          if (value === null || (this.#bucket !== null && bucketIn(value, 1000) !== this.#bucket)) return
          this.included.add(placed, segment, row, value / 1000)
        })
      case 'mean':
        return this.#eachValue(plan.part, (placed, segment, row, value) => {
          if (value !== null) this.included.add(placed, segment, row, value)
        })
      case 'inTarget':
        return this.#includeTargeted(plan)
      case 'contacts':
        return this.#includeContacts(plan.part, plan.returning)
      case 'special':
        return
      default:
        return assertNever(plan)
    }
  }

  /** Rows that a rule or their nature leaves out. */
  exclude({ part, reason }: LeftOut): void {
    const placed = this.#place(part)
    const { stream } = placed
    eachRow(placed, part, (segment, row, cell) => {
      if (cell !== this.#cell) return
      const why = reason === 'own' ? reasonOf(stream.bitsOf(segment.column('kind')[row] ?? 0)) : reason
      if (why !== null) this.excluded.add(placed, segment, row, null, why)
    })
  }

  /** Rows that would count but have nothing to measure. */
  excludeUnmeasured(plan: Plan): void {
    const isMeasured = plan.shape === 'duration' || plan.shape === 'inTarget'
    if (!isMeasured && !(plan.shape === 'count' && plan.over !== undefined)) return
    const endless = plan.shape === 'inTarget' && plan.endless !== undefined
    this.#eachValue(plan.part, (placed, segment, row, value, hasRaw) => {
      if (value !== null) return
      const reason = hasRaw ? 'no_hours' : endless ? undefined : plan.part.value?.missing
      if (reason !== undefined) this.excluded.add(placed, segment, row, null, reason)
    })
  }

  #includeRows(part: Part, valueOf: (segment: Segment, row: number) => number): void {
    const placed = this.#place(part)
    const add = (segment: Segment, row: number, cell: number) => {
      if (cell === this.#cell) this.included.add(placed, segment, row, valueOf(segment, row))
    }
    if (part.distinct === true) eachConversation(this.#question, placed, part, add)
    else eachRow(placed, part, add)
  }

  #includeOver(part: Part, limit: number): void {
    this.#eachValue(part, (placed, segment, row, value) => {
      if (value !== null && value > limit) this.included.add(placed, segment, row, 1)
    })
  }

  #includeTargeted(plan: Extract<Plan, { shape: 'inTarget' }>): void {
    const targetOf = targetsOf(plan.target, this.#settings, this.#question.subject.dictionary)
    const untargeted: (() => void)[] = []
    this.#eachValue(plan.part, (placed, segment, row, value, hasRaw) => {
      if (value === null && (hasRaw || plan.endless === undefined)) return
      const { stream } = placed
      const cell = segment.column('cell')[row] ?? 0
      const target = targetOf(
        stream.cellField(cell, 'channel'),
        stream.cellField(cell, 'team'),
        stream.cellField(cell, 'agent'),
      )
      if (target === null) untargeted.push(() => this.included.add(placed, segment, row, null))
      else this.included.add(placed, segment, row, Number(value !== null && value <= target))
    })
    // Where nothing has a target all of it is told; else rows without one are no part of the share.
    if (this.included.length === 0) for (const add of untargeted) add()
  }

  #includeContacts(part: Part, returning: boolean): void {
    const placed = this.#place(part)
    eachContact(this.#question, placed, part, (segment, row, cell, _, newInCell) => {
      if (cell === this.#cell && newInCell !== returning) this.included.add(placed, segment, row, 1)
    })
  }

  /** Visits the value of each row of a part in the cell; `hasRaw`: it has one by the calendar. */
  #eachValue(
    part: Part,
    visit: (placed: Placed, segment: Segment, row: number, value: number | null, hasRaw: boolean) => void,
  ): void {
    const { value } = part
    if (value === undefined) return
    const placed = this.#place(part)
    const { clock } = this.#question
    eachRow(placed, part, (segment, row, cell) => {
      if (cell !== this.#cell) return
      const { column, exact } = measure(segment, placed.stream, value, clock)
      const raw = segment.numberAt(segment.column(value.name), segment.exact(value.name), row)
      visit(placed, segment, row, segment.numberAt(column, exact, row), raw !== null)
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
