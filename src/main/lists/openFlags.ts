/** How many flags of each conversation are open now, and by which rules; what is open says attention/openNow.ts. */
import { flagRuleIds, type FlagRuleId } from '../../shared/flags.ts'
import { isSettled, nextRestEnd, readCares } from '../attention/care.ts'
import { openHandFlags } from '../attention/openNow.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { endOfFlag } from '../store/migrations/cache-0003.ts'

export class OpenFlags {
  readonly #cache: ReadableDb
  readonly #workspace: ReadableDb
  /** By conversation. */
  counts = new Int32Array(0)
  /** One bit a rule. */
  rules = new Uint32Array(0)
  #flagged: number[] = []
  #changed: number[] = []
  /** What is counted holds from here on, and until the next flag begins or ends. */
  #from = Infinity
  #until = -Infinity

  constructor(cache: ReadableDb, workspace: ReadableDb) {
    this.#cache = cache
    this.#workspace = workspace
  }

  get bytes(): number {
    return this.counts.byteLength + this.rules.byteLength
  }

  /** What was counted is no longer true: flags or decisions changed. */
  forget(): void {
    this.#until = -Infinity
  }

  /** Counts for this moment, of conversations below `size`. */
  countAt(now: number, size: number): void {
    if (this.counts.length === size && now >= this.#from && now < this.#until) return
    const before = this.#flagged.map((id) => [id, this.counts[id] ?? 0, this.rules[id] ?? 0] as const)
    this.#clear(size)
    const cares = readCares(this.#workspace)
    this.#from = now
    this.#until = nextRestEnd(cares, now)
    for (const [id, conversation, rule, raisedAt, end] of rawSql<
      [string, number, FlagRuleId, number, number]
    >(
      this.#cache,
      `SELECT id, conversation, rule, raised_at, ${endOfFlag()} FROM flags INDEXED BY flags_end WHERE ${endOfFlag()} > ?`,
    ).iterate(now)) {
      if (conversation >= size) continue
      this.#until = Math.min(this.#until, raisedAt > now ? raisedAt : end)
      if (raisedAt <= now && !isSettled(cares, id, now)) this.#count(conversation, rule)
    }
    for (const { conversation } of openHandFlags(this.#cache, this.#workspace, now))
      if (conversation < size) this.#count(conversation, 'by_hand')
    this.#noteChanges(before)
  }

  /** Conversations of which was counted something else since this was last asked. */
  takeChanged(): readonly number[] {
    const changed = this.#changed
    this.#changed = []
    return changed
  }

  #noteChanges(before: readonly (readonly [id: number, count: number, rules: number])[]): void {
    const isNew = new Set(this.#flagged)
    for (const [id, count, rules] of before) {
      isNew.delete(id)
      if (this.counts[id] !== count || this.rules[id] !== rules) this.#changed.push(id)
    }
    for (const id of isNew) this.#changed.push(id)
  }

  #count(conversation: number, rule: FlagRuleId): void {
    if (this.counts[conversation] === 0) this.#flagged.push(conversation)
    this.counts[conversation] = (this.counts[conversation] ?? 0) + 1
    this.rules[conversation] = (this.rules[conversation] ?? 0) | ruleBits([rule])
  }

  #clear(size: number): void {
    if (this.counts.length !== size) {
      this.counts = new Int32Array(size)
      this.rules = new Uint32Array(size)
    } else for (const conversation of this.#flagged) this.counts[conversation] = this.rules[conversation] = 0
    this.#flagged = []
  }
}

export function ruleBits(rules: readonly FlagRuleId[]): number {
  return rules.reduce((bits, rule) => bits | (1 << flagRuleIds.indexOf(rule)), 0)
}
