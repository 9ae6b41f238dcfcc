/** Until when a flag may rest, by the clock of the zone. */
import { addDays, dayKey, hourMs, localInstant, offsetAt, startOfDay } from '../../shared/period.ts'

export const rests = ['quarter', 'hour', 'tomorrow'] as const
export type Rest = (typeof rests)[number]

/** Epoch milliseconds. `tomorrow` is nine in the morning, however long the night is. */
export function restUntil(rest: Rest, now: number, zone: string): number {
  switch (rest) {
    case 'quarter':
      return now + hourMs / 4
    case 'hour':
      return now + hourMs
    case 'tomorrow':
      return localInstant(`${dayKey(addDays(startOfDay(now, zone), 1, zone), zone)}T09:00`, zone)
  }
}

/** What a field for a time holds (`2026-05-11T14:30`), in the zone; null: it is no time, or it is over. */
export function typedTime(typed: string, now: number, zone: string): number | null {
  const until = localInstant(typed, zone)
  return until > now ? until : null
}

/** A moment as such a field holds it. */
export function fieldTime(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16)
}
