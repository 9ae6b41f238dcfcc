/**
 * Keeps the lists in step with the facts: reads them all once, in slices, so that no other question waits for long, and
 * takes over what changed since.
 */
import type { ConversationQuery, ConversationRow, ConversationSort, List } from '../../shared/contract.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { readConversationRow } from '../store/conversationList.ts'
import { value, type ReadableDb } from '../store/database.ts'
import { conversationsChangedAfter, readFactsVersion } from '../store/derivation.ts'
import { factsAfter, readFacts } from '../store/facts.ts'
import { createRowNames } from '../store/rowNames.ts'
import { ConversationLists } from './conversationLists.ts'

export interface ListDesk {
  /** Begins to read, if nothing has asked yet. */
  start(): void
  /** Answers when everything is read. Rejects with a `StoreFailure`. */
  ask(query: ConversationQuery): Promise<List<ConversationRow> & { readonly total: number }>
  /** The conversation of a row as lists show it; null when there is none. Several times faster once all are read. */
  row(id: number): ConversationRow | null
  /** Takes over what changed since; nothing, as long as nobody asked. */
  refresh(): Promise<void>
  memoryBytes(): number
  close(): Promise<void>
}

/** Conversations between two of which others may speak: a few milliseconds. */
const slice = 1000
/** How long a contact may keep an old name in filters and order while none of their conversations changes. Milliseconds. */
const sweepEvery = 60_000

export function createListDesk(ports: {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}): ListDesk {
  const { cache, workspaceDb } = ports
  let lists = new ConversationLists(cache, workspaceDb)
  let held = readFactsVersion(cache)
  let closing = false
  let isRead = false
  let ready: Promise<void> | null = null
  let queue: Promise<void> = Promise.resolve()
  let sweptAt = 0
  const making = new Map<ConversationSort, Promise<void>>()

  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

  const inSteps = async (steps: Generator<void>) => {
    for (const _ of steps) {
      if (closing) return
      await breathe()
    }
  }

  const build = async () => {
    const target = readFactsVersion(cache)
    const fresh = new ConversationLists(cache, workspaceDb)
    fresh.reserve(value<number | null>(cache, 'SELECT max(conversation) FROM facts') ?? -1)
    for (let last = -1; !closing;) {
      const page = factsAfter(cache, last, slice)
      for (const [, facts] of page) fresh.add(unpackFacts(facts))
      last = page.at(-1)?.[0] ?? last
      if (page.length < slice) break
      await breathe()
    }
    await inSteps(fresh.readContacts())
    await inSteps(fresh.makeOrder('last', ports.now()))
    if (closing) return
    lists = fresh
    isRead = true
    sweptAt = ports.now()
    held = target
    await catchUp()
  }

  const catchUp = async () => {
    const target = readFactsVersion(cache)
    if (target.epoch !== held.epoch) return build()
    const changed = target.version === held.version ? [] : conversationsChangedAfter(cache, held.version)
    for (let from = 0; from < changed.length && !closing; from += slice) {
      if (from > 0) await breathe()
      const facts = readFacts(cache, changed.slice(from, from + slice))
      lists.replace([...facts].map(([id, packed]) => [id, packed && unpackFacts(packed)]))
    }
    lists.forget()
    held = target
    if (closing || ports.now() - sweptAt < sweepEvery) return
    sweptAt = ports.now()
    await inSteps(lists.sweepContacts())
  }

  /** Several who ask for a sort that nobody asked for wait for one order. */
  const orderMade = (sort: ConversationSort) => {
    const made = making.get(sort) ?? inSteps(lists.makeOrder(sort, ports.now()))
    making.set(sort, made)
    return made.finally(() => making.delete(sort))
  }

  const start = () => {
    if (ready !== null) return ready
    const building = build()
    ready = building
    // Whoever asks after a failure has it tried again.
    queue = building.catch(() => void (ready = null))
    return building
  }

  return {
    start: () => void start().catch(() => undefined),
    async ask(query) {
      await start()
      await orderMade(query.sort)
      return lists.answer(query, ports.now())
    },
    row: (id) =>
      isRead
        ? lists.row(id, ports.now())
        : readConversationRow(cache, workspaceDb, createRowNames(cache), id, ports.now()),
    refresh() {
      if (ready === null) return Promise.resolve()
      const result = queue.then(() => (closing ? undefined : catchUp()))
      queue = result.catch(() => undefined)
      return result
    },
    memoryBytes: () => lists.memoryBytes(),
    async close() {
      closing = true
      await queue
    },
  }
}
