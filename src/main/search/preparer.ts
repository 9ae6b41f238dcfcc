/** A thread that reads conversations for the first build of the index. It writes nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { openCache } from '../store/open.ts'
import { packPrepared } from './packPrepared.ts'
import { createPreparing } from './preparing.ts'
import type { PrepareAnswer, PrepareAsk } from './preparingThread.ts'

if (parentPort) {
  const port = parentPort
  const { dir } = workerData as { readonly dir: string }
  const cache = openCache(dir, 'reader')
  const preparing = createPreparing()
  port.on('message', ({ id, range }: PrepareAsk) =>
    port.postMessage({
      id,
      prepared: packPrepared(preparing.prepareRange(cache, range)),
    } satisfies PrepareAnswer),
  )
}
