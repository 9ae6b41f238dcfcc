/**
 * How much agents have in hand. An agent is engaged in a conversation they have while its customer waits, and for some
 * minutes after each message of their own (rules.engagedMinutes); the facts say when. Here such spans are laid over one
 * another, agent by agent.
 */
import type { Scope } from '../../../shared/contract.ts'
import { durationFigure } from '../rank.ts'
import type { Engagement, Part } from './engagement.ts'
import { engagement, fairParts } from './engagement.ts'
import type { FigureOf, Special, SpecialEvidence, SpecialGround } from './special.ts'
import type { Overlay } from './spans.ts'
import { overlay } from './spans.ts'

/** By cell, over the agents in it: what of theirs ran at all, and all of it together. Milliseconds. */
interface CellTimes {
  readonly union: Float64Array
  readonly sum: Float64Array
}

function timesByCell(ground: SpecialGround, engaged: Engagement, laid: Overlay): CellTimes {
  const union = new Float64Array(ground.cells.size)
  const sum = new Float64Array(ground.cells.size)
  for (let group = 0; group < engaged.groups.size; group++) {
    const cell = engaged.groups.firstOf(group)
    union[cell] = (union[cell] ?? 0) + (laid.union[group] ?? 0)
    sum[cell] = (sum[cell] ?? 0) + (laid.sum[group] ?? 0)
  }
  return { union, sum }
}

interface Measured {
  readonly engaged: Engagement
  readonly laid: Overlay
}

/** What the metrics of one question have in common is measured once. */
const remembered = new WeakMap<SpecialGround, Measured>()

function measured(ground: SpecialGround): Measured {
  const known = remembered.get(ground)
  if (known !== undefined) return known
  const engaged = engagement(ground)
  const laid = overlay(engaged.pieces, engaged.groups.size)
  remembered.set(ground, { engaged, laid })
  return { engaged, laid }
}

const rememberedParts = new WeakMap<SpecialGround, readonly Part[]>()

/** The fair part of each conversation in engaged time. */
function engagedParts(ground: SpecialGround): readonly Part[] {
  const { engaged, laid } = measured(ground)
  const parts = rememberedParts.get(ground) ?? fairParts(ground, engaged, laid.share)
  rememberedParts.set(ground, parts)
  return parts
}

/** The conversations behind engaged time: each with its fair part, so that they add up to the figure. */
function engagedEvidence(ground: SpecialGround, cell: number): SpecialEvidence {
  return evidenceIn(engagedParts(ground), cell)
}

function evidenceIn(parts: readonly Part[], cell: number): SpecialEvidence {
  return {
    included: parts.filter((part) => part.cell === cell).map(({ evidence }) => evidence),
    excluded: [],
  }
}

/** Seconds; what overlaps in one agent's conversations counts once, agents add up. */
export const engagedTime: Special = {
  figures(ground) {
    const { engaged, laid } = measured(ground)
    const { union } = timesByCell(ground, engaged, laid)
    return (cell) => ({ value: (union[cell] ?? 0) / 1000 })
  },
  evidence: engagedEvidence,
}

/** Mean number of conversations at once while engaged; `of`: conversations, each once an agent. */
export const concurrency: Special = {
  figures(ground) {
    const { engaged, laid } = measured(ground)
    const { union, sum } = timesByCell(ground, engaged, laid)
    const counts = new Int32Array(ground.cells.size)
    for (const { cell } of engagedParts(ground)) counts[cell] = (counts[cell] ?? 0) + 1
    return (cell) => {
      const time = union[cell] ?? 0
      return { value: time === 0 ? null : (sum[cell] ?? 0) / time, of: counts[cell] ?? 0 }
    }
  },
  evidence: engagedEvidence,
}

/** Each engaged minute is shared among all the agent's conversations live then, also those the filters leave out. */
function handledParts(ground: SpecialGround): readonly Part[] {
  // Of the whole in one cell the two are the same.
  if (ground.cells.axes.length === 0 && !isFiltered(ground.scope)) return engagedParts(ground)
  const engaged = engagement(ground, { unfiltered: true })
  // Shared among everything of the agent, whatever cell it is in: the time of day or channel must not change a part.
  const { pieces, groups } = engaged
  const byAgent = { ...pieces, group: pieces.group.map((group) => groups.secondOf(group)) }
  const agents = byAgent.group.reduce((most, agent) => Math.max(most, agent + 1), 0)
  return fairParts(ground, engaged, overlay(byAgent, agents).share)
}

function isFiltered({ agents, teams, channels, categories, authors = [], openers = [] }: Scope): boolean {
  return [agents, teams, channels, categories, authors, openers].some((wanted) => wanted.length > 0)
}

/** One value an agent and conversation, in seconds. */
export const handleTime: Special = {
  figures(ground): FigureOf {
    const byCell = Map.groupBy(handledParts(ground), ({ cell }) => cell)
    return (cell) => {
      const seconds = Float64Array.from(byCell.get(cell) ?? [], ({ milliseconds }) => milliseconds / 1000)
      return durationFigure(seconds, 0, seconds.length)
    }
  },
  evidence: (ground, cell) => evidenceIn(handledParts(ground), cell),
}
