/**
 * How wrong the replay is: each of four weeks, played with the shifts it had and with reply times learned from the four
 * weeks before it, beside what happened; and two naive guesses of the same weeks.
 */
import { mean } from 'simple-statistics'
import { addDays } from '../../shared/period.ts'
import type { ReplayFigures, WhatIf } from '../../shared/planning.ts'
import { partOf, type Past, warmUp } from './past.ts'
import { figuresOf, play, played } from './play.ts'
import { anyRank, learnReplyTimes } from './replyTimes.ts'

const heldOutWeeks = 4
export const trainingWeeks = 4
/** Weeks with fewer first responses are no measure. */
const fewestResponses = 20

/** What of the past has to be read for it, before `to`. */
export function errorFrom(to: number, zone: string): number {
  return addDays(to, -7 * (heldOutWeeks + trainingWeeks), zone)
}

interface Week {
  readonly real: ReplayFigures
  readonly modelled: ReplayFigures
  readonly lastWeek: number | null
  readonly mean: number | null
}

/** Yields between weeks. */
export function* replayError(
  past: Past,
  to: number,
  { capacity, target }: { readonly capacity: number; readonly target: number },
): Generator<void, WhatIf['error']> {
  const weeks: Week[] = []
  const realOf = (from: number, end: number) =>
    figuresOf(played(partOf(past, from, end)), { from, to: end, target, counts: past.counts })
  for (let back = heldOutWeeks; back >= 1; back--) {
    const from = addDays(to, -7 * back, past.zone)
    const end = addDays(to, -7 * (back - 1), past.zone)
    const before = Array.from({ length: trainingWeeks }, (_, week) =>
      realOf(addDays(from, -7 * (week + 1), past.zone), addDays(from, -7 * week, past.zone)),
    )
    const training = partOf(past, addDays(from, -7 * trainingWeeks, past.zone), from)
    const times = learnReplyTimes(training.teams)
    const real = realOf(from, end)
    const trained = before.every(({ conversations }) => conversations >= fewestResponses)
    if (times === null || !trained || real.conversations < fewestResponses) continue
    const outcome = yield* play(partOf(past, from - warmUp, end), {
      times,
      capacity,
      rankOf: anyRank,
      attendance: ({ attendance }) => attendance,
    })
    const responses = before.flatMap(({ medianFirstResponse }) => medianFirstResponse ?? [])
    weeks.push({
      real,
      modelled: figuresOf(outcome, { from, to: end, target, counts: past.counts }),
      lastWeek: responses[0] ?? null,
      mean: responses.length === 0 ? null : mean(responses),
    })
  }
  const real = (week: Week) => week.real.medianFirstResponse
  return {
    firstResponse: apart(weeks, (week) => week.modelled.medianFirstResponse, real),
    wait: apart(
      weeks,
      (week) => week.modelled.medianWait,
      (week) => week.real.medianWait,
    ),
    utilization: apart(
      weeks,
      (week) => week.modelled.utilization,
      (week) => week.real.utilization,
    ),
    naiveLastWeek: apart(weeks, (week) => week.lastWeek, real),
    naiveMean: apart(weeks, (week) => week.mean, real),
    days: weeks.length * 7,
  }
}

/** Mean over the weeks of |guess − real| ÷ real; null: no week has both. */
function apart(
  weeks: readonly Week[],
  guess: (week: Week) => number | null,
  real: (week: Week) => number | null,
): number | null {
  const shares = weeks.flatMap((week) => {
    const [guessed, was] = [guess(week), real(week)]
    return guessed === null || was === null || was === 0 ? [] : [Math.abs(guessed - was) / was]
  })
  return shares.length === 0 ? null : mean(shares)
}
