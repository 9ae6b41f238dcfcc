/**
 * A day through everything: bodies arrive doubled, late and in another order at a collector that goes away twice, while an
 * engine syncs from it. In the end the engine must hold the day, and its numbers must be the day's.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../src/main/engine/engine.ts'
import { openCache } from '../../src/main/store/open.ts'
import type { SourceState, ValueFigure } from '../../src/shared/contract.ts'
import { openEngine, wholeScope } from '../support/workspace.ts'
import { consoleToken, startCloud, type Cloud } from './cloud.ts'
import { differences } from './heldDay.ts'

export interface DayReport {
  readonly messages: number
  readonly refused: number
  readonly outages: number
  /** The console said that it was offline during an outage. */
  readonly noticed: number
  readonly differences: readonly string[]
}

const outages = 2

export async function runDay(options: {
  readonly seed: number
  readonly conversations: number
}): Promise<DayReport> {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-faults-'))
  const dir = join(folder, 'workspace')
  const cloud = await startCloud({ dataDir: join(folder, 'collector'), ...options })
  let engine = await openEngine(dir)
  try {
    const slice = Math.ceil(cloud.left() / (outages + 1))
    let refused = await cloud.post(slice)
    await engine.api.addSource({ kind: 'whatsapp-cloud', collector: cloud.url, token: consoleToken })
    let noticed = 0
    for (let outage = 0; outage < outages; outage += 1) {
      await cloud.outage(async () => {
        const offline = sourceBecomes(engine, ({ phase }) => phase === 'offline')
        await engine.api.syncNow(null)
        await offline
        noticed += 1
        // What was synced can be read without the cloud.
        await engine.api.workspace()
      })
      refused += await cloud.post(slice)
      await engine.api.syncNow(null)
    }
    await pullEverything(engine, cloud)
    const found = [...(await wrongNumbers(engine, cloud)), ...heldDifferences(dir, cloud)]
    await engine.close()
    engine = await openEngine(dir, { mode: 'read' })
    found.push(...(await wrongNumbers(engine, cloud)).map((one) => `after a restart: ${one}`))
    return { messages: cloud.oracle.messages.length, refused, outages, noticed, differences: found }
  } finally {
    await engine.close()
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pullEverything(engine: Engine, cloud: Cloud): Promise<void> {
  if (cloud.left() > 0) throw new Error(`${cloud.left()} deliveries were not posted`)
  await engine.writer?.syncOnce(null)
  await engine.reader.refresh({ conversations: null, dictionary: true })
}

/** Resolves when the one source is as wanted. */
function sourceBecomes(engine: Engine, wanted: (source: SourceState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = engine.listen('progress', ({ sources }) => {
      if (!sources.some(wanted)) return
      stop()
      resolve()
    })
  })
}

function heldDifferences(dir: string, cloud: Cloud): readonly string[] {
  const cache = openCache(dir, 'reader')
  try {
    return differences(cache, cloud.oracle)
  } finally {
    cache.close()
  }
}

/** Figures that can be counted in the oracle as well. Reactions, edits and the like are no messages of their own. */
async function wrongNumbers(engine: Engine, { oracle }: Cloud): Promise<readonly string[]> {
  const counted = oracle.messages.filter(
    ({ type }) => !['reaction', 'edit', 'revoke', 'system'].includes(type),
  )
  const times = oracle.messages.map(({ at }) => at)
  const scope = wholeScope(Math.min(...times), Math.max(...times) + 1)
  const { total } = await engine.api.metrics({ scope, by: [], metrics: [] })
  const expected = {
    messages_received: counted.filter(({ direction }) => direction === 'in').length,
  } as const
  return Object.entries(expected).flatMap(([metric, count]) => {
    const { value } = (total.metrics[metric as keyof typeof expected] ?? { value: null }) as ValueFigure
    return value === count ? [] : [`${metric} is ${value} where the day had ${count}`]
  })
}
