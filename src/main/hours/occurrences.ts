/** When a repeating event of a calendar file takes place. */
import ICAL from 'ical.js'
import { phrase } from '../../shared/phrases.ts'
import { guarded, Unreadable, type CalendarEvent } from './icsEvent.ts'

/** Steps a whole file may take: a daily event of 40 years is 15,000, a file of holidays 5,000. */
const mostSteps = 100_000
/** A rule that never comes true costs the library up to a second. */
const stepsOfNothing = 10_000

const unreadableRule = phrase('calendar.skipped.unreadableRule')
const contradiction = phrase('calendar.skipped.contradiction')

export interface Budget {
  steps: number
}

/** What all events of one file may take together. */
export function repetitionBudget(): Budget {
  return { steps: mostSteps }
}

function spend(budget: Budget): void {
  budget.steps -= 1
  if (budget.steps < 0) throw new Unreadable(phrase('calendar.skipped.tooOften'))
}

/** The parts of rules for which the library comes to an end, whatever their values. */
const readableParts: Readonly<Partial<Record<string, readonly string[]>>> = {
  YEARLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
  MONTHLY: ['BYMONTHDAY', 'BYDAY', 'BYSETPOS'],
  WEEKLY: ['BYDAY'],
  DAILY: [],
}

/**
 * The moments at which the event begins, as its `momentOf` has them, earliest first: its only one whenever it is, and of
 * a repeating one those in [from, to). @throws Unreadable
 */
export function occurrencesOf(
  event: CalendarEvent,
  window: { readonly from: number; readonly to: number },
  budget: Budget,
): readonly number[] {
  const { component, start, momentOf } = event
  const rules = component
    .getAllProperties('rrule')
    .map((property) => guarded(unreadableRule, () => property.getFirstValue()))
  if (rules.length === 0 && !component.hasProperty('rdate')) return [momentOf(start)]
  const happens = rules.map((rule) => monthDayCheck(rule, start))
  spend(budget)
  const iterator = guarded(contradiction, () => new ICAL.RecurExpansion({ component, dtstart: start }))
  // The library leaves out the beginning of an event that repeats by a list of dates.
  const moments = rules.length === 0 && momentOf(start) >= window.from ? [momentOf(start)] : []
  for (let steps = 0; ; steps += 1) {
    const time: unknown = guarded(contradiction, () => iterator.next())
    if (!(time instanceof ICAL.Time)) {
      if (steps === 0) budget.steps -= stepsOfNothing
      break
    }
    spend(budget)
    const moment = momentOf(time)
    if (moment >= window.to) break
    if (moment >= window.from && happens.every((check) => check(time))) moments.push(moment)
  }
  if (moments.length === 0) throw new Unreadable(phrase('calendar.skipped.never'))
  return moments
}

/** Refuses rules that cannot be followed; the answer tells days the rule means from those the library puts in. */
function monthDayCheck(rule: unknown, start: ICAL.Time): (time: ICAL.Time) => boolean {
  if (!(rule instanceof ICAL.Recur)) throw new Unreadable(unreadableRule)
  const parts = Object.keys(rule.parts)
  const readable = readableParts[rule.freq]
  if (readable === undefined || parts.some((part) => !readable.includes(part)))
    throw new Unreadable(phrase('calendar.skipped.otherRule'))
  // A yearly 29 February is none in 2027; the library gives 1 March.
  const days: readonly number[] =
    rule.parts.BYMONTHDAY ?? (parts.length === 0 && rule.freq === 'YEARLY' ? [start.day] : [])
  if (days.length === 0 || days.some((day) => day < 0)) return () => true
  return (time) => days.includes(time.day)
}
