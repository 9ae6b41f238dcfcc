import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createIndex, writeBackAt } from '../../../src/main/search/indexFile.ts'
import { createIndexing } from '../../../src/main/search/indexing.ts'
import { openPreparingThread } from '../../../src/main/search/preparingThread.ts'
import { refOf } from '../../../src/main/search/refs.ts'
import { createWritingBack } from '../../../src/main/search/writingBack.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/database.ts'

describe('the log of a first build', () => {
  it('is written back beside the writing, and the rest of it while nothing is written', async () => {
    const calls: (() => void)[] = []
    const back = createWritingBack(
      () => new Promise((resolve) => calls.push(resolve)),
      () => expect.unreachable(),
    )
    for (let times = 0; times < 7; times += 1) await back.written()
    expect(calls).toHaveLength(0)
    await back.written()
    await back.written()
    expect(calls).toHaveLength(1)
    calls[0]?.()
    await Promise.resolve()
    await Promise.resolve()
    let goesOn = false
    const waits = back.written().then(() => (goesOn = true))
    await Promise.resolve()
    expect([calls.length, goesOn]).toEqual([2, false])
    calls[1]?.()
    await waits
    for (let times = 0; times < 7; times += 1) await back.written()
    expect(calls).toHaveLength(2)
  })

  it('does not grow without end where the disk is slow', async () => {
    let resolve: () => void = () => undefined
    const back = createWritingBack(
      () => new Promise((done) => (resolve = done)),
      () => expect.unreachable(),
    )
    for (let times = 0; times < 31; times += 1) await back.written()
    let goesOn = false
    const waits = back.written().then(() => (goesOn = true))
    await Promise.resolve()
    expect(goesOn).toBe(false)
    resolve()
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    resolve()
    await waits
    expect(goesOn).toBe(true)
  })

  it('is left to the index where the thread ended', async () => {
    let given = 0
    const back = createWritingBack(
      () => Promise.reject(new Error('gone')),
      () => (given += 1),
    )
    for (let times = 0; times < 40; times += 1) await back.written()
    expect(given).toBe(1)
  })

  it('begins anew after the thread wrote it back', async () => {
    const dir = temporaryFolder()
    const cache = openCache(dir, 'writer')
    const index = createIndex(dir, cache)
    const indexing = createIndexing(index)
    writeBackAt(index, 0)
    const write = (number: number) =>
      indexing.write({
        documents: Array.from({ length: 500 }, (_, offset) => ({
          second: 10_000 - number * 500 - offset,
          ref: refOf('message', number * 500 + offset + 1),
          edited: false,
          lane: 0,
          terms: `word${offset} all`,
        })),
        words: [],
        out: [],
        state: {},
      })
    const size = () => statSync(join(dir, 'search.db-wal')).size
    const thread = openPreparingThread(dir)
    for (let number = 0; number < 10; number += 1) write(number)
    const grown = size()
    await thread.writeBack()
    for (let number = 10; number < 14; number += 1) write(number)
    expect(size()).toBe(grown)
    await thread.close()
    index.close()
    cache.close()
  })
})
