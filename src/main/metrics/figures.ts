/**
 * From rows to figures: the one place where anything is counted. `answer.ts` asks for many cells at once, `explain.ts`
 * for one, and both get what these functions say.
 */
import { assertNever } from '../../shared/assertNever.ts'
import type { Figure, Targets, ValueFigure } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import type { Axis } from './axes.ts'
import type { Columns } from './columns.ts'
import type { Part } from './plans.ts'
import { planOf, valueIndexOf } from './plans.ts'
import { durationFigure } from './rank.ts'
import type { NumberRules } from '../../shared/rules.ts'
import type { Stream } from './stream.ts'
import { streams } from './streams.ts'
import type { Selection } from './selection.ts'

/** Rows with the cell each belongs to. */
export interface Placed {
  readonly selection: Selection
  readonly cells: Int32Array
}

/** Everything the figures of one answer are made from. */
export interface Ground {
  readonly columns: Columns
  readonly from: number
  readonly cellCount: number
  readonly timeAxes: readonly Axis[]
  readonly targets: Targets
  readonly rules: NumberRules
  placed(part: Pick<Part, 'stream' | 'credit'>): Placed
}

/** One figure a cell for a metric. */
export function figuresOf(ground: Ground, metric: MetricId, tally: Tally): readonly Figure[] {
  const plan = planOf(metric, ground.rules)
  switch (plan.shape) {
    case 'count': {
      if (plan.over === undefined) return Array.from(tally.counts(plan.part), (value) => ({ value }))
      const over = ground.rules[plan.over]
      const { values, ends } = tally.values(plan.part)
      return Array.from(ends, (end, cell) => ({
        value: values.subarray(ends[cell - 1] ?? 0, end).filter((value) => value > over).length,
      }))
    }
    case 'share':
    case 'ratio':
      return ratesOf(tally.counts(plan.part), tally.counts(plan.of))
    case 'duration': {
      const { values, ends } = tally.values(plan.part)
      // A copy: finding a median moves the values about.
      const own = values.slice()
      return Array.from(ends, (end, cell) => durationFigure(own, ends[cell - 1] ?? 0, end))
    }
    case 'inTarget': {
      const target = ground.targets[plan.target]
      const { values, ends } = tally.values(plan.part, plan.endless !== undefined)
      return Array.from(ends, (end, cell) => shareWithin(values.subarray(ends[cell - 1] ?? 0, end), target))
    }
    case 'mean': {
      const { values, ends } = tally.values(plan.part)
      return Array.from(ends, (end, cell) => mean(values.subarray(ends[cell - 1] ?? 0, end)))
    }
    case 'contacts':
      return Array.from(tally.contacts(plan.part)[plan.returning ? 'returning' : 'fresh'], (value) => ({
        value,
      }))
    case 'special':
      return Array.from({ length: ground.cellCount }, () => ({ value: null }))
    default:
      return assertNever(plan)
  }
}

function ratesOf(parts: ArrayLike<number>, wholes: ArrayLike<number>): readonly ValueFigure[] {
  return Array.from(wholes, (of, cell) => ({ value: of === 0 ? null : (parts[cell] ?? 0) / of, of }))
}

function shareWithin(values: Float64Array, target: number | null): ValueFigure {
  if (target === null || values.length === 0) return { value: null, of: values.length }
  let within = 0
  for (const value of values) within += isWithin(value, target) ? 1 : 0
  return { value: within / values.length, of: values.length }
}

/** A duration of exactly the target is in time. */
export function isWithin(seconds: number, target: number): boolean {
  return seconds <= target
}

function mean(values: Float64Array): ValueFigure {
  if (values.length === 0) return { value: null, of: 0 }
  // In a fixed order: sums of fractions depend on it, and rows may lie in any.
  const sum = values.toSorted().reduce((total, value) => total + value, 0)
  return { value: sum / values.length, of: values.length }
}

/** Whether rows of each kind belong to a part: a look-up instead of a question a row. */
export function kindsIn(part: Part, kindBits: readonly number[]): Uint8Array {
  return Uint8Array.from(kindBits, (bits) =>
    (bits & part.all) === part.all && (bits & part.none) === 0 ? 1 : 0,
  )
}

