/** What is behind a figure: the very rows it was counted from, and those left out with their reasons. */
import { assertNever } from '../../shared/assertNever.ts'
import type { ExclusionReason, ExplainQuery, Figure, Targets } from '../../shared/contract.ts'
import { axisOf } from './axes.ts'
import { reasonOf } from './bits.ts'
import { Cells } from './cells.ts'
import type { Columns } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Ground, Placed } from './figures.ts'
import { eachContact, eachDistinct, figuresOf, isWithin, kindsIn, measureOf, Tally } from './figures.ts'
import type { LeftOut, Part, Plan } from './plans.ts'
import { partsOf, planOf } from './plans.ts'
import { bucketOf } from './rank.ts'
import type { Selection, Subject } from './selection.ts'
import { creditOf, select } from './selection.ts'
import type { NumberRules } from '../../shared/rules.ts'
import { defaultRules } from '../../shared/rules.ts'

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
  data: { readonly now: number; readonly targets: Targets; readonly rules?: NumberRules },
): MetricExplanation {
  const subject: Subject = { columns, dictionary, scope: query.scope, now: data.now }
  const rules = data.rules ?? defaultRules
  const plan = planOf(query.metric, rules)
  const ground = groundOf(subject, query, { targets: data.targets, rules }, plan)
  const [figure = { value: null }] = figuresOf(ground, query.metric, new Tally(ground))
  const included = includedIn(ground, plan)
  const excluded =
    query.bucket === undefined
      ? [
          ...plan.leftOut.flatMap((leftOut) => excludedBy(subject, query, leftOut)),
          ...unmeasured(ground, plan),
        ]
      : []
  const limit = Math.max(0, query.limit ?? defaultLimit)
  const byLength = plan.shape === 'duration'
  const newest = (a: EvidenceRow, b: EvidenceRow) =>
    b.at - a.at || b.conversation - a.conversation || b.k - a.k
  const longest = (a: EvidenceRow, b: EvidenceRow) => (b.value ?? 0) - (a.value ?? 0) || newest(a, b)
  return {
    figure,
    candidates: included.length + excluded.length,
    included: included.sort(byLength ? longest : newest).slice(0, limit),
    includedTotal: included.length,
    excluded: excluded.sort(newest).slice(0, limit),
    excludedTotal: excluded.length,
  }
}

/** One cell: the rows of the scope, narrowed to the key and the bucket. */
function groundOf(
  subject: Subject,
  query: ExplainQuery,
  { targets, rules }: Pick<Ground, 'targets' | 'rules'>,
  plan: Plan,
): Ground {
  const placed = new Map<string, Placed>()
  for (const part of partsOf(plan)) {
    const narrowed = narrow(subject, query, select(subject, part.stream, part.credit))
    const selection = plan.shape === 'duration' ? inBucket(narrowed, plan.part, query.bucket) : narrowed
    placed.set(`${part.stream} ${part.credit}`, { selection, cells: new Int32Array(selection.rows.length) })
  }
  return {
    columns: subject.columns,
    from: subject.scope.from,
    cellCount: 1,
    timeAxes: keysOf(query)
      .map(([dimension]) => axisOf(subject, dimension))
      .filter((axis) => axis.codeAt !== null),
    targets,
    rules,
    placed: ({ stream, credit }) =>
      placed.get(`${stream} ${credit}`) ?? emptyPlaced(subject.columns, stream, credit),
  }
}

function emptyPlaced(columns: Columns, stream: Part['stream'], credit: Part['credit']): Placed {
  const rows = new Int32Array(0)
  const from = columns.streams[stream]
  return {
    selection: { stream: from, credit: creditOf(columns, from, credit), rows },
    cells: rows,
  }
}

type KeyEntry = readonly [dimension: Parameters<typeof axisOf>[1], key: string | null]

function keysOf({ key = {} }: ExplainQuery): readonly KeyEntry[] {
  return (Object.entries(key) as [KeyEntry[0], string | null | undefined][]).map(([dimension, value]) => [
    dimension,
    value ?? null,
  ])
}

function narrow(subject: Subject, query: ExplainQuery, selection: Selection): Selection {
  return keysOf(query).reduce((left, [dimension, key]) => {
    const cells = new Cells([axisOf(subject, dimension)])
    const placed = cells.place(left)
    const [axis] = cells.axes
    const wanted = Array.from({ length: cells.size }, (_, cell) => axis?.keyOf(cells.codeOf(cell, 0)) === key)
    return { ...left, rows: left.rows.filter((_, index) => wanted[placed[index] ?? 0] === true) }
  }, selection)
}

