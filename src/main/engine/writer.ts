/** The writer thread: sync, store, derivation. It holds the profile lock and the only connections that write. */
import { parentPort, workerData } from 'node:worker_threads'
import { servePort } from './port.ts'
import { openWriter, type ThreadData } from './openWriter.ts'
import type { WriterApi } from './writerApi.ts'

if (parentPort) {
  const port = parentPort
  // Opening is itself a request, so that a locked or newer workspace fails like any other request.
  const api: { open: () => Promise<void> } & Partial<WriterApi> = {
    open: async () => void Object.assign(api, await openWriter(workerData as ThreadData, served.announce)),
  }
  const served = servePort(port, api)
}
