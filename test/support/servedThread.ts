/** The made-up api in a thread of its own. */
import { parentPort } from 'node:worker_threads'
import { servePort } from '../../src/main/engine/port.ts'
import { createServedApi } from './servedApi.ts'

if (parentPort) {
  const served = servePort(
    parentPort,
    createServedApi((event, data) => served.announce(event, data)),
  )
}
