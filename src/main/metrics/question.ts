/** A question of numbers, made ready to be counted: its axes, its cells, its period cut, its clock. */
import type { Dimension } from '../../shared/contract.ts'
import type { Axis } from './axes.ts'
import { axisOf } from './axes.ts'
import { Cells } from './cells.ts'
import { Cuts } from './cuts.ts'
import type { BusinessClock } from './measure.ts'
import type { Subject } from './selection.ts'

export interface Question {
  readonly subject: Subject
  readonly axes: readonly Axis[]
  readonly cells: Cells
  readonly cuts: Cuts
  /** null: durations by the calendar. */
  readonly clock: BusinessClock | null
}

/** @throws RangeError for a zone this machine does not know, or more dimensions than can be combined. */
export function questionOf(
  subject: Subject,
  by: readonly Dimension[],
  clock: BusinessClock | null,
): Question {
  const axes = [...new Set(by)].map((dimension) => axisOf(subject, dimension))
  const cells = new Cells(axes)
  const { from, to } = subject.scope
  return { subject, axes, cells, cuts: new Cuts(axes, cells.factors, from, to), clock }
}
