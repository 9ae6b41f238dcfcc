/** Whether it was settled at the first contact: who came back after a close, and who had been there before an opening. */
import { dayMs } from '../../../shared/period.ts'
import { openers } from '../../../shared/records.ts'
import { firstEpisode, reasonOf } from '../bits.ts'
import { evidenceOf } from './engagement.ts'
import type { Item, Items } from './items.ts'
import { shareOf } from './items.ts'
import type { RowsView, Special, SpecialGround } from './special.ts'

/** Openings that are ours, not the contact coming back. */
const ours: ReadonlySet<number> = new Set(
  (['agent', 'automation', 'campaign', 'api'] as const).map((opener) => openers.indexOf(opener)),
)

/** A row's index by what it belongs to, the rows of each ascending by time. */
type ByKey = ReadonlyMap<number, readonly number[]>

function grouped(rows: RowsView, keyOf: (index: number) => number, wanted: ReadonlySet<number>): ByKey {
  const found = new Map<number, number[]>()
  for (let index = 0; index < rows.length; index++) {
    const key = keyOf(index)
    if (!wanted.has(key)) continue
    const own = found.get(key)
    if (own === undefined) found.set(key, [index])
    else own.push(index)
  }
  for (const own of found.values()) own.sort((a, b) => (rows.at[a] ?? 0) - (rows.at[b] ?? 0))
  return found
}

function keysIn(rows: RowsView, keyOf: (index: number) => number): ReadonlySet<number> {
  const keys = new Set<number>()
  for (let index = 0; index < rows.length; index++) keys.add(keyOf(index))
  return keys
}

/**
 * Of the closes: 1 where neither the conversation was reopened nor its contact came back about the same (about anything,
 * where the close has no category) within rules.followUpDays. Whom the contact came back to is not asked: the filters
 * choose closes, not what follows them.
 */
function settledAtFirst(ground: SpecialGround): Items {
  const { conversations, scope, now } = ground
  const reach = ground.rules.followUpDays * dayMs
  const closes = ground.rows('closes')
  const starts = ground.rows('starts', {
    from: scope.from,
    to: Math.min(scope.to + reach, now) + 1,
    unfiltered: true,
  })
  const contactOf = (rows: RowsView) => (index: number) => conversations.contact[rows.slot[index] ?? 0] ?? 0
  const slotOf = (rows: RowsView) => (index: number) => rows.slot[index] ?? 0
  const reopenings = grouped(starts, slotOf(starts), keysIn(closes, slotOf(closes)))
  const returns = grouped(starts, contactOf(starts), keysIn(closes, contactOf(closes)))
  const categoryOf = (slot: number) => conversations.category[slot] ?? 0
  const followed = (index: number): boolean => {
    const at = closes.at[index] ?? 0
    const slot = closes.slot[index] ?? 0
    const contact = contactOf(closes)(index)
    const within = (start: number) => (starts.at[start] ?? 0) > at && (starts.at[start] ?? 0) <= at + reach
    if (reopenings.get(slot)?.some(within) === true) return true
    // Conversations nobody's contact is known of have nothing in common.
    if (contact === 0) return false
    const about = categoryOf(slot)
    return (returns.get(contact) ?? []).some(
      (start) =>
        within(start) &&
        !ours.has(starts.opener[start] ?? 0) &&
        (about === 0 || categoryOf(starts.slot[start] ?? 0) === about),
    )
  }
  const included: Item[] = []
  const excluded: Items['excluded'][number][] = []
  for (let index = 0; index < closes.length; index++) {
    const cell = ground.cells.cellAt(closes, index, closes.at[index] ?? 0)
    const reason = reasonOf(closes.bits[index] ?? 0)
    if (reason !== null) excluded.push({ cell, evidence: evidenceOf(ground, closes, index, null), reason })
    else included.push({ cell, evidence: evidenceOf(ground, closes, index, followed(index) ? 0 : 1) })
  }
  return { included, excluded }
}

/** Of the opened conversations: 1 where the contact had another one closed within rules.followUpDays before. */
function comeBack(ground: SpecialGround): Items {
  const { conversations, scope } = ground
  const reach = ground.rules.followUpDays * dayMs
  const starts = ground.rows('starts')
  const closes = ground.rows('closes', { from: scope.from - reach, to: scope.to, unfiltered: true })
  const contactOf = (rows: RowsView) => (index: number) => conversations.contact[rows.slot[index] ?? 0] ?? 0
  const ends = grouped(closes, contactOf(closes), keysIn(starts, contactOf(starts)))
  const included: Item[] = []
  for (let index = 0; index < starts.length; index++) {
    if (((starts.bits[index] ?? 0) & firstEpisode) === 0) continue
    const at = starts.at[index] ?? 0
    const contact = contactOf(starts)(index)
    const own = contact === 0 ? [] : (ends.get(contact) ?? [])
    const again = own.some(
      (close) =>
        reasonOf(closes.bits[close] ?? 0) === null &&
        closes.slot[close] !== starts.slot[index] &&
        (closes.at[close] ?? 0) <= at &&
        (closes.at[close] ?? 0) >= at - reach,
    )
    const cell = ground.cells.cellAt(starts, index, at)
    included.push({ cell, evidence: evidenceOf(ground, starts, index, again ? 1 : 0) })
  }
  return { included, excluded: [] }
}

export const firstContactResolution: Special = shareOf(settledAtFirst)
export const repeatContacts: Special = shareOf(comeBack)
