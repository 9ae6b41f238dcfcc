import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReader } from '../../../src/main/engine/openReader.ts'
import { openWriter } from '../../../src/main/engine/openWriter.ts'
import { KeptColumns } from '../../../src/main/metrics/columns/keep.ts'
import { temporaryFolder } from '../../support/database.ts'
import { wholeScope } from '../../support/workspace.ts'

class WatchedColumns extends KeptColumns {
  loads = 0
  override load(epoch: string) {
    this.loads += 1
    return super.load(epoch)
  }
}

async function openBoth(mode: 'write' | 'read', counts = false) {
  const dir = temporaryFolder()
  const data = { dir, version: 'test', what: 'the test', mode, counts } as const
  const writer = await openWriter({ ...data, mode: 'write' }, () => undefined)
  const kept = new WatchedColumns(join(dir, 'columns'))
  const reader = await openReader(data, () => undefined, kept)
  const close = async () => {
    await reader.close()
    await writer.close()
  }
  return { reader, kept, close }
}

describe('a reader beside a running console', () => {
  it('loads no columns before something is asked that is made of them', async () => {
    const { reader, kept, close } = await openBoth('read')
    await reader.workspace()
    await reader.settings()
    await reader.rejected({ after: null, limit: 1 })
    expect(kept.loads).toBe(0)
    const scope = wholeScope(0, 1)
    await Promise.all([
      reader.metrics({ scope, by: [], metrics: ['messages_sent'] }),
      reader.metrics({ scope, by: [], metrics: ['messages_received'] }),
    ])
    expect(kept.loads).toBe(1)
    await close()
  })

  it.each([
    ['write', false],
    ['read', true],
  ] as const)('loads them at once where figures will be asked for (%s, %s)', async (mode, counts) => {
    const { kept, close } = await openBoth(mode, counts)
    expect(kept.loads).toBe(1)
    await close()
  })
})
