/**
 * A console's writer in a process of its own, to be killed. It says `ready`, waits for one line that names the workspace,
 * the collector and its token, then syncs and says what happens: `page` (one arrived), `kept STREAM CURSOR` (it is
 * committed), `rest` (everything there is was pulled), `failed …`. Words are written at once, so none is lost with it.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { openWriter } from '../../src/main/engine/openWriter.ts'
import type { WriterEvents } from '../../src/main/engine/writerApi.ts'
import { readCursor } from '../../src/main/store/cursors.ts'
import type { ReadableDb } from '../../src/main/store/database.ts'
import { openCache } from '../../src/main/store/open.ts'
import { streams, sourceId } from './streams.ts'

const orderSchema = z.object({ dir: z.string(), collector: z.string(), token: z.string() })

const say = (line: string) => void writeSync(1, `${line}\n`)

/** Says that a page of events arrived: a moment later the store is in the midst of it. */
function tellPages(): void {
  const plain = globalThis.fetch
  globalThis.fetch = async (address, options) => {
    const answer = await plain(address, options)
    if (answer.url.includes('/v1/events')) say('page')
    return answer
  }
}

async function sync({ dir, collector, token }: z.output<typeof orderSchema>): Promise<void> {
  const said = new Map<string, string>()
  let look: ReadableDb | null = null
  const writer = await openWriter(
    { dir, version: 'faults', what: 'a process that will be killed', mode: 'write' },
    (event, data) => {
      if (event === 'applied')
        for (const stream of streams) {
          const cursor = look && readCursor(look, sourceId, stream)?.cursor
          if (!cursor || said.get(stream) === cursor) continue
          said.set(stream, cursor)
          say(`kept ${stream} ${cursor}`)
        }
      if (event !== 'progress') return
      for (const source of (data as WriterEvents['progress']).sources) {
        if (source.failure !== null) say(`failed ${source.failure.message}`)
        else if (source.phase === 'waiting' && source.backfilled) say('rest')
      }
    },
  )
  look = openCache(dir, 'reader')
  const secret = `source:${sourceId}:collector`
  const secrets = { [secret]: token }
  if ((await writer.neededSecrets()).length > 0) await writer.startSync(secrets)
  else
    await writer.addSource(
      sourceId,
      { kind: 'whatsapp-cloud', collector, tokenSecret: secret, graph: null },
      secrets,
    )
}

tellPages()
say('ready')
for await (const line of createInterface({ input: process.stdin }))
  await sync(orderSchema.parse(JSON.parse(line)))
