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

/** Lays the spans of each group over one another. Groups are numbers below `groups`; none of the spans is empty. */
export function overlay(spans: Spans, groups: number): Overlay {
  const union = new Float64Array(groups)
  const sum = new Float64Array(groups)
  const share = new Float64Array(spans.length)
  const { order, ends } = byGroup(spans, groups)
  for (let group = 0; group < groups; group++) {
    const own = order.subarray(ends[group - 1] ?? 0, ends[group])
    const course = courseOf(spans, own)
    union[group] = course.union
    for (const span of own) {
      const start = spans.start[span] ?? 0
      const end = spans.end[span] ?? 0
      sum[group] = (sum[group] ?? 0) + end - start
      share[span] = course.until(end) - course.from(start)
    }
  }
  return { union, sum, share }
}

/** The spans of each group side by side; `ends[group]` is where they end. */
function byGroup({ length, group }: Spans, groups: number) {
  const ends = new Int32Array(groups)
  for (let span = 0; span < length; span++) ends[group[span] ?? 0] = (ends[group[span] ?? 0] ?? 0) + 1
  for (let own = 1; own < groups; own++) ends[own] = (ends[own] ?? 0) + (ends[own - 1] ?? 0)
  const next = ends.map((_, own) => ends[own - 1] ?? 0)
  const order = new Int32Array(length)
  for (let span = 0; span < length; span++) {
    const own = group[span] ?? 0
    order[next[own] ?? 0] = span
    next[own] = (next[own] ?? 0) + 1
  }
  return { order, ends }
}

/** What a span that ran all the time would have got up to a moment at which one begins (`from`) or ends (`until`). */
interface Course {
  readonly union: number
  from(at: number): number
  until(at: number): number
}

function courseOf({ start, end }: Spans, own: Int32Array): Course {
  // Begins and ends apart, as plain numbers: those are sorted ten times as fast as indexes.
  const begins = Float64Array.from(own, (span) => start[span] ?? 0).sort()
  const ends = Float64Array.from(own, (span) => end[span] ?? 0).sort()
  const fromBegin = new Float64Array(own.length)
  const untilEnd = new Float64Array(own.length)
  let union = 0
  let part = 0
  let running = 0
  let before = 0
  let begin = 0
  for (let ended = 0; ended < own.length; ended++) {
    const at = ends[ended] ?? 0
    while (begin < own.length && (begins[begin] ?? 0) < at) {
      pass(begins[begin] ?? 0)
      // From zero whenever nothing runs: sums of years would cost the fractions their digits.
      if (running === 0) part = 0
      running += 1
      fromBegin[begin] = part
      begin += 1
    }
    pass(at)
    running -= 1
    untilEnd[ended] = part
  }
  function pass(at: number): void {
    if (running > 0) {
      union += at - before
      part += (at - before) / running
    }
    before = at
  }
  return {
    union,
    // Of begins at one moment the last knows of all; of ends any: no time passes between them.
    from: (at) => fromBegin[firstAfter(begins, at) - 1] ?? 0,
    until: (at) => untilEnd[firstAfter(ends, at) - 1] ?? 0,
  }
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
function firstAfter(boundaries: ArrayLike<number>, at: number): number {
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
