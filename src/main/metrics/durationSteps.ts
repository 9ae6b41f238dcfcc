/**
 * Durations by steps of about an eighth of their size, so fine that no step holds an edge of the distribution’s buckets
 * inside: counted by steps, it is known where a rank lies and what every bucket holds.
 */
import { durationBuckets } from '../../shared/metrics.ts'
import { none } from './columns/encoding.ts'
import type { Segment } from './columns/segment.ts'
import type { Measured } from './measure.ts'
import { bucketIn } from './rank.ts'

export const stepBits = 8
export const steps = 1 << stepBits
/** Of rows without a value. */
export const noStep = steps - 1

const roughSteps = 240

/** A rough step of a value in milliseconds: an eighth of a power of two, single values below 16. */
function roughStep(value: number): number {
  if (value < 16) return value
  const power = 31 - Math.clz32(value)
  return ((power - 2) << 3) + ((value >>> (power - 3)) & 7)
}

const edges: readonly number[] = durationBuckets.map((seconds) => seconds * 1000)

/** By rough step: its step, and the edge of a bucket that lies inside, from which on it is the next one. */
const stepOfRough = new Uint8Array(roughSteps)
const edgeInRough = new Float64Array(roughSteps).fill(Number.POSITIVE_INFINITY)
/** By step: its bucket. */
export const bucketOfStep = new Uint8Array(steps)
for (let rough = 0; rough < roughSteps; rough++) {
  const power = (rough >> 3) + 2
  const lowest = rough < 16 ? rough : ((rough & 7) + 8) * 2 ** (power - 3)
  const width = rough < 16 ? 1 : 2 ** (power - 3)
  const bucket = bucketIn(lowest, 1000)
  stepOfRough[rough] = rough + bucket
  bucketOfStep[rough + bucket] = bucket
  const edge = edges.find((one) => one > lowest && one < lowest + width)
  if (edge === undefined) continue
  edgeInRough[rough] = edge
  bucketOfStep[rough + bucket + 1] = bucket + 1
}

/** The step of every row's value, once for all questions. The values are milliseconds in four bytes. */
export function stepsIn(segment: Segment, { name, column }: Measured): Uint8Array {
  return segment.derived(`steps of ${name}`, () => {
    const value = new Uint8Array(column.length)
    for (let row = 0; row < column.length; row++) value[row] = stepOf(column[row] ?? none)
    return { value, bytes: value.byteLength }
  })
}

function stepOf(value: number): number {
  if (value === none) return noStep
  const rough = roughStep(value)
  return (stepOfRough[rough] ?? 0) + (value >= (edgeInRough[rough] ?? 0) ? 1 : 0)
}
