/**
 * What is known of each conversation beside its rows. A slot is the store's row id of a conversation: those are small
 * numbers almost without gaps. All other numbers are row ids too; 0 stands for none.
 */
import { withRoom } from './encoding.ts'
import { quarterMs } from './months.ts'
import { SlotColumns } from './slotColumns.ts'

export interface SlotEntry {
  readonly contact: number
  readonly channel: number
  readonly category: number
  /** Who has the conversation now. */
  readonly agent: number
  /** When its first episode began; infinity where there is none. */
  readonly startedAt: number
  /** All its rows lie in [firstAt, lastAt]. */
  readonly firstAt: number
  readonly lastAt: number
}

/** The largest row ids there ever were. */
export interface LargestRows {
  contact: number
  agent: number
  category: number
}

/** When contacts began their first episode ever, infinity where there is none: by contact, and by conversation. */
interface ContactStarts {
  first: Float64Array
  bySlot: Float64Array
}

export class Slots {
  readonly columns: SlotColumns
  #size: number
  readonly largest: LargestRows
  #contacts: ContactStarts | null = null
  /** While files are written, a conversation's old rows may be in one of them: its period only grows. */
  onlyGrow = false
  /** Contacts whose first episode may be another than it was. */
  readonly #doubtful = new Set<number>()

  /** `kept`: as they were, with their largest row ids. */
  constructor(kept?: { readonly columns: SlotColumns; readonly largest: LargestRows }) {
    this.columns = kept?.columns ?? new SlotColumns()
    this.#size = this.columns.contact.length
    this.largest = { ...(kept?.largest ?? { contact: 0, agent: 0, category: 0 }) }
  }

  /** One more than the largest slot. */
  get size(): number {
    return this.#size
  }

  get bytes(): number {
    const contacts =
      this.#contacts === null ? 0 : this.#contacts.first.byteLength + this.#contacts.bySlot.byteLength
    return this.columns.bytes + contacts
  }

  /** Whether a conversation has rows. */
  has(slot: number): boolean {
    return (this.columns.toQuarter[slot] ?? 0) > (this.columns.fromQuarter[slot] ?? 0)
  }

  /** The period all rows of a conversation lie in. */
  rangeOf(slot: number): readonly [from: number, to: number] {
    const { fromQuarter, toQuarter } = this.columns
    return [(fromQuarter[slot] ?? 0) * quarterMs, (toQuarter[slot] ?? 0) * quarterMs]
  }

  set(slot: number, entry: SlotEntry): void {
    this.#reserve(slot)
    const { columns } = this
    this.#noteStart(slot, entry.contact, entry.startedAt)
    columns.contact[slot] = entry.contact
    columns.channel[slot] = entry.channel
    columns.category[slot] = entry.category
    columns.agent[slot] = entry.agent
    columns.startedAt[slot] = entry.startedAt
    const { largest } = this
    largest.contact = Math.max(largest.contact, entry.contact)
    largest.agent = Math.max(largest.agent, entry.agent)
    largest.category = Math.max(largest.category, entry.category)
    this.#setRange(slot, Math.floor(entry.firstAt / quarterMs), Math.floor(entry.lastAt / quarterMs) + 1)
  }

  /** The conversation has no rows any more. */
  clear(slot: number): void {
    if (slot >= this.#size) return
    this.#noteStart(slot, 0, Number.POSITIVE_INFINITY)
    const { columns } = this
    columns.contact[slot] = columns.channel[slot] = columns.category[slot] = columns.agent[slot] = 0
    columns.startedAt[slot] = Number.POSITIVE_INFINITY
    if (!this.onlyGrow) columns.fromQuarter[slot] = columns.toQuarter[slot] = 0
  }

  #setRange(slot: number, from: number, to: number): void {
    const { fromQuarter, toQuarter } = this.columns
    const grows = this.onlyGrow && this.has(slot)
    fromQuarter[slot] = grows ? Math.min(from, fromQuarter[slot] ?? 0) : from
    toQuarter[slot] = grows ? Math.max(to, toQuarter[slot] ?? 0) : to
  }

  /**
   * By conversation that has an episode: when the first one its contact ever had began. Kept beside the conversations because rows lie in
   * about their order, and contacts in none.
   */
  contactStarts(): Float64Array {
    const { contact } = this.columns
    const known = this.#contacts
    if (known === null) {
      const contacts = {
        first: new Float64Array(this.largest.contact + 1),
        bySlot: new Float64Array(contact.length),
      }
      this.#contacts = contacts
      this.#findStarts(contacts, new Uint8Array(contacts.first.length).fill(1))
    } else if (this.#doubtful.size > 0) {
      const marks = new Uint8Array(known.first.length)
      for (const one of this.#doubtful) marks[one] = 1
      this.#findStarts(known, marks)
    }
    this.#doubtful.clear()
    return this.#contacts?.bySlot ?? new Float64Array(0)
  }

  /** Finds when the marked contacts began, and notes it for all their conversations. */
  #findStarts({ first, bySlot }: ContactStarts, marks: Uint8Array): void {
    const { contact, startedAt } = this.columns
    for (let one = 0; one < marks.length; one++) if (marks[one] === 1) first[one] = Number.POSITIVE_INFINITY
    for (let slot = 0; slot < this.#size; slot++) {
      const one = contact[slot] ?? 0
      if (marks[one] === 1 && (startedAt[slot] ?? 0) < (first[one] ?? 0)) first[one] = startedAt[slot] ?? 0
    }
    for (let slot = 0; slot < this.#size; slot++) {
      const one = contact[slot] ?? 0
      if (marks[one] === 1) bySlot[slot] = first[one] ?? 0
    }
  }

  #noteStart(slot: number, contact: number, startedAt: number): void {
    const known = this.#contacts
    if (known === null) return
    const before = this.columns.contact[slot] ?? 0
    const startedBefore = this.columns.startedAt[slot] ?? 0
    const later = before !== contact || startedAt > startedBefore
    if (later && before !== 0 && known.first[before] === startedBefore) this.#doubtful.add(before)
    const end = known.first.length
    if (contact >= end) known.first = withRoom(known.first, contact + 1).fill(Number.POSITIVE_INFINITY, end)
    known.bySlot = withRoom(known.bySlot, slot + 1)
    const first = known.first[contact] ?? 0
    known.first[contact] = Math.min(first, startedAt)
    known.bySlot[slot] = Math.min(first, startedAt)
    // Its other conversations have to hear of it.
    if (startedAt < first && first < Number.POSITIVE_INFINITY) this.#doubtful.add(contact)
  }

  #reserve(slot: number): void {
    if (slot < this.#size) return
    const from = this.columns.startedAt.length
    const { columns } = this
    if (slot >= from) {
      columns.contact = withRoom(columns.contact, slot + 1)
      columns.channel = withRoom(columns.channel, slot + 1)
      columns.category = withRoom(columns.category, slot + 1)
      columns.agent = withRoom(columns.agent, slot + 1)
      columns.startedAt = withRoom(columns.startedAt, slot + 1).fill(Number.POSITIVE_INFINITY, from)
      columns.fromQuarter = withRoom(columns.fromQuarter, slot + 1)
      columns.toQuarter = withRoom(columns.toQuarter, slot + 1)
    }
    this.#size = slot + 1
  }
}
