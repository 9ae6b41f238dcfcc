/** The kinds of metrics there are: which things, and what is made of them. */
import type { DurationFigure, Figure, Targets, ValueFigure } from '../../src/shared/contract.ts'
import { durationBuckets } from '../../src/shared/metrics.ts'
import { inPeriod, passes, servingTeam, type Question, type Thing } from './question.ts'

export interface Measure {
  /** Everything in the period that passes the filters. */
  things(question: Question): readonly Thing[]
  /** The figure of the things of one row. */
  fold(things: readonly Thing[], question: Question): Figure
}

/** Things that pass the filters in the period, when each is only itself. */
export function chosen(things: (question: Question) => readonly Thing[]): Measure['things'] {
  return (question) =>
    things(question).filter((thing) => inPeriod(question, thing) && passes(question, thing))
}

type Things = (question: Question) => readonly Thing[]

export function count(things: Things): Measure {
  return { things: chosen(things), fold: (own) => ({ value: own.length }) }
}

/** A conversation counts once for each agent; in all, once. */
export function distinct(things: Things): Measure {
  return {
    things: chosen(things),
    fold: (own) => ({ value: new Set(own.map(({ history }) => history)).size }),
  }
}

/** The share of the things whose value is 1. */
export function share(things: Things): Measure {
  return { things: chosen(things), fold: shareOf }
}

export function shareOf(things: readonly Thing[]): ValueFigure {
  const of = things.length
  return { value: of === 0 ? null : sum(things.map(({ value }) => value ?? 0)) / of, of }
}

/** Things of one kind for each thing whose role is `of`. */
export function ratio(things: Things): Measure {
  return {
    things: chosen(things),
    fold(own) {
      const of = own.filter(({ role }) => role === 'of').length
      return { value: of === 0 ? null : (own.length - of) / of, of }
    },
  }
}

export function duration(things: Things): Measure {
  return { things: chosen(things), fold: (own) => durationOf(own.flatMap(({ value }) => value ?? [])) }
}

export function mean(things: Things): Measure {
  return {
    things: chosen(things),
    fold(own) {
      const values = own.flatMap(({ value }) => value ?? [])
      return { value: values.length === 0 ? null : sum(values) / values.length, of: values.length }
    },
  }
}

type Target = 'firstResponse' | 'nextResponse' | 'resolution' | 'negativeSettled'

/** The share of the things within their target. */
export function inTarget(target: Target, things: Things): Measure {
  return {
    things: chosen(things),
    fold(own, question) {
      const measured = own.filter(({ value }) => value !== null)
      const targeted = measured.filter((thing) => targetOf(question, thing, target) !== null)
      if (targeted.length === 0) return { value: null, of: measured.length }
      const within = targeted.filter(
        (thing) => (thing.value ?? Infinity) <= (targetOf(question, thing, target) ?? 0),
      )
      return { value: within.length / targeted.length, of: targeted.length }
    },
  }
}

/** That of the team on the channel, of the channel, of the team, of the workspace: the first that says anything of it. */
function targetOf({ ledger, settings }: Question, thing: Thing, target: Target): number | null {
  const channel = ledger.world.channels.get(thing.history?.conversation.channel ?? -1)
  const team = ledger.world.teams.get(servingTeam(ledger, thing.done ?? thing))
  const said = (ofChannel: string | null | undefined, ofTeam: string | null | undefined) =>
    settings.targetOverrides.find(
      (one) =>
        one.channel === ofChannel &&
        one.team === ofTeam &&
        (one.targets as Partial<Targets>)[target] !== undefined,
    )?.targets
  const found: Partial<Targets> =
    (channel !== undefined && team !== undefined ? said(channel, team) : undefined) ??
    (channel !== undefined ? said(channel, null) : undefined) ??
    (team !== undefined ? said(null, team) : undefined) ??
    settings.targets
  return found[target] ?? null
}

export function durationOf(values: readonly number[]): DurationFigure {
  const sorted = values.toSorted((a, b) => a - b)
  const { length } = sorted
  const buckets = [...durationBuckets, Infinity].map(
    (to, index, bounds) => sorted.filter((value) => value < to && value >= (bounds[index - 1] ?? 0)).length,
  )
  if (length === 0) return { count: 0, mean: null, median: null, p90: null, min: null, max: null, buckets }
  return {
    count: length,
    mean: sum(sorted) / length,
    median: (sorted[Math.floor((length - 1) / 2)]! + sorted[Math.floor(length / 2)]!) / 2,
    p90: sorted[Math.ceil((length * 9) / 10) - 1]!,
    min: sorted[0]!,
    max: sorted.at(-1)!,
    buckets,
  }
}

export function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
}