/** Whether rows of each kind belong to any of the parts. */
export function kindsInAny(parts: readonly Part[], kindBits: readonly number[]): Uint8Array {
  const tables = parts.map((part) => kindsIn(part, kindBits))
  return Uint8Array.from(kindBits, (_, kind) => (tables.some((table) => table[kind] === 1) ? 1 : 0))
}

/** Counts rows of a ground, each stream once. */
export class Tally {
  readonly #ground: Ground
  readonly #histograms = new Map<string, Int32Array>()
  readonly #values = new Map<Part, Grouped>()
  #contacts: Contacts | null = null

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** How many rows (or conversations) of a part each cell has. */
  counts(part: Part): Float64Array {
    if (part.distinct === true) return this.#conversations(part)
    const { selection } = this.#ground.placed(part)
    const inPart = kindsIn(part, selection.stream.kindBits)
    const kinds = inPart.length
    const histogram = this.#histogram(part)
    const counts = new Float64Array(this.#ground.cellCount)
    for (let cell = 0; cell < counts.length; cell++) {
      let count = 0
      for (let kind = 0; kind < kinds; kind++)
        if (inPart[kind] === 1) count += histogram[cell * kinds + kind] ?? 0
      counts[cell] = count
    }
    return counts
  }

  /** Rows by cell and kind. */
  #histogram(part: Part): Int32Array {
    const credited = part.credited === true
    const name = `${part.stream} ${part.credit} ${credited}`
    const known = this.#histograms.get(name)
    if (known !== undefined) return known
    const { selection, cells } = this.#ground.placed(part)
    const { rows, credit } = selection
    const { kind, kindBits } = selection.stream
    const kinds = kindBits.length
    const histogram = new Int32Array(this.#ground.cellCount * kinds)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0
      if (credited && credit[row] === 0) continue
      const place = (cells[index] ?? 0) * kinds + (kind[row] ?? 0)
      histogram[place] = (histogram[place] ?? 0) + 1
    }
    this.#histograms.set(name, histogram)
    return histogram
  }

  #conversations(part: Part): Float64Array {
    const { selection, cells } = this.#ground.placed(part)
    const counts = new Float64Array(this.#ground.cellCount)
    eachDistinct(part, selection, cells, this.#ground.cellCount, (index) => {
      const cell = cells[index] ?? 0
      counts[cell] = (counts[cell] ?? 0) + 1
    })
    return counts
  }

  /** The values of a part's rows, those of one cell side by side; `ends[cell]` is where they end. `endless` are infinite. */
  values(part: Part, endless = false): Grouped {
    const known = this.#values.get(part)
    if (known !== undefined) return known
    const { selection, cells } = this.#ground.placed(part)
    const grouped = groupValues(part, selection, cells, this.#ground.cellCount, endless)
    this.#values.set(part, grouped)
    return grouped
  }

  contacts(part: Part): Contacts {
    this.#contacts ??= countContacts(this.#ground, part)
    return this.#contacts
  }
}

interface Grouped {
  readonly values: Float64Array
  readonly ends: Int32Array
}

/** What a part measures in a row: seconds, or a number as it is. Null: the row has none. */
export function measureOf(part: Part, stream: Stream): (row: number) => number | null {
  if (part.value === undefined) return () => null
  const { name, without } = part.value
  const values = stream.values[valueIndexOf(part.stream, name)] ?? new Float64Array(0)
  const kinds: Readonly<Record<string, string>> = streams[part.stream].values
  const kind = kinds[name]
  return (row) => {
    const value = values[row] ?? Number.NaN
    if (Number.isNaN(value)) return null
    if (kind === 'number') return value
    const at = stream.at[row] ?? 0
    const from = kind === 'before' ? at - value : at
    let length = value
    for (const pause of stream.pauses.get(row) ?? [])
      if (without.includes(pause.kind))
        length -= Math.max(0, Math.min(pause.to, from + value) - Math.max(pause.from, from))
    return length / 1000
  }
}