function inBucket(selection: Selection, part: Part, bucket: number | undefined): Selection {
  if (bucket === undefined) return selection
  const measure = measureOf(part, selection.stream)
  return {
    ...selection,
    rows: selection.rows.filter((row) => {
      const value = measure(row)
      return value !== null && bucketOf(value) === bucket
    }),
  }
}

function includedIn(ground: Ground, plan: Plan): EvidenceRow[] {
  switch (plan.shape) {
    case 'count': {
      if (plan.over === undefined) return evidence(ground, plan.part, () => 1)
      const over = ground.rules[plan.over]
      return measuredRows(ground, plan.part)
        .filter(({ value }) => (value ?? 0) > over)
        .map((row) => ({ ...row, value: 1 }))
    }
    case 'ratio':
      return evidence(ground, plan.part, () => 1)
    case 'share': {
      const kinds = kindsIn(plan.part, ground.placed(plan.of).selection.stream.kindBits)
      return evidence(ground, plan.of, (row, { stream }) => kinds[stream.kind[row] ?? 0] ?? 0)
    }
    case 'duration':
    case 'mean':
      return measuredRows(ground, plan.part)
    case 'inTarget': {
      const target = ground.targets[plan.target]
      const rows =
        plan.endless === undefined ? measuredRows(ground, plan.part) : allMeasured(ground, plan.part)
      return rows.map((row) => ({
        ...row,
        value: target === null ? null : Number(isWithin(row.value ?? Number.POSITIVE_INFINITY, target)),
      }))
    }
    case 'contacts': {
      const { selection } = ground.placed(plan.part)
      const found: EvidenceRow[] = []
      eachContact(ground, plan.part, (index, isNew) => {
        const row = selection.rows[index] ?? 0
        if (isNew !== plan.returning) found.push(evidenceOf(ground.columns, selection, row, 1))
      })
      return found
    }
    case 'special':
      return []
    default:
      return assertNever(plan)
  }
}

function allMeasured(ground: Ground, part: Part): EvidenceRow[] {
  const measure = measureOf(part, ground.placed(part).selection.stream)
  return evidence(ground, part, measure)
}

function measuredRows(ground: Ground, part: Part): EvidenceRow[] {
  return allMeasured(ground, part).filter(({ value }) => value !== null)
}

/** Rows of the part that lack the value the rules chose. */
function unmeasured(ground: Ground, plan: Plan): (EvidenceRow & { readonly reason: ExclusionReason })[] {
  if (plan.shape !== 'duration' && (plan.shape !== 'inTarget' || plan.endless !== undefined)) return []
  const reason = plan.part.value?.missing
  if (reason === undefined) return []
  return allMeasured(ground, plan.part)
    .filter(({ value }) => value === null)
    .map((row) => ({ ...row, reason }))
}

function evidence(
  ground: Ground,
  part: Part,
  valueOf: (row: number, selection: Selection) => number | null,
): EvidenceRow[] {
  const { selection, cells } = ground.placed(part)
  const { rows, credit, stream } = selection
  const found: EvidenceRow[] = []
  const add = (index: number) => {
    const row = rows[index] ?? 0
    found.push(evidenceOf(ground.columns, selection, row, valueOf(row, selection)))
  }
  if (part.distinct === true) {
    eachDistinct(part, selection, cells, 1, add)
    return found
  }
  const inPart = kindsIn(part, stream.kindBits)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    if (inPart[stream.kind[row] ?? 0] !== 1) continue
    if (part.credited === true && credit[row] === 0) continue
    add(index)
  }
  return found
}

function excludedBy(
  subject: Subject,
  query: ExplainQuery,
  { part, reason }: LeftOut,
): (EvidenceRow & { readonly reason: ExclusionReason })[] {
  const selection = narrow(subject, query, select(subject, part.stream, part.credit))
  const { stream, rows } = selection
  const inPart = kindsIn(part, stream.kindBits)
  const reasons = stream.kindBits.map((bits) => (reason === 'own' ? reasonOf(bits) : reason))
  const found: (EvidenceRow & { readonly reason: ExclusionReason })[] = []
  for (const row of rows) {
    const kind = stream.kind[row] ?? 0
    const why = reasons[kind] ?? null
    if (inPart[kind] === 1 && why !== null)
      found.push({ ...evidenceOf(subject.columns, selection, row, null), reason: why })
  }
  return found
}

function evidenceOf(
  columns: Columns,
  { stream, credit }: Selection,
  row: number,
  value: number | null,
): EvidenceRow {
  const slot = stream.slot[row] ?? 0
  return {
    conversation: columns.conversation[slot] ?? -1,
    k: stream.k[row] ?? -1,
    agent: columns.agents.rowOf(credit[row] ?? 0),
    contact: columns.contacts.rowOf(columns.contact[slot] ?? 0),
    at: stream.at[row] ?? 0,
    value,
  }
}
