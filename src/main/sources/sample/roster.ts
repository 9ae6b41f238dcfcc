import type { SourceRecord } from '../../../shared/records.ts'
import { clockZero, dayOf, hour, minute, weekOf, weekdayOf } from './berlin.ts'
import { colleagues, openingHours } from './company.ts'
import type { Colleague } from './company.ts'
import { randomFor } from '../../../shared/random.ts'
import { recall } from './recall.ts'
import type { Timed } from './timed.ts'

interface Shift {
  readonly from: number
  readonly to: number
  readonly breakFrom: number
  readonly breakTo: number
}

/** Who works when: a function of the seed and the day alone. */
export interface Roster {
  /** The colleague's shift on that day, null on a day off. */
  readonly shift: (colleague: Colleague, day: number) => Shift | null
  /** Those at work at that moment with at least `left` milliseconds to go. */
  readonly present: (at: number, left: number) => readonly Colleague[]
  /** The first moment from then on at which the colleague can write. */
  readonly atWork: (colleague: Colleague, at: number) => number
  /** The first opening of the floor from then on. */
  readonly opening: (at: number) => number
  /** Shifts and presence of the day. */
  readonly records: (day: number) => readonly Timed[]
}

/** Nobody drops a customer at the stroke of the hour. */
const overtime = 20 * minute

export function createRoster(seed: number): Roster {
  const shiftsOn = recall(
    64,
    (day: number) => new Map(colleagues.map((one) => [one.id, planned(seed, one, day)])),
  )

  function shift(colleague: Colleague, day: number): Shift | null {
    return shiftsOn(day).get(colleague.id) ?? null
  }

  function present(at: number, left: number): readonly Colleague[] {
    const day = dayOf(at)
    return colleagues.filter((one) => {
      const own = shift(one, day)
      return (
        own !== null && at >= own.from && at + left <= own.to && !(at >= own.breakFrom && at < own.breakTo)
      )
    })
  }

  function atWork(colleague: Colleague, at: number): number {
    for (let day = dayOf(at); ; day++) {
      const own = shift(colleague, day)
      if (own === null || at > own.to + overtime) continue
      if (at >= own.breakFrom && at < own.breakTo) return own.breakTo
      return Math.max(at, own.from)
    }
  }

  return { shift, present, atWork, opening, records: (day) => records(seed, shift, day) }
}

function opening(at: number): number {
  for (let day = dayOf(at); ; day++) {
    const [open, close] = openingHours[weekdayOf(day)] ?? [8, 20]
    const zero = clockZero(day)
    if (at < zero + (close - 0.5) * hour) return Math.max(at, zero + open * hour)
  }
}

function planned(seed: number, colleague: Colleague, day: number): Shift | null {
  const weekday = weekdayOf(day)
  const random = randomFor(seed, 'shift', colleague.id, day)
  const number = Number(colleague.id.slice(1))
  const early = (weekOf(day) + colleague.turn) % 2 === 0
  if (random.chance(0.03)) return null
  if (weekday >= 5 && !onWeekend(colleague, number, day)) return null
  const [open, close] = openingHours[weekday] ?? [8, 20]
  const length = Math.min(8.5, close - open)
  const zero = clockZero(day)
  const from = zero + (early ? open : close - length) * hour
  const breakFrom = from + (3.5 + random.next()) * hour
  return {
    from,
    to: from + length * hour,
    breakFrom: Math.floor(breakFrom),
    breakTo: Math.floor(breakFrom) + 30 * minute,
  }
}

/** One weekend in three, and always one of the two who speak Chinese. */
function onWeekend(colleague: Colleague, number: number, day: number): boolean {
  if (colleague.speaks.includes('zh')) return (weekOf(day) + colleague.turn) % 2 === 0
  return (weekOf(day) + number) % 3 === 0
}

function records(seed: number, shift: Roster['shift'], day: number): readonly Timed[] {
  const result: Timed[] = []
  for (const colleague of colleagues) {
    const own = shift(colleague, day)
    if (own === null) continue
    const agent = colleague.id
    const random = randomFor(seed, 'presence', agent, day)
    const at = (moment: number, spread: number): number => Math.floor(moment + random.next() * spread)
    const state = (moment: number, value: 'online' | 'away' | 'offline'): Timed => {
      const record: SourceRecord = { kind: 'presence', agent, at: moment, state: value }
      return { at: moment, record }
    }
    result.push(
      { at: own.from - hour, record: { kind: 'shift', agent, from: own.from, to: own.to } },
      state(at(own.from - 6 * minute, 5 * minute), 'online'),
      state(at(own.breakFrom, minute), 'away'),
      state(at(own.breakTo - minute, minute), 'online'),
      state(at(own.to + overtime, 4 * minute), 'offline'),
    )
  }
  return result
}
