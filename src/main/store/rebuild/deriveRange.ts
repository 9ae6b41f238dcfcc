/** Derives a range of conversations from their rows and keeps what differs from what is stored. Reads only. */
import type { Timeline } from '../../metrics/timeline.ts'
import { rawSql, type ReadableDb } from '../database.ts'
import type { Derivation } from '../derive.ts'
import { areSameFlags, flagCells, readFlags, type FlagCells } from '../flagRows.ts'
import { headCells, isSameHead, noHead, readHeads, showsHead, type HeadCells } from '../heads.ts'
import { timelinesIn } from '../timeline.ts'

/** What is to be written, as plain data that crosses threads in one piece. */
export interface DerivedRange {
  /** Conversations whose facts changed, and where their packed facts end in `bytes`. */
  readonly ids: Float64Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Conversations that have facts and should have none. */
  readonly gone: readonly number[]
  readonly heads: readonly (readonly [conversation: number, cells: HeadCells])[]
  readonly flags: readonly (readonly [conversation: number, flags: readonly FlagCells[]])[]
  /** Conversations whose first message or last inbound message is another than their row says. */
  readonly unmeasured: readonly number[]
  readonly conversations: number
  readonly messages: number
}

/** Rows read at once: their timelines are derived while the processor still has them at hand. */
const batch = 250

/** Every conversation with `from` ≤ row < `to`, as of one moment. */
export function deriveRange(db: ReadableDb, from: number, to: number, derivation: Derivation): DerivedRange {
  const range = new RangeWriter()
  const read = db.transaction(() => {
    for (let start = from; start < to; start += batch)
      deriveBatch(db, start, Math.min(to, start + batch), derivation, range)
  })
  read()
  return range.take()
}

function deriveBatch(
  db: ReadableDb,
  from: number,
  to: number,
  { derive, pack, settings }: Derivation,
  range: RangeWriter,
): void {
  const stored = storedFacts(db, from, to)
  const flagsOf = readFlags(db, from, to)
  const heads = readHeads(db, from, to)
  const measures = readMeasures(db, from, to)
  for (const [index, [conversation, timeline]] of timelinesIn(db, from, to).entries()) {
    const [, ...head] = heads[index] ?? [conversation, ...noHead]
    const before = stored.get(conversation)
    const flagsBefore = flagsOf.get(conversation) ?? []
    range.conversations += 1
    if (timeline === null) {
      if (!isSameHead(head, noHead)) range.heads.push([conversation, noHead])
      if (flagsBefore.length > 0) range.flags.push([conversation, []])
      continue
    }
    stored.delete(conversation)
    range.messages += timeline.messages.length
    const facts = derive(timeline, settings)
    const packed = pack(facts)
    const isChanged = before === undefined || Buffer.compare(before, packed) !== 0
    if (isChanged) range.add(conversation, packed)
    if (isChanged || !showsHead(head, facts.head)) {
      const cells = headCells(db, facts.head)
      if (!isSameHead(head, cells)) range.heads.push([conversation, cells])
    }
    const flags = facts.flags.map(flagCells)
    if (!areSameFlags(flagsBefore, flags)) range.flags.push([conversation, flags])
    const [, first, lastInbound] = measures[index] ?? [conversation, null, null]
    if (!isMeasured(timeline, first, lastInbound)) range.unmeasured.push(conversation)
  }
  range.gone.push(...stored.keys())
}

/** Packed facts by conversation, ascending. */
function storedFacts(db: ReadableDb, from: number, to: number): Map<number, Uint8Array> {
  return new Map(
    rawSql<[number, Uint8Array]>(
      db,
      'SELECT conversation, data FROM facts WHERE conversation >= ? AND conversation < ?',
    ).all(from, to),
  )
}

function readMeasures(
  db: ReadableDb,
  from: number,
  to: number,
): readonly (readonly [conversation: number, first: number | null, lastInbound: number | null])[] {
  return rawSql<[number, number | null, number | null]>(
    db,
    'SELECT id, first_message_at, last_inbound_at FROM conversations WHERE id >= ? AND id < ? ORDER BY id',
  ).all(from, to)
}

function isMeasured(timeline: Timeline, first: number | null, lastInbound: number | null): boolean {
  const { messages } = timeline
  if ((messages[0]?.at ?? null) !== first) return false
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message?.direction === 'in' && (message.type !== 'system' || message.isCall))
      return message.at === lastInbound
  }
  return lastInbound === null
}

/** Collects a range's outcome; the packed facts go end to end into one buffer. */
class RangeWriter {
  conversations = 0
  messages = 0
  readonly gone: number[] = []
  readonly heads: (readonly [number, HeadCells])[] = []
  readonly flags: (readonly [number, readonly FlagCells[]])[] = []
  readonly unmeasured: number[] = []
  readonly #ids: number[] = []
  readonly #ends: number[] = []
  #bytes = new Uint8Array(2 ** 18)
  #length = 0

  add(conversation: number, packed: Uint8Array): void {
    const end = this.#length + packed.length
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(end * 2)
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    this.#bytes.set(packed, this.#length)
    this.#length = end
    this.#ids.push(conversation)
    this.#ends.push(end)
  }

  take(): DerivedRange {
    const { gone, heads, flags, unmeasured, conversations, messages } = this
    return {
      ids: Float64Array.from(this.#ids),
      ends: Uint32Array.from(this.#ends),
      bytes: this.#bytes.slice(0, this.#length),
      gone,
      heads,
      flags,
      unmeasured,
      conversations,
      messages,
    }
  }
}
