/** What is behind a figure: the very rows it was counted from, and those left out with their reasons. */
import type { ExclusionReason, ExplainQuery, Figure } from '../../shared/contract.ts'
import type { AnswerData } from './answer.ts'
import { settingsOf } from './answer.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import { Evidence } from './evidence.ts'
import type { FoundRow } from './evidenceList.ts'
import { EvidenceList } from './evidenceList.ts'
import type { FigureSettings } from './figures.ts'
import { figuresOf } from './figures.ts'
import type { Plan } from './plans.ts'
import { planOf } from './plans.ts'
import type { Question } from './question.ts'
import { questionOf } from './question.ts'
import { durationFigure } from './rank.ts'
import type { Subject } from './selection.ts'

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

type ExplainData = Pick<AnswerData, 'now' | 'targets' | 'targetOverrides' | 'rules' | 'clock'>

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
  data: ExplainData,
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
  const [included, excluded] = [new EvidenceList(subject), new EvidenceList(subject)]
  const evidence = new Evidence(question, settings)
  const only = (list: EvidenceList) => (one: number) => (one === cell ? list : null)
  evidence.include(plan, only(included), query.bucket)
  if (query.bucket === undefined) evidence.exclude(plan, only(excluded))
  const limit = Math.max(0, query.limit ?? defaultLimit)
  return {
    figure:
      plan.shape === 'duration' && query.bucket !== undefined
        ? figureOfDurations(included)
        : (figures?.cells[cell] ?? nothingFor(question, plan, settings)),
    candidates: included.length + excluded.length,
    included: included.top(limit, orderOf(plan)).map(withoutReason),
    includedTotal: included.length,
    excluded: excluded.top(limit, 'newest').flatMap((row) => {
      const { reason } = row
      return reason === null ? [] : [{ ...row, reason }]
    }),
    excludedTotal: excluded.length,
    leftOut: excluded.reasons,
  }
}

/** What is behind a figure, without what was left out. */
export type Behind = Pick<MetricExplanation, 'included' | 'includedTotal'>

/**
 * What is behind the figures of one metric in every cell of `by`: the same as `explainMetric` says of each, gone through once.
 * Answers for one key along each of them, in their order. @throws RangeError for an unknown zone.
 */
export function behindEach(
  columns: Columns,
  dictionary: Dictionary,
  query: Pick<ExplainQuery, 'metric' | 'scope' | 'definition' | 'limit'>,
  by: readonly KeyEntry[0][],
  data: ExplainData,
): (keys: readonly KeyEntry[1][]) => Behind {
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const settings = settingsOf(query, data)
  const plan = planOf(query.metric, settings.rules)
  const question = questionOf(subject, by, settings.clock)
  const lists = new Map<number, EvidenceList>()
  new Evidence(question, settings).include(plan, (cell) => {
    const list = lists.get(cell) ?? new EvidenceList(subject)
    lists.set(cell, list)
    return list
  })
  return (keys) => {
    const cell = cellWith(
      question,
      by.map((dimension, index) => [dimension, keys[index] ?? null] as const),
    )
    const list = lists.get(cell)
    if (list === undefined) return { included: [], includedTotal: 0 }
    const limit = Math.max(0, query.limit ?? defaultLimit)
    return { included: list.top(limit, orderOf(plan)).map(withoutReason), includedTotal: list.length }
  }
}

/** What `explainMetric` says each reason left out of a scope, and nothing else. */
export function leftOutOf(
  columns: Columns,
  dictionary: Dictionary,
  query: Pick<ExplainQuery, 'metric' | 'scope' | 'definition'>,
  data: ExplainData,
): MetricExplanation['leftOut'] {
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const settings = settingsOf(query, data)
  const excluded = new EvidenceList(subject)
  new Evidence(questionOf(subject, [], settings.clock), settings).exclude(
    planOf(query.metric, settings.rules),
    () => excluded,
  )
  return excluded.reasons
}

function orderOf(plan: Plan): 'longest' | 'newest' {
  return plan.shape === 'duration' ? 'longest' : 'newest'
}

/** Of all included. */
function figureOfDurations(included: EvidenceList): Figure {
  const values = Float64Array.from(included.values, (seconds) => Math.round((seconds ?? 0) * 1000))
  return durationFigure(values, 0, values.length, 1000)
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