function groupValues(
  part: Part,
  selection: Selection,
  cells: Int32Array,
  cellCount: number,
  endless: boolean,
): Grouped {
  const { rows, stream } = selection
  const { kind } = stream
  const measure = measureOf(part, stream)
  const measured = Float64Array.from(
    rows,
    (row) => measure(row) ?? (endless ? Number.POSITIVE_INFINITY : Number.NaN),
  )
  const inPart = kindsIn(part, stream.kindBits)
  const ends = new Int32Array(cellCount)
  for (let index = 0; index < rows.length; index++) {
    const cell = cells[index] ?? 0
    if (Number.isNaN(measured[index])) continue
    ends[cell] = (ends[cell] ?? 0) + (inPart[kind[rows[index] ?? 0] ?? 0] ?? 0)
  }
  for (let cell = 1; cell < cellCount; cell++) ends[cell] = (ends[cell] ?? 0) + (ends[cell - 1] ?? 0)
  const values = new Float64Array(ends[cellCount - 1] ?? 0)
  const next = new Int32Array(cellCount)
  next.set(ends.subarray(0, Math.max(0, cellCount - 1)), Math.min(1, cellCount))
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    if (inPart[kind[row] ?? 0] !== 1 || Number.isNaN(measured[index])) continue
    const cell = cells[index] ?? 0
    const place = next[cell] ?? 0
    values[place] = measured[index] ?? 0
    next[cell] = place + 1
  }
  return { values, ends }
}

/** Visits the first row of every conversation in every cell. The rows of one conversation lie together. */
export function eachDistinct(
  part: Part,
  selection: Selection,
  cells: Int32Array,
  cellCount: number,
  visit: (index: number) => void,
): void {
  const { rows, credit, stream } = selection
  const inPart = kindsIn(part, stream.kindBits)
  const last = new Int32Array(cellCount).fill(-1)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    if (inPart[stream.kind[row] ?? 0] !== 1) continue
    if (part.credited === true && credit[row] === 0) continue
    const cell = cells[index] ?? 0
    const slot = stream.slot[row] ?? 0
    if (last[cell] === slot) continue
    last[cell] = slot
    visit(index)
  }
}

interface Contacts {
  readonly fresh: Float64Array
  readonly returning: Float64Array
}

function countContacts(ground: Ground, part: Part): Contacts {
  const { cells } = ground.placed(part)
  const fresh = new Float64Array(ground.cellCount)
  const returning = new Float64Array(ground.cellCount)
  eachContact(ground, part, (index, isNew) => {
    const counts = isNew ? fresh : returning
    const cell = cells[index] ?? 0
    counts[cell] = (counts[cell] ?? 0) + 1
  })
  return { fresh, returning }
}

/** Visits the first row of every contact in every cell, and says whether the contact is new there. */
export function eachContact(
  ground: Ground,
  part: Part,
  visit: (index: number, isNew: boolean) => void,
): void {
  const { columns, from, timeAxes, cellCount } = ground
  const { selection, cells } = ground.placed(part)
  const { rows, stream } = selection
  const firsts = columns.firstStarts()
  const seen = seenSet(columns.contacts.size * cellCount)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0
    const contact = columns.contact[stream.slot[row] ?? 0] ?? 0
    if (contact === 0 || !seen.add(contact * cellCount + (cells[index] ?? 0))) continue
    const first = firsts[contact] ?? 0
    // Each row of an answer is a period of its own: new on the day of the first episode, returning on the next.
    const isNew =
      first >= from && timeAxes.every((axis) => axis.codeAt?.(first) === axis.codeAt?.(stream.at[row] ?? 0))
    visit(index, isNew)
  }
}

/** A set of whole numbers below `size`; `add` says whether the number is new. */
function seenSet(size: number): { add(value: number): boolean } {
  if (size > 1 << 24) {
    const values = new Set<number>()
    return { add: (value) => values.size !== values.add(value).size }
  }
  const marks = new Uint8Array(size)
  return {
    add(value) {
      const isNew = marks[value] === 0
      marks[value] = 1
      return isNew
    },
  }
}
