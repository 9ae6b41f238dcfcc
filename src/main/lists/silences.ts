/**
 * Whether anything happened in a conversation within a period. Its first and last moment answer that for most; for one
 * that spans the period its long silences do, and for periods shorter than those the records themselves.
 */
import { firstK } from '../store/bits.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { ConversationFacts } from '../metrics/facts.ts'

/** Silences from this long on are kept: no day of a calendar is shorter, whatever its clocks do. Milliseconds. */
const shortestKept = 20 * 3_600_000

export class Silences {
  readonly #cache: ReadableDb
  /** Begin and end of each, by conversation. */
  readonly #kept = new Map<number, Float64Array>()

  constructor(cache: ReadableDb) {
    this.#cache = cache
  }

  get bytes(): number {
    let bytes = 0
    for (const silences of this.#kept.values()) bytes += silences.byteLength + 100
    return bytes
  }

  put({ conversation, head }: Pick<ConversationFacts, 'conversation' | 'head'>): void {
    const silences =
      head.lastAt - head.startedAt < shortestKept ? [] : this.#read(conversation, head.startedAt)
    if (silences.length === 0) this.#kept.delete(conversation)
    else this.#kept.set(conversation, Float64Array.from(silences))
  }

  remove(conversation: number): void {
    this.#kept.delete(conversation)
  }

  /** Of a conversation that began before `from` and went on at `to` or later. */
  wasActive(conversation: number, from: number, to: number): boolean {
    const silences = this.#kept.get(conversation)
    for (let index = 0; index < (silences?.length ?? 0); index += 2)
      if ((silences?.[index] ?? from) < from && (silences?.[index + 1] ?? from) >= to) return false
    return to - from >= shortestKept || this.#happenedWithin(conversation, from, to)
  }

  #read(conversation: number, startedAt: number): readonly number[] {
    const silences: number[] = []
    let before = startedAt
    for (const [at] of rawSql<[number]>(this.#cache, `${moments} ORDER BY 1`).iterate(moment(conversation))) {
      if (at - before >= shortestKept) silences.push(before, at)
      before = Math.max(before, at)
    }
    return silences
  }

  #happenedWithin(conversation: number, from: number, to: number): boolean {
    return (
      rawSql(this.#cache, `SELECT 1 FROM (${moments}) WHERE at >= :from AND at < :to LIMIT 1`).get({
        ...moment(conversation),
        from,
        to,
      }) !== undefined
    )
  }
}

function moment(conversation: number): Readonly<Record<string, number>> {
  return { conversation, firstK: firstK(conversation), nextK: firstK(conversation + 1) }
}

const moments = `SELECT at FROM messages WHERE k >= :firstK AND k < :nextK
  UNION ALL SELECT at FROM conversation_events WHERE conversation = :conversation
  UNION ALL SELECT at FROM assignments WHERE conversation = :conversation
  UNION ALL SELECT at FROM comments WHERE conversation = :conversation
  UNION ALL SELECT at FROM ratings WHERE conversation = :conversation
  UNION ALL SELECT at FROM surveys WHERE conversation = :conversation
  UNION ALL SELECT opened_at FROM conversations WHERE id = :conversation AND opened_at IS NOT NULL`
