/**
 * Spans of time laid over one another: how long at least one ran, how long all together, and what each one's fair part
 * of the time is. Exact in milliseconds; the order in which spans come never matters.
 */

/** Spans as arrays. `group` tells apart what is laid over one another: spans of different groups never meet. */
export interface Spans {
  readonly length: number
  readonly group: Int32Array
  /** Epoch milliseconds; `end` is exclusive. */
  readonly start: Float64Array
  readonly end: Float64Array
}

export interface Overlay {
  /** By group: milliseconds in which at least one of its spans ran. */
  readonly union: Float64Array
  /** By group: milliseconds of all of them together. */
  readonly sum: Float64Array
  /** By span: each instant shared among the spans of the group that run then. Of one group they add up to its union. */
  readonly share: Float64Array
}

/** Lays the spans of each group over one another. Groups are numbers below `groups`; empty spans count for nothing. */
export function overlay(spans: Spans, groups: number): Overlay {
  const union = new Float64Array(groups)
  const sum = new Float64Array(groups)
  const share = new Float64Array(spans.length)
  const { group, start, end } = spans
  // Every span begins once and ends once: 2 i is the begin of span i, 2 i + 1 its end.
  const turns = new Int32Array(spans.length * 2)
  for (let turn = 0; turn < turns.length; turn++) turns[turn] = turn
  const timeOf = (turn: number) => (turn % 2 === 0 ? start : end)[turn >> 1] ?? 0
  const groupOf = (turn: number) => group[turn >> 1] ?? 0
  turns.sort((a, b) => groupOf(a) - groupOf(b) || timeOf(a) - timeOf(b))
  let running = 0
  let before = 0
  /** The part one span that ran all the time would have got so far. */
  let part = 0
  for (const turn of turns) {
    const at = timeOf(turn)
    const span = turn >> 1
    const own = group[span] ?? 0
    // Between two groups nothing runs, so the leap from one to the next adds nothing.
    if (running > 0) {
      union[own] = (union[own] ?? 0) + at - before
      part += (at - before) / running
    }
    before = at
    if (turn % 2 === 0) {
      running += 1
      share[span] = (share[span] ?? 0) - part
    } else {
      running -= 1
      share[span] = (share[span] ?? 0) + part
      sum[own] = (sum[own] ?? 0) + at - (start[span] ?? 0)
    }
    // From zero whenever nothing runs: sums of years would cost the fractions their digits.
    if (running === 0) part = 0
  }
  return { union, sum, share }
}

/** How long both `spans` and `others` ran, by group: |union ∩ union|. */
export function overlap(spans: Spans, others: Spans, groups: number): Float64Array {
  const both = joined(spans, others)
  const { union: together } = overlay(both, groups)
  const { union: one } = overlay(spans, groups)
  const { union: other } = overlay(others, groups)
  return together.map((whole, group) => (one[group] ?? 0) + (other[group] ?? 0) - whole)
}

function joined(spans: Spans, others: Spans): Spans {
  const length = spans.length + others.length
  const result = {
    length,
    group: new Int32Array(length),
    start: new Float64Array(length),
    end: new Float64Array(length),
  }
  for (const name of ['group', 'start', 'end'] as const) {
    result[name].set(spans[name].subarray(0, spans.length))
    result[name].set(others[name].subarray(0, others.length), spans.length)
  }
  return result
}

/** Visits the pieces of [start, end) between the ascending `boundaries`; nothing where it is empty. */
export function cut(
  start: number,
  end: number,
  boundaries: readonly number[],
  visit: (start: number, end: number) => void,
): void {
  if (!(end > start)) return
  let from = start
  for (let next = firstAfter(boundaries, start); next < boundaries.length; next++) {
    const boundary = boundaries[next] ?? 0
    if (boundary >= end) break
    visit(from, boundary)
    from = boundary
  }
  visit(from, end)
}

/** The index of the first boundary greater than `at`. */
function firstAfter(boundaries: readonly number[], at: number): number {
  let low = 0
  let high = boundaries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((boundaries[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Spans as they are found, in arrays that grow. */
export class SpanList {
  #length = 0
  #group = new Int32Array(64)
  #start = new Float64Array(64)
  #end = new Float64Array(64)

  /** Returns the span's index. */
  add(group: number, start: number, end: number): number {
    const index = this.#length
    if (index === this.#group.length) this.#grow()
    this.#group[index] = group
    this.#start[index] = start
    this.#end[index] = end
    this.#length = index + 1
    return index
  }

  spans(): Spans {
    const length = this.#length
    return {
      length,
      group: this.#group.subarray(0, length),
      start: this.#start.subarray(0, length),
      end: this.#end.subarray(0, length),
    }
  }

  #grow(): void {
    const capacity = this.#length * 2
    const group = new Int32Array(capacity)
    group.set(this.#group)
    this.#group = group
    const start = new Float64Array(capacity)
    start.set(this.#start)
    this.#start = start
    const end = new Float64Array(capacity)
    end.set(this.#end)
    this.#end = end
  }
}

/** Numbers for pairs of numbers below 67,108,864, in the order in which they are first asked for. */
export class PairCodes {
  readonly #codes = new Map<number, number>()
  readonly #pairs: number[] = []

  get size(): number {
    return this.#pairs.length
  }

  codeOf(first: number, second: number): number {
    const pair = first * 67_108_864 + second
    const known = this.#codes.get(pair)
    if (known !== undefined) return known
    const code = this.#pairs.push(pair) - 1
    this.#codes.set(pair, code)
    return code
  }

  firstOf(code: number): number {
    return Math.floor((this.#pairs[code] ?? 0) / 67_108_864)
  }

  secondOf(code: number): number {
    return (this.#pairs[code] ?? 0) % 67_108_864
  }
}
