/**
 * What the first build reads: contacts, then conversations from the newest back, a range at a time. While there is much to do
 * a thread reads ahead; where it cannot be had, this one reads.
 */
import { value, type ReadableDb } from '../store/database.ts'
import { readState, type StateKey } from './indexFile.ts'
import type { Prepared, PrepareRange, Preparing } from './preparing.ts'
import { openPreparingThread, type PreparingThread } from './preparingThread.ts'

export interface ReadRange {
  readonly range: PrepareRange
  readonly prepared: Prepared
  /** Refs taken from the log of changes since the range was asked for: what was read of them may be old. Goes on being filled. */
  readonly changed: Set<number>
  /** What the index knows of itself once the range is in. */
  readonly state: Readonly<Partial<Record<StateKey, number>>>
}

export interface ReadingAhead {
  /** The next range; null: that was all. */
  next(): Promise<ReadRange | null>
  /** Writes the log of the index back in the thread; null: there is none. */
  readonly writeBack: (() => Promise<void>) | null
  /** All that was asked for and is not given out. */
  underway(): readonly Pick<ReadRange, 'changed'>[]
  close(): Promise<void>
}

export interface ReadingPorts {
  readonly dir: string
  readonly cache: ReadableDb
  readonly index: ReadableDb
  readonly preparing: Preparing
  /** Documents of a range, more or less. */
  readonly batchSize: number
}

interface Asked extends Omit<ReadRange, 'prepared'> {
  readonly prepared: Promise<Prepared>
}

/** Fewer conversations are read before a thread has started. */
const worthThread = 3000
/** Ranges asked for ahead: they are read while others are written. */
const ahead = 16
const firstConversations = 50

export function createReadingAhead(ports: ReadingPorts): ReadingAhead {
  const { cache, index, preparing, batchSize } = ports
  const lastContact = value<number | null>(cache, 'SELECT max(id) FROM contacts') ?? 0
  let contactsTo = Number(readState(index, 'contacts'))
  let conversationsFrom = Number(readState(index, 'building'))
  let conversationsEach = firstConversations
  let thread: PreparingThread | null = conversationsFrom > worthThread ? openPreparingThread(ports.dir) : null
  const started = thread
  const writeBack = started === null ? null : () => started.writeBack()
  const asked: Asked[] = []

  const prepareHere = async (range: PrepareRange) => preparing.prepareRange(cache, range)
  const prepare = (range: PrepareRange): Promise<Prepared> => {
    if (thread === null) return prepareHere(range)
    return thread.prepare(range).catch(() => {
      thread = null
      return prepareHere(range)
    })
  }
  const nextRange = (): Pick<Asked, 'range' | 'state'> | null => {
    if (contactsTo >= 0) {
      const from = contactsTo + 1
      contactsTo = from + batchSize > lastContact ? -1 : from + batchSize - 1
      return { range: { of: 'contacts', from, to: from + batchSize }, state: { contacts: contactsTo } }
    }
    if (conversationsFrom <= 0) return null
    const to = conversationsFrom + 1
    const from = Math.max(1, to - conversationsEach)
    conversationsFrom = from - 1
    return { range: { of: 'conversations', from, to }, state: { building: conversationsFrom } }
  }
  const adapt = ({ of, from, to }: PrepareRange, documents: number) => {
    if (of === 'contacts') return
    const fit = Math.round(((to - from) * batchSize) / Math.max(1, documents))
    conversationsEach = Math.min(Math.max(1, fit), (to - from) * 2)
  }
  /** Without a thread what is asked for is read at once. */
  const askAhead = () => {
    while (asked.length < (thread === null ? 1 : ahead)) {
      const next = nextRange()
      if (next === null) return
      asked.push({ ...next, prepared: prepare(next.range), changed: new Set() })
    }
  }
  const close = async () => {
    await thread?.close()
    thread = null
  }
  return {
    async next() {
      askAhead()
      const first = asked[0]
      if (first === undefined) return null
      const prepared = await first.prepared
      asked.shift()
      adapt(first.range, prepared.documents.length)
      // The thread goes on while others are written.
      askAhead()
      return { ...first, prepared }
    },
    writeBack,
    underway: () => asked,
    close,
  }
}
