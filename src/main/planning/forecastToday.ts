/** What is still to come today, and all of another day: the usual course, moved by how today went so far. */
import { type ArrivalDay, stepMs } from './arrivalDays.ts'
import { backtest, type Backtest } from './backtest.ts'
import { learnSeasonal, type Seasonal } from './seasonal.ts'

/** `step`: index in the day. `expected` is of the whole step, with what came in it already. */
export interface ForecastStep {
  readonly step: number
  readonly from: number
  readonly expected: number
  readonly low: number
  readonly high: number
}

export interface ArrivalCounts {
  /** Complete local days before today, earliest first, without gaps: at least two weeks, better twelve. */
  readonly days: readonly ArrivalDay[]
  /** Today, up to the step that `at` lies in. */
  readonly today: ArrivalDay
  readonly at: number
  /** Nothing is known after it: what did not come yet may have come. Absent: known up to `at`. */
  readonly knownTo?: number
  readonly zone: string
}

/** What past days taught, so that it need not be learned again while today goes on. */
export interface Learned {
  readonly seasonal: Seasonal | null
  readonly backtest: Backtest
}

export function learn(days: readonly ArrivalDay[], zone: string): Learned {
  return { seasonal: learnSeasonal(days, zone), backtest: backtest(days, zone) }
}

/** Arrivals that were expected before today weighs as much as what the weeks say. */
const trustedArrivals = 25
const leastMove = 0.4
const mostMove = 2.5

/**
 * From the step `at` lies in to the end of today, with a band that held 80 % of held-out steps. null: too little history.
 * `learned` spares learning from the same days again.
 */
export function forecastToday(
  { days, today, at, knownTo = at, zone }: ArrivalCounts,
  learned: Learned = learn(days, zone),
): readonly ForecastStep[] | null {
  const expected = learned.seasonal?.expected(today)
  if (expected === undefined) return null
  const current = Math.floor((at - today.from) / stepMs)
  const moved = moveOf(expected, today, Math.min(at, knownTo))
  return expected.flatMap((usual, step) => {
    if (step < current) return []
    const seen = step === current ? (today.counts[step] ?? 0) : 0
    const left = step === current ? 1 - (at - today.from - step * stepMs) / stepMs : 1
    return [withBand(learned, today.from, step, usual * moved * left, seen)]
  })
}

/** The whole of a day that has not begun. null: too little history. */
export function forecastDay(
  { seasonal, backtest: { band } }: Learned,
  day: Pick<ArrivalDay, 'from' | 'off'>,
): readonly ForecastStep[] | null {
  const expected = seasonal?.expected(day)
  return expected?.map((usual, step) => withBand({ backtest: { band } }, day.from, step, usual, 0)) ?? null
}

function withBand(
  { backtest: { band } }: { readonly backtest: Pick<Backtest, 'band'> },
  from: number,
  step: number,
  toCome: number,
  seen: number,
): ForecastStep {
  const [low, high] = band(toCome)
  return { step, from: from + step * stepMs, expected: seen + toCome, low: seen + low, high: seen + high }
}

/** How much more or less than usual came today so far; near 1 while little was expected. */
function moveOf(expected: readonly number[], today: ArrivalDay, at: number): number {
  let [seen, usual] = [0, 0]
  for (const [step, count] of expected.entries()) {
    const share = Math.min(1, (at - today.from - step * stepMs) / stepMs)
    if (share <= 0) break
    seen += today.counts[step] ?? 0
    usual += count * share
  }
  const move = (seen + trustedArrivals) / (usual + trustedArrivals)
  return Math.min(mostMove, Math.max(leastMove, move))
}
