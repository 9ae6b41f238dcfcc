/** What reviewers said of the work: the mean of their scores, and how much of it they looked at. */
import { sum } from 'simple-statistics'
import type { ValueFigure } from '../../../shared/contract.ts'
import { reasonOf } from '../bits.ts'
import { evidenceOf } from './engagement.ts'
import type { Item, Items } from './items.ts'
import { folded, shareOf } from './items.ts'
import type { Special, SpecialGround } from './special.ts'

/** A score with how many chats it stands for. */
interface Score extends Item {
  readonly weight: number
}

/** Reviews of chats drawn at random, by whom they are about. */
function scores(ground: SpecialGround): Items & { readonly included: readonly Score[] } {
  const { conversations, scope, side } = ground
  const entries = side
    .reviews(scope.from, scope.to)
    .map((entry) => ({
      entry,
      slot: conversations.slotOf(entry.conversation),
      agent: conversations.agentCode(entry.agent),
    }))
    .filter(({ slot, agent }) => ground.passesSlot(slot) && ground.passesAgent(agent))
  const placed = {
    slot: entries.map(({ slot }) => slot),
    agent: entries.map(({ agent }) => agent),
    team: entries.map(({ agent }) => conversations.teamOf(agent)),
    opener: entries.map(() => -1),
    word: entries.map(() => -1),
  }
  const included = entries.map(({ entry, slot }, index): Score => {
    const { conversation, agent, at, score: value } = entry
    const contact = conversations.contactRow(conversations.contact[slot] ?? 0)
    return {
      cell: ground.cells.cellAt(placed, index, at),
      evidence: { conversation, k: -1, agent, contact, at, value },
      weight: entry.weight,
    }
  })
  return { included, excluded: [] }
}

/** The weighted mean, added up in a fixed order: sums of fractions depend on it. */
function weightedMean(items: readonly Item[]): ValueFigure {
  const values = items
    .map((item) => ({ value: item.evidence.value ?? 0, weight: 'weight' in item ? Number(item.weight) : 1 }))
    .sort((a, b) => a.value - b.value || a.weight - b.weight)
  const weights = sum(values.map(({ weight }) => weight))
  const value = weights === 0 ? null : sum(values.map((one) => one.value * one.weight)) / weights
  return { value, of: items.length }
}

export const auditScore: Special = folded(scores, weightedMean)

/** Of the closes: 1 where somebody reviewed the conversation, before or after. */
function reviewedCloses(ground: SpecialGround): Items {
  const closes = ground.rows('closes')
  const reviewed = ground.side.reviewed()
  const included: Item[] = []
  const excluded: Items['excluded'][number][] = []
  for (let index = 0; index < closes.length; index++) {
    const cell = ground.cells.cellAt(closes, index, closes.at[index] ?? 0)
    const reason = reasonOf(closes.bits[index] ?? 0)
    const isReviewed = reviewed.has(ground.conversations.rowOf(closes.slot[index] ?? 0))
    if (reason !== null) excluded.push({ cell, evidence: evidenceOf(ground, closes, index, null), reason })
    else included.push({ cell, evidence: evidenceOf(ground, closes, index, isReviewed ? 1 : 0) })
  }
  return { included, excluded }
}

export const auditCoverage: Special = shareOf(reviewedCloses)
