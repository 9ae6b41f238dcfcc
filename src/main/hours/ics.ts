/**
 * Calendar files (.ics, RFC 5545) as closures: when nobody answers, and what it is called. Each event is read on its
 * own, so that one nobody can read costs none of the others.
 */
import ICAL from 'ical.js'
import { dayMs } from '../../shared/period.ts'
import { failed } from '../engine/failure.ts'
import { eventName, readEvent, Unreadable, type CalendarEvent, type FileZones } from './icsEvent.ts'
import { occurrencesOf, repetitionBudget } from './occurrences.ts'
import { wallOf } from './wallClock.ts'
import type { HolidayFile } from '../../shared/contract.ts'
import { phrase } from '../../shared/phrases.ts'

const mostBytes = 5 * 1024 * 1024
const mostEvents = 2_000
const longest = 366 * dayMs
const firstYear = 1970
const lastYear = 2199

/** A time of no answers on the wall clock of the zone it was read for, written as if it were UTC; `to` is exclusive. */
export interface Closure {
  /** Empty where the event has no name. */
  readonly name: string
  readonly allDay: boolean
  readonly from: number
  readonly to: number
}

/** What was left out, and the reason in one sentence. */
export type Skipped = HolidayFile['skipped'][number]

export interface CalendarFile {
  /** One entry an event that was read: its occurrences. */
  readonly events: readonly (readonly Closure[])[]
  readonly skipped: readonly Skipped[]
}

/**
 * The events of a calendar file on the wall clock of `zone`, which also holds for times that name none. Repeating events
 * are followed from the beginning of the year before `now` (epoch milliseconds) until five years after it.
 * @throws Failed (`invalid`) where the text is no calendar, has no events, or is too large.
 */
export function readCalendarFile(text: string, zone: string, now: number): CalendarFile {
  const blocks = eventTexts(text)
  const zones = zonesOf(text)
  const skipped: Skipped[] = []
  const read = <T>(what: string, work: () => T): readonly T[] => {
    try {
      return [work()]
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      skipped.push({ what, why: error.message, words: error.words })
      return []
    }
  }
  const found = blocks.flatMap((block) => read(eventName(block), () => readEvent(block, zone, zones)))
  const replaced = new Set(
    found.flatMap(({ uid, replaces }) => (replaces === null ? [] : [keyOf(uid, replaces)])),
  )
  const year = new Date(now).getUTCFullYear()
  const window = { from: Date.UTC(year - 1, 0), to: new Date(now).setUTCFullYear(year + 5) }
  const budget = repetitionBudget()
  const events = found.flatMap((event) =>
    read(event.name, () => {
      refuseUnfit(event)
      const moments = occurrencesOf(event, window, budget)
      const own = moments.filter(
        (moment) => event.replaces !== null || !replaced.has(keyOf(event.uid, moment)),
      )
      return own.map((moment) => closureOf(event, moment, zone))
    }),
  )
  return { events, skipped }
}

function keyOf(uid: string, moment: number): string {
  return `${moment} ${uid}`
}

function refuseUnfit({ cancelled, length, start }: CalendarEvent): void {
  if (cancelled) throw new Unreadable(phrase('calendar.skipped.cancelled'))
  if (length > longest) throw new Unreadable(phrase('calendar.skipped.overAYear'))
  if (start.year > lastYear)
    throw new Unreadable(phrase('calendar.skipped.after', { year: String(lastYear) }))
}

function closureOf({ name, allDay, length }: CalendarEvent, moment: number, zone: string): Closure {
  if (moment < Date.UTC(firstYear, 0))
    throw new Unreadable(phrase('calendar.skipped.before', { year: String(firstYear) }))
  if (allDay) return { name, allDay, from: moment, to: moment + length }
  return { name, allDay, from: wallOf(moment, zone), to: wallOf(moment + length, zone) }
}

// ── the file as text ─────────────────────────────────────────────────────────────────────────────────────────────

function eventTexts(text: string): readonly string[] {
  if (text.length > mostBytes || Buffer.byteLength(text) > mostBytes)
    throw failed('invalid', 'calendar.tooLarge')
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/im.test(text)) throw failed('invalid', 'calendar.none')
  const begun = text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0
  if (begun === 0) throw failed('invalid', 'calendar.noEvents')
  if (begun > mostEvents) throw failed('invalid', 'calendar.tooMany', { found: begun, most: mostEvents })
  return blocksOf(text, 'VEVENT')
}

function zonesOf(text: string): FileZones {
  const zones = new Map<string, ICAL.Timezone>()
  for (const block of blocksOf(text, 'VTIMEZONE'))
    try {
      // Other rules than yearly ones can keep the library busy for ever.
      if (/^RRULE(?!.*FREQ=YEARLY)/im.test(block)) continue
      const zone = new ICAL.Timezone(ICAL.Component.fromString(block))
      zones.set(zone.tzid, zone)
    } catch {
      // The events in this zone say that it is not described.
    }
  return zones
}

/** The components of one name, each with its first and last line. One that is cut off reaches up to the next one. */
function blocksOf(text: string, name: string): readonly string[] {
  const [, ...blocks] = text.split(new RegExp(`^(?=BEGIN:${name}\\s*$)`, 'im'))
  const end = new RegExp(`^END:${name}[^\\S\\n]*$`, 'im')
  return blocks.map((block) => {
    const last = end.exec(block)
    return last === null ? block : block.slice(0, last.index + last[0].length)
  })
}
