/** A thread that derives facts and reads texts, a range of conversations at a time. It writes nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { deriveFacts } from '../../metrics/derive.ts'
import { packFacts } from '../../metrics/pack.ts'
import { openCache } from '../open.ts'
import type { Answer, Ask } from './background.ts'
import { deriveRange, type DerivedRange } from './deriveRange.ts'
import type { ReadTexts } from './readRange.ts'

if (parentPort) {
  const port = parentPort
  const { dir } = workerData as { readonly dir: string }
  const cache = openCache(dir, 'reader')

  const find = async (ask: Ask): Promise<DerivedRange | ReadTexts> => {
    if (ask.kind === 'derive') {
      const { from, to, settings, mends } = ask
      return deriveRange(cache, from, to, { derive: deriveFacts, pack: packFacts, settings }, mends)
    }
    // What reads texts takes long to load, and most threads only derive.
    const { readRange } = await import('./readRange.ts')
    return readRange(cache, ask.from, ask.to, ask.rules, ask.allTopics)
  }
  port.on('message', (ask: Ask) => {
    void find(ask).then(
      (found) => port.postMessage({ id: ask.id, found } satisfies Answer, buffersOf(found)),
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error)
        port.postMessage({ id: ask.id, failure } satisfies Answer)
      },
    )
  })
}

/** What changes hands instead of being copied. */
function buffersOf(found: DerivedRange | ReadTexts): readonly ArrayBuffer[] {
  return 'bytes' in found ? [found.ids.buffer, found.ends.buffer, found.bytes.buffer] : []
}
