/**
 * Draws samples. Each conversation has a random number of its own, made from the seed and its id at its source: the same
 * recipe draws the same from the same data, in whatever order that lies, and a conversation that comes to it changes at most
 * the places it takes.
 */
import type { SampledConversation, SamplePreview, SampleRecipe, Stratum } from '../../shared/audits.ts'
import { sum } from 'simple-statistics'
import { assertNever } from '../../shared/assertNever.ts'
import { selectRank } from '../metrics/rank.ts'
import { randomFor } from '../../shared/random.ts'
import { inline } from '../../shared/phrases.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { candidatesIn, namedCandidates, type CandidatePorts, type NamedCandidate } from './candidates.ts'
import { chatName } from './chats.ts'
import { capacityOf } from './dealing.ts'
import { checkRecipe, longestName } from './recipe.ts'
import { handedInStates, reviewOfPlace } from './samples.ts'
import { flagsRaised, weighRisks } from './risk.ts'
import { allocate, stratumOf, type StratumKey } from './strata.ts'
import { storeFailed } from '../store/errors.ts'

export interface SamplingPorts extends CandidatePorts {
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}

/** A candidate with what the draw makes of it. */
interface Ticket {
  readonly candidate: NamedCandidate
  /** Uniform in (0, 1), from seed and id alone. */
  readonly chance: number
  readonly weight: number
  readonly risks: readonly string[]
  /** When its newest flag was raised; only where what was flagged is drawn. */
  readonly flaggedAt: number
}

interface Draw {
  readonly tickets: readonly Ticket[]
  readonly strata: readonly Stratum[]
}

/**
 * What would be drawn, in the order in which it is dealt to the reviewers. `plain`: the smallest random numbers.
 * `stratified`: the same in each stratum; `weight` is how many conversations one stands for, where in a plain draw it were
 * 1. `risk`: one after the other, each with a chance in proportion to its weight among those left (Efraimidis and Spirakis
 * 2006). `flagged`: whatever was flagged, the newest flag first, also where nobody wrote. Never more than the reviewers'
 * quotas take. Throws a `StoreFailure` (`invalid`) for a recipe that cannot be drawn from.
 */
export function previewSample(ports: SamplingPorts, asked: SampleRecipe): SamplePreview {
  const recipe = checkRecipe(ports.workspaceDb, asked)
  const before = drawnBefore(ports.workspaceDb, recipe.cycle)
  const inScope = namedCandidates(ports.cache, candidatesIn(ports, recipe.scope))
  const eligible = ticketsOf(ports, recipe, inScope)
  const left = eligible.filter(({ candidate }) => !before.has(keyOf(candidate)))
  if (left.length === 0) throw nothingToDraw(recipe, eligible.length)
  const size = Math.min(recipe.size, capacityOf(recipe))
  const { tickets, strata } = draw(ports, recipe, left, size)
  return {
    candidates: left.length,
    drawnBefore: eligible.length - left.length,
    strata,
    conversations: tickets.map((ticket) => sampled(ports.cache, ticket)),
    coverage: coverageOf(
      eligible.map(({ candidate }) => candidate),
      tickets.map(({ candidate }) => candidate),
      before,
    ),
  }
}

function nothingToDraw({ method, cycle }: SampleRecipe, eligible: number): Error {
  if (eligible > 0)
    return storeFailed('invalid', 'samples.allDrawn', {
      chats: eligible,
      cycle: inline(cycle ?? '', longestName),
    })
  return storeFailed('invalid', method === 'flagged' ? 'samples.noneFlagged' : 'samples.nobodyWrote')
}

/** One text for a chat, whatever its row: names have no line breaks. */
function keyOf({ source, conversation }: Pick<NamedCandidate, 'source' | 'conversation'>): string {
  return `${source}\n${conversation}`
}

// ── drawing ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Those the method can draw. */
function ticketsOf(
  ports: SamplingPorts,
  { method, scope, seed }: SampleRecipe,
  inScope: readonly NamedCandidate[],
): readonly Ticket[] {
  const now = ports.now()
  const written = inScope.filter(({ wrote }) => wrote)
  const ticket = (
    candidate: NamedCandidate,
    weight = 1,
    risks: readonly string[] = [],
    flaggedAt = 0,
  ): Ticket => ({
    candidate,
    chance: chanceOf(seed, candidate),
    weight,
    risks,
    flaggedAt,
  })
  if (method === 'flagged') {
    const flags = flagsRaised(ports, { from: scope.from, to: Math.min(scope.to, now + 1) })
    return inScope.flatMap((candidate) => {
      const found = flags.get(candidate.slot)
      return found === undefined ? [] : [ticket(candidate, 1, found.rules, found.at)]
    })
  }
  if (method !== 'risk') return written.map((candidate) => ticket(candidate))
  const weigh = weighRisks(ports, scope, written, now)
  return written.map((candidate) => {
    const { weight, risks } = weigh(candidate)
    return ticket(candidate, weight, risks)
  })
}

function chanceOf(seed: number, candidate: NamedCandidate): number {
  // A seed of more than 32 bits counts with all of them; never 0, whose logarithm would be infinite.
  return randomFor(String(seed), keyOf(candidate)).next() + 2 ** -33
}

