import { clockZero, dayLength, dayOf, hour, midnight, minute, weekdayOf } from './berlin.ts'
import { randomFor } from '../../../shared/random.ts'

/** What the sample is made from. The same values give the same records, byte for byte. */
export interface Premise {
  readonly seed: number
  /** Where history ends and the living present begins, in epoch milliseconds. */
  readonly anchor: number
  /** How many days of history there are. */
  readonly days: number
  /** Conversations on a mean day, without campaigns and the bad Monday. */
  readonly conversationsPerDay: number
}

export const campaignNames = ['spring_sale', 'restock_alert', 'tent_week'] as const
type CampaignName = (typeof campaignNames)[number]

/** Why a conversation begins. Each is drawn from numbers of its own, so none moves the others. */
export type Origin = 'everyday' | 'outage' | 'rush' | 'campaign'

/** The rush starts this long before the anchor, so that the live views open on a busy floor. */
const rushLead = 105 * minute
/** How many everyday streams the present adds to the everyday one, so that something happens every few seconds. */
const rushFactor = 8
/** What no hour of the rush falls below, so that the nights live too. */
const rushFloor = 1.5

/** Share of a day's conversations by weekday, Monday first; their mean is 1. */
const weekdayShare = [1.25, 1.14, 1.1, 1.09, 1.06, 0.72, 0.64] as const

/** Weights of the hours of a working day, a Saturday and a Sunday with its evening peak. */
const workdayHours = [
  0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 1.2, 2.6, 5.5, 8, 9.4, 9, 7.6, 6.8, 7.4, 7.6, 6.8, 5.8, 5.6, 5.2, 3.6, 2.4,
  1.2, 0.5,
]
const saturdayHours = [
  0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 0.7, 1.6, 4, 7, 8.4, 8.6, 8, 7, 6.6, 6, 5.4, 4.6, 3.6, 3, 2.4, 2, 1.4, 0.7,
]
const sundayHours = [
  0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.4, 0.8, 1.8, 3.4, 4.8, 5.2, 5, 4.6, 4.6, 4.8, 5.4, 6.4, 9, 10.4, 9.6, 6.6,
  2.8, 1,
]

function hoursOf(day: number): readonly number[] {
  const weekday = weekdayOf(day)
  return weekday === 6 ? sundayHours : weekday === 5 ? saturdayHours : workdayHours
}

/** The Monday the warehouse stood still: the last one at least 18 days before the anchor. */
function badMonday(anchor: number): number {
  const day = dayOf(anchor) - 18
  return day - weekdayOf(day)
}

export function isBadMonday(premise: Premise, day: number): boolean {
  return day === badMonday(premise.anchor)
}

/** The campaign that goes out on that day, always a Tuesday: three in history, then one every four weeks. */
export function campaignOn(premise: Premise, day: number): CampaignName | null {
  if (weekdayOf(day) !== 1) return null
  const back = Math.floor((dayOf(premise.anchor) - day) / 7)
  if (back === 1) return 'tent_week'
  if (back === 4) return 'restock_alert'
  if (back === 10) return 'spring_sale'
  if (back < 0 && back % 4 === -3) return campaignNames[(((-back - 3) / 4) % 3) as 0 | 1 | 2]
  return null
}

/** How far the slide of the last four weeks has gone, from 0 to 1. */
export function slide(premise: Premise, at: number): number {
  return Math.min(1, Math.max(0, 1 - (premise.anchor - at) / (28 * dayLength)))
}

/** How many conversations begin on that day for that reason; for the rush, as if all of the day were rush. */
export function arrivalsOn(premise: Premise, day: number, origin: Origin): number {
  const random = randomFor(premise.seed, 'arrivals', origin, day)
  const usual = premise.conversationsPerDay * (weekdayShare[weekdayOf(day)] ?? 1)
  if (origin === 'everyday') return Math.max(1, Math.round(usual * random.around(1, 0.08)))
  if (origin === 'outage') return isBadMonday(premise, day) ? Math.round(usual * 1.3) : 0
  if (origin === 'campaign')
    return campaignOn(premise, day) === null ? 0 : Math.round(premise.conversationsPerDay * 4.4)
  return day < dayOf(premise.anchor - rushLead) ? 0 : Math.round(premise.conversationsPerDay * rushFactor)
}

/** When the nth of them begins, or null where the rush had not begun yet. Depends on nothing but seed, day and n. */
export function arrivalTime(premise: Premise, day: number, origin: Origin, n: number): number | null {
  const random = randomFor(premise.seed, 'arrival', origin, day, n)
  const zero = clockZero(day)
  if (origin === 'campaign') return zero + 10 * hour + Math.floor(n * 400 + random.next() * 400)
  const hours = hoursOf(day)
  const lively = origin === 'rush' ? hours.map((weight) => Math.max(weight, rushFloor)) : hours
  const chosen = zero + Math.floor((hourOf(lively, random.next()) + random.next()) * hour)
  // Where the clocks change, the working clock reaches beyond the day by an hour.
  const at = Math.min(midnight(day + 1) - 1, Math.max(midnight(day), chosen))
  return origin === 'rush' && at < premise.anchor - rushLead ? null : at
}

function hourOf(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return index
  }
  return weights.length - 1
}
