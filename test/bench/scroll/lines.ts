/** What a bench of scrolling says of its frames. */
import type { FrameRates } from '../frames.ts'
import type { Line } from '../table.ts'

/** Goal of the product. */
const slowestRate = 50

export function ratesOf(what: string, { worst, mean, longestMs, dropped }: FrameRates): readonly Line[] {
  return [
    {
      what: `${what}, frames in its slowest second`,
      goal: `≥ ${slowestRate}`,
      measured: worst,
      ratio: null,
      reached: worst >= slowestRate,
    },
    told('  frames a second on average', mean),
    told('  longest time without a frame, ms', longestMs),
    told('  frames dropped', dropped),
  ]
}

export function plainRatesOf({ worst, mean }: FrameRates): readonly Line[] {
  return [
    told('a page of nothing but text in the same run, frames in its slowest second', worst),
    told('  frames a second on average', mean),
  ]
}

export function told(what: string, measured: number): Line {
  return { what, goal: '', measured, ratio: null, reached: null }
}
