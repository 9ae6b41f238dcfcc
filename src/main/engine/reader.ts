/** The reader thread: columns, lists and conversations, each answered without waiting for a sync. */
import { parentPort, workerData } from 'node:worker_threads'
import { keptColumns } from './columnsDesk.ts'
import { servePort } from './port.ts'
import { openReader } from './openReader.ts'
import type { ThreadData } from './openWriter.ts'
import type { ReaderApi } from './readerApi.ts'

if (parentPort) {
  const port = parentPort
  const data = workerData as ThreadData
  const kept = keptColumns(data.dir)
  const api: { open: () => Promise<void> } & Partial<ReaderApi> = {
    open: async () => void Object.assign(api, await openReader(data, served.announce, kept)),
  }
  const served = servePort(port, api)
  // The writer has yet to open the databases.
  if (data.counts === true) kept.prepare()
}
