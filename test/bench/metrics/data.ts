/**
 * The conversations of a made-up company to measure numbers on: 100 agents in 8 teams on 8 channels, arrivals shaped by office hours, waits
 * log-normal, bots, transfers, reopenings, ratings, failed messages. The same seed gives the same records, and a
 * conversation at a time is in memory, so that twelve million messages are as easy as twelve.
 */
import { addDays, hourMs, hourOf, startOfDay, weekdayOf } from '../../../src/shared/period.ts'
import type { SourceRecord } from '../../../src/shared/records.ts'
import { conversationRecords } from './conversation.ts'
import { randomFrom } from './random.ts'

export interface DataSize {
  readonly name: 'quick' | 's' | 'l'
  readonly conversations: number
  readonly days: number
}

export const sizes = {
  quick: { name: 'quick', conversations: 10_000, days: 365 },
  s: { name: 's', conversations: 100_000, days: 365 },
  l: { name: 'l', conversations: 1_000_000, days: 730 },
} as const satisfies Record<string, DataSize>

/** Raise it with every change of what is made up, so that no kept copy is taken for the new data. */
export const dataVersion = 1
export const zone = 'America/New_York'
/** The data end here, two weeks after a change of the clocks: the newest thirty days hold it. */
export const until = startOfDay(Date.UTC(2026, 10, 16, 12), zone)

/** Share of the conversations whose contact had one before. */
const returningShare = 0.45

/** Pages of at least `perPage` records, conversations whole and in the order in which they began. */
export function* conversationPages(size: DataSize, perPage: number): Generator<readonly SourceRecord[]> {
  let page: SourceRecord[] = []
  let contacts = 0
  let number = 0
  for (const startedAt of arrivals(size)) {
    const random = randomFrom(number)
    const isNew = contacts === 0 || random() >= returningShare
    const contact = isNew ? contacts++ : Math.floor(random() * contacts)
    if (isNew) page.push(contactRecord(contact, startedAt))
    conversationRecords({ number, contact, startedAt, random }, page)
    number += 1
    if (page.length < perPage) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

// ── arrivals ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Relative arrivals by local hour; office hours with a dip at noon, a tail in the evening, few at night. */
const byHour = [1, 1, 1, 1, 1, 2, 5, 12, 30, 46, 52, 50, 38, 42, 48, 46, 42, 34, 24, 18, 14, 10, 5, 2]
/** Monday to Sunday. */
const byWeekday = [1.15, 1.1, 1, 1, 0.95, 0.45, 0.3]

/** When each conversation begins, hour by hour, ascending but for the order within an hour. */
function* arrivals({ conversations, days }: DataSize): Generator<number> {
  const hours = [...hoursOf(days)]
  const whole = hours.reduce((sum, { weight }) => sum + weight, 0)
  const random = randomFrom(-1)
  let passed = 0
  let given = 0
  for (const { start, weight } of hours) {
    passed += weight
    const due = Math.round((passed / whole) * conversations)
    for (; given < due; given += 1) yield start + Math.floor(random() * hourMs)
  }
}

function* hoursOf(days: number): Generator<{ readonly start: number; readonly weight: number }> {
  const from = addDays(until, -days, zone)
  // Times of replies reach beyond the arrival: the last ones leave room to be answered.
  for (let start = from; start < until - 6 * hourMs; start += hourMs) {
    const weekday = byWeekday[weekdayOf(start, zone) - 1] ?? 0
    yield { start, weight: (byHour[hourOf(start, zone)] ?? 0) * weekday }
  }
}

function contactRecord(number: number, addedAt: number): SourceRecord {
  return {
    kind: 'contact',
    id: `contact-${number}`,
    updatedAt: null,
    name: `Customer ${number}`,
    phone: `+1212${String(number).padStart(7, '0')}`,
    language: 'en',
    addedAt,
    addedBy: 'first_message',
    aliases: [],
    tags: [],
    segment: null,
    optedInAt: null,
    optedOutAt: null,
    deletedAt: null,
  }
}
