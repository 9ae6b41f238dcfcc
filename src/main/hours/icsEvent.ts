/** One event of a calendar file: what it is called, when it first begins, and for how long. */
import ICAL from 'ical.js'
import { dayMs, isZone } from '../../shared/period.ts'
import { inEnglish } from '../../shared/english.ts'
import { inline, phrase, type Phrase } from '../../shared/phrases.ts'
import { startOf } from './wallClock.ts'

const mostLetters = 200

/** Why an event was left out: one sentence for the person who chose the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly words: Phrase

  constructor(words: Phrase) {
    super(inEnglish(words))
    this.words = words
  }
}

export interface CalendarEvent {
  readonly name: string
  readonly uid: string
  readonly component: ICAL.Component
  readonly allDay: boolean
  readonly start: ICAL.Time
  /** Milliseconds; whole days of 24 hours where `allDay`. */
  readonly length: number
  readonly cancelled: boolean
  /** Which occurrence of the event of the same uid it stands for; null: none, it is an event of its own. */
  readonly replaces: number | null
  /** When a time of this event is: UTC milliseconds, or where `allDay` the date's midnight as if it were UTC. */
  readonly momentOf: (time: ICAL.Time) => number
}

/** The zones a file describes itself, by the names it uses for them. */
export type FileZones = ReadonlyMap<string, ICAL.Timezone>

/** Reads the text of one VEVENT; `zone` holds for times without one. @throws Unreadable */
export function readEvent(text: string, zone: string, zones: FileZones): CalendarEvent {
  const component = parsed(text)
  const start = timeOf(component, 'dtstart')
  if (start === null) throw new Unreadable(phrase('calendar.skipped.noBeginning'))
  const allDay = start.isDate
  const zoneOfTime = (name: string): string | ICAL.Timezone => zoneNamed(component, name, zone, zones)
  const startZone = zoneOfTime('dtstart')
  const momentOf = (time: ICAL.Time): number => (allDay ? wallTime(time) : instantOf(time, startZone))
  const replaced = timeOf(component, 'recurrence-id')
  return {
    name: eventName(text),
    uid: textOf(component, 'uid'),
    component,
    allDay,
    start,
    length: lengthOf(component, start, allDay, momentOf, zoneOfTime),
    cancelled: textOf(component, 'status').toUpperCase() === 'CANCELLED',
    replaces:
      replaced === null
        ? null
        : allDay
          ? wallTime(replaced)
          : instantOf(replaced, zoneOfTime('recurrence-id')),
    momentOf,
  }
}

/** The event's title as plain text on one line, readable even where the rest is not; empty: it has none. */
export function eventName(text: string): string {
  const line = /^SUMMARY(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)/im.exec(text)?.[1] ?? ''
  const title = line
    .replace(/\r?\n[ \t]/g, '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\;,])/g, '$1')
  return shortened(title.replace(/[\p{Cc}\s]+/gu, ' ').trim())
}

/** The beginning of a text, at most 200 units of UTF-16, with no half of a character at its end. */
export function shortened(text: string): string {
  return text.slice(0, mostLetters).replace(/[\uD800-\uDBFF]$/, '')
}

/** What the library makes of an event; it fails in many words on what cannot be read. @throws Unreadable */
export function guarded<T>(why: Phrase, work: () => T): T {
  try {
    return work()
  } catch {
    throw new Unreadable(why)
  }
}

function parsed(text: string): ICAL.Component {
  const why = phrase('calendar.skipped.noEvent')
  return guarded(why, () => ICAL.Component.fromString(text))
}

/** The library reads a value when it is asked for. */
function valueOf(property: ICAL.Property | null): unknown {
  if (property === null) return null
  const why = phrase('calendar.skipped.unreadable', { property: property.name.toUpperCase() })
  return guarded(why, () => property.getFirstValue())
}

function textOf(component: ICAL.Component, name: string): string {
  const value = valueOf(component.getFirstProperty(name))
  return typeof value === 'string' ? value : ''
}

/** The time a property states; null: there is no such property. @throws Unreadable for 30 February and the like. */
function timeOf(component: ICAL.Component, name: string): ICAL.Time | null {
  const property = component.getFirstProperty(name)
  if (property === null) return null
  const value = valueOf(property)
  const stated: unknown = property.jCal[3]
  // The library turns 31 February into 3 March.
  if (value instanceof ICAL.Time && value.toString() === stated && value.year >= 1000) return value
  throw new Unreadable(phrase('calendar.skipped.noDate', { property: name.toUpperCase() }))
}

function lengthOf(
  component: ICAL.Component,
  start: ICAL.Time,
  allDay: boolean,
  momentOf: (time: ICAL.Time) => number,
  zoneOfTime: (name: string) => string | ICAL.Timezone,
): number {
  const end = timeOf(component, 'dtend')
  const duration = valueOf(component.getFirstProperty('duration'))
  if (end !== null && end.isDate !== allDay) throw new Unreadable(phrase('calendar.skipped.dayToTime'))
  const length =
    end !== null
      ? (allDay ? wallTime(end) : instantOf(end, zoneOfTime('dtend'))) - momentOf(start)
      : duration instanceof ICAL.Duration
        ? duration.toSeconds() * 1000
        : 0
  if (length < 0) throw new Unreadable(phrase('calendar.skipped.endsBefore'))
  // A day without an end, or with the same day as its end, is that day.
  if (allDay) return Math.max(dayMs, Math.floor(length / dayMs) * dayMs)
  if (length === 0) throw new Unreadable(phrase('calendar.skipped.noLength'))
  return length
}

function zoneNamed(
  component: ICAL.Component,
  name: string,
  zone: string,
  zones: FileZones,
): string | ICAL.Timezone {
  const stated = component.getFirstProperty(name)?.getFirstParameter('tzid')
  if (stated === undefined) return zone
  // Our own rules before the file's: they know every year.
  const known = isZone(stated) ? stated : zones.get(stated)
  if (known === undefined)
    throw new Unreadable(phrase('calendar.skipped.unknownZone', { zone: inline(stated, 40) }))
  return known
}

function instantOf(time: ICAL.Time, zone: string | ICAL.Timezone): number {
  if (time.zone === ICAL.Timezone.utcTimezone) return wallTime(time)
  if (typeof zone === 'string') return startOf(wallTime(time), zone)
  return wallTime(time) - zone.utcOffset(time) * 1000
}

/** What the clock shows, as if it were UTC. */
function wallTime({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}
