/** Which share of the time they were there agents were engaged: of their time online, or of their shifts. */
import type { FigureOf, Special, SpecialEvidence, SpecialGround } from './special.ts'
import type { Available, Roster } from './availability.ts'
import { availability } from './availability.ts'
import type { Placeable } from './cells.ts'
import { CellBook } from './cells.ts'
import type { Engagement } from './engagement.ts'
import { boundariesOf, engagement, fairParts } from './engagement.ts'
import { cut, overlay, SpanList } from './spans.ts'

interface Interval {
  readonly from: number
  readonly to: number
}

/** By agent, ascending and apart from one another. */
type Presence = ReadonlyMap<number, readonly Interval[]>

function presenceOf(times: readonly Available[]): Presence {
  const byAgent = Map.groupBy(times, ({ agent }) => agent)
  return new Map([...byAgent].map(([agent, own]) => [agent, merged(own)]))
}

function merged(times: readonly Interval[]): readonly Interval[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of times.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** The pieces of what agents were engaged in that lie in the time they were there. */
function engagedThere(engaged: Engagement, presence: Presence): Engagement {
  const { pieces, groups, row, rows } = engaged
  const there = new SpanList()
  const source: number[] = []
  for (let piece = 0; piece < pieces.length; piece++) {
    const group = pieces.group[piece] ?? 0
    const start = pieces.start[piece] ?? 0
    const end = pieces.end[piece] ?? 0
    for (const { from, to } of presence.get(groups.secondOf(group)) ?? []) {
      if (from >= end) break
      if (to <= start) continue
      there.add(group, Math.max(start, from), Math.min(end, to))
      source.push(row[piece] ?? 0)
    }
  }
  return { rows, pieces: there.spans(), row: source, groups }
}

/** How long agents were there, and whether that is only estimated, by the dimensions such time has. */
interface Time {
  milliseconds: number
  estimated: boolean
}

/** Being there has an agent, a team and an hour, but no channel and no category: along those it is the same for all. */
const ofPresence: ReadonlySet<string> = new Set(['agent', 'team'])

function timeThere(
  ground: SpecialGround,
  times: readonly Available[],
  presence: Presence,
): (cell: number) => Time {
  const { cells } = ground
  const own = cells.axes.map((axis) => axis.time !== null || ofPresence.has(axis.dimension))
  const book = new CellBook(cells.axes.filter((_, axis) => own[axis]))
  const estimated = new Set(times.filter((time) => time.estimated).map(({ agent }) => agent))
  const boundaries = boundariesOf(ground)
  const byCell: Time[] = []
  for (const [agent, intervals] of presence) {
    const thing = agentThing(ground, agent)
    for (const { from, to } of intervals)
      cut(from, to, boundaries, (start, end) => {
        const time = (byCell[book.cellAt(thing, 0, start)] ??= { milliseconds: 0, estimated: false })
        time.milliseconds += end - start
        time.estimated ||= estimated.has(agent)
        // Somebody was there and did nothing: a line of its own.
        if (own.every(Boolean)) cells.cellAt(thing, 0, start)
      })
  }
  return (cell) => {
    const keys = cells.keysOf(cell).filter((_, axis) => own[axis])
    return byCell[book.cellOf(keys)] ?? { milliseconds: 0, estimated: false }
  }
}

function agentThing({ conversations }: SpecialGround, agent: number): Placeable {
  return { slot: [-1], agent: [agent], team: [conversations.teamOf(agent)], opener: [-1], word: [-1] }
}

function measured(ground: SpecialGround, roster: Roster) {
  const times = availability(ground, roster)
  const presence = presenceOf(times)
  const engaged = engagedThere(engagement(ground), presence)
  return { times, presence, engaged, laid: overlay(engaged.pieces, engaged.groups.size) }
}

/** Engaged time while there ÷ time there; `of`: seconds there. Nobody there: null. */
function shareOf(roster: Roster): Special {
  return {
    figures(ground): FigureOf {
      const { times, presence, engaged, laid } = measured(ground, roster)
      const there = timeThere(ground, times, presence)
      const union = new Float64Array(ground.cells.size)
      for (let group = 0; group < engaged.groups.size; group++) {
        const cell = engaged.groups.firstOf(group)
        union[cell] = (union[cell] ?? 0) + (laid.union[group] ?? 0)
      }
      return (cell) => {
        const { milliseconds, estimated } = there(cell)
        const value = milliseconds === 0 ? null : (union[cell] ?? 0) / milliseconds
        const figure = { value, of: milliseconds / 1000 }
        return estimated ? { ...figure, estimated } : figure
      }
    },
    evidence(ground, cell): SpecialEvidence {
      const { engaged, laid } = measured(ground, roster)
      const parts = fairParts(ground, engaged, laid.share)
      return {
        included: parts.filter((part) => part.cell === cell).map(({ evidence }) => evidence),
        excluded: [],
      }
    },
  }
}

export const occupancy = shareOf('presence')
export const utilization = shareOf('shifts')
