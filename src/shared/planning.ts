/** Forecast, staffing and what-if: what is likely to come, and what other shifts would have made of it. */
import type { Scope } from './contract.ts'

/** Weighted absolute percentage error on held-out days: Σ|expected − real| ÷ Σ real; null: nothing came. */
export interface BacktestError {
  readonly model: number | null
  /** The same step a week before. */
  readonly lastWeek: number | null
  /** The mean of the same step of the four weeks before. */
  readonly fourWeeks: number | null
  readonly days: number
}

export interface Forecast {
  readonly at: number
  readonly stepSeconds: number
  readonly steps: readonly {
    readonly from: number
    readonly expected: number
    /** 80 % of held-out steps lay in this band. */
    readonly low: number
    readonly high: number
  }[]
  readonly error: BacktestError
  /** Share of held-out steps that did lie in the band. */
  readonly covered: number | null
}

/** What replaying arrivals with so many agents gives. Seconds; null: nothing to measure. */
export interface ReplayFigures {
  readonly conversations: number
  readonly medianFirstResponse: number | null
  readonly p90FirstResponse: number | null
  /** First responses within the target. */
  readonly inTarget: number | null
  readonly medianWait: number | null
  readonly utilization: number | null
  /** Agent hours on shift. */
  readonly hours: number
}

/** Agents an hour that keep the wait under the target, found by replaying the arrivals. */
export interface Staffing {
  readonly target: number
  readonly share: number
  readonly hours: readonly {
    readonly from: number
    readonly arrivals: number
    /** Were there, by presence, roster or their own writing. */
    readonly present: number
    /** null: no number of agents tried was enough. */
    readonly needed: number | null
  }[]
  readonly replayed: ReplayFigures
  readonly real: ReplayFigures
}

/** Adds agents (or takes them away, where negative) in these local hours of these weekdays (1 Monday … 7 Sunday). */
export interface ShiftChange {
  readonly team: string | null
  readonly weekdays: readonly number[]
  /** Hours of the local day, 0…24; `to` after `from`. */
  readonly from: number
  readonly to: number
  readonly agents: number
}

export interface WhatIfQuery {
  /** A past period of at most four weeks. */
  readonly scope: Scope
  readonly changes: readonly ShiftChange[]
}
export interface WhatIf {
  /** What happened, what the model makes of the same shifts, and what it makes of the changed ones. */
  readonly real: ReplayFigures
  readonly modelled: ReplayFigures
  readonly changed: ReplayFigures
  /** How far the model's medians lie from the real ones, as a share; beside two naive guesses of the same weeks. */
  readonly error: {
    readonly firstResponse: number | null
    readonly wait: number | null
    readonly utilization: number | null
    readonly naiveLastWeek: number | null
    readonly naiveMean: number | null
    readonly days: number
  }
  readonly byHour: readonly {
    readonly hour: number
    readonly arrivals: number
    readonly present: number
    readonly changedPresent: number
    readonly real: number | null
    readonly modelled: number | null
    readonly changed: number | null
  }[]
}

/** A frequent question that agents answer alike: a bot or a template could. */
export interface AutomationAdvice {
  readonly question: string
  readonly answer: string
  readonly language: string | null
  readonly asked: number
  readonly agents: number
  /** How alike the answers are, 0…1. */
  readonly alike: number
  /** Seconds of customers' waiting these answers took, all together. */
  readonly waited: number
  readonly conversations: readonly string[]
}
