/** Planning over real stores that are deleted after a file's tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { Columns } from '../../../src/main/metrics/columns.ts'
import { createPlanningReads, type PlanningReads } from '../../../src/main/planning/planningReads.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { allFacts } from '../../../src/main/store/facts.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { readSettings } from '../../../src/main/store/settings.ts'
import type { Scope } from '../../../src/shared/contract.ts'
import type { SourceRecord } from '../../../src/shared/records.ts'
import { apply } from '../../support/database.ts'

export const zone = 'Europe/Berlin'

const opened: (() => void)[] = []
afterAll(() => {
  for (const close of opened.splice(0)) close()
})

/** What planning answers of these records at a moment. */
export function planningOf(given: readonly SourceRecord[], now: number): PlanningReads {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-'))
  const [cache, workspaceDb] = [openCache(folder, 'writer'), openWorkspaceDb(folder, 'writer')]
  opened.push(() => {
    cache.close()
    workspaceDb.close()
    rmSync(folder, { recursive: true, force: true })
  })
  apply(cache, given)
  const columns = new Columns()
  const filling = columns.fill()
  for (const [, facts] of allFacts(cache)) filling.add(facts)
  for (const _ of filling.finish());
  const dictionary = readDictionary(cache)
  return createPlanningReads({
    cache,
    workspaceDb,
    columns: () => columns,
    dictionary: () => dictionary,
    settings: () => readSettings(workspaceDb),
    now: () => now,
  })
}

export function scopeOf(from: number, to: number, more: Partial<Scope> = {}): Scope {
  return { from, to, zone, agents: [], teams: [], channels: [], categories: [], ...more }
}
