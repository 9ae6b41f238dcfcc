/** Who has what at a moment, and the spans each agent held in a period. */
import { median } from 'simple-statistics'
import type { Holdings } from '../../shared/assigning.ts'
import type { Scope } from '../../shared/contract.ts'
import { assignmentBits } from '../metrics/bits.ts'
import type { WaitFact } from '../metrics/facts.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { viewOf } from '../metrics/view.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { conversationName } from '../store/names.ts'
import { createRowNames } from '../store/rowNames.ts'
import { agentRows } from '../store/scopeFilter.ts'
import { readSettings } from '../store/settings.ts'
import { heldIntervals, type Held } from './intervals.ts'
import { repliesWithin } from './known.ts'
import { openAt, openWithin, placeOnly, subjectOf, type SpanPorts } from './openSpans.ts'

type Bar = Holdings['agents'][number]['bars'][number]

export interface HoldingsPorts extends SpanPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
}

/** `at`: the moment to look at; the clock's where there is none, or where it lies ahead. */
export function readHoldings(
  ports: HoldingsPorts,
  known: KnownBars,
  query: { readonly scope: Scope; readonly at?: number | null },
): Holdings {
  const { cache, workspaceDb, now } = ports
  const { scope } = query
  const at = Math.min(query.at ?? Infinity, now())
  const names = createRowNames(cache)
  const target = (readSettings(workspaceDb).targets.firstResponse ?? Infinity) * 1000
  const shown = agentRows(scope, names.dictionary)
  const bars = barsByAgent(ports, known, scope, target)
  const held = heldByAgent(ports, scope, at)
  const assigned = assignedByAgent(ports, scope, at)
  const agents = names.dictionary.agents.filter(
    ({ row }) =>
      (shown === null || shown.includes(row)) && (bars.has(row) || held.has(row) || assigned.has(row)),
  )
  return {
    now: at,
    agents: agents.map(({ row, id }) => {
      const own = bars.get(row) ?? []
      return {
        agent: id,
        held: held.get(row)?.held ?? 0,
        waiting: held.get(row)?.waiting ?? 0,
        today: assigned.get(row) ?? 0,
        medianHeld: medianSeconds(own, at),
        bars: own,
      }
    }),
    unassigned: held.get(0) ?? { held: 0, waiting: 0 },
  }
}

/** Of what was held to its end by then. */
function medianSeconds(bars: readonly Bar[], at: number): number | null {
  const lengths = bars.flatMap(({ from, to }) => (to === null || to > at ? [] : [(to - from) / 1000]))
  return lengths.length === 0 ? null : median(lengths)
}

/** The bars of one conversation, good for one version of its facts and one target. */
interface ConversationBars {
  readonly version: number
  readonly target: number
  readonly bars: readonly { readonly agent: number; readonly bar: Bar }[]
}

/** What was made of the conversations of the last answer, by row: from one second to the next few of them change. */
export type KnownBars = Map<number, ConversationBars>

function barsByAgent(
  { cache, ...ports }: HoldingsPorts,
  known: KnownBars,
  scope: Scope,
  target: number,
): ReadonlyMap<number, readonly Bar[]> {
  const before = new Map(known)
  known.clear()
  const versions = rawSql<[number]>(cache, 'SELECT version FROM facts WHERE conversation = ?')
  const bars = new Map<number, Bar[]>()
  for (const row of openWithin(ports, placeOnly(scope))) {
    const version = versions.get(row)?.[0]
    if (version === undefined) continue
    const last = before.get(row)
    const isStill = last?.version === version && last.target === target
    const own = isStill ? last : { version, target, bars: conversationBars(cache, row, target) }
    known.set(row, own)
    for (const { agent, bar } of own.bars) {
      if (bar.from >= scope.to || (bar.to !== null && bar.to <= scope.from)) continue
      const list = bars.get(agent)
      if (list) list.push(bar)
      else bars.set(agent, [bar])
    }
  }
  for (const list of bars.values()) list.sort((a, b) => a.from - b.from)
  return bars
}

function conversationBars(cache: ReadableDb, row: number, target: number): ConversationBars['bars'] {
  const found = rawSql<[number, string, Uint8Array]>(
    cache,
    'SELECT c.source, c.rid, f.data FROM facts f JOIN conversations c ON c.id = f.conversation WHERE f.conversation = ?',
  ).get(row)
  if (!found) return []
  const [source, rid, data] = found
  const facts = unpackFacts(data)
  const conversation = conversationName(cache, source, rid)
  const waits = facts.waits.filter((wait) => wait.to === null || wait.to - wait.from > target)
  return heldIntervals(facts)
    .filter(({ agent }) => agent >= 0)
    .map((held) => ({
      agent: held.agent,
      bar: {
        conversation,
        from: held.from,
        to: held.to,
        source: held.source,
        passedOn: held.endedBy === 'passed_on',
        waits: waits.flatMap((wait) => pastTarget(wait, held, target)),
        replies: repliesWithin(facts, held.agent, held.from, held.to),
      },
    }))
}

/** The part of a wait that lies past the target and within the interval. */
function pastTarget(wait: WaitFact, held: Held, target: number): Bar['waits'] {
  const from = Math.max(wait.from + target, held.from)
  const to = wait.to === null ? held.to : held.to === null ? wait.to : Math.min(wait.to, held.to)
  return to !== null && to <= from ? [] : [{ from, to }]
}

interface Load {
  readonly held: number
  readonly waiting: number
}

/** By agent row, 0 for nobody: conversations open at a moment and those in which a customer waits. */
function heldByAgent(ports: SpanPorts, scope: Scope, at: number): ReadonlyMap<number, Load> {
  const loads = new Map<number, Load>()
  for (const { agent, waitingSince } of openAt(ports, placeOnly(scope), at)) {
    const { held, waiting } = loads.get(agent) ?? { held: 0, waiting: 0 }
    loads.set(agent, { held: held + 1, waiting: waiting + (waitingSince === null ? 0 : 1) })
  }
  return loads
}

/** Distinct conversations given to each agent in the period, up to a moment: what `assigned` counts. */
function assignedByAgent(ports: SpanPorts, scope: Scope, at: number): ReadonlyMap<number, number> {
  const rows = viewOf(subjectOf(ports, placeOnly(scope)), 'assignments')
  const given = new Map<number, Set<number>>()
  for (let index = 0; index < rows.length; index++) {
    if (((rows.bits[index] ?? 0) & assignmentBits.toAgent) === 0 || rows.passes[index] !== 1) continue
    if ((rows.at[index] ?? 0) > at) continue
    const agent = rows.agent[index] ?? 0
    const own = given.get(agent) ?? new Set()
    given.set(agent, own.add(rows.slot[index] ?? 0))
  }
  return new Map([...given].map(([agent, conversations]) => [agent, conversations.size]))
}
