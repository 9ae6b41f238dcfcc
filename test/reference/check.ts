/**
 * Holds the engine's answers against the reference: every metric, over the whole span and over parts of it, under every
 * definition and filter, in total and broken down.
 */
import { join } from 'node:path'
import type { Api, Dimension, Figure, MetricsQuery, Scope, Settings } from '../../src/shared/contract.ts'
import { dimensions } from '../../src/shared/contract.ts'
import { metricIds, metrics as words, type MetricId } from '../../src/shared/metrics.ts'
import { definitionNames } from '../../src/shared/rules.ts'
import { catalogue } from './catalogue.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { hasBegun } from './load.ts'
import { belongs, isTime, keyOf, questionOf, type Key, type Question, type Thing } from './question.ts'
import { readWorld } from './world.ts'

/** A figure on which the two do not agree. */
export interface Difference {
  readonly metric: MetricId
  readonly query: Pick<MetricsQuery, 'scope' | 'by' | 'definition'>
  /** The row; empty: the total. */
  readonly key: Key
  /** undefined: the engine has no such row. */
  readonly engine: Figure | undefined
  readonly reference: Figure
}

export interface Compared {
  readonly figures: number
  readonly differences: readonly Difference[]
}

type Asked = Pick<Api, 'metrics' | 'settings' | 'workspace'>

/** Asks the engine and the reference the same; `dir` is the workspace's folder, all of whose changes the reader has seen. */
export async function compareWithReference(api: Asked, dir: string): Promise<Compared> {
  const ledger = ledgerOf(readWorld(join(dir, 'cache.db')))
  const { zone, now } = await api.workspace()
  return compareQueries(api, ledger, await api.settings(), queriesOf(ledger, zone, now), now)
}

/** The two answers to each of the queries; `now` is the engine's clock. */
export async function compareQueries(
  api: Pick<Api, 'metrics'>,
  ledger: Ledger,
  settings: Settings,
  queries: readonly MetricsQuery[],
  now: number,
): Promise<Compared> {
  const differences: Difference[] = []
  let figures = 0
  const totalThings = oncePerScope()
  for (const query of queries) {
    const answer = await api.metrics(query)
    const question = questionOf(ledger, query, settings, now)
    const total = { ...question, by: [] }
    for (const metric of query.metrics.length === 0 ? metricIds : query.metrics) {
      const hold = (asked: Question, things: readonly Thing[], key: Key, engine: Figure | undefined) => {
        const reference = figureOf(asked, metric, things, key)
        figures += 1
        const isNothing = engine === undefined && isSame(reference, figureOf(asked, metric, [], key), metric)
        if (!isNothing && !isSame(engine, reference, metric))
          differences.push({ metric, query, key, engine, reference })
      }
      hold(total, totalThings(metric, total), {}, answer.total.metrics[metric])
      if (query.by.length === 0) continue
      const things = catalogue[metric].things(question)
      const rows = new Map(answer.rows.map((row) => [nameOf(query.by, row.key), row]))
      const made = things.flatMap((thing) => keyOf(question, thing) ?? [])
      const keys = new Map(
        [...answer.rows.map(({ key }) => key), ...made].map((key) => [nameOf(query.by, key), key]),
      )
      for (const [name, key] of keys)
        hold(
          question,
          things.filter((thing) => belongs(question, thing, key)),
          key,
          rows.get(name)?.metrics[metric],
        )
    }
  }
  return { figures, differences }
}

/** The things of a total: the same for every breakdown of one scope. */
function oncePerScope(): (metric: MetricId, total: Question) => readonly Thing[] {
  let last: Question | null = null
  const things = new Map<MetricId, readonly Thing[]>()
  return (metric, total) => {
    if (last?.scope !== total.scope || last.rules !== total.rules) things.clear()
    last = total
    const found = things.get(metric) ?? catalogue[metric].things(total)
    things.set(metric, found)
    return found
  }
}

/** The reference's figure of one row. */
export function figureOf(question: Question, metric: MetricId, things: readonly Thing[], key: Key): Figure {
  if (words[metric].shape === 'state' && !hasBegun(question, key)) return { value: null }
  return catalogue[metric].fold(things, question)
}

function nameOf(by: readonly Dimension[], key: Key): string {
  return JSON.stringify(by.map((dimension) => key[dimension] ?? null))
}

// ── what is asked ────────────────────────────────────────────────────────────────────────────────────────────────

/** The whole span; its last third, cut at odd moments, under each filter, definition and breakdown. */
export function queriesOf(ledger: Ledger, zone: string, now: number): readonly MetricsQuery[] {
  const { world, span } = ledger
  const { from } = span
  // What goes on is measured to the end of the period: never to a clock that moves.
  const to = Math.min(span.to + 1, now)
  if (!(from < to)) return []
  const whole: Scope = { from, to, zone, agents: [], teams: [], channels: [], categories: [] }
  const third = { ...whole, from: Math.floor(from + ((to - from) * 2) / 3) + 7, to: to - 12_345 }
  const one = <Name extends 'agents' | 'teams' | 'channels' | 'categories'>(
    name: Name,
    ids: Iterable<string>,
  ): readonly Scope[] => [...ids].slice(0, 2).map((id) => ({ ...third, [name]: [id] }))
  const totals: readonly Scope[] = [
    whole,
    third,
    { ...third, hours: 'business' },
    ...one('agents', world.agents.values()),
    ...one('teams', world.teams.values()),
    ...one('channels', world.channels.values()),
    ...one('categories', world.categories.values()),
  ]
  // What comes hour by hour is asked of fewer days: a unit of time is a row.
  const week = { ...third, from: Math.max(third.from, third.to - 7 * 86_400_000) }
  return [
    ...totals.map((scope) => ({ scope, by: [], metrics: [] })),
    ...definitionNames.map((definition) => ({ scope: whole, by: [], metrics: [], definition })),
    ...dimensions.map((dimension) => ({
      scope: isTime(dimension) ? week : third,
      by: [dimension],
      metrics: [],
    })),
    { scope: third, by: ['agent', 'channel'], metrics: [] } satisfies MetricsQuery,
  ].filter(({ scope }) => scope.from < scope.to)
}

// ── equal ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Equal to the last digit, but for sums of fractions, which may end differently in another order. */
export function isSame(engine: Figure | undefined, reference: Figure, metric: MetricId): boolean {
  if (engine === undefined) return false
  // Shares of an instant are no whole milliseconds; the engine adds up whole ones.
  const least = metric === 'handle_time' ? 1e-3 : 1e-9
  const names = new Set([...Object.keys(engine), ...Object.keys(reference)])
  return [...names].every((name) =>
    isClose(engine[name as keyof Figure], reference[name as keyof Figure], least),
  )
}

function isClose(one: unknown, other: unknown, least: number): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => value === other[index])
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return Math.abs(one - other) <= Math.max(least, 1e-9 * Math.abs(one))
}
