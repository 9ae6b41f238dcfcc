/** A thread that reads conversations for the first build of the index, and writes its log back. It changes nothing in it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openCache } from '../store/open.ts'
import type { WritableDb } from '../store/database.ts'
import { openIndex } from './indexFile.ts'
import { packPrepared } from './packPrepared.ts'
import { createPreparing } from './preparing.ts'
import type { PrepareAnswer, PrepareAsk } from './preparingThread.ts'

if (parentPort) {
  const port = parentPort
  const { dir } = workerData as { readonly dir: string }
  const cache = openCache(dir, 'reader')
  const preparing = createPreparing()
  let index: WritableDb | null = null
  const writeBack = () => {
    if (index === null) {
      const opened = openIndex(dir, cache, 'writer')
      if (opened.kind !== 'open') throw new Error(`The search index is ${opened.kind}.`)
      index = opened.index
    }
    index.pragma('wal_checkpoint(PASSIVE)')
  }
  port.on('message', ({ id, range }: PrepareAsk) => {
    if (range === null) writeBack()
    const prepared = range === null ? null : packPrepared(preparing.prepareRange(cache, range))
    port.postMessage({ id, prepared } satisfies PrepareAnswer)
  })
}
