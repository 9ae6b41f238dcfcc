/** What both SQL engines share: the clock of a zone as an expression, and their result rows as figures. */
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { addDays, dayMs, hourMs, offsetAt } from '../../../src/shared/period.ts'
import { FigureBook, nameOf, type Figures } from './compare.ts'
import { zone } from './data.ts'
import { periodNames, type PeriodName, type Question } from './questions.ts'
import { messageStates, type MessageState } from './rows.ts'

/** A number, or its digits; a category may come by its name. */
export type Code = number | string | null

/**
 * What one group of rows has. `period`: 0 now, 1 before. `along` names what the rest is grouped by; `code` is the agent's or
 * category's row id, or the local hour or day counted from 1970.
 */
export interface MessageGroup {
  readonly period: number
  readonly along: 'agent' | 'hour'
  readonly code: Code
  /** Index in `messageStates`. */
  readonly state: number
  readonly count: number
}
export interface DurationGroup {
  readonly period: number
  readonly along: 'all' | 'agent' | 'day'
  readonly code: Code
  readonly count: number
  /** Milliseconds. */
  readonly median: number
  readonly p90: number | null
}
export interface StartGroup {
  readonly period: number
  readonly along: 'agent' | 'day' | 'category'
  readonly code: Code
  readonly count: number
}
export interface TotalGroup {
  readonly period: number
  readonly one: number
  readonly other: number
}

export interface SqlAnswer {
  readonly messages: readonly MessageGroup[]
  readonly replies: readonly DurationGroup[]
  readonly closes: readonly DurationGroup[]
  readonly starts: readonly StartGroup[]
  /** New and returning contacts. */
  readonly contacts: readonly TotalGroup[]
  /** Ratings, and those in the top two. */
  readonly ratings: readonly TotalGroup[]
}

export const partNames = [
  'messages',
  'replies',
  'closes',
  'starts',
  'contacts',
  'ratings',
] as const satisfies readonly (keyof SqlAnswer)[]
export type Part = (typeof partNames)[number]

/** A statement knows this many spans between two changes of the clocks: enough for a year and a half. */
const mostClocks = 5

/**
 * What the zone's clocks are ahead of UTC by between the question's first and last instant, in milliseconds, each `until`
 * an instant; always as many spans as `local` names, the last ones alike.
 */
export function clockOf({
  now,
  before,
}: Question): readonly { readonly until: number; readonly ahead: number }[] {
  const spans: { until: number; ahead: number }[] = []
  let ahead = offsetAt(before.from, zone)
  for (let day = before.from; day < now.to; day = addDays(day, 1, zone)) {
    const after = offsetAt(addDays(day, 1, zone), zone)
    if (after === ahead) continue
    let at = day
    while (offsetAt(at, zone) === ahead) at += hourMs / 4
    spans.push({ until: at, ahead })
    ahead = after
  }
  if (spans.length >= mostClocks) throw new RangeError('The clocks change too often for one statement.')
  while (spans.length < mostClocks) spans.push({ until: now.to, ahead })
  return spans
}

/** What the zone's clocks show at a column's instant, as an expression over the parameters of `clockOf`. */
export function local(column: string, instant: string, span: string): string {
  const cases = Array.from(
    { length: mostClocks - 1 },
    (_, index) => `WHEN ${column} < $until${index}::${instant} THEN $ahead${index}::${span}`,
  )
  return `${column} + CASE ${cases.join(' ')} ELSE $ahead${mostClocks - 1}::${span} END`
}

/** The figures of a page's result rows. */
export function figuresOfRows(answer: SqlAnswer, names: Dictionary): Figures {
  const book = new FigureBook()
  const agents = new Map(names.agents.map(({ row, id }) => [row, id]))
  const categories = new Map(names.categories.map(({ row, name }) => [row, name]))
  const keyOf = (along: 'agent' | 'day' | 'category', code: Code): string | null => {
    if (code === null) return null
    if (along === 'day') return new Date(Number(code) * dayMs).toISOString().slice(0, 10)
    if (along === 'agent') return agents.get(Number(code)) ?? null
    return typeof code === 'string' ? code : (categories.get(code) ?? null)
  }
  for (const group of answer.messages) {
    const period = periodOf(group)
    if (group.along === 'hour') addHour(book, period, group)
    else if (group.state !== received)
      book.count(`${nameOf(period, 'agent', keyOf('agent', group.code))} messages_sent`, group.count)
  }
  const durations = { first_response_time: answer.replies, resolution_time: answer.closes }
  for (const [metric, groups] of Object.entries(durations))
    for (const { along, code, count, median, p90, ...rest } of groups) {
      const period = periodOf(rest)
      const prefix = along === 'all' ? `${period} all` : nameOf(period, along, keyOf(along, code))
      book.count(`${prefix} ${metric} count`, count)
      book.value(`${prefix} ${metric} median`, median / 1000)
      book.value(`${prefix} ${metric} p90`, p90 === null ? null : p90 / 1000)
      if (along === 'all' && metric === 'resolution_time') book.count(`${prefix} conversations_closed`, count)
    }
  for (const { along, code, count, ...rest } of answer.starts) {
    const period = periodOf(rest)
    book.count(`${nameOf(period, along, keyOf(along, code))} conversations_opened`, count)
    if (along === 'day') book.count(`${period} all conversations_opened`, count)
  }
  for (const group of answer.contacts) {
    book.count(`${periodOf(group)} all contacts_new`, group.one)
    book.count(`${periodOf(group)} all contacts_returning`, group.other)
  }
  for (const group of answer.ratings)
    book.value(`${periodOf(group)} all csat_score`, group.one === 0 ? null : group.other / group.one)
  return book.figures
}

const received = messageStates.indexOf('received')

/** An hour of one local day belongs to the day, to the week's hour and to the whole. */
function addHour(book: FigureBook, period: PeriodName, { code, state, count }: MessageGroup): void {
  const wall = new Date(Number(code) * hourMs)
  const day = wall.toISOString().slice(0, 10)
  if (state === received) {
    const hour = `${((wall.getUTCDay() + 6) % 7) + 1}-${String(wall.getUTCHours()).padStart(2, '0')}`
    book.count(`${period} weekday-hour ${hour} messages_received`, count)
    book.count(`${period} day ${day} messages_received`, count)
    return
  }
  book.count(`${period} day ${day} messages_sent`, count)
  for (const metric of funnel[messageStates[state] ?? 'sent']) book.count(`${period} all ${metric}`, count)
}

/** What a message of a state counts for. */
const funnel: Readonly<Record<MessageState, readonly string[]>> = {
  received: [],
  sent: ['messages_sent'],
  delivered: ['messages_sent', 'messages_delivered'],
  read: ['messages_sent', 'messages_delivered', 'messages_read'],
  failed: ['messages_sent', 'messages_failed'],
}

function periodOf({ period }: { readonly period: number }): PeriodName {
  return periodNames[period] ?? 'now'
}
