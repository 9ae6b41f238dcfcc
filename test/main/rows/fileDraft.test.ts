import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDraft } from '../../../src/main/rows/files/fileDraft.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'floorwalker-draft-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file that is written bit by bit', () => {
  it('takes the place of the older one when it is whole', async () => {
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'old')
    const rows = await writeDraft(path, async (take) => {
      await take(bytes('ne'))
      expect(readFileSync(path, 'utf8')).toBe('old')
      await take(bytes('w'))
      return 7
    })
    expect(rows).toBe(7)
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it('leaves the older one as it was, and nothing beside it, where the disk fills', async () => {
    const path = join(folder, 'rows.csv')
    writeFileSync(path, 'old')
    // A device that is always full, under the name of the draft.
    symlinkSync('/dev/full', `${path}.new`)
    await expect(writeDraft(path, async (take) => take(bytes('new')))).rejects.toMatchObject({
      kind: 'full',
      message: `${path} could not be written: the disk is full; nothing was changed.`,
    })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(existsSync(`${path}.new`)).toBe(false)
  })

  it('says where there is no such folder', async () => {
    const path = join(folder, 'gone', 'rows.csv')
    await expect(writeDraft(path, async () => 1)).rejects.toMatchObject({
      kind: 'invalid',
      message: `${path} could not be written: there is no such folder; nothing was changed.`,
    })
  })

  it('says what went wrong elsewhere as it was said, and tidies up', async () => {
    const path = join(folder, 'rows.csv')
    const wrong = new Error('the columns are damaged')
    await expect(writeDraft(path, () => Promise.reject(wrong))).rejects.toBe(wrong)
    expect(existsSync(path) || existsSync(`${path}.new`)).toBe(false)
  })
})
