/** Frames as Chromium's trace has them. */

export interface FrameRates {
  /** Frames drawn in the second with the fewest. */
  readonly worst: number
  readonly mean: number
  readonly longestMs: number
  readonly dropped: number
}

/** What a trace has to hold, and nothing else: everything would keep a browser busier than what is measured. */
export const frameCategories = ['-*', 'disabled-by-default-devtools.timeline.frame']

interface TraceEvent {
  readonly name: string
  /** The process. */
  readonly pid: number
  /** Microseconds. */
  readonly ts: number
}

const second = 1_000_000

/** Of the page that drew most: the one where something moves in every frame. Throws where the trace holds no frames. */
export function frameRates(trace: Buffer): FrameRates {
  const traceEvents = eventsOfBusiest(trace)
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

function eventsOfBusiest(trace: Buffer): readonly TraceEvent[] {
  const traced = JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] }
  const drawnBy = Map.groupBy(
    traced.traceEvents.filter(({ name }) => name === 'DrawFrame'),
    ({ pid }) => pid,
  )
  const [busiest] = [...drawnBy].toSorted(([, one], [, other]) => other.length - one.length)
  return traced.traceEvents.filter(({ pid }) => pid === busiest?.[0])
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
