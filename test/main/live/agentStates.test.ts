import { describe, expect, it } from 'vitest'
import { localDayOf } from '../../../src/main/live/arrivalCounts.ts'
import { statesOf } from '../../../src/main/live/agentStates.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache } from '../../support/database.ts'
import { company, present } from './company.ts'

const at = (clock: string) => Date.parse(`2026-05-11T${clock}:00Z`)

function shift(agent: string, from: string, to: string): RecordInput {
  return { kind: 'shift', agent, from: at(from), to: at(to) }
}

/** By agent at 12:00: the state, since when, and whether they are on shift. */
function stated(...inputs: readonly RecordInput[]) {
  const cache = temporaryCache()
  apply(cache, records(...company, ...inputs))
  const { agents } = readDictionary(cache)
  const states = statesOf(cache, agents, at('12:00'), localDayOf(at('12:00'), 'UTC'))
  return Object.fromEntries(agents.map(({ row, id }) => [id, states.get(row)]))
}

describe('who is there', () => {
  it('is what was stated last, since it was stated first without a break', () => {
    expect(
      stated(
        present('ana', at('08:00'), 'online'),
        present('ana', at('09:00'), 'away'),
        present('ana', at('10:00'), 'online'),
        present('ana', at('11:00'), 'online'),
        present('ana', at('13:00'), 'offline'),
        present('ben', at('07:00'), 'busy'),
      ),
    ).toMatchObject({
      ana: { state: 'online', since: at('10:00') },
      ben: { state: 'busy', since: at('07:00') },
      cem: { state: 'unknown', since: null },
    })
  })
  it('of two states at one instant the one that is less there, in any order', () => {
    const [one, other] = [present('ana', at('09:00'), 'online'), present('ana', at('09:00'), 'away')]
    expect(stated(one, other)['ana']).toMatchObject({ state: 'away', since: at('09:00') })
    expect(stated(other, one)['ana']).toMatchObject({ state: 'away', since: at('09:00') })
  })
  it('has no beginning where a state was repeated for longer than is looked back', () => {
    const every = Array.from({ length: 400 }, (_, minute) =>
      present('ana', at('12:00') - minute * 60_000, 'online'),
    )
    expect(stated(...every)['ana']).toMatchObject({ state: 'online', since: null })
  })
  it('is off shift by the roster, where one is known of them or a colleague', () => {
    const states = stated(
      shift('ana', '08:00', '12:00'),
      shift('cem', '08:00', '12:01'),
      present('dora', at('09:00'), 'busy'),
    )
    expect(states).toMatchObject({
      ana: { state: 'offShift', isOnShift: false },
      ben: { state: 'offShift' },
      // Nothing is stated of Cem: the roster says they are there.
      cem: { state: 'online', since: at('08:00'), isOnShift: true },
      // Nobody planned Dora, but there she is.
      dora: { state: 'busy', since: at('09:00'), isOnShift: false },
    })
  })
  it('tells who should be there and is not from who is off shift', () => {
    const roster = [shift('ana', '08:00', '16:00'), shift('ben', '14:00', '18:00')]
    const left = [present('ana', at('09:00'), 'offline'), present('ben', at('09:00'), 'offline')]
    expect(stated(...roster, ...left)).toMatchObject({
      ana: { state: 'offline', isOnShift: true },
      ben: { state: 'offShift', isOnShift: false },
    })
  })
  it('knows no roster from another day’s shifts, but one that began yesterday and lasts', () => {
    const yesterday = (agent: string, hours: number): RecordInput => ({
      kind: 'shift',
      agent,
      from: at('22:00') - 86_400_000,
      to: at('22:00') - 86_400_000 + hours * 3_600_000,
    })
    expect(stated(yesterday('ana', 1))['ana']).toMatchObject({ state: 'unknown' })
    expect(stated(yesterday('ana', 15))['ana']).toMatchObject({ state: 'online', isOnShift: true })
  })
})
