import { describe, expect, it } from 'vitest'
import { createZip } from '../../../src/main/exports/zip.ts'
import { unzipped } from '../../support/zip.ts'

describe('an archive written front to back', () => {
  it('holds every member whole, however it was cut into blocks', async () => {
    const parts: Uint8Array[] = []
    const zip = createZip((bytes) => void parts.push(bytes))
    const line = 'a line of text with an ü and a 林\n'
    await zip.begin('large.txt')
    for (let index = 0; index < 60_000; index += 1) await zip.write(Buffer.from(line))
    await zip.begin('empty.txt')
    await zip.begin('größe.txt')
    await zip.write(Buffer.from('x'))
    await zip.finish()
    const archive = Buffer.concat(parts)
    expect(unzipped(archive, 'large.txt')).toBe(line.repeat(60_000))
    expect(unzipped(archive, 'empty.txt')).toBe('')
    expect(unzipped(archive, 'größe.txt')).toBe('x')
  })

  it('keeps what it was given though the bytes are used again', async () => {
    const parts: Uint8Array[] = []
    const zip = createZip((bytes) => void parts.push(bytes))
    const used = Buffer.alloc(300_000)
    const letters = 'abcdefgh'.split('')
    await zip.begin('a')
    for (const letter of letters) await zip.write(used.fill(letter))
    await zip.finish()
    const whole = letters.map((letter) => letter.repeat(300_000)).join('')
    expect(unzipped(Buffer.concat(parts), 'a') === whole).toBe(true)
  })

  it('says so where the bytes cannot be taken', async () => {
    const zip = createZip(() => Promise.reject(new Error('the disk is full')))
    await expect(zip.begin('a')).rejects.toThrow('the disk is full')
  })
})
