/** What passed the filters asked for last: somebody who scrolls, or sorts anew, asks for the same conversations again. */
import type { ConversationQuery } from '../../shared/contract.ts'
import { countOf, type Bits } from './selection.ts'

export interface Selection {
  readonly bits: Bits
  readonly count: number
}

/** As many lists may be looked at by turns; each takes a bit a conversation. */
const most = 16

export class Selections {
  /** By what is asked of a conversation, the one asked for last at the end. */
  readonly #kept = new Map<string, Selection>()

  get bytes(): number {
    return [...this.#kept.values()].reduce((sum, { bits }) => sum + bits.byteLength, 0)
  }

  /** Something a filter asks for may have changed. */
  clear(): void {
    this.#kept.clear()
  }

  get(query: ConversationQuery, make: () => Bits): Selection {
    const key = JSON.stringify({
      ...query,
      sort: null,
      ascending: null,
      after: null,
      skip: null,
      limit: null,
    })
    const selection = this.#kept.get(key) ?? counted(make())
    this.#kept.delete(key)
    this.#kept.set(key, selection)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
    return selection
  }
}

function counted(bits: Bits): Selection {
  return { bits, count: countOf(bits) }
}
