/**
 * How long replies take once somebody can write them: by team, first reply or later one, and by how much there is to do
 * for each agent there. Measured in time with somebody of the team there, so a night is no slow reply.
 */
import { median } from 'simple-statistics'
import { randomFor } from '../../shared/random.ts'
import type { HeadCount } from './headCount.ts'
import type { Turn } from './turns.ts'

const loadWindow = 15 * 60_000
/** Turns of the last quarter of an hour for each agent there: upper limits. The last load is that nobody is there. */
const loads: readonly number[] = [1, 2, 4, Number.POSITIVE_INFINITY]
const nobodyThere = loads.length
/** Fewer replies under a load say nothing of it. */
const fewestReplies = 40

/** An agent who has many to answer writes one after the other: how long one takes, where nothing tells. */
const usualAttention = 45_000
const leastAttention = 10_000
const mostAttention = 180_000
/** Pauses after which an agent did something else in between. */
const longestAttention = 10 * 60_000

/** Sorted reply times of one team and kind, by load. */
type ByLoad = readonly (readonly number[])[]

export interface ReplyTimes {
  /** Milliseconds a reply keeps its agent from writing another. */
  readonly attention: number
  /** Attended milliseconds until the reply of rank 0…1 among those like it; never less under a higher load. */
  at(turn: Like, load: number, rank: number): number
  /** Share of the replies like it that take no longer. */
  within(turn: Like, load: number, milliseconds: number): number
  /** The rank a turn's own reply has among those like it; null: nobody replied, or it is not of those learned from. */
  rankOf(turn: Turn): number | null
}

/** How much there is to do as turns begin: index of their load. */
export function loadsOf(turns: readonly Turn[], count: HeadCount): readonly number[] {
  let first = 0
  return turns.map(({ at }, index) => {
    while ((turns[first]?.at ?? at) < at - loadWindow) first += 1
    const there = count.at(at)
    if (there <= 0) return nobodyThere
    const each = (index + 1 - first) / there
    return loads.findIndex((limit) => each <= limit)
  })
}

/** null: nobody replied to anything. `turns` of a team in order of their begin. */
export function learnReplyTimes(
  teams: readonly { readonly turns: readonly Turn[]; readonly count: HeadCount }[],
): ReplyTimes | null {
  const samples: Sample[] = teams.flatMap(({ turns, count }) => {
    const load = loadsOf(turns, count)
    return turns.flatMap((turn, index) =>
      turn.endedAt !== null && (turn.replied || !isQuestion(turn))
        ? [{ turn, load: load[index] ?? 0, took: count.attended(turn.at, turn.endedAt) }]
        : [],
    )
  })
  if (samples.length === 0) return null
  const ranks = new Map<Turn, number>()
  const tables = new Map<string, ByLoad>()
  for (const [place, own] of Map.groupBy(samples, ({ turn }) => placeOf(turn)))
    tables.set(place, tableOf(own, ranks))
  const ofAnybody = (kind: Kind) => {
    const own = samples.filter(({ turn }) => kindOf(turn) === kind)
    return tableOf(own.length === 0 ? samples : own, new Map())
  }
  const everywhere = { first: ofAnybody('first'), later: ofAnybody('later'), closing: ofAnybody('closing') }
  const tableFor = (turn: Like) => tables.get(placeOf(turn)) ?? everywhere[kindOf(turn)]
  return {
    attention: attentionOf(samples.filter(({ turn }) => turn.replied)),
    at: (turn, load, rank) => rising(tableFor(turn), load, rank),
    within: (turn, load, milliseconds) => shareWithin(tableFor(turn), load, milliseconds),
    rankOf: (turn) => ranks.get(turn) ?? null,
  }
}

/** The same for the same turn, and as good as random. */
export function anyRank({ conversation, at }: Pick<Turn, 'conversation' | 'at'>): number {
  return randomFor('reply', conversation, Math.floor(at / 1000)).next()
}

interface Sample {
  readonly turn: Turn
  readonly load: number
  readonly took: number
}

type Kind = 'first' | 'later' | 'closing'

