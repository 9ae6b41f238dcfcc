import { describe, expect, it } from 'vitest'
import { compareNames } from '../../../src/main/lists/collation.ts'
import { ContactOrder } from '../../../src/main/lists/contactOrder.ts'
import { ContactTexts } from '../../../src/main/lists/contactTexts.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { temporaryCache } from '../../support/database.ts'

/** More than the contacts are read by at once. */
const count = 9500
const names = ['Ana', 'ána', 'Zoë', 'Item 10', 'Item 9', '王芳', 'محمد', 'Ödön', 'Łukasz', '🙂']

function contactsOf(): WritableDb {
  const cache = temporaryCache()
  const insert = cache.prepare('INSERT INTO contacts(id, source, rid, name, phone) VALUES (?, 1, ?, ?, ?)')
  cache.transaction(() => {
    for (let id = 1; id <= count; id += 1)
      insert.run(
        id,
        `rid-${id}`,
        id % 7 === 0 ? null : `${names[id % names.length]} ${(id * 7919) % 500}`,
        id % 3 === 0 ? `+49 (30) ${id}` : null,
      )
  })()
  return cache
}

function rename(cache: WritableDb, id: number, name: string | null): void {
  cache.prepare('UPDATE contacts SET name = ? WHERE id = ?').run(name, id)
}

function built(cache: WritableDb): ContactOrder {
  const order = new ContactOrder(cache)
  for (const _ of order.build());
  return order
}

function expectOrder(order: ContactOrder, cache: WritableDb): void {
  const contacts = cache.prepare('SELECT id, coalesce(name, phone, rid) AS name FROM contacts').all() as {
    id: number
    name: string
  }[]
  const sorted = contacts.toSorted((a, b) => order.places[a.id + 1]! - order.places[b.id + 1]!)
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1]!, sorted[index]!]
    const isSamePlace = order.places[before.id + 1] === order.places[after.id + 1]
    expect([before.name, after.name, Math.sign(compareNames(before.name, after.name))]).toEqual([
      before.name,
      after.name,
      isSamePlace ? 0 : -1,
    ])
  }
  expect(order.places[0]).toBeNaN()
}

describe('the order of contacts', () => {
  it('is that of their names, equal ones in one place', () => {
    const cache = contactsOf()
    const order = built(cache)
    expectOrder(order, cache)
    const some = order.places[41]!
    expect(order.placeOf(order.textOf(40))).toBe(some)
    expect(order.placeOf(`${order.textOf(40)}\u{10ffff}`)).toBeGreaterThan(some)
    expect(order.placeOf('')).toBeLessThan(0)
  })

  it('is mended for those that changed, came or went', () => {
    const cache = contactsOf()
    const order = built(cache)
    for (const [id, name] of [
      [1, 'Aaa'],
      [2, 'zzz'],
      [3, 'Ana 5'],
      [4, 'ána 5'],
      [5, 'Ana 5'],
      [9000, null],
      [11, '王芳 3'],
    ] as const)
      rename(cache, id, name)
    cache.prepare('DELETE FROM contacts WHERE id IN (6, 8999)').run()
    cache.prepare(`INSERT INTO contacts(id, source, rid, name) VALUES (20000, 1, 'new', 'Middle')`).run()
    order.mend([1, 2, 3, 4, 5, 6, 8999, 9000, 11, 20_000, 12])
    expectOrder(order, cache)
    expect(order.places[7]).toBeNaN()
    expect(Array.from(order.places)).toEqual([...built(cache).places])
  })
})

describe('the texts of contacts', () => {
  const found = (texts: ContactTexts, piece: string) =>
    Array.from(texts.with(piece)).flatMap((has, place) => (has === 1 ? [place - 1] : []))
  const plain = (cache: WritableDb, piece: string) =>
    cache
      .prepare(
        `SELECT id FROM contacts WHERE name LIKE ? OR rid LIKE ? OR replace(replace(replace(phone, ' ', ''), '(', ''), ')', '') LIKE ?`,
      )
      .pluck()
      .all(`%${piece}%`, `%${piece}%`, `%${piece.replaceAll(/[ ()]/g, '')}%`)

  it('are looked through in any part, case aside', () => {
    const cache = contactsOf()
    const texts = new ContactTexts(cache)
    for (const piece of ['item 9', 'RID-94', '芳 1', '30) 9', '+4930', 'rid-9500', 'nobody at all', 'محمد 4'])
      expect([piece, found(texts, piece)]).toEqual([piece, plain(cache, piece)])
  })

  it('do not mind accents', () => {
    const cache = contactsOf()
    const texts = new ContactTexts(cache)
    expect(found(texts, 'odon 3')).toEqual(plain(cache, 'Ödön 3'))
    expect(found(texts, 'ZOE 4')).toEqual(plain(cache, 'Zoë 4'))
  })

  it('do not join a name and an id, and find no sign that parts them', () => {
    const cache = contactsOf()
    rename(cache, 1, 'two\nlines')
    const texts = new ContactTexts(cache)
    expect(found(texts, 'ana 5rid')).toEqual([])
    expect(found(texts, '\n')).toEqual([])
    expect(found(texts, 'two lines')).toEqual([1])
  })

  it('are read again at once where somebody of whom it is told has others', () => {
    const cache = contactsOf()
    const texts = new ContactTexts(cache)
    expect(found(texts, 'somebody')).toEqual([])
    rename(cache, 5000, 'Somebody')
    // Told of a neighbour only, whose texts are as they were, nothing has to be read.
    texts.mend([5001])
    expect(found(texts, 'somebody')).toEqual([])
    texts.mend([5000])
    expect(found(texts, 'somebody')).toEqual([5000])
    cache.prepare(`INSERT INTO contacts(id, source, rid, phone) VALUES (30000, 1, 'somebody', '7')`).run()
    texts.mend([30_000])
    expect(found(texts, 'somebody')).toEqual([5000, 30_000])
    cache.prepare(`UPDATE contacts SET phone = '+1 (23) 4-567890' WHERE id = 30000`).run()
    cache.prepare('DELETE FROM contacts WHERE id = 5000').run()
    texts.mend([5000, 30_000])
    expect(found(texts, 'somebody')).toEqual([30_000])
    expect(found(texts, '1234567890')).toEqual([30_000])
  })

  it('say who has another name once they are read again', () => {
    const cache = contactsOf()
    const texts = new ContactTexts(cache)
    for (const _ of texts.read());
    expect(texts.takeChanged()).toEqual([])
    rename(cache, 5000, 'Somebody else')
    expect(found(texts, 'somebody else')).toEqual([])
    for (const _ of texts.read());
    expect(texts.takeChanged()).toEqual([5000])
    expect(found(texts, 'somebody else')).toEqual([5000])
  })
})
