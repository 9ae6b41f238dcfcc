/** Starts the thread that reads ahead of the first build. */
import { Worker } from 'node:worker_threads'
import { unpackPrepared, type PackedPrepared } from './packPrepared.ts'
import type { Prepared, PrepareRange } from './preparing.ts'

export interface PrepareAsk {
  readonly id: number
  /** Null: the log of the index is to be written back. */
  readonly range: PrepareRange | null
}
export interface PrepareAnswer {
  readonly id: number
  /** Null: done. */
  readonly prepared: PackedPrepared | null
}

export interface PreparingThread {
  /** Rejects when the thread could not be started, or ended. */
  prepare(range: PrepareRange): Promise<Prepared>
  /** Writes the log of the index back as far as nobody reads what it replaces. Rejects likewise. */
  writeBack(): Promise<void>
  close(): Promise<void>
}

export function openPreparingThread(dir: string): PreparingThread {
  // Sources run as they are under plain Node and bundled side by side in the desktop app.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./preparer.${extension}`, import.meta.url), { workerData: { dir } })
  const waiting = new Map<
    number,
    { readonly resolve: (found: PackedPrepared | null) => void; readonly reject: (error: Error) => void }
  >()
  let next = 1
  let dead: Error | null = null
  const die = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', (error) => die(error))
  worker.on('exit', () => die(new Error('The thread that reads for the search index ended.')))
  worker.on('message', (answer: PrepareAnswer) => {
    waiting.get(answer.id)?.resolve(answer.prepared)
    waiting.delete(answer.id)
  })
  const ask = (range: PrepareRange | null): Promise<PackedPrepared | null> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead)
      const id = next++
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, range } satisfies PrepareAsk)
    })
  return {
    async prepare(range) {
      const prepared = await ask(range)
      return prepared === null ? { documents: [], words: [] } : unpackPrepared(prepared)
    },
    writeBack: async () => void (await ask(null)),
    close: async () => void (await worker.terminate()),
  }
}
