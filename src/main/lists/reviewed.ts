/** Which conversations have a review, and the score of the last. */
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { readReviewScores } from '../store/reviewScores.ts'

export class Reviewed {
  readonly #cache: ReadableDb
  readonly #workspace: ReadableDb
  /** 1: reviewed. By conversation. */
  marks = new Uint8Array(0)
  /** 0…100; NaN: none, or nothing was scored. */
  scores = new Float64Array(0)
  #reviewed: number[] = []
  #changed: number[] = []
  #isStale = true

  constructor(cache: ReadableDb, workspace: ReadableDb) {
    this.#cache = cache
    this.#workspace = workspace
  }

  get bytes(): number {
    return this.marks.byteLength + this.scores.byteLength
  }

  forget(): void {
    this.#isStale = true
  }

  /** Reads the reviews anew where that is due, for conversations below `size`. */
  read(size: number): void {
    if (!this.#isStale && this.marks.length === size) return
    const before = this.#reviewed.map((id) => [id, this.scores[id] ?? NaN] as const)
    this.#clear(size)
    const sources = new Map<string, number>()
    const sourceOf = (ref: string) => {
      const known = sources.get(ref)
      const source = known ?? value<number>(this.#cache, 'SELECT id FROM sources WHERE ref = ?', ref) ?? -1
      if (known === undefined) sources.set(ref, source)
      return source
    }
    const find = rawSql<[number]>(this.#cache, 'SELECT id FROM conversations WHERE source = ? AND rid = ?')
    for (const { source, conversation, score } of readReviewScores(this.#workspace)) {
      const id = find.get(sourceOf(source), conversation)?.[0]
      if (id === undefined || id >= size) continue
      if (this.marks[id] === 0) this.#reviewed.push(id)
      this.marks[id] = 1
      this.scores[id] = score ?? NaN
    }
    this.#isStale = false
    this.#noteChanges(before)
  }

  /** Conversations with another score, or now with a review or without, since this was last asked. */
  takeChanged(): readonly number[] {
    const changed = this.#changed
    this.#changed = []
    return changed
  }

  #noteChanges(before: readonly (readonly [id: number, score: number])[]): void {
    const isNew = new Set(this.#reviewed)
    for (const [id, score] of before)
      if (!isNew.delete(id) || !Object.is(this.scores[id], score)) this.#changed.push(id)
    for (const id of isNew) this.#changed.push(id)
  }

  #clear(size: number): void {
    if (this.marks.length !== size) {
      this.marks = new Uint8Array(size)
      this.scores = new Float64Array(size).fill(NaN)
    } else
      for (const id of this.#reviewed) {
        this.marks[id] = 0
        this.scores[id] = NaN
      }
    this.#reviewed = []
  }
}
