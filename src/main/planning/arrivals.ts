/** Conversations that were opened and needed a person: without those we opened ourselves and those a bot dealt with. */
import { openers } from '../../shared/records.ts'
import { anyReason, reasonOf } from '../metrics/bits.ts'
import type { RowsView, SpecialGround } from '../metrics/special/special.ts'

/** Opened by us: what customers answer to them is nothing that nobody planned. */
const ours: ReadonlySet<string> = new Set(['agent', 'automation', 'campaign', 'api'])

export function isOurs(opener: number): boolean {
  return ours.has(openers[opener] ?? '')
}

/**
 * When they were opened, in epoch milliseconds, in no particular order; of [from, to). A reply may come days after the
 * opening it answers, so what happened up to `readTo` is read.
 */
export function arrivalsIn(
  ground: SpecialGround,
  { from, to, readTo }: { readonly from: number; readonly to: number; readonly readTo: number },
): Float64Array {
  const rows = ground.rows('replies', { from, to: Math.max(to, readTo) })
  let starts: ReadonlyMap<number, readonly number[]> | null = null
  const found: number[] = []
  for (let row = 0; row < rows.length; row++) {
    if (isOurs(rows.opener[row] ?? 0) || !neededPerson(rows, row)) continue
    const waited = rows.values['opening']?.[row] ?? Number.NaN
    const at = rows.at[row] ?? 0
    if (Number.isNaN(waited)) starts ??= startsOf(ground, from, to)
    const opened = Number.isNaN(waited)
      ? (starts?.get(rows.slot[row] ?? 0)?.findLast((start) => start <= at) ?? at)
      : at - waited
    if (opened >= from && opened < to) found.push(opened)
  }
  return Float64Array.from(found)
}

/** A person replied, or somebody waited for one in vain. */
function neededPerson(rows: RowsView, row: number): boolean {
  const bits = rows.bits[row] ?? 0
  if ((bits & anyReason) === 0) return true
  const reason = reasonOf(bits)
  return reason === 'no_reply_yet' || reason === 'closed_without_reply'
}

/** Begins of the conversations' episodes, ascending: the row of one without a reply stands at its close. */
function startsOf(ground: SpecialGround, from: number, to: number): ReadonlyMap<number, readonly number[]> {
  const rows = ground.rows('starts', { from, to, unfiltered: true })
  const bySlot = new Map<number, number[]>()
  for (let row = 0; row < rows.length; row++) {
    const slot = rows.slot[row] ?? 0
    const own = bySlot.get(slot)
    if (own === undefined) bySlot.set(slot, [rows.at[row] ?? 0])
    else own.push(rows.at[row] ?? 0)
  }
  for (const own of bySlot.values()) own.sort((one, other) => one - other)
  return bySlot
}
