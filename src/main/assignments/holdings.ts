/** Who has what now, and what was held when: spans of open episodes, cut at each assignment. */
import type { Scope } from '../../shared/contract.ts'
import type { Holdings } from '../../shared/assigning.ts'
import type { ConversationFacts } from '../metrics/facts.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { conversationName } from '../store/names.ts'
import { createRowNames } from '../store/rowNames.ts'
import { readSettings } from '../store/settings.ts'
import { agentRows, all, placeFilter, when, type Filter } from '../store/scopeFilter.ts'

type Bar = Holdings['agents'][number]['bars'][number]

/** A span in which one agent held one conversation. Row numbers; `to` null: still held. */
export interface Held {
  readonly agent: number
  readonly from: number
  readonly to: number | null
  /** Ended because somebody else was assigned. */
  readonly passedOn: boolean
}

export function readHoldings(
  cache: ReadableDb,
  workspace: ReadableDb,
  query: { readonly scope: Scope },
  now: number,
): Holdings {
  const { scope } = query
  const names = createRowNames(cache)
  const target = (readSettings(workspace).targets.firstResponse ?? Infinity) * 1000
  const place = placeFilter(scope, names.dictionary)
  const shown = agentRows(scope, names.dictionary)
  const bars = barsByAgent(cache, scope, place, target)
  const current = currentByAgent(cache, place)
  const assigned = assignedByAgent(cache, scope, place)
  const agents = names.dictionary.agents.filter(
    (agent) =>
      (shown === null || shown.includes(agent.row)) &&
      (bars.has(agent.row) || current.has(agent.row) || assigned.has(agent.row)),
  )
  const nobody = current.get(0)
  return {
    now,
    agents: agents.map((agent) => {
      const held = bars.get(agent.row) ?? []
      return {
        agent: agent.id,
        held: current.get(agent.row)?.held ?? 0,
        waiting: current.get(agent.row)?.waiting ?? 0,
        today: assigned.get(agent.row) ?? 0,
        medianHeld: median(held.flatMap((bar) => (bar.to === null ? [] : [(bar.to - bar.from) / 1000]))),
        bars: held,
      }
    }),
    unassigned: { held: nobody?.held ?? 0, waiting: nobody?.waiting ?? 0 },
  }
}

/** The spans in which each agent held a conversation: episodes, cut where somebody was assigned. */
export function heldSpans(facts: Pick<ConversationFacts, 'episodes' | 'assignments'>): readonly Held[] {
  const spans: Held[] = []
  const { assignments } = facts
  for (const episode of facts.episodes) {
    const end = episode.closedAt
    const cuts = assignments.filter((one) => one.at >= episode.startedAt && (end === null || one.at < end))
    const before = assignments.findLast((one) => one.at < episode.startedAt)
    const steps = [...(before ? [{ ...before, at: episode.startedAt }] : []), ...cuts]
    steps.forEach((step, index) => {
      const next = steps[index + 1]
      if (step.to < 0 || step.at === next?.at) return
      spans.push({
        agent: step.to,
        from: step.at,
        to: next?.at ?? end,
        passedOn: next !== undefined && next.to !== step.to,
      })
    })
  }
  return spans
}

function barsByAgent(
  cache: ReadableDb,
  scope: Scope,
  place: Filter,
  target: number,
): ReadonlyMap<number, readonly Bar[]> {
  const filter = all([
    { sql: 'c.started_at < ? AND (c.last_at >= ? OR c.state < 3)', parameters: [scope.to, scope.from] },
    place,
  ])
  const rows = rawSql<[number, string, Uint8Array]>(
    cache,
    `SELECT c.source, c.rid, f.data FROM conversations c JOIN facts f ON f.conversation = c.id WHERE ${filter.sql}`,
  ).all(...filter.parameters)
  const bars = new Map<number, Bar[]>()
  for (const [source, rid, data] of rows) {
    const facts = unpackFacts(data)
    const waits = facts.waits.filter((wait) => wait.to === null || wait.to - wait.from > target)
    for (const span of heldSpans(facts)) {
      if (span.from >= scope.to || (span.to !== null && span.to < scope.from)) continue
      const bar: Bar = {
        conversation: conversationName(cache, source, rid),
        from: span.from,
        to: span.to,
        source: 'stated',
        passedOn: span.passedOn,
        replies: [],
        waits: waits.flatMap((wait) => pastTarget(wait, span, target)),
      }
      const list = bars.get(span.agent)
      if (list) list.push(bar)
      else bars.set(span.agent, [bar])
    }
  }
  for (const list of bars.values()) list.sort((a, b) => a.from - b.from)
  return bars
}

/** The part of a wait that lies past the target and within the span. */
function pastTarget(
  wait: { readonly from: number; readonly to: number | null },
  span: Held,
  target: number,
): readonly { readonly from: number; readonly to: number | null }[] {
  const from = Math.max(wait.from + target, span.from)
  const to = wait.to === null ? span.to : span.to === null ? wait.to : Math.min(wait.to, span.to)
  return to !== null && to <= from ? [] : [{ from, to }]
}

/** By agent row, 0 for nobody: conversations open now and those in which a customer waits. */
function currentByAgent(
  cache: ReadableDb,
  place: Filter,
): ReadonlyMap<number, { readonly held: number; readonly waiting: number }> {
  const rows = rawSql<[number, number, number]>(
    cache,
    `SELECT coalesce(c.agent, 0), count(*), count(c.waiting_since) FROM conversations c
     WHERE c.state < 3 AND c.started_at IS NOT NULL AND ${place.sql} GROUP BY 1`,
  ).all(...place.parameters)
  return new Map(rows.map(([agent, held, waiting]) => [agent, { held, waiting }]))
}

/** Distinct conversations assigned to each agent in the period. */
function assignedByAgent(cache: ReadableDb, scope: Scope, place: Filter): ReadonlyMap<number, number> {
  const filter = all([
    { sql: 'a.at >= ? AND a.at < ?', parameters: [scope.from, scope.to] },
    when(true, 'a.to_agent IS NOT NULL'),
    place,
  ])
  return new Map(
    rawSql<[number, number]>(
      cache,
      `SELECT a.to_agent, count(DISTINCT a.conversation) FROM assignments a JOIN conversations c ON c.id = a.conversation
       WHERE ${filter.sql} GROUP BY 1`,
    ).all(...filter.parameters),
  )
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper
}
