/** When agents were there to take somebody: online and, where a roster is known, on shift. */
import type { ReadableDb } from '../../store/database.ts'
import { presenceIn, shiftsIn } from '../../store/presence.ts'
import { common, united, type Stretch } from './stretches.ts'

/**
 * By agent row, from a moment on; the last state goes on. Agents of whom nothing is recorded are left out. What stayed as
 * it was `before` is the same object.
 */
export function attendance(
  cache: ReadableDb,
  since: number,
  before?: ReadonlyMap<number, readonly Stretch[]>,
): ReadonlyMap<number, readonly Stretch[]> {
  const online = Map.groupBy(
    presenceIn(cache, since, Infinity).filter(({ state }) => state === 'online'),
    ({ agent }) => agent,
  )
  const shifts = Map.groupBy(shiftsIn(cache, since, Infinity), ({ agent }) => agent)
  return new Map(
    [...online].map(([agent, times]) => {
      const roster = shifts.get(agent)
      const there = roster === undefined ? united(times) : common(united(times), united(roster))
      const known = before?.get(agent)
      return [agent, known !== undefined && areSame(known, there) ? known : there]
    }),
  )
}

function areSame(one: readonly Stretch[], other: readonly Stretch[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to }, index) => from === other[index]?.from && to === other[index].to)
  )
}
