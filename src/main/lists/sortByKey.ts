/** Ids in the order of numbers: by counting their digits, which for a million takes a tenth of what comparing them does. */

const digitBits = 11
const digits = 1 << digitBits
/** Where the digits of a half of a number begin: the last has ten bits. */
const shifts = [0, digitBits, 2 * digitBits] as const
const littleEnd = new Uint8Array(Uint32Array.of(1).buffer)[0] ?? 1

/**
 * Puts ids in order by their keys, which lie beside them and are used up; equal ones stay as they lie, NaN comes last. In
 * steps of some milliseconds for a million.
 */
export function* sortByKey(ids: Uint32Array<ArrayBuffer>, keys: Float64Array<ArrayBuffer>): Generator<void> {
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2)
  toDigits(keys, halves)
  yield
  let from = { ids, halves }
  let to = { ids: new Uint32Array(ids.length), halves: new Uint32Array(halves.length) }
  for (const half of [1 - littleEnd, littleEnd])
    for (const shift of shifts) {
      const starts = startsOf(from.halves, half, shift)
      if (starts === null) continue
      distribute(from, to, half, shift, starts)
      ;[from, to] = [to, from]
      yield
    }
  if (from.ids !== ids) ids.set(from.ids)
}

interface Lane {
  readonly ids: Uint32Array
  /** Two a key. */
  readonly halves: Uint32Array
}

/** Makes bits of which the greater as a whole number are those of the greater key. */
function toDigits(keys: Float64Array, halves: Uint32Array): void {
  const [high, low] = [littleEnd, 1 - littleEnd]
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? NaN
    // The two zeros are equal, and what is no number has more than one look.
    keys[index] = Number.isNaN(key) ? Infinity : key + 0
    const top = halves[2 * index + high] ?? 0
    const flipped = top >> 31
    halves[2 * index + high] = top ^ (flipped | 0x8000_0000)
    halves[2 * index + low] = (halves[2 * index + low] ?? 0) ^ flipped
  }
}

/** Where the keys with each digit begin; null where all have the same. */
function startsOf(halves: Uint32Array, half: number, shift: number): Uint32Array | null {
  const starts = new Uint32Array(digits + 1)
  for (let index = half; index < halves.length; index += 2) {
    const place = (((halves[index] ?? 0) >>> shift) & (digits - 1)) + 1
    starts[place] = (starts[place] ?? 0) + 1
  }
  const isSame = starts.includes(halves.length / 2)
  for (let digit = 1; digit <= digits; digit += 1)
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0)
  return isSame ? null : starts
}

function distribute(from: Lane, to: Lane, half: number, shift: number, starts: Uint32Array): void {
  for (let index = 0; index < from.ids.length; index += 1) {
    const digit = ((from.halves[2 * index + half] ?? 0) >>> shift) & (digits - 1)
    const place = starts[digit] ?? 0
    starts[digit] = place + 1
    to.ids[place] = from.ids[index] ?? 0
    to.halves[2 * place] = from.halves[2 * index] ?? 0
    to.halves[2 * place + 1] = from.halves[2 * index + 1] ?? 0
  }
}
