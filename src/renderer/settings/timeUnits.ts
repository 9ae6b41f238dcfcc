/** A length of time as a number and its unit, as people set it. */
export const timeUnits = ['s', 'min', 'h'] as const
export type TimeUnit = (typeof timeUnits)[number]

export const secondsIn: Readonly<Record<TimeUnit, number>> = { s: 1, min: 60, h: 3600 }

/** The largest unit in which the seconds are a whole number; minutes where nothing is set. */
export function unitFor(seconds: number | null): TimeUnit {
  if (seconds === null) return 'min'
  if (seconds > 0 && seconds % 3600 === 0) return 'h'
  return seconds > 0 && seconds % 60 === 0 ? 'min' : 's'
}
