/**
 * How wrong forecasts were on days they had not seen: each of the last four weeks' days is expected from the days before
 * it alone, beside two naive guesses. What was left over gives the band round what is expected.
 */
import { quantileSorted } from 'simple-statistics'
import type { BacktestError } from '../../shared/planning.ts'
import { type ArrivalDay, slotsOf } from './arrivalDays.ts'
import { fewestDays, learnSeasonal } from './seasonal.ts'

/** Days that are held out, and days before each of them that the naive guesses need. */
const heldOutDays = 28
const guessDays = 28
/** The band holds this share of held-out steps. */
const inBand = 0.8
/** Steps by what is expected of them: quiet ones scatter otherwise than busy ones. Upper limits. */
const sizes: readonly number[] = [0.05, 0.25, 1, 2, 4, 8, Number.POSITIVE_INFINITY]
/** Fewer left-overs of a size say nothing of it. */
const fewestLeftOver = 30

interface HeldOutStep {
  /** Week of the held-out days, from 0. */
  readonly week: number
  readonly expected: number
  readonly real: number
  readonly lastWeek: number
  readonly fourWeeks: number
}

/** Low and high of the band where so many are expected. */
export type Band = (expected: number) => readonly [low: number, high: number]

export interface Backtest {
  readonly error: BacktestError
  /** Share of held-out steps in a band made of the other weeks; null: fewer than two weeks were held out. */
  readonly covered: number | null
  readonly band: Band
}

/** Of complete days, earliest first. Days off are neither expected nor guessed. */
export function backtest(days: readonly ArrivalDay[], zone: string): Backtest {
  const steps = heldOutSteps(days, zone)
  const error = (guess: (step: HeldOutStep) => number) => wape(steps, guess)
  return {
    error: {
      model: error((step) => step.expected),
      lastWeek: error((step) => step.lastWeek),
      fourWeeks: error((step) => step.fourWeeks),
      days: new Set(steps.map((step) => step.day)).size,
    },
    covered: coveredOf(steps),
    band: bandOf(steps),
  }
}

function heldOutSteps(
  days: readonly ArrivalDay[],
  zone: string,
): readonly (HeldOutStep & { readonly day: number })[] {
  const first = days.findIndex((day) => day.counts.some((count) => count > 0))
  if (first < 0) return []
  const begin = Math.max(first + Math.max(guessDays, fewestDays), days.length - heldOutDays)
  const steps: (HeldOutStep & { readonly day: number })[] = []
  for (let index = begin; index < days.length; index++) {
    const day = days[index]
    if (day === undefined || day.off) continue
    const expected = learnSeasonal(days.slice(0, index), zone)?.expected(day)
    if (expected === undefined) continue
    const weeks = [1, 2, 3, 4].map((week) => countAt(days[index - 7 * week], zone))
    for (const [step, slot] of slotsOf(day.from, zone).entries())
      steps.push({
        day: index,
        week: Math.floor((index - begin) / 7),
        expected: expected[step] ?? 0,
        real: day.counts[step] ?? 0,
        lastWeek: weeks[0]?.(slot) ?? 0,
        fourWeeks: weeks.reduce((sum, week) => sum + week(slot), 0) / weeks.length,
      })
  }
  return steps
}

/** What a day brought in a half-hour of the clock; in one that came twice, the mean of both. */
function countAt(day: ArrivalDay | undefined, zone: string): (slot: number) => number {
  if (day === undefined) return () => 0
  const bySlot = Map.groupBy(slotsOf(day.from, zone).entries(), ([, slot]) => slot)
  return (slot) => {
    const steps = bySlot.get(slot) ?? []
    return steps.reduce((sum, [step]) => sum + (day.counts[step] ?? 0), 0) / Math.max(1, steps.length)
  }
}

function wape(steps: readonly HeldOutStep[], guess: (step: HeldOutStep) => number): number | null {
  const real = steps.reduce((sum, step) => sum + step.real, 0)
  if (real === 0) return null
  return steps.reduce((sum, step) => sum + Math.abs(guess(step) - step.real), 0) / real
}

function coveredOf(steps: readonly HeldOutStep[]): number | null {
  const weeks = [...new Set(steps.map(({ week }) => week))]
  if (weeks.length < 2) return null
  let held = 0
  for (const week of weeks) {
    const band = bandOf(steps.filter((step) => step.week !== week))
    for (const step of steps) {
      if (step.week !== week) continue
      const [low, high] = band(step.expected)
      if (step.real >= low && step.real <= high) held += 1
    }
  }
  return held / steps.length
}

/** From what was left over of steps of about the same size, in roots of what was expected; without any, as counts scatter. */
function bandOf(steps: readonly HeldOutStep[]): Band {
  const leftOver = sizes.map((): number[] => [])
  for (const { expected, real } of steps)
    leftOver[sizeOf(expected)]?.push((real - expected) / rootOf(expected))
  const limits = leftOver.map((values) => {
    if (values.length < fewestLeftOver) return scatterOfCounts
    const sorted = values.toSorted((one, other) => one - other)
    return [quantileSorted(sorted, (1 - inBand) / 2), quantileSorted(sorted, (1 + inBand) / 2)] as const
  })
  return (expected) => {
    const [low, high] = limits[sizeOf(expected)] ?? scatterOfCounts
    const root = rootOf(expected)
    return [Math.max(0, expected + Math.min(0, low) * root), expected + Math.max(0, high) * root]
  }
}

/** Tenth and ninth tenth of a normal distribution. */
const scatterOfCounts = [-1.2816, 1.2816] as const

function sizeOf(expected: number): number {
  return sizes.findIndex((limit) => expected < limit)
}

/** Very quiet steps would make anything a surprise. */
function rootOf(expected: number): number {
  return Math.sqrt(Math.max(expected, 0.05))
}
