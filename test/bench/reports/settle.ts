/**
 * Brings a workspace that was kept to this version: what an older program left behind is computed, the search index is
 * whole, the columns are written. Else a console would do all that, on both cores, while it is measured.
 */
import { createColumnsDesk, keptColumns } from '../../../src/main/engine/columnsDesk.ts'
import { createRederivation } from '../../../src/main/engine/rederivation.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import { createSearchWriter } from '../../../src/main/search/searchWriter.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { readSettings } from '../../../src/main/store/settings.ts'
import { openEngine } from '../../support/workspace.ts'

/** Takes minutes for a workspace of an older version, once. `say` is told what is done, and how long it took. */
export async function settle(dir: string, say: (line: string) => void): Promise<void> {
  const timed = async (what: string, work: () => Promise<void>) => {
    const startedAt = performance.now()
    await work()
    const seconds = (performance.now() - startedAt) / 1000
    if (seconds >= 1) say(`${what}: ${seconds.toFixed(0)} s`)
  }
  // Migrates it.
  await (await openEngine(dir, { sync: false, tells: false })).close()
  await timed('Computing what an older version left', () => computeWhatIsBehind(dir))
  await timed('Indexing what was not searchable yet', () => indexAll(dir))
  await timed('Writing columns', () => writeColumns(dir))
}

async function computeWhatIsBehind(dir: string): Promise<void> {
  const cache = openCache(dir, 'writer')
  const workspaceDb = openWorkspaceDb(dir, 'reader')
  const settings = readSettings(workspaceDb)
  const rederivation = createRederivation({
    dir,
    cache,
    derivation: () => ({ derive: deriveFacts, pack: packFacts, settings }),
    onChange: () => undefined,
    onProgress: () => undefined,
  })
  rederivation.start([])
  await rederivation.finished()
  await rederivation.stop()
  workspaceDb.close()
  cache.close()
}

async function indexAll(dir: string): Promise<void> {
  const cache = openCache(dir, 'writer')
  const search = createSearchWriter({ dir, cache, onChange: () => undefined })
  await search.finished()
  await search.stop()
  cache.close()
}

async function writeColumns(dir: string): Promise<void> {
  const cache = openCache(dir, 'reader')
  const desk = createColumnsDesk({ cache, kept: keptColumns(dir), writes: true })
  await desk.refresh()
  await desk.settled()
  await desk.close()
  cache.close()
}
