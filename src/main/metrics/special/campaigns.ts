/** What campaigns and templates bring: answers and conversions. */
import type { ExclusionReason, ValueFigure } from '../../../shared/contract.ts'
import { dayMs } from '../../../shared/period.ts'
import { messageBits } from '../bits.ts'
import { contactItems } from './byContact.ts'
import { answeredWithin } from './contacts.ts'
import type { Item, Items } from './items.ts'
import { folded, shareOf, sumOf } from './items.ts'
import type { ConversionEntry } from './side.ts'
import { PairCodes } from './spans.ts'
import type { RowsView, Special, SpecialGround } from './special.ts'

/** How long after a conversation or campaign message a conversion counts as brought by it. */
const convertedWithin = 7 * dayMs

// ── answers ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Of the contacts reached: 1 where one wrote within 72 h of such a message. */
function answers(ground: SpecialGround): Items {
  const rows = ground.rows('campaigns')
  const bitsOf = (index: number) => rows.bits[index] ?? 0
  const isReached = (index: number) => (bitsOf(index) & messageBits.delivered) !== 0
  const included = contactItems(ground, rows, {
    counts: isReached,
    hits: (index) => (rows.values['answered']?.[index] ?? Number.NaN) <= answeredWithin,
  })
  // Contacts of whose messages nobody reports whether they arrived.
  const untold = contactItems(ground, rows, {
    counts: () => true,
    hits: (index) => !isTold(bitsOf(index)),
    every: true,
  })
  const excluded = untold
    .filter(({ evidence }) => evidence.value === 1)
    .map((item) => ({ ...item, reason: 'no_status' as ExclusionReason }))
  return { included, excluded }
}

function isTold(bits: number): boolean {
  return (bits & (messageBits.tracked | messageBits.delivered)) !== 0
}

export const responseRate: Special = shareOf(answers)

// ── conversions ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Of the contacts with a conversation begun or a campaign message in the period: 1 where a conversion followed it. */
function conversionsFollowing(ground: SpecialGround): Items {
  const { conversations, scope, side } = ground
  const entries = side.conversions(scope.from, scope.to + convertedWithin)
  const byContact = Map.groupBy(entries, ({ contact }) => contact)
  const items = (rows: RowsView) =>
    contactItems(ground, rows, {
      counts: () => true,
      hits(index) {
        const at = rows.at[index] ?? 0
        const contact = conversations.contactRow(conversations.contact[rows.slot[index] ?? 0] ?? 0)
        const own = byContact.get(contact) ?? []
        return own.some(
          (entry) => entry.at >= at && entry.at <= at + convertedWithin && entry.at <= ground.now,
        )
      },
    })
  return {
    included: oneEach([...items(ground.rows('starts')), ...items(ground.rows('campaigns'))]),
    excluded: [],
  }
}

/** One item a contact and cell: the one that hit, where there is one. */
function oneEach(items: readonly Item[]): readonly Item[] {
  const pairs = new PairCodes()
  const kept: Item[] = []
  for (const item of items) {
    const pair = pairs.codeOf(item.cell, item.evidence.contact)
    if (kept[pair] === undefined || item.evidence.value === 1) kept[pair] = item
  }
  return kept
}

export const conversionRate: Special = shareOf(conversionsFollowing)

/** A conversion's amount, and in what. */
interface Amount extends Item {
  readonly currency: string | null
}

function amounts(ground: SpecialGround): Items & { readonly included: readonly Amount[] } {
  const { scope } = ground
  // Conversions are nobody's.
  if (scope.agents.length + scope.teams.length > 0) return { included: [], excluded: [], unknowable: true }
  const entries = ground.side
    .conversions(scope.from, scope.to)
    .map((entry) => ({ entry, slot: ground.conversations.slotOf(entry.conversation) }))
    .filter(({ slot }) => ground.passesSlot(slot))
  const nobody = entries.map(() => 0)
  const none = entries.map(() => -1)
  const placed = {
    slot: entries.map(({ slot }) => slot),
    agent: nobody,
    team: nobody,
    opener: none,
    word: none,
    labels: { goal: (index: number) => entries[index]?.entry.goal ?? null },
  }
  const included = entries.map(({ entry }, index): Amount => ({
    cell: ground.cells.cellAt(placed, index, entry.at),
    evidence: amountEvidence(entry),
    currency: entry.value === null ? null : (entry.currency ?? ''),
  }))
  return { included, excluded: [] }
}

function amountEvidence({ conversation, contact, at, value }: ConversionEntry) {
  return { conversation, k: -1, agent: -1, contact, at, value }
}

/** Sum of the amounts; null where they are in more than one currency, or where none states one. `of`: conversions with an amount. */
function total(items: readonly Item[]): ValueFigure {
  const stated = items.filter(({ evidence }) => evidence.value !== null)
  const currencies = new Set(stated.map((item) => ('currency' in item ? item.currency : null)))
  const known = currencies.size === 1 || items.length === 0
  return { value: known ? sumOf(stated) : null, of: stated.length }
}

export const conversionValue: Special = folded(amounts, total)
