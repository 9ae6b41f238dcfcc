import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderTrouble } from '../../../src/main/schedule/folderTrouble.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'floorwalker-folder-'))
})
afterEach(() => {
  chmodSync(dir, 0o700)
  rmSync(dir, { recursive: true, force: true })
})

describe('a folder reports are to be written to', () => {
  it('is fine where it is there and can be written to, and as long as none is named', async () => {
    expect(await folderTrouble(dir)).toBeNull()
    expect(await folderTrouble('')).toBeNull()
  })

  it('is named whole, is there, and is a folder', async () => {
    writeFileSync(join(dir, 'file'), '')
    expect(await folderTrouble('reports')).toBe('relative')
    expect(await folderTrouble(join(dir, 'nowhere'))).toBe('missing')
    expect(await folderTrouble(join(dir, 'file'))).toBe('no_folder')
    expect(await folderTrouble(join(dir, 'file', 'under'))).toBe('missing')
    expect(await folderTrouble(`${dir}\0`)).toBe('missing')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is locked where this account may not write (SKIPPED for root, who may)',
    async () => {
      chmodSync(dir, 0o500)
      expect(await folderTrouble(dir)).toBe('locked')
    },
  )
})
