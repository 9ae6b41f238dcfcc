import type { Format } from '../ui/numbers.ts'
import type { Text } from '../ui/text.ts'
import type { LaneBar } from './bars.ts'

/** A bar in a line of words: when, how long, what came of it, and how anybody knows. */
export function barWords({ bar, waits }: LaneBar, text: Text, format: Format): string {
  const seconds = bar.to === null ? null : (bar.to - bar.from) / 1000
  const held =
    bar.to === null
      ? text('lanes.barNow', { from: format.dateTime(bar.from) })
      : text('lanes.bar', {
          from: format.time(bar.from),
          to: format.time(bar.to),
          held: format.duration(seconds),
        })
  const waited = waits.reduce((sum, wait) => sum + (wait.to - wait.from) / 1000, 0)
  const replies = bar.replies.length
  return [
    held,
    ...(replies > 0 ? [text('replies', { count: replies, shown: format.count(replies) })] : []),
    ...(waited > 0 ? [text('lanes.barWaits', { waited: format.duration(waited) })] : []),
    ...(bar.passedOn ? [text('lanes.barPassed')] : []),
    ...(bar.source === 'stated' ? [] : [text(`source.${bar.source}`)]),
  ].join(', ')
}
