/** The past moment that is looked at: moved in steps, never ahead of the clock. Pure. Epoch milliseconds. */
import { hourMs, localInstant, offsetAt } from '../../shared/period.ts'

export const minuteMs = 60_000

export const steps = { hourBack: -hourMs, minuteBack: -minuteMs, minute: minuteMs, hour: hourMs } as const
export type Step = keyof typeof steps

/** A step from the moment shown, or from now; a step up to now or past it ends at null, which is now. */
export function stepped(asOf: number | null, step: Step, now: number): number | null {
  const to = wholeMinute(asOf ?? now) + steps[step]
  return to >= wholeMinute(now) ? null : Math.max(0, to)
}

/** What a field for a time holds (`2026-05-11T14:05`), in the zone. Undefined: no time; null: now, or ahead of it. */
export function typedMoment(typed: string, now: number, zone: string): number | null | undefined {
  const at = localInstant(typed, zone)
  if (Number.isNaN(at) || at < 0) return undefined
  return at >= wholeMinute(now) ? null : at
}

/** A moment as such a field holds it. */
export function fieldMoment(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16)
}

function wholeMinute(at: number): number {
  return at - (at % minuteMs)
}
