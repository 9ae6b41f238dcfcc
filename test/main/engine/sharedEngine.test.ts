import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { measureIngest } from '../../bench/ingest.ts'
import { conversationPages } from '../../bench/metrics/data.ts'
import { queriesOf, questionOf } from '../../bench/metrics/questions.ts'
import { openEngine } from '../../support/workspace.ts'

it.skipIf(availableParallelism() === 1)(
  'two threads of an engine answer a page as one does',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'floorwalker-test-'))
    measureIngest(dir, conversationPages({ name: 'quick', conversations: 60, days: 20 }, 100))
    const engine = await openEngine(dir, { shareFrom: 0 })
    try {
      const page = queriesOf(questionOf(10, 'none', 0))
      const expected = await engine.reader.metricsMany(page)
      expect(await engine.api.metricsMany(page)).toEqual(expected)
      // The second thread is started by the first page; both have columns from now on.
      const [alone, both] = [(await engine.reader.memory()).columnBytes, await engine.counting.columnBytes()]
      expect(await engine.api.metricsMany(page)).toEqual(expected)
      expect(both).toBeGreaterThan(alone)
      expect(expected.flatMap(({ rows }) => rows).length).toBeGreaterThan(10)
    } finally {
      await engine.close()
      rmSync(dir, { recursive: true, force: true })
    }
  },
  60_000,
)
