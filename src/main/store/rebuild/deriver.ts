/** A thread that derives facts and reads texts, a range of conversations at a time. It writes nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { deriveFacts } from '../../metrics/derive.ts'
import { packFacts } from '../../metrics/pack.ts'
import { openCache } from '../open.ts'
import type { Answer, Ask } from './background.ts'
import { deriveRange } from './deriveRange.ts'
import { readRange } from './readRange.ts'

if (parentPort) {
  const port = parentPort
  const { dir } = workerData as { readonly dir: string }
  const cache = openCache(dir, 'reader')
  port.on('message', (ask: Ask) => {
    try {
      if (ask.kind === 'read') {
        const found = readRange(cache, ask.from, ask.to, ask.rules, ask.allTopics)
        port.postMessage({ id: ask.id, found } satisfies Answer)
        return
      }
      const { settings } = ask
      const found = deriveRange(cache, ask.from, ask.to, { derive: deriveFacts, pack: packFacts, settings })
      port.postMessage({ id: ask.id, found } satisfies Answer, [
        found.ids.buffer as ArrayBuffer,
        found.ends.buffer as ArrayBuffer,
        found.bytes.buffer as ArrayBuffer,
      ])
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error)
      port.postMessage({ id: ask.id, failure } satisfies Answer)
    }
  })
}
