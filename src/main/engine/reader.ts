/** The reader thread: columns, lists and conversations, each answered without waiting for a sync. */
import { parentPort, workerData } from 'node:worker_threads'
import { servePort } from './port.ts'
import { openReader } from './openReader.ts'
import type { ThreadData } from './openWriter.ts'
import type { ReaderApi } from './readerApi.ts'

if (parentPort) {
  const port = parentPort
  const api: { open: () => Promise<void> } & Partial<ReaderApi> = {
    open: async () => void Object.assign(api, await openReader(workerData as ThreadData, served.announce)),
  }
  const served = servePort(port, api)
}
