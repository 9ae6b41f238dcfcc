/** The order of rows by time, ties as they came. */

const digitBits = 11
const digits = 1 << digitBits
/** Below this a comparison sort is faster than counting digits. */
const fewRows = 512

/** Indexes of ms[0, length) in ascending order, equal ones as they lie; null where they already are in order. */
export function orderOf(ms: Uint32Array, length: number): Uint32Array | null {
  if (isAscending(ms, length)) return null
  const order = Uint32Array.from({ length }, (_, index) => index)
  if (length <= fewRows) return order.sort((a, b) => (ms[a] ?? 0) - (ms[b] ?? 0) || a - b)
  return radixOrder(ms, order)
}

function isAscending(ms: Uint32Array, length: number): boolean {
  for (let index = 1; index < length; index++) if ((ms[index] ?? 0) < (ms[index - 1] ?? 0)) return false
  return true
}

function radixOrder(ms: Uint32Array, order: Uint32Array): Uint32Array {
  let from: Uint32Array = order
  let to: Uint32Array = new Uint32Array(order.length)
  for (let shift = 0; shift < 32; shift += digitBits) {
    const starts = new Uint32Array(digits + 1)
    for (const index of from) {
      const place = (((ms[index] ?? 0) >>> shift) & (digits - 1)) + 1
      starts[place] = (starts[place] ?? 0) + 1
    }
    for (let digit = 1; digit <= digits; digit++)
      starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
    for (const index of from) {
      const digit = ((ms[index] ?? 0) >>> shift) & (digits - 1)
      const place = starts[digit] ?? 0
      to[place] = index
      starts[digit] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}
