import { describe, expect, it } from 'vitest'
import { ColumnMemory, type Shelf } from '../../../../src/main/metrics/columns/memory.ts'

const megabyte = 2 ** 20

function memoryWith(things: Readonly<Record<string, number>>) {
  const memory = new ColumnMemory()
  const shelf: Shelf = new Map()
  const made: string[] = []
  const ask = (name: string) =>
    memory.get(shelf, name, () => {
      made.push(name)
      return { value: name, bytes: things[name] ?? 0 }
    })
  return { memory, shelf, made, ask }
}

describe('what is held of columns', () => {
  it('is let go of down to three quarters, the least recently used first', () => {
    const { memory, shelf, made, ask } = memoryWith({ a: 12 * megabyte, b: 12 * megabyte, c: 12 * megabyte })
    for (const name of ['a', 'b', 'a', 'c']) expect(ask(name)).toBe(name)
    expect([...shelf.keys()]).toEqual(['a', 'c'])
    expect(memory.bytes).toBe(24 * megabyte)
    ask('b')
    expect(made).toEqual(['a', 'b', 'c', 'b'])
  })

  it('keeps what is small, however long nobody asked for it, for it was made of what is large', () => {
    const { shelf, ask } = memoryWith({ noted: 20_000, a: 20 * megabyte, b: 20 * megabyte, c: 20 * megabyte })
    for (const name of ['noted', 'a', 'b', 'c']) ask(name)
    expect([...shelf.keys()]).toEqual(['noted', 'c'])
  })

  it('lets go of what is small, too, where nothing else is left', () => {
    const things = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`n${index}`, 100_000]))
    const { memory, shelf, ask } = memoryWith(things)
    for (const name of Object.keys(things)) ask(name)
    expect(memory.bytes).toBeLessThanOrEqual(32 * megabyte)
    expect(shelf.has('n0')).toBe(false)
    expect(shelf.has('n399')).toBe(true)
  })

  it('never lets go of what was asked for last, which is in use', () => {
    const { shelf, ask } = memoryWith({ small: 1000, huge: 50 * megabyte })
    ask('small')
    ask('huge')
    expect(shelf.has('huge')).toBe(true)
  })
})
