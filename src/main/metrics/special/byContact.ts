/** Rows that count by contact: however many there are of one in a cell, it is one thing. */
import { evidenceOf } from './engagement.ts'
import type { Placeable } from './cells.ts'
import type { Item } from './items.ts'
import { PairCodes } from './spans.ts'
import type { RowsView, SpecialGround } from './special.ts'

export interface ContactRule {
  /** Whether the contact of this row is counted at all. */
  readonly counts: (index: number) => boolean
  /** Whether this row makes the contact one of those sought: one such row is enough, or with `every` one that is not spoils it. */
  readonly hits: (index: number) => boolean
  readonly every?: true
  /** What rows are placed by, where that is not the rows alone. */
  readonly placed?: Placeable
  /** When rows count, where that is not their own time. */
  readonly at?: number
}

/** One item a contact and cell, its value 1 or 0; shown by the row that decided it, else by the last. */
export function contactItems(ground: SpecialGround, rows: RowsView, rule: ContactRule): readonly Item[] {
  const { contact } = ground.conversations
  const pairs = new PairCodes()
  const values: boolean[] = []
  const shown: number[] = []
  for (let index = 0; index < rows.length; index++) {
    const code = contact[rows.slot[index] ?? 0] ?? 0
    if (code === 0 || !rule.counts(index)) continue
    const cell = ground.cells.cellAt(rule.placed ?? rows, index, rule.at ?? rows.at[index] ?? 0)
    const pair = pairs.codeOf(cell, code)
    const hit = rule.hits(index)
    const decisive = rule.every === true ? !hit : hit
    const known = values[pair]
    if (known === undefined) values[pair] = hit
    else if (decisive) values[pair] = hit
    if (known === undefined || decisive || !isDecided(known, rule)) shown[pair] = index
  }
  return values.map((value, pair) => ({
    cell: pairs.firstOf(pair),
    evidence: evidenceOf(ground, rows, shown[pair] ?? 0, value ? 1 : 0),
  }))
}

function isDecided(value: boolean, rule: ContactRule): boolean {
  return rule.every === true ? !value : value
}

/** How the contacts of rows were added, by index of the row. */
export function addedByOf(ground: SpecialGround, rows: RowsView): (index: number) => string | null {
  const { conversations, side } = ground
  const rowOf = (index: number) => conversations.contactRow(conversations.contact[rows.slot[index] ?? 0] ?? 0)
  const contacts = new Set<number>()
  for (let index = 0; index < rows.length; index++) contacts.add(rowOf(index))
  const profiles = side.profiles([...contacts])
  return (index) => profiles.get(rowOf(index))?.addedBy ?? null
}
