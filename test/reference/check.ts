/**
 * Holds the engine's answers against the reference: every metric the reference counts, over the whole span and over parts
 * of it, in total and by agent, team, channel and category.
 */
import { join } from 'node:path'
import type { Api, Figure, MetricsQuery, Scope } from '../../src/shared/contract.ts'
import { metricIds, type MetricId } from '../../src/shared/metrics.ts'
import { bookOf, figureOf, type Ledger } from './count.ts'
import { readWorld } from './world.ts'

/** A figure on which the two do not agree. */
export interface Difference {
  readonly metric: MetricId
  readonly scope: Scope
  /** Record id of the agent; null: everybody. */
  readonly agent: string | null
  readonly engine: Figure | undefined
  readonly reference: Figure
}

export interface Compared {
  readonly figures: number
  readonly differences: readonly Difference[]
}

/** Asks the engine and the reference the same; `dir` is the workspace's folder, all of whose changes the reader has seen. */
export async function compareWithReference(
  api: Pick<Api, 'metrics' | 'settings' | 'workspace'>,
  dir: string,
): Promise<Compared> {
  const book = bookOf(readWorld(join(dir, 'cache.db')))
  const { targets } = await api.settings()
  const metrics = metricIds.filter((metric) => book.made.has(metric))
  const differences: Difference[] = []
  let figures = 0
  const hold = (
    metric: MetricId,
    scope: Scope,
    agent: string | null,
    engine: Figure | undefined,
    row?: number,
  ) => {
    const reference = figureOf(book, metric, scope, targets, row)
    if (reference === undefined) return
    figures += 1
    if (!isSame(engine, reference)) differences.push({ metric, scope, agent, engine, reference })
  }
  for (const scope of scopesOf(book, await api.workspace())) {
    const { total } = await api.metrics({ scope, by: [], metrics })
    for (const metric of metrics) hold(metric, scope, null, total.metrics[metric])
    const { rows } = await api.metrics({ scope, by: ['agent'], metrics } satisfies MetricsQuery)
    for (const { key, metrics: figuresOfAgent } of rows) {
      const id = key.agent ?? null
      const row = id === null ? -1 : ([...book.world.agents].find(([, rid]) => rid === id)?.[0] ?? -2)
      for (const metric of metrics) hold(metric, scope, id ?? '(nobody)', figuresOfAgent[metric], row)
    }
  }
  return { figures, differences }
}

/** The whole span, its last third cut at odd moments, and one filter of each kind. */
function scopesOf(
  { world, histories }: Ledger,
  { zone, span }: Awaited<ReturnType<Api['workspace']>>,
): readonly Scope[] {
  if (span === null) return []
  const times = histories.flatMap(({ episodes }) => episodes.map(({ startedAt }) => startedAt))
  const from = Math.min(span.from, ...times)
  const to = Math.max(span.to, ...times) + 1
  const whole: Scope = { from, to, zone, agents: [], teams: [], channels: [], categories: [] }
  const third = { ...whole, from: Math.floor(from + ((to - from) * 2) / 3) + 7, to: to - 12_345 }
  const one = <Key extends 'agents' | 'teams' | 'channels' | 'categories'>(
    key: Key,
    names: Iterable<string>,
  ) => [...names].slice(0, 2).map((name) => ({ ...third, [key]: [name] }))
  return [
    whole,
    third,
    ...one('agents', world.agents.values()),
    ...one('teams', world.teams.values()),
    ...one('channels', world.channels.values()),
    ...one('categories', world.categories.values()),
  ].filter((scope) => scope.from < scope.to)
}

/** Equal to the last digit, but for means: a sum of fractions may end differently in another order. */
function isSame(engine: Figure | undefined, reference: Figure): boolean {
  if (engine === undefined) return false
  const left = Object.entries(engine).filter(([name]) => name !== 'estimated')
  return (
    left.length === Object.keys(reference).length &&
    left.every(([name, value]) => isClose(value, reference[name as keyof Figure]))
  )
}

function isClose(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => value === other[index])
  if (typeof one !== 'number' || typeof other !== 'number') return one === other
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one))
}
