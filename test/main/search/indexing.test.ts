import { describe, expect, it } from 'vitest'
import { createIndex, openIndex, readState } from '../../../src/main/search/indexFile.ts'
import { createIndexing } from '../../../src/main/search/indexing.ts'
import { refOf, rowOf } from '../../../src/main/search/refs.ts'
import { createSearchWriter } from '../../../src/main/search/searchWriter.ts'
import { rawSql, value, type ReadableDb } from '../../../src/main/store/database.ts'
import { laneOfSlot, secondOfSlot } from '../../../src/main/search/slots.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { apply, records, temporaryFolder } from '../../support/database.ts'
import { recordsFrom } from './town.ts'

const segments = (index: ReadableDb) =>
  value<number>(index, 'SELECT count(DISTINCT segid) FROM postings_idx') ?? 0

describe('many documents written in parts', () => {
  const documents = Array.from({ length: 4000 }, (_, index) => ({
    second: 5000 - index,
    ref: refOf('message', index + 1),
    edited: false,
    lane: index % 16,
    terms: `word${index} all`,
  }))
  const batch = { documents, words: ['all'], out: [], state: { building: 7 } }

  it('are seen when the last part is in, and not at all when it was given up before', () => {
    const dir = temporaryFolder()
    const cache = openCache(dir, 'writer')
    const index = createIndex(dir, cache)
    const indexing = createIndexing(index)
    const opened = openIndex(dir, cache, 'reader')
    if (opened.kind !== 'open') throw new Error(opened.kind)
    const seen = () => [
      value<number>(opened.index, "SELECT count(*) FROM postings WHERE postings MATCH 'all'"),
      value<number>(opened.index, 'SELECT count(*) FROM documents'),
      readState(opened.index, 'documents'),
    ]
    const begun = indexing.writeInParts(batch)
    begun.next()
    begun.next()
    begun.return()
    expect(index.inTransaction).toBe(false)
    expect(value(index, 'SELECT count(*) FROM documents')).toBe(0)
    expect(readState(index, 'building')).not.toBe(7)
    let parts = 0
    const all = indexing.writeInParts(batch)
    for (; !all.next().done; parts += 1) expect(seen()).toEqual([0, 0, 0])
    expect(parts).toBe(2)
    expect(seen()).toEqual([4000, 4000, 4000])
    expect(readState(index, 'building')).toBe(7)
    opened.index.close()
    index.close()
    cache.close()
  })
})

describe('many documents of one second', () => {
  it('have slots of their lane, each its own, and go on in the second before where they are more than it holds', () => {
    const dir = temporaryFolder()
    const cache = openCache(dir, 'writer')
    const index = createIndex(dir, cache)
    const indexing = createIndexing(index)
    const laneOf = (number: number) => (number % 3 === 0 ? 15 : 2)
    const write = (from: number, to: number) =>
      indexing.write({
        documents: Array.from({ length: to - from }, (_, offset) => ({
          second: 5000,
          ref: refOf('message', to - offset),
          edited: false,
          lane: laneOf(to - offset),
          terms: 'all',
        })),
        words: [],
        out: [],
        state: {},
      })
    write(0, 1000)
    write(1000, 4500)
    const slots = rawSql<[number, number]>(index, 'SELECT slot, ref FROM documents ORDER BY slot').all()
    expect(slots).toHaveLength(4500)
    for (const [slot, ref] of slots) expect(laneOfSlot(slot)).toBe(laneOf(rowOf(ref)))
    const inSecond = (second: number, lane: number) =>
      slots.filter(([slot]) => secondOfSlot(slot) === second && laneOfSlot(slot) === lane).length
    expect([5000, 4999, 4998].map((second) => inSecond(second, 15))).toEqual([1024, 476, 0])
    expect([5000, 4999, 4998].map((second) => inSecond(second, 2))).toEqual([1024, 1024, 952])
    index.close()
    cache.close()
  })
})

describe('a first build', () => {
  it('ends with one segment, whoever wrote the last of it, and from then on merges along', async () => {
    const dir = temporaryFolder()
    const cache = openCache(dir, 'writer')
    apply(cache, records(...recordsFrom(61, 200)))
    const build = async () => {
      const writer = createSearchWriter({ dir, cache, onChange: () => undefined })
      await writer.finished()
      await writer.stop()
      const opened = openIndex(dir, cache, 'writer')
      if (opened.kind !== 'open') throw new Error(opened.kind)
      return opened.index
    }
    const index = await build()
    expect(segments(index)).toBe(1)
    const indexing = createIndexing(index)
    expect(indexing.mergesAlong()).toBe(true)
    // As if the process had ended between the last documents and the merge.
    indexing.mergeAlong(false)
    indexing.write({
      documents: [{ second: 1, ref: refOf('message', 1), edited: false, lane: 0, terms: 'late' }],
      words: [],
      out: [],
      state: {},
    })
    expect(segments(index)).toBe(2)
    index.close()
    const again = await build()
    expect(segments(again)).toBe(1)
    expect(createIndexing(again).mergesAlong()).toBe(true)
    again.close()
    cache.close()
  })
})
