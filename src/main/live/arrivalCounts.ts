/**
 * Conversations opened in each half hour of a local day, counted as the metric `conversations_opened` counts, from what
 * the columns know of each quarter of an hour.
 */
import { addDays, startOfDay } from '../../shared/period.ts'
import { defaultRules } from '../../shared/rules.ts'
import type { Axis } from '../metrics/axes.ts'
import { Cells } from '../metrics/cells.ts'
import { countKinds, kindsIn, rowsIn } from '../metrics/counting.ts'
import { Cuts } from '../metrics/cuts.ts'
import { placementOf } from '../metrics/placing.ts'
import { planOf, type Part } from '../metrics/plans.ts'
import type { Subject } from '../metrics/selection.ts'
import { stepMs } from '../planning/arrivalDays.ts'

/** A local day, [from, to): 23 to 25 hours. */
export interface LocalDay {
  readonly from: number
  readonly to: number
}

/** The day `ms` lies in, or one so many days from it. */
export function localDayOf(ms: number, zone: string, days = 0): LocalDay {
  const from = addDays(startOfDay(ms, zone), days, zone)
  return { from, to: addDays(from, 1, zone) }
}

const opened = openedPart()

/** By time passed since the day began. The period, authors and openers of the scope play no part. */
export function arrivalsByStep(subject: Subject, { from, to }: LocalDay): readonly number[] {
  const { authors: _authors, openers: _openers, ...places } = subject.scope
  const asked: Subject = { ...subject, scope: { ...places, from, to } }
  const axis = stepAxis(from, Math.max(1, Math.ceil((to - from) / stepMs)))
  const cells = new Cells([axis])
  const placement = placementOf(asked, subject.columns.streams[opened.stream], opened, [axis], cells.factors)
  const cuts = new Cuts([axis], cells.factors, from, to)
  const histogram = countKinds(asked, placement, kindsIn(opened, placement), cuts, cells)
  const counts = Array.from({ length: axis.size }, () => 0)
  const found = rowsIn(opened, placement, histogram, cells.size).cells
  for (const [cell, count] of found.entries()) counts[cells.codeOf(cell, 0)] = count
  return counts
}

function openedPart(): Part {
  const plan = planOf('conversations_opened', defaultRules)
  if (plan.shape !== 'count') throw new TypeError('conversations_opened is a count.')
  return plan.part
}

/**
 * The same of days that follow one another, counted in one go: a dozen weeks cost little more than a day. They begin whole
 * steps apart in every zone in use.
 */
export function arrivalsByDay(subject: Subject, days: readonly LocalDay[]): readonly (readonly number[])[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const counts = arrivalsByStep(subject, { from: first.from, to: last.to })
  return days.map(({ from, to }) =>
    counts.slice(Math.round((from - first.from) / stepMs), Math.round((to - first.from) / stepMs)),
  )
}

/** Cuts a day by time passed. No zone in use begins a day or changes its clock between two quarters of an hour. */
function stepAxis(from: number, steps: number): Axis {
  return {
    dimension: 'hour',
    size: steps,
    all: null,
    codes: () => null,
    keyOf: String,
    sortTextOf: String,
    codeAt: (ms) => Math.min(steps - 1, Math.max(0, Math.floor((ms - from) / stepMs))),
  }
}
