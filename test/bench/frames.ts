/** Frames as Chromium's trace has them. */

export interface FrameRates {
  /** Frames drawn in the second with the fewest. */
  readonly worst: number
  readonly mean: number
  readonly longestMs: number
  readonly dropped: number
}

interface TraceEvent {
  readonly name: string
  /** Microseconds. */
  readonly ts: number
}

const second = 1_000_000

/** Throws where the trace holds no frames. */
export function frameRates(trace: Buffer): FrameRates {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  const drawn = timesOf(traceEvents, 'DrawFrame')
  const [first] = drawn
  const last = drawn.at(-1)
  if (first === undefined || last === undefined || last === first)
    throw new Error('the trace holds no frames')
  const gaps = drawn.slice(1).map((at, index) => at - (drawn[index] ?? at))
  return {
    worst: Math.min(...windows(drawn, first, last)),
    mean: ((drawn.length - 1) * second) / (last - first),
    longestMs: Math.max(...gaps) / 1000,
    dropped: timesOf(traceEvents, 'DroppedFrame').length,
  }
}

function timesOf(events: readonly TraceEvent[], name: string): readonly number[] {
  return events
    .filter((event) => event.name === name)
    .map(({ ts }) => ts)
    .toSorted((one, other) => one - other)
}

/** How many were drawn in each whole second, looked at every tenth of one. */
function windows(drawn: readonly number[], first: number, last: number): readonly number[] {
  const counts: number[] = []
  for (let from = first; from + second <= last; from += second / 10)
    counts.push(drawn.filter((at) => at >= from && at < from + second).length)
  return counts.length === 0 ? [drawn.length] : counts
}
