/** The thread in which SQLite answers, one question after the other. */
import { parentPort } from 'node:worker_threads'
import { toFailure } from '../engine/failure.ts'
import { ask } from './ask.ts'
import type { Asked, Told } from './protocol.ts'

if (parentPort) {
  const port = parentPort
  const tell = (told: Told) => port.postMessage(told)
  port.on('message', ({ id, question, context }: Asked) => {
    try {
      const value = ask(question, context, {
        clock: () => performance.now(),
        began: () => tell({ kind: 'began', id }),
      })
      tell({ kind: 'answered', id, reply: { ok: true, value } })
    } catch (error) {
      tell({ kind: 'answered', id, reply: { ok: false, error: toFailure(error) } })
    }
  })
}
