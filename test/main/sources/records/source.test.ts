import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRecordsSource } from '../../../../src/main/sources/records/source.ts'
import type { Page } from '../../../../src/main/sources/source.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'floorwalker-records-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const signal = new AbortController().signal

async function readAll(file: string, from: string | null = null): Promise<Page[]> {
  const source = createRecordsSource([file])
  const [stream] = source.streams
  const pages: Page[] = []
  let cursor = from
  for (;;) {
    const page = await stream!.pull(cursor, signal)
    pages.push(page)
    cursor = page.cursor
    if (!page.more) break
  }
  await source.close?.()
  return pages
}

const team = (n: number) => `{"kind":"team","id":"t${n}","name":"Team ${n}"}`

describe('records files', () => {
  it('reads records and quarantines broken lines with their place, and the rest goes on', async () => {
    const file = join(dir, 'a.ndjson')
    await writeFile(
      file,
      [team(1), '{"kind":"team"', '', '{"kind":"spaceship","id":"x"}', `${team(2)}\r`].join('\n'),
    )
    const [page] = await readAll(file)
    expect(page?.records.map((one) => 'id' in one && one.id)).toEqual(['t1', 't2'])
    expect(page?.rejects.map((one) => one.reason)).toEqual([
      'a.ndjson line 2: no JSON',
      'a.ndjson line 4: unknown kind of record: "spaceship"',
    ])
    expect(page?.rejects[0]?.raw).toBe('{"kind":"team"')
  })

  it('reads in pages, gzipped or not, and goes on from a cursor as if never stopped', async () => {
    const lines = Array.from({ length: 12_345 }, (_, n) => team(n)).join('\n')
    const plain = join(dir, 'b.ndjson')
    const packed = join(dir, 'b.ndjson.gz')
    await writeFile(plain, lines)
    await writeFile(packed, gzipSync(lines))
    for (const file of [plain, packed]) {
      const whole = (await readAll(file)).flatMap((page) => page.records)
      expect(whole).toHaveLength(12_345)
      const first = createRecordsSource([file])
      const page = await first.streams[0]!.pull(null, signal)
      await first.close?.()
      const rest = (await readAll(file, page.cursor)).flatMap((one) => one.records)
      expect([...page.records, ...rest]).toEqual(whole)
    }
  })

  it('says what is wrong with a file that is not there, and with a broken archive', async () => {
    await expect(readAll(join(dir, 'none.ndjson'))).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('there is no such file') as unknown,
    })
    const broken = join(dir, 'c.ndjson.gz')
    await writeFile(broken, 'not gzipped')
    await expect(readAll(broken)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('keeps text whole across chunk borders: emoji, Chinese and a line of 1 MB', async () => {
    const text = '台灣🙏'.repeat(120_000)
    const file = join(dir, 'd.ndjson')
    await writeFile(file, `${JSON.stringify({ kind: 'team', id: 't', name: text })}\n${team(2)}`)
    const [page] = await readAll(file)
    expect(page?.records[0]).toMatchObject({ name: text })
    expect(page?.records).toHaveLength(2)
  })
})
