/** Opens a workspace in a process of its own and asks for the first page. Argument: its folder. Answers a `Start` as JSON. */
import { openEngine } from '../../support/workspace.ts'
import { askFloorwalker } from './floorwalker.ts'
import { questionOf } from './questions.ts'
import type { Start } from './start.ts'

const [dir = ''] = process.argv.slice(2)

async function measure(): Promise<Start> {
  const startedAt = performance.now()
  const engine = await openEngine(dir)
  try {
    const openMs = performance.now() - startedAt
    await askFloorwalker(engine, questionOf(30, 'none', 0))
    const firstPageMs = performance.now() - startedAt
    // The thread that shares the counting is started by the first page.
    const columnBytes = await engine.counting.columnBytes()
    const { rssBytes } = await engine.reader.memory()
    return { openMs, firstPageMs, columnBytes, rssBytes }
  } finally {
    await engine.close()
  }
}

process.stdout.write(`${JSON.stringify(await measure())}\n`)
