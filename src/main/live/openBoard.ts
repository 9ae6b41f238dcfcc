/**
 * The conversations that are open, as rows at hand: read once by the index of open ones, then kept in step with the facts,
 * so that the wall looks at a few changed rows each time and never at all there are.
 */
import { spansOf, type ConversationSpan } from '../metrics/spans.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readFactsVersion, type FactsVersion } from '../store/derivation.ts'
import { conversationName } from '../store/names.ts'

/** How a conversation stands at a moment. Row ids of the store, -1 for none; epoch milliseconds. */
export interface Standing {
  readonly row: number
  readonly contact: number
  readonly channel: number
  /** Who has it as far as is known, or else is inferred. */
  readonly agent: number
  /** The one in force; that of the agent counts before it. */
  readonly team: number
  readonly category: number
  readonly startedAt: number
  /** Since when the customer waits for a person; null: does not wait. */
  readonly waitingSince: number | null
}

/** What a row of the wall tells beside how the conversation stands. */
export interface ConversationDetails {
  readonly name: string
  /** k of the last message that counts; -1: none. */
  readonly lastMessage: number
  /** Row of words; -1: not known. */
  readonly language: number
}

interface BoardRow extends Standing {
  readonly isOpen: boolean
  readonly lastAt: number
  readonly source: number
  readonly rid: string
  details: ConversationDetails | null
  /** Of one of which records lie ahead of the clock. */
  spans: readonly ConversationSpan[] | null
}

type Cells = readonly [
  row: number,
  source: number,
  rid: string,
  contact: number,
  channel: number,
  agent: number | null,
  team: number | null,
  category: number | null,
  state: number,
  startedAt: number,
  lastAt: number,
  waitingSince: number | null,
]

const columns = `id, source, rid, contact, channel, agent, team, category, state, started_at, last_at, waiting_since`
const openRows = `SELECT ${columns} FROM conversations INDEXED BY conversations_open WHERE state < 3 AND started_at IS NOT NULL`
const aheadRows = `SELECT ${columns} FROM conversations INDEXED BY conversations_last WHERE last_at > ? AND started_at IS NOT NULL ORDER BY last_at LIMIT ?`
const oneRow = `SELECT ${columns} FROM conversations WHERE id = ? AND started_at IS NOT NULL`
const changedFacts = 'SELECT conversation FROM facts WHERE version > ? LIMIT ?'
const goneFacts = 'SELECT conversation FROM facts_gone WHERE version > ? LIMIT ?'

/** Above so many changed conversations all open ones are read again: that costs less. */
const mostChanged = 2000
/**
 * Conversations of which records lie ahead of the clock (clocks disagree by seconds) are looked at exactly, up to so
 * many; where a clock is wrong by days the rest stands as its last record says.
 */
const mostAhead = 2000

export class OpenBoard {
  readonly #cache: ReadableDb
  readonly #rows = new Map<number, BoardRow>()
  #held: FactsVersion = { epoch: '', version: -1 }
  #readAt = -Infinity

  constructor(cache: ReadableDb) {
    this.#cache = cache
  }

  /** Every conversation open at this moment, in no order: what happened this millisecond has happened. */
  standing(now: number): readonly Standing[] {
    this.#refresh(now)
    const found: Standing[] = []
    for (const row of this.#rows.values()) {
      if (row.lastAt > now) {
        const standing = this.#standingAt(row, now)
        if (standing !== null) found.push(standing)
      } else if (row.isOpen) found.push(row)
      else this.#rows.delete(row.row)
    }
    return found
  }

  /** Of a conversation `standing` answered. Kept until the conversation changes. */
  details(conversation: number): ConversationDetails {
    const row = this.#rows.get(conversation)
    if (row === undefined) return { name: '', lastMessage: -1, language: -1 }
    return (row.details ??= this.#readDetails(row))
  }

  #refresh(now: number): void {
    const held = readFactsVersion(this.#cache)
    // A clock that was put back may have passed the end of what is open again.
    const isStale = held.epoch !== this.#held.epoch || now < this.#readAt
    const changed = isStale ? null : this.#changed(held.version)
    if (changed === null) this.#readAll(now)
    else for (const conversation of changed) this.#readOne(conversation, now)
    this.#held = held
    this.#readAt = now
  }

  /** Null: too many to go through one by one. */
  #changed(version: number): readonly number[] | null {
    if (version === this.#held.version) return []
    const after = [this.#held.version, mostChanged + 1]
    const facts = rawSql<[number]>(this.#cache, changedFacts).all(...after)
    const gone = rawSql<[number]>(this.#cache, goneFacts).all(...after)
    return facts.length + gone.length > mostChanged ? null : [...facts, ...gone].map(([row]) => row)
  }

  #readAll(now: number): void {
    this.#rows.clear()
    for (const cells of rawSql<Cells>(this.#cache, openRows).all()) this.#put(cells)
    for (const cells of rawSql<Cells>(this.#cache, aheadRows).all(now, mostAhead)) this.#put(cells)
  }

  #readOne(conversation: number, now: number): void {
    const cells = rawSql<Cells>(this.#cache, oneRow).get(conversation)
    if (cells !== undefined && (cells[8] < 3 || cells[10] > now)) this.#put(cells)
    else this.#rows.delete(conversation)
  }

  #put(cells: Cells): void {
    const [row, source, rid, contact, channel, agent, team, category, state, startedAt, lastAt, since] = cells
    this.#rows.set(row, {
      row,
      source,
      rid,
      contact,
      channel,
      agent: agent ?? -1,
      team: team ?? -1,
      category: category ?? -1,
      isOpen: state < 3,
      startedAt,
      lastAt,
      waitingSince: since,
      details: null,
      spans: null,
    })
  }

  /** By the spans of its facts; null: not open then. */
  #standingAt(row: BoardRow, now: number): Standing | null {
    row.spans ??= this.#readSpans(row.row)
    const span = row.spans.findLast(({ from, to }) => from <= now && (to === null || to > now))
    return span === undefined
      ? null
      : { ...row, agent: span.holder, team: span.team, waitingSince: span.waitingSince }
  }

  #readSpans(row: number): readonly ConversationSpan[] {
    const packed = this.#factsOf(row)
    return packed === undefined ? [] : spansOf(unpackFacts(packed))
  }

  #readDetails({ row, source, rid }: BoardRow): ConversationDetails {
    const packed = this.#factsOf(row)
    const facts = packed === undefined ? null : unpackFacts(packed)
    return {
      name: conversationName(this.#cache, source, rid),
      lastMessage: facts?.head.lastMessage ?? -1,
      language: facts?.mood?.language ?? -1,
    }
  }

  #factsOf(row: number): Uint8Array | undefined {
    return value<Uint8Array>(this.#cache, 'SELECT data FROM facts WHERE conversation = ?', row)
  }
}