/** Whose turn it is, and what kind of. */
type Like = Pick<Turn, 'team' | 'first' | 'replied' | 'endedAt'>

/** A last word (thanks, a picture) that the close followed, and no reply: it took its time, but nobody waited for one. */
export function isQuestion({ first, replied, endedAt }: Omit<Like, 'team'>): boolean {
  return first || replied || endedAt === null
}

function kindOf(turn: Omit<Like, 'team'>): Kind {
  if (!isQuestion(turn)) return 'closing'
  return turn.first ? 'first' : 'later'
}

function placeOf(turn: Like): string {
  return `${turn.team} ${kindOf(turn)}`
}

/** Loads too seldom seen lend their replies to the next one that is not; what is left over goes to the one before. */
function tableOf(samples: readonly Sample[], ranks: Map<Turn, number>): ByLoad {
  const groups: Sample[][] = Array.from({ length: nobodyThere + 1 }, () => [])
  for (const sample of samples) groups[sample.load]?.push(sample)
  for (const [load, group] of groups.entries()) {
    if (group.length === 0 || group.length >= fewestReplies) continue
    const later = groups.findIndex((other, index) => index > load && other.length > 0)
    const earlier = groups.findLastIndex((other, index) => index < load && other.length > 0)
    const heir = groups[later < 0 ? earlier : later]
    if (heir === undefined) continue
    heir.push(...group)
    groups[load] = []
  }
  return groups.map((group) => {
    const sorted = group.toSorted((one, other) => one.took - other.took || one.turn.at - other.turn.at)
    for (const [index, { turn }] of sorted.entries()) ranks.set(turn, (index + 0.5) / sorted.length)
    return sorted.map(({ took }) => took)
  })
}

/**
 * The value of a rank under a load, where no load may be quicker than a lower one: neighbours that are meet at their
 * mean (pool adjacent violators).
 */
function rising(table: ByLoad, load: number, rank: number): number {
  const blocks: { value: number; weight: number; last: number }[] = []
  for (const [index, sorted] of table.entries()) {
    if (sorted.length === 0) continue
    let block = { value: interpolated(sorted, rank), weight: sorted.length, last: index }
    for (
      let before = blocks.at(-1);
      before !== undefined && before.value > block.value;
      before = blocks.at(-1)
    ) {
      blocks.pop()
      const weight = before.weight + block.weight
      const value = (before.value * before.weight + block.value * block.weight) / weight
      block = { value, weight, last: block.last }
    }
    blocks.push(block)
  }
  return (blocks.find(({ last }) => last >= load) ?? blocks.at(-1))?.value ?? 0
}

/** By halving: a higher rank is no quicker. */
function shareWithin(table: ByLoad, load: number, milliseconds: number): number {
  if (rising(table, load, 1) <= milliseconds) return 1
  let [low, high] = [0, 1]
  for (let step = 0; step < rankSteps; step++) {
    const middle = (low + high) / 2
    if (rising(table, load, middle) <= milliseconds) low = middle
    else high = middle
  }
  return low
}

/** Ranks are told apart to a thousandth. */
const rankSteps = 10

function interpolated(sorted: readonly number[], rank: number): number {
  const position = Math.min(sorted.length - 1, Math.max(0, rank * sorted.length - 0.5))
  const [low, high] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0]
  return low + (high - low) * (position - Math.floor(position))
}

/** From one reply of an agent to their next, where the next customer had been waiting already. */
function attentionOf(samples: readonly Sample[]): number {
  const gaps: number[] = []
  for (const own of Map.groupBy(samples, ({ turn }) => turn.agent).values()) {
    const replies = own
      .map(({ turn }) => turn)
      .sort((one, other) => (one.endedAt ?? 0) - (other.endedAt ?? 0))
    for (const [index, next] of replies.entries()) {
      const before = replies[index - 1]?.endedAt ?? null
      if (before === null || next.endedAt === null || next.agent === 0 || next.at >= before) continue
      if (next.endedAt - before <= longestAttention) gaps.push(next.endedAt - before)
    }
  }
  if (gaps.length < fewestReplies) return usualAttention
  return Math.min(mostAttention, Math.max(leastAttention, median(gaps)))
}
