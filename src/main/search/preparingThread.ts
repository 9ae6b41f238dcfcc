/** Starts the thread that reads ahead of the first build. */
import { Worker } from 'node:worker_threads'
import { unpackPrepared, type PackedPrepared } from './packPrepared.ts'
import type { Prepared, PrepareRange } from './preparing.ts'

export interface PrepareAsk {
  readonly id: number
  readonly range: PrepareRange
}
export interface PrepareAnswer {
  readonly id: number
  readonly prepared: PackedPrepared
}

export interface PreparingThread {
  /** Rejects when the thread could not be started, or ended. */
  prepare(range: PrepareRange): Promise<Prepared>
  close(): Promise<void>
}

export function openPreparingThread(dir: string): PreparingThread {
  // Sources run as they are under plain Node and bundled side by side in the desktop app.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./preparer.${extension}`, import.meta.url), { workerData: { dir } })
  const waiting = new Map<
    number,
    { readonly resolve: (found: Prepared) => void; readonly reject: (error: Error) => void }
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
    waiting.get(answer.id)?.resolve(unpackPrepared(answer.prepared))
    waiting.delete(answer.id)
  })
  return {
    prepare: (range) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        const id = next++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, range } satisfies PrepareAsk)
      }),
    close: async () => void (await worker.terminate()),
  }
}
