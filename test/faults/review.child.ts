/**
 * A console in which somebody types a review, in a process of its own, to be killed. It says `ready`, waits for a line that
 * names the workspace and the review, then types a stroke each 20 ms: `typed N AT` (N characters, at this moment) as the
 * stroke is handed to the engine, `saved N` once the engine says that it is kept, `failed …` otherwise.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { openEngine } from '../support/workspace.ts'
import { strokes, typedReview } from './typing.ts'

const orderSchema = z.object({ dir: z.string(), review: z.string() })
const everyMs = 20

const say = (line: string) => void writeSync(1, `${line}\n`)

async function typeOn({ dir, review }: z.output<typeof orderSchema>): Promise<void> {
  const { api } = await openEngine(dir, { sync: false })
  const from = (await api.review({ id: review, asker: null })).comment.length
  for (let count = from === strokes ? 1 : from + 1; count <= strokes; count += 1) {
    say(`typed ${count} ${Date.now()}`)
    // Nobody waits for the disk while typing: the next stroke comes whether this one is kept or not.
    api.saveReview(review, typedReview(count)).then(
      () => say(`saved ${count}`),
      (error: unknown) => say(`failed ${String(error)}`),
    )
    await sleep(everyMs)
  }
  say('typed everything')
}

say('ready')
for await (const line of createInterface({ input: process.stdin }))
  await typeOn(orderSchema.parse(JSON.parse(line)))
