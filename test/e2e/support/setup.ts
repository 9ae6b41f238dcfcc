import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSample } from './console.ts'

const page = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer', 'index.html')

/** Before all tests: one sample workspace. Answers what removes it afterwards. */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!existsSync(page)) throw new Error('The console’s pages are not built: npm run build.')
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-sample-'))
  await makeSample(folder)
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
