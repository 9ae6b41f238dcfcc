import { describe, expect, it } from 'vitest'
import { below, randomFrom, type Random } from '../../bench/metrics/random.ts'
import { apply, records } from '../../support/database.ts'
import { ask, idsOf, openTown, queryFrom, recordsFrom, type Town } from './town.ts'

/** Applies records in pages of any size and any order. */
function pour(town: Town, random: Random, seed: number): readonly (() => void)[] {
  const all = records(...recordsFrom(seed)).toSorted(() => random() - 0.5)
  const pages: (() => void)[] = []
  for (let from = 0; from < all.length;) {
    const to = from + 1 + below(random, 60)
    const page = all.slice(from, to)
    pages.push(() => void apply(town.cache, page))
    from = to
  }
  return pages
}

async function expectSame(town: Town, text: string, change: Parameters<typeof ask>[2] = {}): Promise<number> {
  const found = await ask(town.reader, text, change)
  const scanned = await ask(town.scanner, text, change)
  expect({ text, ...found, index: null }).toEqual({ text, ...scanned, index: null })
  return found.total.hits
}

describe('the index and the plain scan', () => {
  it('find the same hits in the same order for 500 questions', async () => {
    const town = openTown()
    const random = randomFrom(1)
    for (const page of pour(town, random, 11)) page()
    await town.writer.finished()
    expect(await town.reader.searchIndex()).toMatchObject({ state: 'ready', pending: 0 })
    let answered = 0
    for (let number = 0; number < 500; number += 1)
      if ((await expectSame(town, queryFrom(random))) > 0) answered += 1
    // The index was never given up on the way.
    expect(await town.reader.searchIndex()).toMatchObject({ state: 'ready', pending: 0 })
    expect(answered).toBeGreaterThan(200)
  })

  it('agree at any moment of a sync, whatever came in which order and however far the index is', async () => {
    for (const seed of [2, 3, 4]) {
      const town = openTown()
      const random = randomFrom(seed)
      for (const page of pour(town, random, seed)) {
        page()
        if (random() < 0.3) await town.writer.finished()
        for (let number = 0; number < 4; number += 1) await expectSame(town, queryFrom(random))
      }
      await town.writer.finished()
      for (let number = 0; number < 40; number += 1) await expectSame(town, queryFrom(random))
    }
  })

  it('agree on the best first, page by page', async () => {
    const town = openTown()
    const random = randomFrom(5)
    for (const page of pour(town, random, 5)) page()
    await town.writer.finished()
    for (let number = 0; number < 60; number += 1)
      await expectSame(town, queryFrom(random), { order: 'best', limit: 5 })
  })

  it('give page after page what one page gives, each hit once', async () => {
    const town = openTown()
    const random = randomFrom(6)
    for (const page of pour(town, random, 6)) page()
    await town.writer.finished()
    for (const order of ['newest', 'best'] as const)
      for (const reader of [town.reader, town.scanner])
        for (const text of ['order', 'refund*', 'from:contact', '-order', 'is:open', '退', 'has:image']) {
          const whole = new Set(idsOf(await ask(reader, text, { order, limit: 500 })))
          const paged: string[] = []
          for (let after: string | null = null; ;) {
            const answer = await ask(reader, text, { order, limit: 3, after })
            paged.push(...idsOf(answer))
            if ((after = answer.next) === null) break
          }
          expect({ text, order, hits: paged.toSorted() }).toEqual({
            text,
            order,
            hits: [...whole].toSorted(),
          })
        }
  })
})
