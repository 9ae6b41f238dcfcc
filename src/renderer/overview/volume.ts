/** Conversations by day, split by who opened them, beside the days of the previous period. */
import type { MetricsRow, Opener } from '../../shared/contract.ts'
import { countOf, keyOf } from './figures.ts'

/** Those who can open a conversation, as the chart stacks them; `unknown` is drawn only where a source did not say. */
export const sides = ['contact', 'us', 'campaign', 'unknown'] as const
export type Side = (typeof sides)[number]

const sideOfOpener: Record<Opener, Side> = {
  contact: 'contact',
  agent: 'us',
  bot: 'us',
  automation: 'us',
  api: 'us',
  campaign: 'campaign',
  unknown: 'unknown',
}

/** Whom the chart counts an opener to. */
export function sideOf(opener: string | null): Side {
  return sideOfOpener[(opener ?? 'unknown') as Opener] ?? 'unknown'
}

export interface VolumeDay {
  /** `2026-05-11` in the zone of the scope. */
  readonly day: string
  readonly contact: number
  readonly us: number
  readonly campaign: number
  readonly unknown: number
  readonly total: number
  /** The day at the same place of the previous period; null: that period was shorter, or is not compared. */
  readonly before: number | null
  /** The day has not ended, so its count will grow. */
  readonly unfinished: boolean
  /** The day lies before what is held: its count is not the whole truth. */
  readonly missing: boolean
}

interface VolumeQuestion {
  /** Rows by day: which days there are, in order. */
  readonly days: readonly MetricsRow[]
  /** Rows by day and who opened. */
  readonly byOpener: readonly MetricsRow[]
  /** Rows by day of the previous period; empty when not compared. */
  readonly before: readonly MetricsRow[]
  /** The day it is now. */
  readonly today: string
  /** The first day held in full; null: everything is held. */
  readonly heldFrom: string | null
}

/** One entry a day, in the order of the days asked for. */
export function volumeDays(question: VolumeQuestion): readonly VolumeDay[] {
  const split = new Map<string, Record<Side, number>>()
  for (const row of question.byOpener) {
    const day = keyOf(row, 'day')
    if (day === null) continue
    const counts = split.get(day) ?? nobody()
    counts[sideOf(keyOf(row, 'opened-by'))] += countOf(row.metrics, 'conversations_opened')
    split.set(day, counts)
  }
  return question.days.map((row, index) => {
    const day = keyOf(row, 'day') ?? ''
    const counts = split.get(day) ?? nobody()
    const earlier = question.before[index]
    return {
      day,
      ...counts,
      total: sides.reduce((sum, side) => sum + counts[side], 0),
      before: earlier === undefined ? null : countOf(earlier.metrics, 'conversations_opened'),
      unfinished: day >= question.today,
      missing: question.heldFrom !== null && day < question.heldFrom,
    }
  })
}

/** The sums of the three sides, for the key above the chart. */
export function sumBySide(days: readonly VolumeDay[]): Readonly<Record<Side, number>> {
  const sums = nobody()
  for (const day of days) for (const side of sides) sums[side] += day[side]
  return sums
}

function nobody(): Record<Side, number> {
  return { contact: 0, us: 0, campaign: 0, unknown: 0 }
}
