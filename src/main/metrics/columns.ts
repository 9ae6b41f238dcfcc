/**
 * The facts of all conversations as columns: what dashboards scan. Kept by the reader thread, filled from the packed
 * facts of the cache and patched conversation by conversation; nothing here is ever out of step with the facts.
 */
import { Intake } from './columns/intake.ts'
import { ColumnMemory } from './columns/memory.ts'
import { startOfMonth } from './columns/months.ts'
import type { SlotEntry } from './columns/slots.ts'
import { Slots } from './columns/slots.ts'
import { StreamColumns } from './columns/streamColumns.ts'
import type { Stretch } from './columns/strike.ts'
import { strikeMarked, united } from './columns/strike.ts'
import type { ConversationFacts } from './facts.ts'
import { unpackFacts } from './pack.ts'
import type { StreamName } from './streams.ts'
import { streamNames } from './streams.ts'

/** A conversation's row id and its packed facts; null: it is gone. */
export type Change = readonly [conversation: number, facts: Uint8Array | null]

/** Conversations being taken in. */
export interface Filling {
  add(facts: Uint8Array): void
  addFacts(facts: ConversationFacts): void
  /** Makes them part of the columns, in steps of some ten milliseconds. */
  finish(): Generator<void>
}

export class Columns {
  readonly memory: ColumnMemory
  readonly slots: Slots
  readonly streams: Readonly<Record<StreamName, StreamColumns>>
  /** Raised with every change: what was remembered under another version is stale. */
  version = 0

  constructor(parts?: Pick<Columns, 'memory' | 'slots' | 'streams'>) {
    this.memory = parts?.memory ?? new ColumnMemory()
    this.slots = parts?.slots ?? new Slots()
    this.streams = parts?.streams ?? newStreams(this.memory)
  }

  /** Replaces what is known of one conversation by its packed facts; null: it is gone. */
  replace(conversation: number, facts: Uint8Array | null): void {
    this.replaceAll([[conversation, facts]])
  }

  /** The same for many at once, which costs little more than for one. */
  replaceAll(changes: Iterable<Change>): void {
    this.replaceFacts(
      [...changes].map(([conversation, bytes]) => [conversation, bytes && unpackFacts(bytes)]),
    )
  }

  /** The same with facts that are not packed. */
  replaceFacts(changes: Iterable<readonly [conversation: number, facts: ConversationFacts | null]>): void {
    const newest = [...new Map(changes)].sort(([a], [b]) => a - b)
    this.#strike(newest.map(([conversation]) => conversation))
    const intake = new Intake(this.streams)
    for (const [conversation, facts] of newest) {
      if (facts === null) this.slots.clear(conversation)
      else this.slots.set(conversation, intake.add(facts))
    }
    this.#settle(intake)
  }

  /** Takes in conversations that are not in the columns yet, a few at a time; nothing shows before `finish`. */
  fill(): Filling {
    const intake = new Intake(this.streams)
    const entries: (readonly [number, SlotEntry])[] = []
    const addFacts = (facts: ConversationFacts) => void entries.push([facts.conversation, intake.add(facts)])
    return {
      add: (facts) => addFacts(unpackFacts(facts)),
      addFacts,
      finish: () => this.#finish(entries, intake),
    }
  }

  *#finish(entries: readonly (readonly [number, SlotEntry])[], intake: Intake): Generator<void> {
    for (const [index, [conversation, entry]] of entries.entries()) {
      this.slots.set(conversation, entry)
      if (index % 65_536 === 65_535) yield
    }
    for (const [name, buffer] of intake.take()) {
      this.streams[name].add(buffer)
      yield
    }
    this.version += 1
  }

  /** From now on, until what is answered is called, the period a conversation's rows lie in only grows. */
  growRanges(): () => void {
    this.slots.onlyGrow = true
    return () => void (this.slots.onlyGrow = false)
  }

  /** Lets go of what is held of months that ended by then, for whoever goes through time once; it can be had again. */
  letGoBefore(at: number): void {
    for (const name of streamNames)
      for (const segment of this.streams[name].segments)
        if (startOfMonth(segment.month + 1) <= at) segment.retire()
  }

  /** How many rows are only in memory, or struck out on disk: what a restart has to make again. */
  unsaved(): number {
    const segments = streamNames.flatMap((name) => this.streams[name].segments)
    return segments.reduce((sum, segment) => sum + (segment.onDisk ? segment.struck : segment.length), 0)
  }

  /** Drops every struck-out row, and makes each month one segment. */
  compact(): void {
    this.version += 1
    for (const name of streamNames)
      for (const month of this.streams[name].months) this.streams[name].compactMonth(month)
  }

  /** How many rows of a stream count, and how many are struck out. */
  rowsOf(name: StreamName): { readonly live: number; readonly struck: number } {
    const { segments } = this.streams[name]
    const struck = segments.reduce((sum, segment) => sum + segment.struck, 0)
    return { live: segments.reduce((sum, segment) => sum + segment.length, 0) - struck, struck }
  }

  memoryBytes(): number {
    const own = streamNames.flatMap((name) => this.streams[name].segments.map((segment) => segment.ownBytes))
    return own.reduce((sum, bytes) => sum + bytes, this.memory.bytes + this.slots.bytes)
  }

  #settle(intake: Intake): void {
    for (const [name, buffer] of intake.take()) this.streams[name].add(buffer)
    this.version += 1
  }

  #strike(conversations: readonly number[]): void {
    const held = conversations.filter((conversation) => this.slots.has(conversation))
    if (held.length === 0) return
    const marks = new Uint8Array(this.slots.size)
    for (const slot of held) marks[slot] = 1
    const stretches = united(
      held.map((slot): Stretch => {
        const [from, to] = this.slots.rangeOf(slot)
        return { from, to }
      }),
    )
    for (const name of streamNames)
      for (const segment of this.streams[name].segments) strikeMarked(segment, stretches, marks)
  }
}

function newStreams(memory: ColumnMemory): Columns['streams'] {
  return Object.fromEntries(
    streamNames.map((name) => [name, new StreamColumns(name, memory)]),
  ) as unknown as Columns['streams']
}

export function createColumns(): Columns {
  return new Columns()
}
