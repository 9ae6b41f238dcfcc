/** How fast this machine reads memory on one thread: what no scan can beat. */

const bytes = 2 ** 28

/** Bytes a second of adding up a quarter of a gibibyte of doubles, best of a few. */
export function measureBandwidth(): number {
  const values = new Float64Array(bytes / 8).fill(1)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 8; round += 1) {
    const startedAt = performance.now()
    if (sum(values) !== values.length) throw new RangeError('The sum is wrong.')
    best = Math.min(best, performance.now() - startedAt)
  }
  return bytes / (best / 1000)
}

/** Eight sums side by side: additions do not wait for each other. */
function sum(values: Float64Array): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let index = 0; index < values.length; index += 8) {
    a += values[index] ?? 0
    b += values[index + 1] ?? 0
    c += values[index + 2] ?? 0
    d += values[index + 3] ?? 0
    e += values[index + 4] ?? 0
    f += values[index + 5] ?? 0
    g += values[index + 6] ?? 0
    h += values[index + 7] ?? 0
  }
  return a + b + c + d + e + f + g + h
}
