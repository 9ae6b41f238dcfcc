/** What the runs of the golden cases share. */
import { expect } from 'vitest'
import type { Calendar } from '../../src/main/hours/calendar.ts'
import { createCalendar } from '../../src/main/hours/calendar.ts'
import type { ClockRange } from '../../src/shared/hours.ts'
import type { GoldenCase } from './chatwootCases.ts'

/** Runs a case; `tolerance` in seconds. */
export type Run = (given: GoldenCase['given'], expected: GoldenCase['expect'], tolerance: number) => void
export type Runs = Readonly<Record<string, Run>>

export const day = 86_400
export const ever = [0, 4_000_000_000] as const
/** For what happens at any time. */
export const start = 1_705_100_000

export function close(value: number | null | undefined, expected: number, tolerance: number): void {
  expect(value).not.toBeNull()
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance)
}

export function everyDay(zone: string, ranges: readonly ClockRange[], weekend = ranges): Calendar {
  const week = { mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges, sat: weekend, sun: weekend }
  return createCalendar({ scope: null, zone, week, exceptions: [] })
}

/** Chatwoot’s default: on weekdays. */
export function nineToFive(zone: string): Calendar {
  return everyDay(zone, [['09:00', '17:00']], [])
}
