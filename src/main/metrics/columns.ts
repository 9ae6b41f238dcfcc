/**
 * The facts of all conversations as columns: what dashboards scan. Kept by the reader thread, filled from the packed
 * facts of the cache and patched conversation by conversation; nothing here is ever out of step with the facts.
 */
import { Numbering } from './numbering.ts'
import { unpackFacts } from './pack.ts'
import { rowsOf } from './rows.ts'
import { Stream, grown } from './stream.ts'
import type { StreamName } from './streams.ts'
import { streamNames } from './streams.ts'

/** Above this share of struck-out rows a stream is compacted. */
const deadShare = 0.25

export class Columns {
  readonly agents = new Numbering(32_767)
  readonly teams = new Numbering(32_767)
  readonly channels = new Numbering(32_767)
  readonly categories = new Numbering(32_767)
  readonly contacts = new Numbering(2 ** 31 - 1)
  readonly streams = Object.fromEntries(streamNames.map((name) => [name, new Stream(name)])) as Readonly<
    Record<StreamName, Stream>
  >
  /** Raised with every change: what was remembered under another version is stale. */
  version = 0

  /** By slot: the conversation's row id, and codes of its contact, channel, category and present agent. */
  conversation = new Float64Array(0)
  contact = new Int32Array(0)
  channel = new Int16Array(0)
  category = new Int16Array(0)
  current = new Int16Array(0)
  readonly #slots = new Map<number, number>()

  #firstStarts = new Float64Array(0)
  #firstStartsVersion = -1

  /** Replaces what is known of one conversation (row id) by its packed facts; null: it is gone. */
  replace(conversation: number, bytes: Uint8Array | null): void {
    const facts = bytes === null ? null : unpackFacts(bytes)
    this.version += 1
    const known = this.#slots.get(conversation)
    if (known !== undefined) for (const name of streamNames) this.streams[name].strike(known)
    if (facts === null) return
    const slot = known ?? this.#newSlot(conversation)
    this.contact[slot] = this.contacts.codeOf(facts.contact)
    this.channel[slot] = this.channels.codeOf(facts.channel)
    this.category[slot] = this.categories.codeOf(facts.category)
    this.current[slot] = this.agents.codeOf(facts.head.agent)
    rowsOf(facts, (name, row) =>
      this.streams[name].append(slot, {
        ...row,
        agent: this.agents.codeOf(row.agent),
        other: this.agents.codeOf(row.other),
        team: this.teams.codeOf(row.team),
      }),
    )
    for (const name of streamNames) {
      const stream = this.streams[name]
      if (stream.dead > 4096 && stream.dead > stream.length * deadShare) stream.compact()
    }
  }

  /** Drops every struck-out row. */
  compact(): void {
    this.version += 1
    for (const name of streamNames) this.streams[name].compact()
  }

  memoryBytes(): number {
    const { conversation, contact, channel, category, current } = this
    const own = [conversation, contact, channel, category, current, this.#firstStarts]
    return (
      own.reduce((sum, array) => sum + array.byteLength, 0) +
      streamNames.reduce((sum, name) => sum + this.streams[name].memoryBytes(), 0)
    )
  }

  /** By contact code: when the contact's first episode ever began; infinity where there is none. */
  firstStarts(): Float64Array {
    if (this.#firstStartsVersion === this.version) return this.#firstStarts
    const firsts = new Float64Array(this.contacts.size).fill(Number.POSITIVE_INFINITY)
    const { at, slot, length } = this.streams.starts
    for (let row = 0; row < length; row++) {
      const contact = this.contact[slot[row] ?? 0] ?? 0
      // False for a struck-out row: NaN is less than nothing.
      if ((at[row] ?? 0) < (firsts[contact] ?? 0)) firsts[contact] = at[row] ?? 0
    }
    this.#firstStarts = firsts
    this.#firstStartsVersion = this.version
    return firsts
  }

  #newSlot(conversation: number): number {
    const slot = this.#slots.size
    if (slot === this.conversation.length) {
      const capacity = Math.max(1024, Math.ceil(slot * 1.5))
      this.conversation = grown(this.conversation, new Float64Array(capacity))
      this.contact = grown(this.contact, new Int32Array(capacity))
      this.channel = grown(this.channel, new Int16Array(capacity))
      this.category = grown(this.category, new Int16Array(capacity))
      this.current = grown(this.current, new Int16Array(capacity))
    }
    this.#slots.set(conversation, slot)
    this.conversation[slot] = conversation
    return slot
  }
}

export function createColumns(): Columns {
  return new Columns()
}
