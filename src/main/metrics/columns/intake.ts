/** Conversations on their way into the columns: their rows by stream and month, and what is known of each. */
import type { ConversationFacts } from '../facts.ts'
import { rowsOf } from '../rows.ts'
import { lastHolder } from '../search.ts'
import type { Row, StreamName } from '../streams.ts'
import { streamNames } from '../streams.ts'
import { monthOf, startOfMonth } from './months.ts'
import { RowBuffer } from './rowBuffer.ts'
import type { SlotEntry } from './slots.ts'
import type { StreamColumns } from './streamColumns.ts'

type Streams = Readonly<Record<StreamName, StreamColumns>>

export class Intake {
  readonly #streams: Streams
  readonly #buffers = new Map<StreamName, Map<number, RowBuffer>>(
    streamNames.map((name) => [name, new Map<number, RowBuffer>()]),
  )
  // Rows of one conversation mostly lie in one month.
  #month = 0
  #monthFrom = 0
  #monthTo = 0

  constructor(streams: Streams) {
    this.#streams = streams
  }

  /** @returns what is known of the conversation, for `Slots`. */
  add(facts: ConversationFacts): SlotEntry {
    const channel = Math.max(0, facts.channel)
    const category = Math.max(0, facts.category)
    let startedAt = Number.POSITIVE_INFINITY
    let firstAt = Number.POSITIVE_INFINITY
    let lastAt = Number.NEGATIVE_INFINITY
    rowsOf(facts, (name, row) => {
      const { at } = row
      if (at < firstAt) firstAt = at
      if (at > lastAt) lastAt = at
      if (name === 'starts' && at < startedAt) startedAt = at
      this.#append(name, row, facts.conversation, channel)
    })
    const contact = Math.max(0, facts.contact)
    const agent = Math.max(0, lastHolder(facts.assignments))
    // Without rows it lies nowhere.
    if (lastAt < firstAt) [firstAt, lastAt] = [0, -1]
    return { contact, channel, category, agent, startedAt, firstAt, lastAt }
  }

  /** Gives every buffer, the intake is empty again. */
  *take(): Generator<readonly [StreamName, RowBuffer]> {
    for (const [name, buffers] of this.#buffers) {
      const months = [...buffers.values()]
      buffers.clear()
      for (const buffer of months) yield [name, buffer]
    }
  }

  #append(name: StreamName, row: Row, slot: number, channel: number): void {
    const { at } = row
    if (at < this.#monthFrom || at >= this.#monthTo) this.#turnTo(at)
    const buffers = this.#buffers.get(name)
    let buffer = buffers?.get(this.#month)
    if (buffer === undefined) {
      buffer = new RowBuffer(name, this.#month)
      buffers?.set(this.#month, buffer)
    }
    const stream = this.#streams[name]
    const cell = stream.cellOf(row, channel)
    buffer.append(at, slot, cell, stream.kindOf(row), row.k, row.values, row.pauses)
  }

  #turnTo(at: number): void {
    this.#month = monthOf(at)
    this.#monthFrom = startOfMonth(this.#month)
    this.#monthTo = startOfMonth(this.#month + 1)
  }
}
