/** A conversation's way from hand to hand as it is drawn: its intervals, the waits in them, the time it was closed. Pure. */
import type { AssignmentPath, HeldInterval } from '../../shared/assigning.ts'
import type { Wait } from '../../shared/contract.ts'

export type PathStep =
  | {
      readonly kind: 'held'
      readonly interval: HeldInterval
      readonly seconds: number
      /** Had it before already, in the same episode. */
      readonly isBack: boolean
      /** Parts of the interval in which the customer waited, 0…1 of its length, and how long in all. */
      readonly waits: readonly { readonly from: number; readonly to: number }[]
      readonly waited: number
      /** The longest of them, seconds. */
      readonly longestWait: number
    }
  | { readonly kind: 'closed'; readonly from: number; readonly to: number; readonly seconds: number }

/** Oldest first. What goes on lasts until `now`. */
export function pathSteps(
  intervals: AssignmentPath['intervals'],
  waits: readonly Pick<Wait, 'from' | 'to'>[],
  now: number,
): readonly PathStep[] {
  const steps: PathStep[] = []
  const had = new Set<string>()
  let end: number | null = null
  let last: string | null = null
  for (const interval of intervals) {
    if (end !== null && interval.from > end) {
      steps.push({ kind: 'closed', from: end, to: interval.from, seconds: (interval.from - end) / 1000 })
    }
    if (steps.at(-1)?.kind === 'closed' || endsEpisode(steps.at(-1))) {
      had.clear()
      last = null
    }
    const { agent } = interval
    const isBack = agent !== null && agent !== last && had.has(agent)
    if (agent !== null) {
      had.add(agent)
      last = agent
    }
    end = interval.to ?? now
    steps.push({ kind: 'held', interval, isBack, ...waitsWithin(interval.from, end, waits, now) })
  }
  return steps
}

function endsEpisode(step: PathStep | undefined): boolean {
  return step?.kind === 'held' && step.interval.endedBy === 'closed'
}

function waitsWithin(from: number, to: number, waits: readonly Pick<Wait, 'from' | 'to'>[], now: number) {
  const length = Math.max(1, to - from)
  const within = waits
    .map((wait) => ({ from: Math.max(from, wait.from), to: Math.min(to, wait.to ?? now) }))
    .filter((wait) => wait.to > wait.from)
  const seconds = within.map((wait) => (wait.to - wait.from) / 1000)
  return {
    seconds: Math.max(0, to - from) / 1000,
    waits: within.map((wait) => ({ from: (wait.from - from) / length, to: (wait.to - from) / length })),
    waited: seconds.reduce((sum, one) => sum + one, 0),
    longestWait: Math.max(0, ...seconds),
  }
}
