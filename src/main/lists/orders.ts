/** The orders of lists that were asked for so far. One is made at its first use, four bytes a conversation, and kept in step. */
import type { ConversationSort } from '../../shared/contract.ts'
import { Order } from './order.ts'
import type { SortColumn } from './sortKeys.ts'

/** An order in which more than this share of all changed since it was last used is let go of. */
const largestShare = 1 / 8
/** As many changes are no reason to. */
const fewChanges = 1024

interface Kept {
  /** Null: on its way. */
  order: Order | null
  readonly changed: Set<number>
}

export class Orders {
  readonly #kept = new Map<ConversationSort, Kept>()

  get bytes(): number {
    let bytes = 0
    for (const { order } of this.#kept.values()) bytes += order?.bytes ?? 0
    return bytes
  }

  has(sort: ConversationSort): boolean {
    return (this.#kept.get(sort)?.order ?? null) !== null
  }

  /** Makes an order, in steps of some milliseconds. `ids`: of all conversations, ascending. */
  *make(sort: ConversationSort, column: SortColumn, ids: Uint32Array<ArrayBuffer>): Generator<void, Order> {
    const kept: Kept = { order: null, changed: new Set() }
    this.#kept.set(sort, kept)
    const order = yield* Order.of(ids, column, kept.changed)
    kept.order = order
    return order
  }

  /** The order by a column, everything that changed in its place; undefined: it has to be made. */
  get(sort: ConversationSort, column: SortColumn, isHeld: (id: number) => boolean): Order | undefined {
    const order = this.#kept.get(sort)?.order ?? undefined
    order?.mend(column, isHeld)
    return order
  }

  /** What these are sorted by may be another: by one column, or by any. */
  note(changed: readonly number[], sort: ConversationSort | null = null): void {
    for (const [name, kept] of this.#kept) {
      if (sort !== null && sort !== name) continue
      for (const id of changed) kept.changed.add(id)
      const most = Math.max(fewChanges, (kept.order?.count ?? Infinity) * largestShare)
      if (kept.changed.size > most) this.#kept.delete(name)
    }
  }

  /** It is sorted by other values than before. */
  forget(sort: ConversationSort): void {
    this.#kept.delete(sort)
  }
}
