import { describe, expect, it } from 'vitest'
import { groupCommit } from '../../src/collector/groupCommit.ts'

describe('groupCommit', () => {
  it('writes what came together at once, in order, one write at a time', async () => {
    const groups: (readonly number[])[] = []
    let writing = 0
    const append = groupCommit(async (items: readonly number[]) => {
      writing += 1
      expect(writing).toBe(1)
      groups.push(items)
      await Promise.resolve()
      writing -= 1
      return items.length
    })
    const numbers = Array.from({ length: 150 }, (_, index) => index)
    expect(await Promise.all(numbers.map(append))).toHaveLength(150)
    expect(groups.flat()).toEqual(numbers)
    expect(groups.length).toBeLessThan(10)
  })

  it('fails those whose write failed, and no others', async () => {
    const append = groupCommit((items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('full')
      return items.length
    })
    const failed = await Promise.allSettled([append('good'), append('bad')])
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await append('good')).toBe(1)
  })
})
