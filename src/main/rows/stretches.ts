/** A period cut into stretches of a few thousand messages, so that none of them has to be held at once. */
import type { StreamColumns } from '../metrics/columns/streamColumns.ts'
import type { Period } from '../../shared/period.ts'

export interface Stretch extends Period {
  /** Whatever the filters; some may be struck out. */
  readonly messages: number
}

const most = 8192

/** In order, each found when it is asked for; time without messages is in none. What is sent in one millisecond is not parted. */
export function* stretchesOf(stream: StreamColumns, period: Period): Generator<Stretch> {
  const { from, to } = period
  const messages = messagesIn(stream, period)
  if (messages === 0) return
  if (messages <= most || to - from <= 1) return yield { from, to, messages }
  const middle = Math.floor((from + to) / 2)
  yield* stretchesOf(stream, { from, to: middle })
  yield* stretchesOf(stream, { from: middle, to })
}

/** How many there are, whatever the filters; some may be struck out. */
export function messagesIn({ segments }: StreamColumns, { from, to }: Period): number {
  return segments.reduce((sum, segment) => sum + Math.max(0, segment.rowAt(to) - segment.rowAt(from)), 0)
}