function draw(ports: SamplingPorts, recipe: SampleRecipe, tickets: readonly Ticket[], size: number): Draw {
  switch (recipe.method) {
    case 'plain':
      return { tickets: foremost(tickets, size, ({ chance }) => chance), strata: [] }
    case 'stratified':
      return drawByStratum(ports, recipe, tickets, size)
    case 'risk':
      // The smallest −ln u ÷ w are the largest u^(1 ÷ w).
      return {
        tickets: foremost(tickets, size, ({ chance, weight }) => -Math.log(chance) / weight),
        strata: [],
      }
    case 'flagged':
      return { tickets: foremost(tickets, size, ({ flaggedAt }) => -flaggedAt), strata: [] }
    default:
      return assertNever(recipe.method)
  }
}

function drawByStratum(
  ports: SamplingPorts,
  recipe: SampleRecipe,
  tickets: readonly Ticket[],
  size: number,
): Draw {
  const keyOfStratum = stratumOf(ports, recipe)
  const groups = [...groupBy(tickets, keyOfStratum)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group)
  const counts = allocate(
    groups.map((group) => group.tickets.length),
    size,
    recipe.allocation,
  )
  const drawn = groups.flatMap((group, index) => {
    const count = counts[index] ?? 0
    const standsFor = (group.tickets.length / count) * (sum(counts) / tickets.length)
    return foremost(group.tickets, count, ({ chance }) => chance).map((ticket) => ({
      ...ticket,
      weight: standsFor,
    }))
  })
  return {
    tickets: foremost(drawn, drawn.length, ({ chance }) => chance),
    strata: groups.map((group, index) => ({
      key: group.key,
      candidates: group.tickets.length,
      drawn: counts[index] ?? 0,
    })),
  }
}

/** By the text of their keys, so that no order of tickets is another order of strata. */
function groupBy(
  tickets: readonly Ticket[],
  keyOfStratum: (candidate: NamedCandidate) => StratumKey,
): ReadonlyMap<string, { readonly key: StratumKey; readonly tickets: Ticket[] }> {
  const groups = new Map<string, { key: StratumKey; tickets: Ticket[] }>()
  for (const ticket of tickets) {
    const key = keyOfStratum(ticket.candidate)
    const name = JSON.stringify(Object.values(key))
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { key, tickets: [ticket] })
    else group.tickets.push(ticket)
  }
  return groups
}

/** The first `count` by rank, ascending; what is level goes by its id, so that the order of rows never shows. */
function foremost(
  tickets: readonly Ticket[],
  count: number,
  rankOf: (ticket: Ticket) => number,
): readonly Ticket[] {
  if (count === 0) return []
  const ranks = Float64Array.from(tickets, rankOf)
  const last = count < ranks.length ? selectRank(ranks.slice(), 0, ranks.length, count - 1) : Infinity
  return tickets
    .flatMap((ticket, index) => {
      const rank = ranks[index] ?? 0
      return rank <= last ? [{ ticket, rank }] : []
    })
    .sort((a, b) => a.rank - b.rank || (keyOf(a.ticket.candidate) < keyOf(b.ticket.candidate) ? -1 : 1))
    .slice(0, count)
    .map(({ ticket }) => ticket)
}

function sampled(cache: ReadableDb, { candidate, weight, risks }: Ticket): SampledConversation {
  return {
    conversation: chatName(cache, candidate.source, candidate.conversation),
    agent: candidate.agent,
    weight,
    risks,
  }
}

// ── what was drawn before ────────────────────────────────────────────────────────────────────────────────────────

/** Chats drawn in a cycle, and whether one was reviewed. */
function drawnBefore(workspaceDb: ReadableDb, cycle: string | null): ReadonlyMap<string, boolean> {
  if (cycle === null) return new Map()
  return new Map(
    rawSql<[string, string, number]>(
      workspaceDb,
      `SELECT i.source, i.conversation, max(r.id IS NOT NULL AND r.state IN ${handedInStates})
       FROM sample_items i JOIN samples s ON s.id = i.sample ${reviewOfPlace}
       WHERE s.cycle = ? GROUP BY i.source, i.conversation`,
    )
      .all(cycle)
      .map(([source, conversation, reviewed]) => [keyOf({ source, conversation }), reviewed === 1]),
  )
}

function coverageOf(
  eligible: readonly NamedCandidate[],
  drawn: readonly NamedCandidate[],
  before: ReadonlyMap<string, boolean>,
): SamplePreview['coverage'] {
  const count = (candidates: readonly NamedCandidate[]) => {
    const counts = new Map<string | null, number>()
    for (const { agent } of candidates) counts.set(agent, (counts.get(agent) ?? 0) + 1)
    return counts
  }
  const [all, now] = [count(eligible), count(drawn)]
  const reviewed = count(eligible.filter((candidate) => before.get(keyOf(candidate)) === true))
  return [...all]
    .map(([agent, candidates]) => ({
      agent,
      candidates,
      drawn: now.get(agent) ?? 0,
      reviewed: reviewed.get(agent) ?? 0,
    }))
    .sort((a, b) => b.candidates - a.candidates || ((a.agent ?? '') < (b.agent ?? '') ? -1 : 1))
}
