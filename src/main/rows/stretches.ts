/** A period cut into stretches of a few thousand messages, so that none of them has to be held at once. */
import type { StreamColumns } from '../metrics/columns/streamColumns.ts'
import type { Period } from '../../shared/period.ts'

export interface Stretch extends Period {
  /** Whatever the filters; some may be struck out. */
  readonly messages: number
}

const most = 8192

/** In order; time without messages is in none. Only what is sent within one millisecond cannot be parted. */
export function stretchesOf(stream: StreamColumns, { from, to }: Period): readonly Stretch[] {
  const messages = countBetween(stream, from, to)
  if (messages === 0) return []
  if (messages <= most || to - from <= 1) return [{ from, to, messages }]
  const middle = Math.floor((from + to) / 2)
  return [...stretchesOf(stream, { from, to: middle }), ...stretchesOf(stream, { from: middle, to })]
}

function countBetween({ segments }: StreamColumns, from: number, to: number): number {
  return segments.reduce((sum, segment) => sum + Math.max(0, segment.rowAt(to) - segment.rowAt(from)), 0)
}
