import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { TopicRule } from '../../../shared/contract.ts'
import { deriveFacts } from '../../metrics/derive.ts'
import { packFacts } from '../../metrics/pack.ts'
import type { ReadableDb } from '../database.ts'
import type { Derivation } from '../derive.ts'
import { deriveRange, type DerivedRange } from './deriveRange.ts'
import { readRange, type ReadTexts } from './readRange.ts'

/** Who computes while the writer only writes. A range comes as of a moment after it was asked for. */
export interface Background {
  /** How many ranges keep everybody busy. */
  readonly ahead: number
  /** Facts of the conversations with `from` ≤ row < `to`. Rejects when the thread failed. */
  derive(from: number, to: number, settings: Derivation['settings'], mends: boolean): Promise<DerivedRange>
  /** Texts of those conversations. */
  read(from: number, to: number, rules: readonly TopicRule[], allTopics: boolean): Promise<ReadTexts>
  close(): Promise<void>
}

/** A thread could not be started, or ended. */
export class ThreadFailure extends Error {
  override readonly name = 'ThreadFailure'
}

/** What a thread is asked, and what it answers to the ask of that number. */
export type Ask = { readonly id: number; readonly from: number; readonly to: number } & (
  | {
      readonly kind: 'derive'
      readonly settings: Derivation['settings']
      readonly mends: boolean
    }
  | { readonly kind: 'read'; readonly rules: readonly TopicRule[]; readonly allTopics: boolean }
)
export type Answer = { readonly id: number } & (
  { readonly found: DerivedRange | ReadTexts } | { readonly failure: string }
)
type Question = Ask extends infer One
  ? One extends { readonly id: number }
    ? Omit<One, 'id'>
    : never
  : never

/** On the thread of the connection: for little, where starting threads would take longer. */
export function openHere(db: ReadableDb): Background {
  return {
    ahead: 1,
    async derive(from, to, settings, mends) {
      await breath()
      return deriveRange(db, from, to, { derive: deriveFacts, pack: packFacts, settings }, mends)
    },
    async read(from, to, rules, allTopics) {
      await breath()
      return readRange(db, from, to, rules, allTopics)
    },
    close: () => Promise.resolve(),
  }
}

/** A range under way and one waiting, so that no thread waits for the writer. */
const rangesEach = 2

/** Starts as many threads as leave two processors to questions and to sync; one at least, four at most. */
export function openThreads(dir: string): Background {
  const count = Math.max(1, Math.min(4, availableParallelism() - 2))
  const threads = Array.from({ length: count }, () => startThread(dir))
  let turn = 0
  const ask = <Found>(question: Question): Promise<Found> => {
    turn = (turn + 1) % count
    const thread = threads[turn]
    if (thread === undefined) return Promise.reject(new ThreadFailure('There is no thread.'))
    return thread.ask(question) as Promise<Found>
  }
  return {
    ahead: count * rangesEach,
    derive: (from, to, settings, mends) => ask({ kind: 'derive', from, to, settings, mends }),
    read: (from, to, rules, allTopics) => ask({ kind: 'read', from, to, rules, allTopics }),
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  }
}

interface Waiting {
  readonly resolve: (found: unknown) => void
  readonly reject: (error: Error) => void
}

function startThread(dir: string): {
  readonly ask: (question: Question) => Promise<unknown>
  readonly close: () => Promise<unknown>
} {
  // Sources run as they are under plain Node and bundled side by side in the desktop app.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./deriver.${extension}`, import.meta.url), { workerData: { dir } })
  const waiting = new Map<number, Waiting>()
  let next = 1
  let dead: Error | null = null
  const die = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => die(new ThreadFailure(error.message)))
  worker.on('exit', () => die(new ThreadFailure('A thread that derives facts ended.')))
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('found' in answer) asked?.resolve(answer.found)
    else asked?.reject(new Error(answer.failure))
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        const id = next++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...question, id })
      }),
    close: () => worker.terminate(),
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
