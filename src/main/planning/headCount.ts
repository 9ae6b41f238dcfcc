/** How many of a team are there, as steps in time: what a replay asks of attendance. */
import { lastUpTo } from './arrivalDays.ts'
import type { Attendance } from './attendance.ts'

export class HeadCount {
  /** From each of these on. */
  readonly changes: Float64Array
  readonly #counts: Int32Array
  /** Milliseconds with anybody there before each change. */
  readonly #attended: Float64Array

  constructor(attendance: readonly Pick<Attendance, 'spans'>[]) {
    const steps = new Map<number, number>()
    for (const { spans } of attendance)
      for (const { from, to } of spans) {
        steps.set(from, (steps.get(from) ?? 0) + 1)
        steps.set(to, (steps.get(to) ?? 0) - 1)
      }
    const sorted = [...steps].sort(([one], [other]) => one - other)
    this.changes = Float64Array.from(sorted, ([at]) => at)
    let count = 0
    this.#counts = Int32Array.from(sorted, ([, step]) => (count += step))
    this.#attended = new Float64Array(sorted.length)
    for (let index = 1; index < sorted.length; index++)
      this.#attended[index] =
        (this.#attended[index - 1] ?? 0) +
        ((this.#counts[index - 1] ?? 0) > 0 ? (this.changes[index] ?? 0) - (this.changes[index - 1] ?? 0) : 0)
  }

  at(moment: number): number {
    return this.#counts[lastUpTo(this.changes, moment)] ?? 0
  }

  /** The next moment after this one at which the count changes; infinite: none. */
  nextChange(moment: number): number {
    return this.changes[lastUpTo(this.changes, moment) + 1] ?? Number.POSITIVE_INFINITY
  }

  /** Milliseconds of [from, to) with anybody there. */
  attended(from: number, to: number): number {
    return Math.max(0, this.#until(to) - this.#until(from))
  }

  /** Agents' milliseconds in [from, to): the length of the span, times how many were there. */
  agentTime(from: number, to: number): number {
    let sum = 0
    for (let at = from; at < to;) {
      const next = Math.min(to, this.nextChange(at))
      sum += (next - at) * this.at(at)
      at = next
    }
    return sum
  }

  /** The first moment by which so many attended milliseconds have passed since `from`; infinite: never. */
  after(from: number, milliseconds: number): number {
    let [at, left] = [from, milliseconds]
    for (;;) {
      if (left <= 0) return at
      const next = this.nextChange(at)
      if (this.at(at) > 0) {
        if (at + left <= next) return at + left
        left -= next - at
      }
      if (next === Number.POSITIVE_INFINITY) return next
      at = next
    }
  }

  #until(moment: number): number {
    const index = lastUpTo(this.changes, moment)
    if (index < 0) return 0
    const running = (this.#counts[index] ?? 0) > 0 ? moment - (this.changes[index] ?? 0) : 0
    return (this.#attended[index] ?? 0) + running
  }
}
