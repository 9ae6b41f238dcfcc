/** Derives a range of conversations from their rows and keeps what differs from what is stored. Reads only. */
import type { ConversationFacts, FactSettings } from '../../metrics/facts.ts'
import type { Timeline } from '../../metrics/timeline.ts'
import { rawSql, type ReadableDb } from '../database.ts'
import type { Derivation } from '../derive.ts'
import { areSameFlags, flagCells, readFlags, type FlagCells } from '../flagRows.ts'
import { headCells, isSameHead, noHead, readHeads, showsHead, type HeadCells } from '../heads.ts'
import { factSettings } from '../surroundings.ts'
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

/**
 * Every conversation with `from` ≤ row < `to`, as of one moment. Heads and flags are written with the facts they belong to,
 * so those of unchanged facts are looked at only where something is to be mended.
 */
export function deriveRange(
  db: ReadableDb,
  from: number,
  to: number,
  derivation: Derivation,
  mends: boolean,
): DerivedRange {
  const range = new RangeWriter()
  const read = db.transaction(() => {
    const wanted = factSettings(db, derivation.settings)
    for (let start = from; start < to; start += batch)
      deriveBatch(db, start, Math.min(to, start + batch), derivation, wanted, mends, range)
  })
  read()
  return range.take()
}

function deriveBatch(
  db: ReadableDb,
  from: number,
  to: number,
  { derive, pack }: Derivation,
  settings: FactSettings,
  mends: boolean,
  range: RangeWriter,
): void {
  const stored = storedFacts(db, from, to)
  const shown = mends || stored.size === 0 ? shownIn(db, from, to) : null
  for (const [conversation, timeline] of timelinesIn(db, from, to)) {
    const before = stored.get(conversation)
    range.conversations += 1
    if (timeline === null) {
      if (before !== undefined || mends) showNothing(range, conversation, shown ?? shownOf(db, conversation))
      continue
    }
    stored.delete(conversation)
    range.messages += timeline.messages.length
    const facts = derive(timeline, settings)
    const packed = pack(facts)
    const isChanged = before === undefined || Buffer.compare(before, packed) !== 0
    if (isChanged) range.add(conversation, packed)
    if (isChanged || mends)
      show(db, range, facts, shown ?? shownOf(db, conversation), mends || before === undefined)
    if (mends && !isMeasured(timeline, shown?.measures.get(conversation))) range.unmeasured.push(conversation)
  }
  range.gone.push(...stored.keys())
}

/** What is stored beside the facts, by conversation. */
interface Shown {
  readonly heads: ReadonlyMap<number, HeadCells>
  readonly flags: ReadonlyMap<number, readonly FlagCells[]>
  readonly measures: ReadonlyMap<number, Measure>
}

function shownIn(db: ReadableDb, from: number, to: number): Shown {
  return {
    heads: readHeads(db, from, to),
    flags: readFlags(db, from, to),
    measures: readMeasures(db, from, to),
  }
}

function shownOf(db: ReadableDb, conversation: number): Shown {
  return shownIn(db, conversation, conversation + 1)
}

function show(
  db: ReadableDb,
  range: RangeWriter,
  facts: ConversationFacts,
  shown: Shown,
  /** Whether the words of the last message may be others though the head is the same: no setting changes those. */
  words: boolean,
): void {
  const { conversation } = facts
  const head = shown.heads.get(conversation) ?? noHead
  if (words || !showsHead(head, facts.head)) {
    const cells = headCells(db, facts.head)
    if (!isSameHead(head, cells)) range.heads.push([conversation, cells])
  }
  const flags = facts.flags.map(flagCells)
  if (!areSameFlags(shown.flags.get(conversation) ?? [], flags)) range.flags.push([conversation, flags])
}

function showNothing(range: RangeWriter, conversation: number, shown: Shown): void {
  if (!isSameHead(shown.heads.get(conversation) ?? noHead, noHead)) range.heads.push([conversation, noHead])
  if (shown.flags.has(conversation)) range.flags.push([conversation, []])
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

type Measure = readonly [first: number | null, lastInbound: number | null]

function readMeasures(db: ReadableDb, from: number, to: number): ReadonlyMap<number, Measure> {
  return new Map(
    rawSql<[number, ...Measure]>(
      db,
      'SELECT id, first_message_at, last_inbound_at FROM conversations WHERE id >= ? AND id < ?',
    )
      .all(from, to)
      .map(([conversation, ...measure]) => [conversation, measure]),
  )
}

function isMeasured({ messages }: Timeline, [first, lastInbound]: Measure = [null, null]): boolean {
  const last = messages.findLast(
    ({ direction, type, isCall }) => direction === 'in' && (type !== 'system' || isCall),
  )
  return first === (messages[0]?.at ?? null) && lastInbound === (last?.at ?? null)
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
