import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { readMark } from '../../../src/main/store/derivation.ts'
import type { Settings } from '../../../src/shared/contract.ts'
import { openEngine } from '../../support/workspace.ts'

const until = Date.parse('2026-05-18T00:00:00+02:00')

let folder = ''
let engine: Engine
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorwalker-settling-'))
  engine = await openEngine(folder)
  await engine.api.addSource({ kind: 'sample', seed: 1, until, live: false })
  await engine.writer?.syncOnce(null)
}, 60_000)
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what came in', () => {
  it('is computed to its last text; it begins anew for a setting it hangs on, and for no other', async () => {
    const saved: Promise<unknown>[] = []
    const save = (change: Partial<Settings>) => saved.push(engine.api.saveSettings(change))
    const said: number[] = []
    engine.listen('recomputing', ({ done, total }) => {
      if (total === 0) return
      said.push(done)
      if (said.length === 3) save({ language: 'de' })
      if (said.length === 9) save({ topicRules: [{ id: 't', name: 'Tents', keywords: { de: ['zelt*'] } }] })
    })
    await engine.writer?.settle()
    await Promise.all(saved)
    await engine.writer?.settle()

    const backwards = said.filter((done, index) => done < (said[index - 1] ?? 0))
    expect(saved).toHaveLength(2)
    expect(backwards).toEqual([0])
    const db = openCache(folder, 'reader')
    expect([readMark(db, 'unread_from'), readMark(db, 'reading_from')]).toEqual([undefined, undefined])
    db.close()
  }, 120_000)
})
